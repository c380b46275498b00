"""The release of Sveltia CMS as the desk takes it: whom it would ask elsewhere, it finds beside the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from showcase.content.layout import theme_dir

_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
_STATUS = "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7"
ELSEWHERE: Mapping[str, str] = {
    f"{_FONTS}source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans-3.woff2",
    f"{_FONTS}noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono.woff2",
    f"{_FONTS}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "material-symbols-outlined.woff2",
    "${iP}/package.json": "release.json",
    "${iP}@${rP}/locales": ".",
    "https://unpkg.com/": "./",
    "https://www.githubstatus.com/api/v2/status.json": "status.json",
    _STATUS: "status.json",
}
"""Whom the release would ask by itself, and the file beside the page that answers instead."""


class OtherRelease(Exception):  # noqa: N818 - reads as the sentence that it is
    """The release file is not the one that `ELSEWHERE` was written for."""


def release_files() -> dict[str, bytes]:
    """Return the files beside the page by name. Raises OtherRelease when an address is not found."""
    folder = theme_dir() / "vendor" / "sveltia"
    told = json.loads((folder / "vendored.json").read_text(encoding="utf-8"))
    files = {name: (folder / name).read_bytes() for name in told["files"]}
    files["sveltia-cms.js"] = _at_home(folder / "sveltia-cms.js").encode()
    files["release.json"] = json.dumps({"version": told["version"]}).encode()
    files["status.json"] = (
        b'{"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}'
    )
    return files


def _at_home(script: Path) -> str:
    text = script.read_text(encoding="utf-8")
    for elsewhere, here in ELSEWHERE.items():
        if elsewhere not in text:
            raise OtherRelease(elsewhere)
        text = text.replace(elsewhere, here)
    return text
