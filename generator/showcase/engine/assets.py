"""The theme's own files on the site: one style sheet, the scripts, both without comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import rcssmin
import rjsmin

from showcase.content.wording import ui
from showcase.model.artefact import Artefact

FOLDER = "assets/showcase"
STYLES = f"{FOLDER}/ls.css"
_IMPORT = re.compile(r'^@import\s+"([^"]+)";[^\n]*$', re.MULTILINE)
_SAY = """(() => {
"use strict";
const words = WORDS;
const say = (key, values) => words[key].replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
window.lsFind = Object.assign(window.lsFind || {}, { say });
})();
"""


def asset_files(theme: Path, rules: str = "") -> Iterator[Artefact]:
    """Yield the style sheet (imports resolved), late styles, scripts and images.

    Late styles are fetched by a script when it is used. `rules` stand at the end of the style sheet.
    """
    yield Artefact(STYLES, (bundle(theme / "assets" / "css" / "ls.css") + rules).encode())
    for path in sorted((theme / "assets" / "css" / "late").glob("*.css")):
        yield Artefact(f"{FOLDER}/{path.name}", bundle(path).encode())
    for path in sorted((theme / "assets" / "js").rglob("*.js")):
        yield Artefact(f"{FOLDER}/{path.name}", _script(path.read_text(encoding="utf-8")))
    yield Artefact(f"{FOLDER}/find-say.js", _script(words_script()))
    for path in sorted((theme / "assets" / "img").rglob("*.*")):
        yield Artefact(f"{FOLDER}/{path.name}", path.read_bytes())


def _script(text: str) -> bytes:
    return str(rjsmin.jsmin(text)).encode() + b"\n"


def words_script() -> str:
    """Return the script that gives finding its words: `lsFind.say("found_of", { query })`."""
    words = json.dumps(vars(ui.script), ensure_ascii=False, indent=0)
    return _SAY.replace("WORDS", words)


def bundle(entry: Path) -> str:
    """Return the style sheet at `entry` with every `@import "…";` replaced by that file.

    A browser would fetch imports one after another; one file is one request.
    """
    text = entry.read_text(encoding="utf-8")
    joined = _IMPORT.sub(lambda found: bundle(entry.parent / found[1]), text)
    return str(rcssmin.cssmin(joined)) + "\n"
