"""What stands on the card and the poster of each page: a few words, and which picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from showcase.content.move_words import off_word
from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek, Campaign, Event
from showcase.model.days import chinese_day, weekday
from showcase.model.leads import lead_photo
from showcase.model.library import Showcase
from showcase.model.media import Picture, Rendition, Shelf, media_key
from showcase.model.parts import Photo
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import EVENT_NAMES
from showcase.pages import week_words
from showcase.pages.cards import latest_year, place
from showcase.pages.prose import first_mark, surname

_SENTENCES = 150
_FACE, _SCENE = (50.0, 20.0), (50.0, 40.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One page in a few words.

    `kind`: star | project | week | event | site. `head` is what it is, where and when; `lines` who and
    where below the name; `quote` the person's own words, `sentence` one of ours; `blank` stands large
    where there is no picture. `pictures` are the JPEGs to choose from by size, narrow first, with their
    files; their names say what is in them.
    """

    kind: str
    address: str
    head: tuple[str, ...]
    name: str
    lines: tuple[str, ...]
    site: str
    blank: str = ""
    quote: str = ""
    sentence: str = ""
    remark: str = ""
    pictures: tuple[Rendition, ...] = ()
    focus: tuple[float, float] = _SCENE
    files: tuple[Path, ...] = field(default=(), compare=False, repr=False)


def words_of(showcase: Showcase, shelf: Shelf, settings: Settings) -> Iterator[Words]:
    """Yield the words of everything that is passed on: records, weeks, events, and the site itself."""
    remark = ui.share.preview if showcase.preview else ui.share.demo if settings.demo else ""
    writer = _Writer(shelf, settings, remark)
    campaigns = {campaign.year: campaign for campaign in showcase.campaigns}
    yield writer.of_site()
    yield from (writer.of_star(star) for star in showcase.stars)
    yield from (writer.of_project(project) for project in showcase.projects)
    yield from (writer.of_week(week, campaigns.get(week.year)) for week in showcase.weeks)
    yield from (writer.of_event(event) for event in showcase.events)


@dataclass(frozen=True)
class _Writer:
    shelf: Shelf
    settings: Settings
    remark: str

    def of_site(self) -> Words:
        name = self.settings.site_name
        lines = (ui.share.holds,)
        return Words(kind="site", address="", head=(), name=name, lines=lines, site=name, remark=self.remark)

    def of_star(self, star: Star) -> Words:
        return self._words(
            star,
            kind="star",
            head=(ui.sections.stars, place(star, self.settings.scope), str(latest_year(star))),
            name=star.name,
            lines=(star.post, star.unit),
            blank=surname(star.name),
            quote=star.quote,
            sentence=_whole(star.showcase_text),
        )

    def of_project(self, project: Project) -> Words:
        return self._words(
            project,
            kind="project",
            head=(ui.sections.project_brand, place(project, self.settings.scope), str(latest_year(project))),
            name=project.name,
            lines=("、".join(project.hosts),),
            blank=first_mark(project.name),
            sentence=_whole(project.showcase_text),
        )

    def of_week(self, week: ActivityWeek, campaign: Campaign | None) -> Words:
        theme = week.theme or (campaign.theme if campaign else "")
        lines = (week_words.when(week), theme)
        head = (ui.share.week.format(year=week.year),)
        short = week_words.whose_short(week)
        name = week_words.whose(week)
        return self._words(week, kind="week", head=head, name=name, lines=lines, blank=short)

    def of_event(self, event: Event) -> Words:
        day = "　".join(filter(None, (chinese_day(event.date), weekday(event.date), off_word(event))))
        region = REGIONS[event.region].short if event.region else ""
        head = tuple(filter(None, (EVENT_NAMES[event.kind], region, str(event.date.year))))
        blank = f"{ui.share.month.format(month=event.date.month)}\n{event.date.day}"
        lines = (day, event.place)
        return self._words(event, kind="event", head=head, name=event.title, lines=lines, blank=blank)

    def _words(
        self,
        thing: Record | ActivityWeek | Event,
        *,
        kind: str,
        head: tuple[str, ...],
        name: str,
        lines: Iterable[str],
        blank: str,
        quote: str = "",
        sentence: str = "",
    ) -> Words:
        photo, picture = self._picture(thing)
        cut = picture.crop("portrait" if kind == "star" else "scene") if picture else ()
        jpegs = [r for r in cut or (picture.renditions if picture else ()) if r.type == "image/jpeg"]
        focus = (photo.focus if photo else None) or (picture.focus if picture else None)
        usual = _FACE if kind == "star" else _SCENE
        return Words(
            kind=kind,
            address=str(thing.address),
            head=head,
            name=name,
            lines=tuple(filter(None, lines)),
            site=self.settings.site_name,
            blank=blank,
            quote=quote,
            sentence=sentence,
            remark=self.remark,
            pictures=tuple(jpegs),
            focus=usual if cut or not focus else focus,
            files=tuple(self.shelf.files[r.path] for r in jpegs),
        )

    def _picture(self, thing: Record | ActivityWeek | Event) -> tuple[Photo | None, Picture | None]:
        """Return the large picture of the thing's page; only what may be seen is on the shelf."""
        first = lead_photo(thing) if isinstance(thing, Star | Project) else None
        photos = [first] if first else [] if isinstance(thing, Star | Project) else thing.photos
        for photo in photos:
            picture = self.shelf.pictures.get(media_key(thing.address, photo.file))
            if picture:
                return photo, picture
        return None, None


def _whole(paragraphs: Iterable[str]) -> str:
    """Return the first whole sentences of a text; how many of them fit, its place decides."""
    return "".join(paragraphs)[:_SENTENCES]
