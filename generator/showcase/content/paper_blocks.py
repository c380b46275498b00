"""What official papers are made of: paragraphs and tables, and how each kind of them is set.

Type follows GB/T 9704: 小标宋 for titles, 黑体 and 仿宋 below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TITLE, HEADING, TEXT = "方正小标宋简体", "黑体", "仿宋_GB2312"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `kind`: title | heading | text (set in) | plain | centre | right | small | page (break).

    `inset`: characters kept free at the right; `together`: it stays on the page of what follows.
    """

    text: str
    kind: str = "text"
    inset: float = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its text, how many columns and rows it covers. `kind`: label | value | left."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    kind: str = "value"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table. `widths` of columns, `heights` of rows in mm (0: as needed); the first `head` rows repeat.

    `together`: all of it stays on one page.
    """

    widths: Sequence[float]
    rows: Sequence[Sequence[Box]]
    heights: Sequence[float] = ()
    head: int = 0
    together: bool = False


Block = Line | Ruled


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of paragraph is set: font, size, side (0 left, 1 middle, 2 right), what follows it."""

    font: str
    size_pt: float
    align: int = 0
    indent: bool = False
    after_pt: float = 0


TYPES = {
    "title": Type(TITLE, 22, 1, after_pt=14),
    "heading": Type(HEADING, 16, after_pt=6),
    "text": Type(TEXT, 16, indent=True),
    "plain": Type(TEXT, 16),
    "centre": Type(TEXT, 16, 1, after_pt=6),
    "right": Type(TEXT, 16, 2),
    "small": Type(TEXT, 12),
    "label": Type(HEADING, 12, 1),
    "value": Type(TEXT, 12, 1),
    "left": Type(TEXT, 12),
}
