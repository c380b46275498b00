"""A .docx to pages. Runs in a worker: the file is somebody else's.

Texts are taken from the elements themselves, since forms hold what a list of paragraphs leaves out:
content controls, tracked insertions, text boxes, ticked boxes that are symbols of a font.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from showcase.content.texts import UNSEEN
from showcase.intake.grids import Grid, GridCell, Line, Pages

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {
    _W + tag for tag in ("del", "moveFrom", "instrText", "rPr", "pPr", "tcPr", "tblPr", "tbl", "fldData")
}
_SKIPPED |= {_MC + "Fallback"}
_THROUGH = {_W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag", "moveTo")}
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_TICKED, _EMPTY = (
    {"F052", "F0FE", "F0FC", "F050", "00FE", "0052", "00FC", "F053"},
    {"F0A3", "F0A8", "00A8", "00A3"},
)
_LEAST_PICTURE = 3_000
"""Bytes: lines, bullets and single signs are smaller, photographs larger."""


def read_word(path: Path, folder: Path) -> Pages:
    """Return what a .docx says; its pictures are written below `folder` under the hash of their bytes."""
    import docx  # noqa: PLC0415 - takes a third of a second to load

    document = docx.Document(str(path))
    return _Reader(document.part, folder).pages(document.element.body)


@dataclass(slots=True)
class _Draft:
    """A cell while the rows below may still belong to it."""

    row: int
    column: int
    texts: list[str]
    place: str
    rows: int = 1
    pictures: list[str] = field(default_factory=list)

    def done(self) -> GridCell:
        """Return the cell."""
        text = "\n".join(filter(None, self.texts))
        return GridCell(self.row, self.column, text, self.place, self.rows, tuple(self.pictures))


@dataclass(slots=True)
class _Reader:
    part: Any
    folder: Path
    grids: list[Grid] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def pages(self, body: Any) -> Pages:  # noqa: ANN401 - an element of lxml
        """Walk the body."""
        self._blocks(body)
        foot = "\n".join(self.above)
        linked = sum(1 for node in body.iter() if _is_link(node))
        return Pages(tuple(self.grids), tuple(self.paragraphs), tuple(self.pictures), foot, linked)

    def _blocks(self, parent: Any) -> None:  # noqa: ANN401
        for child in parent:
            if child.tag == _W + "p":
                self._paragraph(child)
            elif child.tag == _W + "tbl":
                self._grid(child)
            elif child.tag in _THROUGH:
                self._blocks(child)

    def _paragraph(self, element: Any) -> None:  # noqa: ANN401
        if text := text_of(element):
            self.paragraphs.append(text)
            self.above.append(text)
        self.pictures += self._pictures(element)
        for table in element.iter(_W + "tbl"):  # a form inside a text box
            if not any(each.tag == _MC + "Fallback" for each in table.iterancestors()):
                self._grid(table)

    def _grid(self, table: Any) -> None:  # noqa: ANN401
        title, self.above = "\n".join(self.above), []
        at = len(self.grids)
        lines = tuple(_frozen(self._rows(table)))
        self.grids.insert(at, Grid(title, lines))

    def _rows(self, table: Any) -> Iterator[list[_Draft]]:  # noqa: ANN401
        """Yield the cells of each row; one that goes on from above lengthens the one there."""
        open_cells: dict[int, _Draft] = {}
        for row, element in enumerate(_children(table, "tr"), 1):
            column, line = 1 + _number(element, "trPr", "gridBefore"), []
            for count, cell in enumerate(_children(element, "tc"), 1):
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merge is not None and merge.get(_W + "val", "continue") == "continue"
                text, pictures = text_of(cell), self._pictures(cell)
                if goes_on and column in open_cells:
                    above = open_cells[column]
                    above.texts, above.pictures = [*above.texts, text], above.pictures + pictures
                    above.rows = row - above.row + 1
                else:
                    open_cells[column] = _Draft(row, column, [text], f"第 {row} 行第 {count} 格", 1, pictures)
                    line.append(open_cells[column])
                column += max(_number(cell, "tcPr", "gridSpan"), 1)
                for nested in _nested(cell):
                    self._grid(nested)
            yield line

    def _pictures(self, element: Any) -> list[str]:  # noqa: ANN401
        """Write the pictures of an element; return the names of their files."""
        found = []
        for node in element.iter():
            name = node.get(_R + "embed") if node.tag.endswith("}blip") else None
            name = name or (node.get(_R + "id") if node.tag.endswith("}imagedata") else None)
            related = self.part.related_parts.get(name) if name else None
            if related is not None and len(related.blob) >= _LEAST_PICTURE:
                found.append(self._written(related))
        return list(dict.fromkeys(found))

    def _written(self, part: Any) -> str:  # noqa: ANN401
        digest = hashlib.sha256(part.blob).hexdigest()
        name = f"{digest}{PurePosixPath(str(part.partname)).suffix.lower()}"
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(part.blob)
        return name


def _is_link(node: Any) -> bool:  # noqa: ANN401
    """Whether a picture names a file elsewhere and brings none."""
    if not isinstance(node.tag, str) or any(each.tag == _MC + "Fallback" for each in node.iterancestors()):
        return False
    if node.tag.endswith("}blip"):
        return bool(node.get(_R + "link")) and not node.get(_R + "embed")
    return node.tag.endswith("}imagedata") and bool(node.get(_R + "href")) and not node.get(_R + "id")


def _frozen(rows: Iterator[list[_Draft]]) -> Iterator[Line]:
    yield from [tuple(cell.done() for cell in line) for line in list(rows)]


def _children(parent: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield rows of a table, cells of a row; content controls around them do not count."""
    for child in parent:
        if child.tag == _W + tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _nested(cell: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the tables directly inside a cell."""
    for child in cell:
        if child.tag == _W + "tbl":
            yield child
        elif child.tag in _THROUGH:
            yield from _nested(child)


def _number(element: Any, properties: str, name: str) -> int:  # noqa: ANN401
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(_W + "val", "0") if found is not None else "0"
    return min(int(value), 200) if value.isdigit() else 0


def text_of(element: Any) -> str:  # noqa: ANN401
    """Return what a reader sees in an element, a paragraph a line; tables inside it are not part of it."""
    return UNSEEN.sub("", "".join(_texts(element))).replace("\xa0", " ").strip()


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == _W + "t":
            yield child.text or ""
        elif tag in _MARKS:
            yield _MARKS[tag]
        elif tag == _W + "sym":
            code = child.get(_W + "char", "").upper()
            yield "☑" if code in _TICKED else "□" if code in _EMPTY else ""
        elif tag == _W + "checkBox":
            ticked = child.find(_W + "checked")
            yield "☑" if ticked is not None and ticked.get(_W + "val", "1") not in ("0", "false") else "□"
        else:
            yield from _texts(child)
    if element.tag == _W + "p":
        yield "\n"
