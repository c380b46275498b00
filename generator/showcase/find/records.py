"""Documents of stars and projects: what stands on their pages, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from showcase.content.wording import ui
from showcase.find.documents import RECORDS, Document, line_of, present
from showcase.model.facets import traits_of
from showcase.model.media import Rendition, Shelf, media_key
from showcase.model.parts import Section
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import DISTINCTION_NAMES, GROUP_NAMES, LEVEL_NAMES, PhotoKind

_FIRST_CHOICE = (PhotoKind.PORTRAIT, PhotoKind.LIFE, PhotoKind.ACTIVITY, PhotoKind.ID_PHOTO)
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_WORD = r"[^\s\x00-/:-@\[-`{-\x7f]+"
_LINE = f"{_WORD}(?: {_WORD})*"
_UNMARKED = re.compile(f"{_LINE}(?:\n+{_LINE})*")
"""Lines in which no character means anything in Markdown: read as they stand, in a tenth of the time."""


def record_document(record: Record, shelf: Shelf) -> Document:
    """Return the document of a record."""
    return _star(record, shelf) if isinstance(record, Star) else _project(record, shelf)


def _star(star: Star, shelf: Shelf) -> Document:
    year = _year(star)
    return Document(
        address=str(star.address),
        name=star.name,
        line=line_of(ui.sections.stars, _region(star), year, star.unit),
        band=RECORDS,
        year=year,
        person=True,
        pinyin=star.pinyin,
        titles=_titles(star),
        units=present((star.unit, star.post)),
        places=_places(star),
        topics=present((*star.topics, *(GROUP_NAMES[group] for group in star.groups))),
        texts=present((star.quote, *star.showcase_text, *_further_texts(star))),
        picture=picture_of(star, shelf),
        traits=traits_of(star, shelf),
    )


def _project(project: Project, shelf: Shelf) -> Document:
    since = str(project.started)[:4] if project.started else ""
    contact = project.office_contact
    told = ui.record.since.format(year=since) if since else _year(project)
    facts = (project.venue, project.audience, project.how_to_join, contact.office if contact else "")
    return Document(
        address=str(project.address),
        name=project.name,
        line=line_of(ui.sections.projects, _region(project), told),
        band=RECORDS,
        year=_year(project),
        titles=_titles(project),
        units=present((*project.hosts, *project.organisers, *project.co_organisers)),
        places=_places(project),
        topics=present(project.topics),
        texts=present((*project.showcase_text, *facts, *_further_texts(project))),
        picture=picture_of(project, shelf),
        traits=traits_of(project, shelf),
    )


def _year(record: Record) -> int:
    return max((honour.year for honour in record.honours), default=record.address.year)


def _region(record: Record) -> str:
    region = REGIONS.get(record.address.region)
    return region.short if region else ""


def _places(record: Record) -> tuple[str, ...]:
    region = REGIONS.get(record.address.region)
    parent = REGIONS.get(region.parent) if region else None
    return present((*(r.name for r in (region, parent) if r), record.city))


def _titles(record: Record) -> tuple[str, ...]:
    words: list[str] = []
    for honour in record.honours:
        words += honour.title, ui.site.year.format(year=honour.year), LEVEL_NAMES[honour.level]
        words += filter(None, (DISTINCTION_NAMES.get(honour.distinction) if honour.distinction else "",))
        words += filter(None, (honour.document,))
    return present(dict.fromkeys(words))


def _further_texts(record: Record) -> Iterator[str]:
    yield from record.nominated_by
    for section in record.sections:
        yield section.title
        yield from plain_paragraphs(section)
    for photo in record.photos:
        yield photo.caption
    if record.video:
        yield from (record.video.title, record.video.transcript)


def plain_paragraphs(section: Section) -> Iterator[str]:
    """Yield what a reader sees of a section, one string a paragraph, item or cell."""
    text = section.markdown.strip("\n")
    if _UNMARKED.fullmatch(text):
        yield from re.split("\n\n+", text)
        return
    for token in _MARKDOWN.parse(section.markdown):
        if token.type == "inline":
            yield "".join(map(_plain, token.children or ()))
        elif token.type in {"fence", "code_block"}:
            yield token.content


def _plain(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return token.content if token.type in {"text", "text_special", "code_inline"} else ""


def picture_of(record: Record, shelf: Shelf) -> Rendition | None:
    """Return the picture that a card shows: the narrow JPEG of a portrait, else of a photo from life."""
    for photo in sorted(record.photos, key=lambda photo: _FIRST_CHOICE.index(photo.kind)):
        picture = shelf.pictures.get(media_key(record.address, photo.file))
        if picture:
            return picture.of_type("image/jpeg")[0]
    return None
