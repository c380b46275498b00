"""推介表 in a grid to its fields: by labels, wherever they stand and however the cells are merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from showcase.content.form_labels import Label, Paper, fields_of
from showcase.content.label_keys import field_of, label_key
from showcase.intake.cells import plain, without_day
from showcase.intake.grids import Grid, GridCell, Line, Pages
from showcase.intake.pairs import fields_in, inline, lines_said, pairs
from showcase.intake.papers import NominationForm, Pasted, Said

KINDS = {Paper.STAR_FORM: "star", Paper.PROJECT_FORM: "project"}
_TELLING = {
    Paper.STAR_FORM: {"sex", "born", "deeds", "showcase_text", "unit_post", "resume", "nation", "learning"},
    Paper.PROJECT_FORM: {
        "hosts",
        "description",
        "showcase_text",
        "audience",
        "started",
        "organisers",
        "venue",
    },
}
_OPINIONS = frozenset(("unit_opinion", "host_opinion", "county_opinion", "city_opinion", "province_opinion"))
_LINES_KEPT = frozenset(("unit_post", "contact", "learners"))
_SPREAD = frozenset(("contact", "learners", "id_number", "other"))
"""Fields whose value may be spread over several cells."""

_UNKNOWN = re.compile("[\u4e00-\u9fff]{2,12}")
_CONTACTS = re.compile(r"(电\s*话|联系电话|手\s*机(?:号码?)?|邮\s*箱|电子邮[箱件])\s*[:：]")


def form_kind(grid: Grid) -> Paper | None:
    """Return which form a grid is, None when it is none (or one that was left entirely unlabelled)."""
    for paper in KINDS:
        fields = _fields(grid, paper)
        if "name" in fields and len(fields & _TELLING[paper]) >= 2:
            return paper
    return None


def goes_on(grid: Grid, paper: Paper) -> bool:
    """Whether a grid is the rest of a form whose first part was a table of its own."""
    return bool(_fields(grid, paper) & (_TELLING[paper] | _OPINIONS))


def _fields(grid: Grid, paper: Paper) -> set[str]:
    return {name for line in grid.lines for cell in line for name in fields_in(paper, cell.text)}


@dataclass(slots=True)
class FormReader:
    """Reads the grids of one form, or of several in one table: each begins with its name."""

    paper: Paper
    file: str
    found: list[NominationForm] = field(default_factory=list)
    _said: dict[str, list[Said]] = field(default_factory=dict)
    _labels: set[str] = field(default_factory=set)
    _pictures: list[Pasted] = field(default_factory=list)
    _pending: str = ""
    _unknown: list[str] = field(default_factory=list)

    def read(self, grid: Grid) -> None:
        """Take in the lines of a grid."""
        labels: list[tuple[GridCell, str]] = []
        for line in grid.lines:
            self._line(line, labels)

    def foot(self, text: str) -> None:
        """Take in the lines below a table: who filled in the form, and the telephone."""
        for line in text.split("\n"):
            told = "填表" in line and _CONTACTS.search(line)
            if told and self._labels and "filled_by" not in self._said:
                self._contacts(GridCell(0, 1, line, "表尾"))

    def close(self) -> list[NominationForm]:
        """Return the forms, the last one included."""
        self._end()
        return self.found

    def _end(self) -> None:
        known = fields_of(self.paper)
        fields = {name: said for name, parts in self._said.items() if (said := _whole(known[name], parts))}
        if self._labels:
            kind, pictures = KINDS[self.paper], tuple(dict.fromkeys(self._pictures))
            form = NominationForm(kind, self.file, fields, pictures, frozenset(self._labels))
            self.found.append(replace(form, unknown=tuple(dict.fromkeys(self._unknown))))
        self._said, self._labels, self._pictures, self._pending, self._unknown = {}, set(), [], "", []

    def _line(self, line: Line, labels: list[tuple[GridCell, str]]) -> None:
        """Give each cell to the label to its left; one from above may reach down to it."""
        current = next((name for cell, name in reversed(labels) if _reaches(cell, line)), "")
        alone, values, lost = len(line) == 1, 0, False
        for place, cell in enumerate(line):
            name = self._field(cell.text, current)
            if name == "name" and name in self._labels:
                self._end()
            if name:
                current, values, lost = name, 0, False
                self._labels.add(name)
                labels.append((cell, name))
                self._picture(cell, name)
                self._pending = name if alone else ""
                continue
            free = values > 0 or not (current or self._pending)
            lost = lost or (free and place < len(line) - 1 and self._is_unknown(cell, current))
            self._value(cell, "" if lost else current or self._pending)
            values += 1
            self._pending = self._pending if alone else ""

    def _is_unknown(self, cell: GridCell, current: str) -> bool:
        """Whether a cell that is no label's value is itself the label of a field that nobody knows."""
        key = label_key(cell.text)
        if current and (current in _SPREAD or fields_of(self.paper)[current].long):
            return False
        if not _UNKNOWN.fullmatch(key) or pairs(self.paper, cell.text):
            return False
        self._unknown.append(key)
        return True

    def _field(self, text: str, current: str) -> str:
        """Return the field that a cell labels; a second telephone belongs to the unit before it."""
        name = field_of(self.paper, text)
        if name == "host_telephone" and current == "organisers":
            return "organiser_telephone"
        return name

    def _value(self, cell: GridCell, name: str) -> None:
        self._picture(cell, name)
        is_long = bool(name) and fields_of(self.paper)[name].long
        own, value = inline(self.paper, cell.text)
        if _CONTACTS.search(cell.text) and (not own or own in ("telephone", "mobile", "email", "filled_by")):
            self._contacts(cell)
        elif own and fields_of(self.paper)[own].long:
            self._keep(own, value, cell)
        elif found := [] if is_long else pairs(self.paper, cell.text):
            for said, part in found:
                self._keep(said or name, part, cell)
        elif name and cell.text.strip():
            self._keep(name, cell.text, cell)

    def _keep(self, name: str, text: str, cell: GridCell) -> None:
        self._labels |= {name} - {""}
        if name and text.strip():
            self._said.setdefault(name, []).append(Said(text, self.file, cell.place))

    def _contacts(self, cell: GridCell) -> None:
        """Take “电话：… 手机：… 邮箱：…” of one cell apart; who filled in the form is somebody else."""
        parts = _CONTACTS.split(cell.text)
        filled = "填表" in parts[0]
        if filled:
            self._keep("filled_by", re.sub(r"^.*?[:：]", "", parts[0], flags=re.DOTALL), cell)
        for word, value in zip(parts[1::2], parts[2::2], strict=True):
            name = "filled_telephone" if filled else field_of(Paper.STAR_FORM, word)
            name = name if name in fields_of(self.paper) else "contact"
            self._keep(name, value, cell)

    def _picture(self, cell: GridCell, name: str) -> None:
        """Keep what is pasted into a cell: a stamp in an opinion, the id-photo among the short fields."""
        if cell.pictures:
            long = fields_of(self.paper)[name].long if name else False
            id_photo = self.paper is Paper.STAR_FORM and not long
            use = "stamp" if name in _OPINIONS else "id-photo" if name == "photo" or id_photo else ""
            self._pictures += [Pasted(file, use) for file in cell.pictures]


def _reaches(label: GridCell, line: Line) -> bool:
    """Whether a label that covers several rows stands to the left of `line`."""
    return any(
        label.column < first.column and label.row < first.row < label.row + label.rows for first in line[:1]
    )


def _whole(label: Label, parts: list[Said]) -> Said | None:
    """Return the parts of a field as one, None when nothing but the form's own words stand there."""
    keep = label.long or label.field in _LINES_KEPT
    text = plain("\n".join(part.text for part in parts), long=keep)
    if label.field in _OPINIONS:
        text = without_day(text)
    return Said(text, parts[0].file, parts[0].place) if text else None


def from_paragraphs(pages: Pages, file: str) -> list[NominationForm]:
    """Return the form of a document without tables: “姓名：…” a line, long texts below their label."""
    for paper, kind in KINDS.items():
        said = lines_said(paper, pages, file)
        if "name" in said and len(said.keys() & _TELLING[paper]) >= 2:
            known = fields_of(paper)
            fields = {name: whole for name, parts in said.items() if (whole := _whole(known[name], parts))}
            return [NominationForm(kind, file, fields, (), frozenset(said))]
    return []
