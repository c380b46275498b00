"""YAML parsers that guess no value: the C library's where there is one, PyYAML's own elsewhere."""

from __future__ import annotations

import re

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

MAX_DEPTH = 32
"""Records need five levels; more is refused before a parser's recursion can suffer."""

TOO_DEEP = "nested too deeply"

_MAYBE_DEEP = re.compile(rf"\n[ ?:-]{{{MAX_DEPTH}}}")
"""A line that can begin in so many blocks; each block needs a column of its own."""


class _Counting:
    """The resolver's three hooks: nothing is resolved; depth is counted and bounded."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        """Enter a node, or refuse to."""
        self.depth += 1
        if self.depth > MAX_DEPTH and parent is not None:
            raise yaml.composer.ComposerError(None, None, TOO_DEEP, parent.start_mark)

    def ascend_resolver(self) -> None:
        """Leave a node."""
        self.depth -= 1

    def resolve(self, _kind: type, _value: object, _implicit: object) -> str:
        """Return no tag: only a tag that was written stays on a node."""
        return ""


class PlainComposer(_Counting, Reader, Scanner, Parser, Composer):
    """PyYAML's own parser, where the C library is missing."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


try:
    from yaml._yaml import CParser

    class CountingComposer(_Counting, CParser):
        """The C library's parser: a tenth of the time."""

    class QuickComposer(CParser):
        """The same for a text that cannot be deep; hooks without a Python call save a fifth.

        `"".format` takes whatever it is given and returns "": no tag.
        """

        descend_resolver = ascend_resolver = resolve = "".format

    FAST: tuple[type, type] | None = (CountingComposer, QuickComposer)
except ImportError:  # PyYAML without its C library
    FAST = None


def composer(text: str, fast: tuple[type, type] | None = FAST) -> PlainComposer:
    """Return the parser for `text`: the quickest that bounds its depth, with PlainComposer's methods."""
    if not fast:
        return PlainComposer(text)
    counting, quick = fast
    brackets = text.count("[") + text.count("{")
    deep = brackets >= MAX_DEPTH or "&" in text or _MAYBE_DEEP.search("\n" + text)
    return counting(text) if deep else quick(text)  # type: ignore[no-any-return]
