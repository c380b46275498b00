"""The release of Sveltia CMS as the desk takes it: it asks nobody elsewhere, and knows a record's serial."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from showcase.content.layout import theme_dir
from showcase.content.names import SERIAL

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

_CUT = "case`truncate`:return Qpe(t,a);"
ADDED: Mapping[str, str] = {
    _CUT: _CUT + f"case`serial`:return String(t).replace(/^({SERIAL})-.+$/,`$1`);",
    "if(l?.startsWith(`/`)&&u){": "if(l?.startsWith(`/`)){",
}
"""What the release cannot do by itself, where the photos of a record lie in the folder of its address.

A template cuts names by length only: `{{slug | serial}}` is 012 for the file 012-shen.md. And a photo that is
called by its bare name is looked for in the folder of photos too, so that it is seen.
"""


class OtherRelease(Exception):  # noqa: N818 - reads as the sentence that it is
    """The release file is not the one that `ELSEWHERE` and `ADDED` were written for."""


def release_files() -> dict[str, bytes]:
    """Return the files beside the page by name. Raises OtherRelease when a place is not found."""
    folder = theme_dir() / "vendor" / "sveltia"
    told = json.loads((folder / "vendored.json").read_text(encoding="utf-8"))
    files = {name: (folder / name).read_bytes() for name in told["files"]}
    files["sveltia-cms.js"] = _ours(folder / "sveltia-cms.js").encode()
    files["release.json"] = json.dumps({"version": told["version"]}).encode()
    files["status.json"] = (
        b'{"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}'
    )
    return files


def _ours(script: Path) -> str:
    text = script.read_text(encoding="utf-8")
    for theirs, ours in (*ELSEWHERE.items(), *ADDED.items()):
        if theirs not in text:
            raise OtherRelease(theirs)
        text = text.replace(theirs, ours)
    return text
