"""What a hand-written text would make a browser load or run, found without rendering it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

_FENCED = r"(?ms)^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\1[`~]*[ ]*$"
_CODE = re.compile(_FENCED + r"|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\2(?!`)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^\s)>]+)")
_NAMED_IMAGE = re.compile(r"!\[([^\]\n]*)\](?:\[([^\]\n]*)\])?(?!\()")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[([^\]\n]+)\]:\s*<?([^\s>]+)")
_LINK = re.compile(r"(?:\]\(|\]:|<)\s*<?(?=([^\n)>]{0,200}))")
_STYLE = re.compile(r"url\(\s*[\"']?([^\"')\s]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_LOADING = frozenset({"src", "srcset", "poster", "data", "background", "action", "formaction"})
_REFUSED = frozenset(
    ("script", "iframe", "frame", "object", "embed", "applet", "base", "form", "meta", "link")
)


class Found(NamedTuple):
    """`what` ("load" or "run") is written at `place` of the text; `words` show which."""

    what: str
    place: int
    words: str


def found_in(text: str) -> Iterator[Found]:
    """Yield what the Markdown `text` loads from elsewhere and what it runs; code samples do neither."""
    shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    reader = _Reader(shown)
    yield from reader.found
    for image in _IMAGE.finditer(shown):
        yield from _loads(image[1], image.start())
    targets = {name.casefold(): target for name, target in _DEFINITION.findall(shown)}
    for image in _NAMED_IMAGE.finditer(shown):
        yield from _loads(targets.get((image[2] or image[1]).casefold(), ""), image.start())
    yield from (Found("run", link.start(), link[1]) for link in _LINK.finditer(shown) if _runs(link[1]))
    yield from styles_in(shown)


def styles_in(text: str) -> Iterator[Found]:
    """Yield what a style sheet loads from elsewhere."""
    for style in _STYLE.finditer(text):
        yield from _loads(style[1] or style[2], style.start())


def _loads(target: str, index: int) -> Iterator[Found]:
    if _ELSEWHERE.match(target.strip()):
        yield Found("load", index, target)


class _Reader(HTMLParser):
    """Collects what raw HTML in a text loads and runs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Found] = []
        self._starts = [0, *(line.end() for line in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def set_cdata_mode(self, elem: str, *, escapable: bool = False) -> None:
        """Read on inside <script>: Markdown may end it earlier than HTML does."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge one tag."""
        line, column = self.getpos()
        index = self._starts[line - 1] + column
        if tag in _REFUSED:
            self.found.append(Found("run", index, f"<{tag}>"))
        for name, value in attrs:
            self.found += _of_attribute(tag, name, value or "", index)


def _runs(link: str) -> bool:
    """Whether a browser runs the target of a link: it reads &#115; as s and passes over tabs."""
    return bool(_RUNS.match(re.sub(r"[\x00-\x20]", "", html.unescape(link))))


def _of_attribute(tag: str, name: str, value: str, index: int) -> Iterator[Found]:
    plain = re.sub(r"[\x00-\x20]", "", value)
    if name.startswith("on"):
        yield Found("run", index, name)
    elif name in ("href", "xlink:href") and tag in ("use", "image"):
        yield from _loads(plain, index)
    elif name.endswith("href") and _RUNS.match(plain):
        yield Found("run", index, plain[:40])
    elif name in _LOADING:
        for target in value.split(",") if name == "srcset" else [value]:
            yield from _loads(target, index)
