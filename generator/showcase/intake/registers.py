"""推介登记表 (汇总表) in a grid to its rows: the row of labels heads the columns, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.content.form_labels import REGISTER_ONLY, Paper
from showcase.content.label_keys import field_of, label_key
from showcase.intake.cells import plain
from showcase.intake.grids import Grid, GridCell, Line, Pages
from showcase.intake.papers import Register, Said

KINDS = {Paper.STAR_REGISTER: "star", Paper.PROJECT_REGISTER: "project"}
_LEAST_LABELS = 4
_OWN = frozenset(("order", "name"))
"""What is each row's own, however cells are merged."""

_END = re.compile(r"\s*(?:注\s*[:：]|说明\s*[:：]|填表|[(（]\s*盖章|联系人|审核|备注\s*[:：])")
_EXAMPLE = re.compile(r"例|示例|样例")

_UNIT = r"(?P<unit>[^:：\n]{2,40}?)"
_SENDERS = (
    re.compile(
        rf"(?:教育局、学院(?:[(（]校[)）])?|(?:推荐|推介|报送|填报|申报)单位(?:名称)?)[^:：\n]{{0,8}}[:：]\s*{_UNIT}"
        r"\s*(?:[(（]\s*(?:盖\s*章|公\s*章)|填表|填报|\s{2,}|\n|\Z)"
    ),
    re.compile(rf"(?:^|\n)\s*{_UNIT}\s*[(（]单位[)）]\s*[“\"「]"),
    re.compile(rf"(?:^|\n)\s*{_UNIT}\s*[(（]\s*盖\s*章"),
)


def register_kind(grid: Grid) -> tuple[Paper, int] | None:
    """Return which register a grid is and the place of its row of labels, None when it is none."""
    for at, line in enumerate(grid.lines):
        for paper in KINDS:
            fields = {field_of(paper, cell.text) for cell in line} - {""}
            if "name" in fields and fields & REGISTER_ONLY and len(fields) >= _LEAST_LABELS:
                return paper, at
    return None


def read_register(grid: Grid, paper: Paper, at: int, file: str, pages: Pages) -> Register:
    """Return the register whose row of labels is line `at` of `grid`."""
    columns = dict(_columns(paper, grid.lines[at]))
    below, subs = _sub_labels(grid, at, columns)
    rows = tuple(_rows(paper, grid.lines[below:], columns, subs, file))
    above = [cell.text for line in grid.lines[:at] for cell in line]
    foot = [cell.text for line in grid.lines[at + 1 :] for cell in line if len(line) <= 2]
    return Register(KINDS[paper], file, sender_in([grid.title, *above, *foot, *pages.paragraphs]), rows)


def sender_in(texts: list[str]) -> str:
    """Return who sends a register, as its head or foot says: 教育局、学院（校）：…（盖章）, …区（单位）“…."""
    for pattern in _SENDERS:
        for text in texts:
            if found := pattern.search(text):
                unit = re.sub(r"\s", "", found["unit"])
                if unit and not re.fullmatch(r"[\W_]*|.*(?:推介|推荐)?登记表|注.*", unit):
                    return unit
    return ""


def _columns(paper: Paper, line: Line) -> Iterator[tuple[int, str]]:
    taken: set[str] = set()
    for cell in line:
        name = field_of(paper, cell.text)
        if name and name not in taken:
            taken.add(name)
            yield cell.column, name


def _sub_labels(grid: Grid, at: int, columns: dict[int, str]) -> tuple[int, dict[int, str]]:
    """Return where the rows begin, and the words (线上, 线下) of a second row of labels by column."""
    if at + 1 >= len(grid.lines):
        return at + 1, {}
    line = grid.lines[at + 1]
    words = {cell.column: label_key(cell.text) for cell in line if cell.text.strip()}
    if not words or any(
        word not in ("线上", "线下", "人数", "人次", "线上人次", "线下人次") for word in words.values()
    ):
        return at + 1, {}
    starts = sorted(columns)
    for column in words:
        owner = max((start for start in starts if start <= column), default=0)
        columns.setdefault(column, columns.get(owner, ""))
    return at + 2, words


def _rows(
    paper: Paper, lines: tuple[Line, ...], columns: dict[int, str], subs: dict[int, str], file: str
) -> Iterator[dict[str, Said]]:
    for line in _reaching_down(lines, {at for at, field in columns.items() if field not in _OWN}):
        if line and _END.match(line[0].text):
            return
        if field_of(paper, _text_of(line, columns, "name")) == "name":
            continue  # the labels again, on the next page
        row: dict[str, Said] = {}
        for cell in line:
            name = columns.get(cell.column, "")
            text = plain(cell.text, long=name in ("contact", "telephone", "unit_post")) if name else ""
            if not text:
                continue
            text = f"{subs[cell.column]}{text}" if cell.column in subs else text
            before = row.get(name)
            text = f"{before.text}；{text}" if before else text
            row[name] = Said(text, file, before.place if before else cell.place)
        if "name" in row and not _EXAMPLE.fullmatch(row.get("order", Said("")).text):
            yield row


def _reaching_down(lines: tuple[Line, ...], columns: set[int]) -> Iterator[Line]:
    """Yield the lines, each with what a merged cell of a line above says for it too: one unit of several."""
    above: dict[int, GridCell] = {}
    for line in lines:
        row, own = line[0].row if line else 0, {cell.column for cell in line}
        more = [cell for at, cell in above.items() if at not in own and cell.row < row < cell.row + cell.rows]
        above |= {cell.column: cell for cell in line if cell.rows > 1 and cell.column in columns}
        yield tuple(sorted((*line, *more), key=lambda cell: cell.column))


def _text_of(line: Line, columns: dict[int, str], field: str) -> str:
    return next((cell.text for cell in line if columns.get(cell.column) == field), "")
