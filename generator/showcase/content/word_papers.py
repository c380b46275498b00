"""Official papers as .docx: title, paragraphs, tables. The same values, the same bytes.

Type and page follow GB/T 9704: 小标宋 for titles, 黑体 and 仿宋 below. Where a machine lacks these, the
table of fonts names what stands in for them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from showcase.content.packing import NO_MOMENT, repacked
from showcase.content.paper_blocks import HEADING, TEXT, TITLE, TYPES, Block, Box, Line, Ruled, Type

if TYPE_CHECKING:
    from docx.document import Document

_STANDS_IN = {
    TITLE: "方正小标宋_GBK;华文中宋;宋体;Noto Serif CJK SC",
    HEADING: "SimHei;微软雅黑;Noto Sans CJK SC",
    TEXT: "仿宋;FangSong;华文仿宋;宋体;Noto Serif CJK SC",
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARGINS_MM = (37, 28, 35, 26)
_PAGE_MM = (210, 297)


def word_paper(title: str, blocks: Sequence[Block], *, across: bool = False, narrow: bool = False) -> bytes:
    """Return a .docx on A4 (`across`: landscape; `narrow`: 20 mm margins, for forms)."""
    import docx  # noqa: PLC0415 - takes a third of a second to load

    document = docx.Document()
    _page(document, across=across, narrow=narrow)
    for block in blocks:
        if isinstance(block, Line):
            _line(document, block)
        else:
            _table(document, block)
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = title, "", "", ""
    told.created = told.modified = NO_MOMENT
    told.revision, told.keywords = 1, ""
    file = io.BytesIO()
    document.save(file)
    return repacked(file.getvalue(), {"word/fontTable.xml": _fonts()})


def _page(document: Document, *, across: bool, narrow: bool) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    section = document.sections[0]
    wide, high = reversed(_PAGE_MM) if across else _PAGE_MM
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    top, left, bottom, right = (20, 20, 18, 20) if narrow else _MARGINS_MM
    section.top_margin, section.left_margin = Mm(top), Mm(left)
    section.bottom_margin, section.right_margin = Mm(bottom), Mm(right)


def _line(document: Document, line: Line) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - as above

    if line.kind == "page":
        document.add_page_break()  # type: ignore[no-untyped-call]
        return
    text = line.text.replace("”“", "”\n“") if line.kind == "title" else line.text  # never inside a name
    paragraph = document.add_paragraph()
    _write(paragraph, text, TYPES[line.kind])
    if line.inset:
        paragraph.paragraph_format.right_indent = Pt(line.inset * TYPES[line.kind].size_pt)
    if line.together or line.kind == "heading":
        paragraph.paragraph_format.keep_with_next = True


def _write(paragraph: Any, text: str, look: Type) -> None:  # noqa: ANN401 - python-docx's paragraph
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Pt  # noqa: PLC0415 - as above

    how = paragraph.paragraph_format
    how.space_before, how.space_after, how.alignment = Pt(0), Pt(look.after_pt), look.align
    how.line_spacing = Pt(round(look.size_pt * 1.75)) if look.size_pt > 12 else 1.15
    if look.indent:
        how.first_line_indent = Pt(2 * look.size_pt)
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(look.size_pt), look.font
    fonts = run._element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), look.font)
    fonts.set(qn("w:hint"), "eastAsia")  # quotation marks and dashes are as wide as a character


def _table(document: Document, ruled: Ruled) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - as above

    table = document.add_table(len(ruled.rows), len(ruled.widths), "Table Grid")
    table.autofit, table.alignment = False, 1
    for column, width in zip(table.columns, ruled.widths, strict=True):
        column.width = Mm(width)
    taken: set[tuple[int, int]] = set()
    for number, boxes in enumerate(ruled.rows):
        row = table.rows[number]
        if number < len(ruled.heights) and ruled.heights[number]:
            row.height = Mm(ruled.heights[number])
        _row(table, number, boxes, ruled, taken)
        if ruled.head or ruled.together:
            _mark(row, "w:cantSplit")
        if number < ruled.head:
            _mark(row, "w:tblHeader")
        if ruled.together and number < len(ruled.rows) - 1:
            for paragraph in (paragraph for cell in row.cells for paragraph in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True


def _row(table: Any, number: int, boxes: Sequence[Box], ruled: Ruled, taken: set[tuple[int, int]]) -> None:  # noqa: ANN401
    from docx.shared import Mm  # noqa: PLC0415 - as above

    column = 0
    for box in boxes:
        while (number, column) in taken:
            column += 1
        last = number + box.rows - 1, column + box.columns - 1
        taken |= {(r, c) for r in range(number, last[0] + 1) for c in range(column, last[1] + 1)}
        cell = table.cell(number, column)
        if last != (number, column):
            cell = cell.merge(table.cell(*last))
        cell.width = Mm(sum(ruled.widths[column : last[1] + 1]))
        cell.vertical_alignment = None if box.kind == "left" else 1
        lines = box.text.split("\n")
        for at, line in enumerate(lines):
            _write(cell.paragraphs[0] if not at else cell.add_paragraph(), line, TYPES[box.kind])
        column = last[1] + 1


def _mark(row: Any, name: str) -> None:  # noqa: ANN401 - as above
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fonts() -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"swiss" if name == HEADING else "roman"}"/></w:font>'
        for name, other in _STANDS_IN.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{_W}">{fonts}</w:fonts>'.encode()
