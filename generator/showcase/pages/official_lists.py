"""入选推介名单 as published: name and unit, with a link where the person or project has a page here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import ListedName, OfficialList
from showcase.model.records import Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import LEVEL_NAMES
from showcase.pages.heads import framed
from showcase.pages.view import View

SHEET = 500
"""So many lines of a list stand on one page: plain text, a phone loads it at once."""

_DOTS = str.maketrans(dict.fromkeys("•‧・･．﹒⋅", "·") | dict.fromkeys(" 　"))


class Line(NamedTuple):
    """One line: its number in the list, name, unit, and the address of its record or ""."""

    number: int
    name: str
    unit: str
    address: str


class Table(NamedTuple):
    """The lines of one kind: heading, name of the first column, number of all lines, lines."""

    title: str
    column: str
    total: int
    lines: list[Line]


Key = tuple[str, str, str]


def kinds() -> tuple[tuple[str, str, str], ...]:
    """Return (kind, heading, name of the first column) of a list's tables, in their order."""
    return (
        ("star", ui.sections.people_star, ui.table.name),
        ("project", ui.sections.project_brand, ui.table.project),
    )


def official_list_pages(view: View) -> Iterator[Page]:
    """Yield /lists/ and the pages of each official list."""
    lists = sorted(view.site.showcase.lists, key=lambda one: (-one.year, one.address))
    yield _index(view, lists)
    known = records_by_name(view.site.showcase.by_address.values())
    for one in lists:
        yield from _list(view, one, known)


def records_by_name(records: Iterable[Record]) -> Mapping[Key, str]:
    """Return addresses by (kind, name, unit); a project has one entry for each of its hosts."""
    found: dict[Key, str] = {}
    for record in records:
        kind, units = ("star", (record.unit,)) if isinstance(record, Star) else ("project", record.hosts)
        for unit in units:
            found[key(kind, record.name, unit)] = str(record.address)
    return found


def key(kind: str, name: str, unit: str) -> Key:
    """Return what a list line and a record must share: the name with its dots and spaces made equal."""
    return kind, name.translate(_DOTS), unit.translate(_DOTS)


def name_of(one: OfficialList) -> str:
    """Return 2024年河南省 / 2024年全国: what a list is called in a list of lists."""
    place = REGIONS[one.region].name if one.region else LEVEL_NAMES[one.level]
    return ui.official.name.format(year=one.year, place=place)


def _index(view: View, lists: list[OfficialList]) -> Page:
    rows = [(one, name_of(one), _counts(one)) for one in lists]
    path = [(ui.sections.lists, "")]
    about = ui.official.about
    return framed(
        view,
        address="lists/",
        kind="official-lists",
        section="lists",
        title=ui.sections.lists,
        description=about,
        main=view.templates.render("official-lists.html", rows=rows, path=path),
        path=path,
    )


def _counts(one: OfficialList) -> str:
    stars = sum(name.kind == "star" for name in one.names)
    projects = len(one.names) - stars
    said = (
        ui.official.stars.format(n=stars) if stars else "",
        ui.official.projects.format(n=projects) if projects else "",
    )
    return "，".join(filter(None, said))


def _list(view: View, one: OfficialList, known: Mapping[Key, str]) -> Iterator[Page]:
    ordered = [name for kind, _, _ in kinds() for name in one.names if name.kind == kind]
    pages = max(1, -(-len(ordered) // SHEET))
    path = [(ui.sections.lists, view.href("lists/")), (name_of(one), "")]
    for number in range(1, pages + 1):
        part = tables(ordered, known, (number - 1) * SHEET, number * SHEET)
        links = [(n, view.href(_address(one, n)), n == number) for n in range(1, pages + 1)]
        values = {"one": one, "counts": _counts(one), "path": path, "tables": part, "links": links}
        yield _sheet(view, one, number, view.templates.render("official-list.html", **values), path)


def _address(one: OfficialList, number: int) -> str:
    return one.address if number == 1 else f"{one.address}/page-{number}"


def _sheet(view: View, one: OfficialList, number: int, main: str, path: list[tuple[str, str]]) -> Page:
    title = one.title if number == 1 else ui.official.sheet.format(title=one.title, n=number)
    description = "，".join(filter(None, (name_of(one), _counts(one), one.document))) + "。"
    address = _address(one, number)
    return framed(
        view,
        address=address,
        kind="official-list",
        section="lists",
        title=title,
        description=description,
        main=main,
        path=path,
    )


def tables(names: list[ListedName], known: Mapping[Key, str], first: int, last: int) -> list[Table]:
    """Return the lines first..last of `names`, by kind, numbered within their kind."""
    found = []
    for kind, title, column in kinds():
        places = [place for place, name in enumerate(names) if name.kind == kind]
        lines = [
            Line(n, names[p].name, names[p].unit, known.get(key(kind, names[p].name, names[p].unit), ""))
            for n, p in enumerate(places, 1)
            if first <= p < last
        ]
        if lines:
            found.append(Table(title, column, len(places), lines))
    return found
