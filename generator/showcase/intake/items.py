"""An item is one person or project that a sender nominates: everything that came about it, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from showcase.intake.papers import Fields, NominationForm, Papers, Said
from showcase.model.terms import PhotoKind
from showcase.rules.identity import person_key, project_key

_ASIDE = re.compile(r"[(（][^()（）]*[)）]\s*\Z")
PLACES = {"star": "stars", "project": "projects"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph that came: its bytes' hash, what it is, the name that it came under, our own name."""

    sha256: str
    kind: PhotoKind
    origin: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A film that came: the hash of its bytes, the name that it came under, our own name."""

    sha256: str
    origin: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A nomination. `form` and `row` are its 推介表 and its line of the register; `texts` by field.

    `address` is its draft's once it has one; `media` the sha256 of each file that we wrote for it.
    """

    kind: str
    name: str
    form: Fields = field(default_factory=dict)
    row: Fields = field(default_factory=dict)
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    film: FilmFile | None = None
    address: str = ""
    labels: frozenset[str] = frozenset()
    media: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return key_of(self.kind, self.name)

    @property
    def unit(self) -> str:
        """The unit or the host as the papers say it, "" when they do not."""
        for said in (self.row, self.form):
            for name in ("unit", "hosts", "unit_post"):
                if name in said:
                    return "".join(said[name].text.split("\n")[0].split())
        return ""

    def said(self, name: str) -> Said:
        """Return what the form says under `name`, else the register, else an empty cell."""
        return self.form.get(name) or self.row.get(name) or Said("")


def key_of(kind: str, name: str) -> str:
    """Return the name of a person or project as it is compared."""
    return person_key(name) if kind == "star" else project_key(name)


def gathered(papers: Iterable[Papers]) -> tuple[list[Item], list[NominationForm]]:
    """Return the items of a packet, people first, those with forms first, and the forms that name nobody."""
    every = list(papers)
    items: list[Item] = []
    nameless: list[NominationForm] = []
    for form in (form for each in every for form in each.forms):
        if "name" in form.fields:
            _add(items, item_of(form))
        elif form.fields:
            nameless.append(form)
    for register in (register for each in every for register in each.registers):
        for row in register.rows:
            _add(items, Item(register.kind, name_of(register.kind, row["name"]), row=row))
    items.sort(key=lambda item: item.kind != "star")
    return items, nameless


def item_of(form: NominationForm) -> Item:
    """Return the item of a form that says its name."""
    return Item(form.kind, name_of(form.kind, form.fields["name"]), form.fields, labels=form.labels)


def name_of(kind: str, said: Said) -> str:
    """Return a name without the gaps of “沈 玉 兰”, and a person's without the brackets of “沈玉兰（女）”."""
    text = _ASIDE.sub("", said.text) if kind == "star" else said.text
    words = (text or said.text).split()
    return "".join(words) if all(not word.isascii() for word in words) else " ".join(words)


def _add(items: list[Item], new: Item) -> None:
    """Put `new` to the item that it belongs to, or behind the others."""
    at = place_of(items, new)
    if at is None:
        items.append(new)
    else:
        items[at] = updated(items[at], new)


def place_of(items: list[Item], new: Item) -> int | None:
    """Return where the item of that name stands; of several the one of the same unit."""
    same = [at for at, item in enumerate(items) if (item.kind, item.key) == (new.kind, new.key)]
    if not same:
        return None
    of_unit = [at for at in same if not new.unit or not items[at].unit or _alike(items[at].unit, new.unit)]
    if of_unit:
        return of_unit[0]
    alone = [at for at in same if not (items[at].form and new.form) and not (items[at].row and new.row)]
    return alone[0] if alone else None


def _alike(one: str, other: str) -> bool:
    return one in other or other in one


def updated(old: Item, new: Item) -> Item:
    """Return `old` with what a later paper or packet brought.

    A packet with the form is taken for whole: its photographs and its film replace what came before. One
    without it brings what was missing: photographs are added.
    """
    known = {picture.sha256: picture for picture in old.pictures}
    coming = tuple(known.get(picture.sha256, picture) for picture in new.pictures)
    kept = () if new.form and coming else tuple(p for p in old.pictures if p not in coming)
    film = old.film if new.film is None or (old.film and old.film.sha256 == new.film.sha256) else new.film
    return replace(
        old,
        name=new.name or old.name,
        form=new.form or old.form,
        labels=new.labels or old.labels,
        row=new.row or old.row,
        texts={**old.texts, **new.texts},
        pictures=kept + coming,
        film=film,
    )
