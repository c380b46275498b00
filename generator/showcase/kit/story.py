"""What the sheets of a talk say, as values: every way of showing them is made from these alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from showcase.content.wording import ui
from showcase.kit.figures import Figure, find_figure
from showcase.kit.host import asked, script_of
from showcase.kit.steps import Step, steps
from showcase.model.leads import lead_photo
from showcase.model.links import public_address
from showcase.model.parts import Photo
from showcase.model.records import Record, Star
from showcase.model.terms import UNIT_NAMES, PhotoKind, SchoolStage
from showcase.pages.collection import PROJECTS, STARS
from showcase.pages.films import in_words
from showcase.pages.honours import HonourRow, honour_rows
from showcase.pages.site import Site

_SPEECH = re.compile("(?:说|道|问|答|写)[：，]“([^“”]{8,40}[。！？…])”")
_HONOURS = 4
_QUESTIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One sheet. `kind`: cover | step | number | quote | film | honours | questions | code.

    `heading` is small and red, `text` the one thought, `lines` what stands below it or what is asked;
    `notes` are for who speaks, a paragraph each, and never go to the public site.
    """

    kind: str
    heading: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    photo: Photo | None = None
    figure: Figure | None = None
    honours: tuple[HonourRow, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A talk about one record: its sheets in order, and what the foot of each says."""

    record: Record
    slides: tuple[Slide, ...]
    foot: str

    def without_notes(self) -> Story:
        """Return the story as the public may have it."""
        return replace(self, slides=tuple(replace(slide, notes=()) for slide in self.slides))


def story_of(site: Site, record: Record, place: str, stage: SchoolStage = SchoolStage.JUNIOR) -> Story:
    """Return the talk about a record; `place` is where it is from, `stage` whose questions are asked."""
    told = _told(record)
    slides = [_cover(record, stage), *_middle(record, told), *_film(site, record), *_honours(record)]
    slides.append(_questions(record, stage))
    if address := public_address(site.settings, record.address):
        slides.append(_slide("code", ui.kit.scan, address, notes=(ui.kit.notes_code,)))
    return Story(record, tuple(slides), f"{record.name}　{place}")


def _slide(kind: str, heading: str = "", text: str = "", *, notes: Sequence[str] = ()) -> Slide:
    return Slide(kind=kind, heading=heading, text=text, notes=tuple(notes))


def _told(record: Record) -> list[Step]:
    return steps(record.showcase_text, (record.name,))


def who_of(record: Record) -> tuple[str, ...]:
    """Return what a star does and where, or who holds a project."""
    lines = (record.post, record.unit) if isinstance(record, Star) else ("、".join(record.hosts),)
    return tuple(filter(None, lines))


def _cover(record: Record, stage: SchoolStage) -> Slide:
    photo = lead_photo(record)
    first = ui.kit.notes_cover if photo else ui.kit.notes_cover_plain
    return Slide(
        kind="cover",
        heading=STARS.title if isinstance(record, Star) else PROJECTS.title,
        text=record.name,
        lines=who_of(record),
        photo=photo,
        notes=(first, *script_of(record, stage).paragraphs),
    )


def _middle(record: Record, told: Sequence[Step]) -> Iterator[Slide]:
    """Yield the steps, the number behind the step that tells it, and the quotation at the end."""
    numbers, photos = ui.kit.step.split("|"), _spread(record, len(told))
    figure, quote = find_figure(record.showcase_text, (record.name,)), _quote(record)
    for at, step in enumerate(told):
        slide = _slide("step", numbers[at], step.shown, notes=(step.passage,))
        yield replace(slide, photo=photos.get(at))
        if figure and figure.told in step.passage:
            yield _number(figure, figure.told)
            figure = None
    if not isinstance(record, Star) and find_figure(record.showcase_text, (record.name,)) is None:
        yield from _learners(record)
    if quote:
        by = record.name if isinstance(record, Star) else ""
        yield replace(_slide("quote", text=quote, notes=(ui.kit.notes_quote,)), lines=(by,) if by else ())


def _number(figure: Figure, source: str) -> Slide:
    return replace(
        _slide("number", ui.kit.one_number, figure.told, notes=(ui.kit.notes_number, source)), figure=figure
    )


def _learners(record: Record) -> Iterator[Slide]:
    """Yield the newest count of a project's learners, where its text tells no number."""
    learners = getattr(record, "learners", ())
    newest = max(learners, key=lambda one: (one.year, one.count.value), default=None)
    if newest:
        unit = UNIT_NAMES[newest.count.unit]
        told = ui.kit.learners.format(year=newest.year)
        yield _number(Figure(str(newest.count.value), unit, told), told)


def _spread(record: Record, count: int) -> dict[int, Photo]:
    """Return which step has which of the other pictures, evenly and never the first."""
    lead = lead_photo(record)
    others = [photo for photo in record.photos if photo is not lead and photo.kind != PhotoKind.ID_PHOTO]
    kept = others[: max(0, count - 1)]
    return {1 + at * (count - 1) // len(kept): photo for at, photo in enumerate(kept)}


def _quote(record: Record) -> str:
    """Return the person's own words, else the first speech that the text quotes."""
    if isinstance(record, Star) and record.quote:
        return record.quote
    found = _SPEECH.search("".join(record.showcase_text))
    return found[1] if found else ""


def _film(site: Site, record: Record) -> Iterator[Slide]:
    film = site.shelf.films.get(f"{record.address}/{record.video.file}") if record.video else None
    if film and record.video:
        notes = [ui.kit.notes_film.format(length=in_words(film.duration_s))]
        notes += record.video.transcript.split("\n") if record.video.transcript else []
        yield _slide("film", record.video.title or ui.kit.film, notes=notes)


def _honours(record: Record) -> Iterator[Slide]:
    rows = honour_rows(record.honours)[:_HONOURS]
    if rows:
        heading = ui.kit.honours_star if isinstance(record, Star) else ui.kit.honours_project
        slide = _slide("honours", heading, notes=(ui.kit.notes_honours,))
        yield replace(slide, honours=tuple(rows))


def _questions(record: Record, stage: SchoolStage) -> Slide:
    found = asked(record, stage)
    slide = _slide("questions", ui.kit.ask, notes=(ui.kit.notes_questions,))
    return replace(slide, lines=found.paragraphs[:_QUESTIONS])
