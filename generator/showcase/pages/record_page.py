"""What a star's and a project's page have in common: path, large picture, film, neighbours, head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from showcase.content.wording import ui
from showcase.model.artefact import ROOT, Page
from showcase.model.passing import kit_path
from showcase.model.records import Project, Record, Star
from showcase.pages import jsonld
from showcase.pages.beside import beside, sections
from showcase.pages.cards import latest_year, place_of
from showcase.pages.dates import decided_on
from showcase.pages.films import FilmPart, film_part, sound_part
from showcase.pages.gallery import record_gallery
from showcase.pages.heads import head
from showcase.pages.honours import honour_rows
from showcase.pages.neighbours import Neighbours
from showcase.pages.passing_on import share_of
from showcase.pages.pictures import Drawn, lead
from showcase.pages.prose import excerpt
from showcase.pages.record_data import video_object
from showcase.pages.view import View
from showcase.pages.visits import visits

R = TypeVar("R", Star, Project)


class RecordKind(NamedTuple, Generic[R]):
    """How one kind of record is shown.

    `section` is its tab and the head of its addresses; `thing` makes its JSON-LD, `about` says who or
    what it is, `words` what only its template needs.
    """

    kind: str
    section: str
    og_type: str
    thing: Callable[[View, R, str, Drawn | None], jsonld.Thing]
    about: Callable[[R], str]
    words: Callable[[R], dict[str, Any]]

    @property
    def label(self) -> str:
        """Its name in paths and titles."""
        return ui.sections.stars if self.section == "stars" else ui.sections.projects


class Face(NamedTuple):
    """What page, path and head say alike."""

    title: str
    description: str
    picture: Drawn | None
    film: FilmPart | None
    steps: list[tuple[str, str]]


def record_page(view: View, record: R, kind: RecordKind[R], neighbours: Neighbours[R]) -> Page:
    """Return the page of one record."""
    face = _face(view, record, kind)
    values = _shared(view, record) | kind.words(record) | face._asdict()
    main = view.templates.render(f"{kind.kind}.html", more=neighbours.of(record), **values)
    return Page(
        address=str(record.address),
        kind=kind.kind,
        section=kind.section,
        title=face.title,
        description=face.description,
        main=main,
        head=_head(view, record, kind, face),
        record=str(record.address),
        noindex=view.site.showcase.preview,
    )


def _face(view: View, record: R, kind: RecordKind[R]) -> Face:
    return Face(
        f"{record.name}　{kind.label}　{latest_year(record)}{place_of(view, record)}",
        _about(kind.about(record)) + excerpt(record.showcase_text, 60),
        lead(view, record),
        film_part(view, record),
        path_of(view, record, kind.label),
    )


def _about(words: str) -> str:
    return f"{words}。" if words else ""


def _head(view: View, record: R, kind: RecordKind[R], face: Face) -> str:
    things = [kind.thing(view, record, face.description, face.picture)]
    if face.film:
        things.append(video_object(view, face.film, face.description, decided_on(record)))
    return head(
        view,
        str(record.address),
        face.title,
        face.description,
        face.steps,
        picture=face.picture,
        things=things,
        og_type=kind.og_type,
    )


def path_of(view: View, record: Record, label: str) -> list[tuple[str, str]]:
    """Return the path of a record's page: its kind, its newest year, its region, its name."""
    year, region = latest_year(record), record.address.region
    section = record.address.kind
    return [
        (label, view.href(f"{section}/")),
        (str(year), view.href(f"{section}/{year}")),
        (place_of(view, record), view.href(f"{section}/{year}/{region}")),
        (record.name, ""),
    ]


def _shared(view: View, record: Record) -> dict[str, Any]:
    year = latest_year(record)
    return {
        "record": record,
        "year": year,
        "place": place_of(view, record),
        "honours": honour_rows(record.honours),
        "sections": sections(record),
        "sound": sound_part(view, record),
        "gallery": record_gallery(view, record),
        "visits": visits(view, record),
        "beside": beside(view, record, year),
        "slides": view.href(f"{record.address}/slides"),
        "kit": _kit(view, record),
        "share": share_of(view, record.address, record.name),
    }


def _kit(view: View, record: Record) -> tuple[str, str] | None:
    """Return link and note of the record's kit, where the site offers it."""
    if str(record.address) not in view.site.showcase.downloads:
        return None
    has_film = record.video is not None and view.site.settings.kits == "chosen"
    return ROOT + kit_path(record.address), ui.kit.download_film if has_film else ui.kit.download_note
