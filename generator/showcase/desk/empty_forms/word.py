"""Empty forms as .docx: 推介表 on A4, 登记表 across, 单独同意书."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.content.form_labels import Paper
from showcase.content.paper_blocks import Block, Box, Line, Ruled
from showcase.content.word_papers import word_paper
from showcase.desk.consent_forms import ADULT, CHILD, SENSITIVE, SENSITIVE_CHILD
from showcase.desk.empty_forms.layouts import Place, form_rows, register_columns, title_of
from showcase.model.rulebook import Rulebook

_FORM_MM = (26, 30, 24, 20, 24, 20, 26)
_SHARES = {1: (6,), 2: (3, 2), 3: (1, 1, 1)}
_PHOTO_ROWS = 4
_REGISTER_MM = {
    "order": 14,
    "name": 24,
    "unit": 42,
    "hosts": 46,
    "contact": 40,
    "telephone": 32,
    "address": 38,
}
_SENDER = "报送单位：                                填表人：                填表时间："
_STAMP = "（报送单位公章）"


def form(paper: Paper, book: Rulebook) -> bytes:
    """Return an empty 推介表."""
    rows = form_rows(paper, book)
    boxes = [_row(paper, number, places) for number, places in enumerate(rows)]
    heights = [max(place.high_mm for place in places) for places in rows]
    blocks: list[Block] = [Line(title_of(paper), "title"), Ruled(_FORM_MM, boxes, heights)]
    blocks.append(Line("填表联系人：                    联系电话：", "small"))
    return word_paper(title_of(paper), blocks, narrow=True)


def _row(paper: Paper, number: int, places: Sequence[Place]) -> list[Box]:
    """Return the boxes of a row; a star's photograph stands to the right of the first rows."""
    has_photo = paper is Paper.STAR_FORM and number < _PHOTO_ROWS
    shares = _SHARES[len(places)]
    if has_photo and len(places) == 2:
        shares = (1, 3)
    boxes: list[Box] = []
    for place, share in zip(places, shares, strict=True):
        label = f"{place.words}{place.hint}" if not place.hint else f"{place.words}\n{place.hint}"
        kind = "left" if place.label.long or place.printed else "value"
        boxes += [Box(label, kind="label"), Box(_printed(place), share, kind=kind)]
    if has_photo and number == 0:
        boxes.append(Box("照  片\n（彩色照片）", rows=_PHOTO_ROWS, kind="label"))
    return boxes


def _printed(place: Place) -> str:
    """Return what stands in an empty cell; a stamp's line comes below the room for the text."""
    return f"\n\n\n{place.printed}" if place.label.field.endswith("_opinion") else place.printed


def register(paper: Paper, book: Rulebook, rows: int = 8) -> bytes:
    """Return an empty 登记表 with room for `rows` nominations."""
    columns = register_columns(paper, book)
    own = [_REGISTER_MM.get(place.label.field, 16) for place in columns]
    widths = [width * 257 / sum(own) for width in own]
    head = [Box(place.words, kind="label") for place in columns]
    blank = [[Box() for _ in columns] for _ in range(rows)]
    blocks: list[Block] = [Line(title_of(paper), "title"), Line(_SENDER, "small")]
    blocks.append(Ruled(widths, [head, *blank], [12] * (rows + 1), head=1))
    blocks.append(Line(_STAMP, "right"))
    return word_paper(title_of(paper), blocks, across=True, narrow=True)


def consent(*, child: bool) -> bytes:
    """Return an empty 单独同意书: the boxes of the printed one, asset by asset."""
    title = "同意书（孩子和监护人）" if child else "同意书"
    assets, sensitive = (CHILD, SENSITIVE_CHILD) if child else (ADULT, SENSITIVE)
    who = ["孩子姓名：________  监护人姓名：________  关系：______"] if child else []
    who = who or ["姓名：__________    单位：__________________"]
    lines = [
        Line("编号：____________", "right"),
        Line(title, "title"),
        *(Line(text, "plain") for text in who),
    ]
    lines += [Line("我同意下面打勾的内容放到网上展示；没有打勾的，就是不同意：", "plain")]
    lines += [Line(f"□ {text}", "plain") for text in assets.values()]
    lines += [Line("下面这些要另外打勾，才会出现：", "plain")]
    lines += [Line(f"□ {text}", "plain") for text in sensitive.values()]
    lines += [Line("到哪一天为止：□ 一直    □ 到 ______年____月____日", "plain")]
    lines += [Line("同意以后随时可以不同意，说一声就撤下来；不同意，不影响推介。", "plain")]
    signers = ("监护人签字", "孩子签字") if child else ("本人签字",)
    lines += [Line(f"{who}：______________    ______年____月____日", "plain") for who in signers]
    return word_paper(title, lines, narrow=True)
