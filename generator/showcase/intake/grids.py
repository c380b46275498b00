"""What a Word file or a table says, whatever program wrote it: grids of cells, and the texts around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell. `column` counts from 1 in the grid's finest columns; `rows` is how many rows it covers.

    `place` says where it stands as people count: 第 2 行第 4 格, or D5. `pictures` are files of what is
    pasted into it.
    """

    row: int
    column: int
    text: str
    place: str
    rows: int = 1
    pictures: tuple[str, ...] = ()


Line = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table, and the text that stands between it and the one before."""

    title: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Everything that its cells say, a cell a line."""
        return "\n".join(cell.text for line in self.lines for cell in line)


@dataclass(frozen=True, slots=True)
class Pages:
    """A document: its tables, its paragraphs outside of them, and the pictures pasted between them.

    `foot` is the text below the last table, `linked` how many pictures only point to a file elsewhere.
    """

    grids: tuple[Grid, ...] = ()
    paragraphs: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    foot: str = ""
    linked: int = 0
