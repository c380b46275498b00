"""The theme's own files on the site: style sheets and scripts without comments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from showcase.content.wording import ui
from showcase.model.artefact import Artefact
from showcase.pages.minified import bundle, script

FOLDER = "assets/showcase"
STYLES = f"{FOLDER}/ls.css"
PAPER = f"{FOLDER}/print.css"
WRITTEN = "written"
"""The kind whose styles hand-written pages and 404 take."""

_SAY = """(() => {
"use strict";
const words = WORDS;
const say = (key, values) => words[key].replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
window.lsFind = Object.assign(window.lsFind || {}, { say });
})();
"""


def asset_files(theme: Path, rules: str = "") -> Iterator[Artefact]:
    """Yield the style sheets (imports resolved), scripts and images.

    `rules` stand at the end of the sheet of every page. Late styles are fetched by a script when it is used.
    """
    css = theme / "assets" / "css"
    yield Artefact(STYLES, (bundle(css / "ls.css") + rules).encode())
    yield Artefact(PAPER, bundle(css / "components" / "print.css").encode())
    for path in sorted((css / "pages").glob("*.css")):
        yield Artefact(_sheet(path.stem), bundle(path).encode())
    for path in sorted((css / "late").glob("*.css")):
        yield Artefact(f"{FOLDER}/{path.name}", bundle(path).encode())
    for path in sorted((theme / "assets" / "js").rglob("*.js")):
        yield Artefact(f"{FOLDER}/{path.name}", script(path.read_text(encoding="utf-8")))
    yield Artefact(f"{FOLDER}/find-say.js", script(words_script()))
    for path in sorted((theme / "assets" / "img").rglob("*.*")):
        yield Artefact(f"{FOLDER}/{path.name}", path.read_bytes())


def sheets(theme: Path) -> dict[str, tuple[str, ...]]:
    """Return the style sheets of a page by its kind, in their order, below the root; "" for other kinds."""
    kinds = [path.stem for path in (theme / "assets" / "css" / "pages").glob("*.css")]
    return {"": (STYLES,), **{kind: (STYLES, _sheet(kind)) for kind in kinds}}


def _sheet(kind: str) -> str:
    return f"{FOLDER}/page-{kind}.css"


def words_script() -> str:
    """Return the script that gives finding its words: `lsFind.say("found_of", { query })`."""
    words = json.dumps(vars(ui.script), ensure_ascii=False, indent=0)
    return _SAY.replace("WORDS", words)
