"""What a packet's papers say: 推介表, 推介登记表, and the texts beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in one cell, and where: a file's name and a place in it (第 2 行第 4 格, D5)."""

    text: str
    file: str = ""
    place: str = ""

    @property
    def where(self) -> str:
        """File and place in one, as reports print them."""
        return f"{self.file} {self.place}".strip()


Fields = Mapping[str, Said]
"""By field of content/form_labels.py; a field that was left empty is not there."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture in a Word file. `use`: id-photo, stamp (of an opinion) or "" for any other."""

    file: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class NominationForm:
    """推介表 of one person or project. `kind`: star | project. `labels`: the fields that it has cells for.

    `unknown`: labels of cells that stand for no field of ours; what is written there is not taken.
    """

    kind: str
    file: str
    fields: Fields
    pictures: tuple[Pasted, ...] = ()
    labels: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """推介登记表 (汇总表): who sends it, and its rows in their order, each by field."""

    kind: str
    file: str
    sender: str
    rows: tuple[Fields, ...]


@dataclass(frozen=True, slots=True)
class TextPaper:
    """A paper that is one text: `field` says which (work_summary, deeds …)."""

    field: str
    file: str
    paragraphs: tuple[str, ...]


@dataclass(slots=True)
class Papers:
    """Everything that was read of one paper. `pictures` are those of a paper that is no form."""

    forms: list[NominationForm] = field(default_factory=list)
    registers: list[Register] = field(default_factory=list)
    texts: list[TextPaper] = field(default_factory=list)
    pictures: tuple[str, ...] = ()
