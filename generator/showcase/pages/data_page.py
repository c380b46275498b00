"""/data/: the data files, by year and by region, and what stands in each of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.check.opened import DataSet, OpenTable, data_sets
from showcase.content.wording import ui
from showcase.model.artefact import ROOT, Page
from showcase.model.regions import REGIONS
from showcase.pages.heads import framed
from showcase.pages.jsonld import LANGUAGE, Thing, organisations, said
from showcase.pages.phrases import fill
from showcase.pages.sharing import absolute
from showcase.pages.view import View

_SECTION = "data"


class FileRow(NamedTuple):
    """One table in both forms: its name, how many records, the links; `whole` says it all to a reader."""

    title: str
    records: int
    whole: str
    csv: str
    json: str


class Folder(NamedTuple):
    """The tables of a year or a region."""

    title: str
    rows: list[FileRow]


class Columns(NamedTuple):
    """What a table's columns are: (key, Chinese title), and the link to its schema."""

    title: str
    rows: list[tuple[str, str]]
    schema: str


def data_pages(view: View) -> Iterator[Page]:
    """Yield /data/."""
    whole, *parts = data_sets(view.site.showcase, view.site.today)
    title, about = ui.sections.data, ui.data.about
    path = [(title, "")]
    values = {
        "path": path,
        "whole": _rows(whole, ""),
        "years": [_folder(part) for part in parts if part.year],
        "regions": [_folder(part) for part in parts if part.region],
        "columns": [_columns(table) for table in whole.tables],
        "license": view.site.settings.data_license,
    }
    yield framed(
        view,
        address=f"{_SECTION}/",
        kind=_SECTION,
        section=_SECTION,
        title=title,
        description=about,
        main=view.templates.render("data.html", **values),
        path=path,
        things=[_dataset(view, whole, title, about)],
    )


def _folder(part: DataSet) -> Folder:
    title = REGIONS[part.region].name if part.region else fill(ui.site.year, year=part.year)
    return Folder(title, _rows(part, title))


def _rows(part: DataSet, where: str) -> list[FileRow]:
    return [_row(part, table, where) for table in part.tables]


def _row(part: DataSet, table: OpenTable, where: str) -> FileRow:
    path = f"{ROOT}data/{part.folder}{table.name}"
    return FileRow(table.title, len(table.items), f"{where}{table.title}", f"{path}.csv", f"{path}.json")


def _columns(table: OpenTable) -> Columns:
    rows = [(field.name, field.title) for field in table.fields]
    return Columns(table.title, rows, f"{ROOT}data/schemas/{table.name}.json")


def _dataset(view: View, whole: DataSet, title: str, about: str) -> Thing:
    """Return the files as a Dataset; their addresses only where the site knows its own."""
    settings = view.site.settings
    files = [
        {"@type": "DataDownload", "name": row.title, "encodingFormat": "text/csv", "contentUrl": address}
        for row in _rows(whole, "")
        if (address := absolute(view, row.csv))
    ]
    thing: Thing = {"@type": "Dataset", "name": f"{settings.site_name}：{title}", "description": about}
    return thing | said(
        inLanguage=LANGUAGE,
        url=absolute(view, view.href(f"{_SECTION}/")),
        license=settings.data_license,
        creator=organisations([settings.owner] if settings.owner else []),
        distribution=files,
    )
