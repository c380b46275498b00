"""材料目录 by category, as a workbook: what lies there of each nomination, and nothing private."""

from __future__ import annotations

from showcase.content.workbooks import Cell, Column, Table, workbook_of
from showcase.desk.lists.entries import Drawn, Entry
from showcase.model.records import Star
from showcase.model.terms import DISTINCTION_NAMES, HONOUR_TITLES, STAGE_NAMES

_FIRST = {
    "star": ("姓名", "单位", "职务"),
    "project": ("项目名称", "主办单位", "承办单位"),
}
_REST = ("推荐单位", "特别推介", "宣传展示材料（字）", "照片（张）", "短片", "阶段", "编号")


def catalogue(drawn: Drawn) -> bytes:
    """Return the .xlsx: one sheet a category, numbered, their count below the title."""
    tables = [_table(drawn, kind) for kind in HONOUR_TITLES]
    return workbook_of(tables, f"{drawn.asked.about}材料目录", drawn.settings.owner)


def _table(drawn: Drawn, kind: str) -> Table:
    entries = drawn.of_kind(kind)
    columns = [Column(title=title) for title in ("序号", *_FIRST[kind], *_REST)]
    asked = drawn.asked
    above = (f"{asked.year}年{asked.place}“{HONOUR_TITLES[kind]}”材料目录", f"共 {len(entries)} 份")
    rows = [_row(number, entry) for number, entry in enumerate(entries, 1)]
    return Table(name=HONOUR_TITLES[kind], columns=columns, rows=rows, above=above)


def _row(number: int, entry: Entry) -> list[Cell]:
    record, honour = entry.record, entry.honour
    third = record.post if isinstance(record, Star) else "、".join(record.organisers)
    return [
        number,
        record.name,
        entry.unit,
        third,
        "、".join(record.nominated_by),
        DISTINCTION_NAMES[honour.distinction] if honour.distinction else "",
        sum(len("".join(text.split())) for text in record.showcase_text),
        len(record.photos),
        "有" if record.video else "无",
        STAGE_NAMES[honour.stage],
        str(record.address),
    ]
