"""The folder of the editing desk: one page, the release, and what the tables of fields say."""

from __future__ import annotations

import json
from pathlib import Path

from showcase.desk.admin.collections import collections
from showcase.desk.admin.forges import Forge
from showcase.desk.admin.release import release_files
from showcase.model.library import Library
from showcase.model.settings import Settings

MARK = "config.json"
ELSEWHERE = "media/other"
"""Where a picture goes that is put into no record; were it media/, the desk would read derivatives too."""
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>编辑台</title>
<link rel="icon" href="data:,">{style}
<link href="config.json" type="application/json" rel="cms-config-url">
</head>
<body>
<script src="language.js"></script>
<script src="sveltia-cms.js"></script>
<noscript>编辑台要用 JavaScript。</noscript>
</body>
</html>
"""
_LOCAL_ONLY = "\n<style>.buttons > .button.secondary { display: none }</style>"
"""Nobody logs in anywhere to write into a folder of this computer."""
_LANGUAGE = """/* The desk speaks Chinese whatever the browser does, unless somebody chose otherwise in it. */
(() => {
  const kept = JSON.parse(localStorage.getItem("sveltia-cms.prefs") || "{}");
  if (!kept.locale) localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ ...kept, locale: "zh-CN" }));
})();
"""


def desk_files(library: Library, settings: Settings, forge: Forge, year: int) -> dict[str, bytes]:
    """Return every file of the desk's folder by name; the same records give the same bytes."""
    told = configuration(library, settings, forge, year)
    page = _PAGE.format(policy=policy(forge), style="" if forge.hosts else _LOCAL_ONLY)
    return release_files() | {
        "index.html": page.encode(),
        "language.js": _LANGUAGE.encode(),
        MARK: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(),
    }


def configuration(library: Library, settings: Settings, forge: Forge, year: int) -> dict[str, object]:
    """Return what the desk is told: where things are kept, and what can be edited."""
    return {
        "backend": forge.settings,
        "app_title": f"{settings.site_name} · 编辑台",
        "media_folder": ELSEWHERE,
        "public_folder": "",
        "media_libraries": {"stock_assets": False},
        "show_preview_links": False,
        "logo": {"show_in_header": False},
        "slug": {"timezone": "local"},
        "output": {"omit_empty_optional_fields": True},
        "collections": collections(library, year),
    }


def policy(forge: Forge) -> str:
    """Return the policy of the page: it may ask itself, and the forge."""
    own = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; font-src 'self'"
    seen = "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:"
    asked = " ".join(("'self'", "data:", "blob:", *forge.hosts))
    return f"{own}; {seen}; worker-src 'self' blob:; connect-src {asked}"


def write_desk(folder: Path, files: dict[str, bytes]) -> None:
    """Write the folder; a file is replaced in one step."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        part = folder / f".{name}.part"
        part.write_bytes(data)
        part.replace(folder / name)
