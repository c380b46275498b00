"""Documents of all that is not a record: years, weeks, events, 公示, notices, official lists, pages.

Candidates of a 公示 are left out on purpose: their names stand on its own page while it is open,
and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from showcase.content.move_words import off_word
from showcase.content.wording import ui
from showcase.find.documents import LISTED, OCCASIONS, Document, HandPage, line_of, present
from showcase.model.campaign import ActivityWeek, Announcement, Campaign, Event, OfficialList
from showcase.model.facets import occasion
from showcase.model.library import Showcase
from showcase.model.parts import PressReport
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Rulebook
from showcase.model.terms import EVENT_NAMES, LEVEL_NAMES
from showcase.model.week_days import regions_of, unit_of


def occasion_documents(showcase: Showcase, pages: Iterable[HandPage]) -> Iterator[Document]:
    """Yield a document for each of them, and for each hand-written page."""
    yield from map(_campaign, showcase.campaigns)
    yield from map(_week, showcase.weeks)
    yield from map(_event, showcase.events)
    yield from map(_announcement, showcase.announcements)
    yield from map(_rulebook, showcase.rulebooks)
    for official in showcase.lists:
        yield from _listed(official)
    for page in pages:
        yield Document(
            address=page.address,
            name=page.title,
            line=ui.sections.page,
            band=OCCASIONS,
            texts=present((page.text,)),
            traits=occasion("pages"),
        )


def _short(slug: str) -> str:
    return REGIONS[slug].short if slug in REGIONS else ""


def _full(slug: str) -> str:
    return REGIONS[slug].name if slug in REGIONS else ""


def _campaign(campaign: Campaign) -> Document:
    return Document(
        address=f"weeks/{campaign.year}",
        name=ui.share.week.format(year=campaign.year),
        line=line_of(ui.sections.weeks, campaign.year),
        band=OCCASIONS,
        year=campaign.year,
        places=present((_full(campaign.opening_region),)),
        texts=present((campaign.theme, campaign.opening_place, campaign.document)),
        traits=occasion("weeks", [campaign.year], [campaign.opening_region]),
    )


def _week(week: ActivityWeek) -> Document:
    programme = (text for item in week.programme for text in (item.what, item.place))
    return Document(
        address=week.address,
        name=unit_of(week) + ui.site.year.format(year=week.year) + ui.sections.activity_weeks,
        line=line_of(ui.sections.activity_weeks, _short(week.region), week.year),
        band=OCCASIONS,
        year=week.year,
        units=present((*week.hosts, *week.organisers, *week.co_organisers, week.joint)),
        places=present((*map(_full, regions_of(week)), *week.venues)),
        texts=present((week.theme, week.subtitle, *week.text, *programme, *week.highlights, week.next_host))
        + _press(week.press),
        traits=occasion("weeks", [week.year], regions_of(week)),
    )


def _event(event: Event) -> Document:
    voices = (text for voice in event.voices for text in (voice.text, voice.who))
    return Document(
        address=event.address,
        name=event.title,
        line=line_of(off_word(event), EVENT_NAMES[event.kind], _short(event.region), event.date.year),
        band=OCCASIONS,
        year=event.date.year,
        places=present((event.place, _full(event.region))),
        topics=(EVENT_NAMES[event.kind],),
        texts=present((event.form, *event.text, *voices)) + _press(event.press),
        traits=occasion("events", [event.date.year], [event.region]),
    )


def _press(reports: Iterable[PressReport]) -> tuple[str, ...]:
    return present(text for report in reports for text in (report.title, report.outlet))


def _announcement(announcement: Announcement) -> Document:
    return Document(
        address=announcement.address,
        name=announcement.title,
        line=line_of(ui.sections.announcements, _short(announcement.region), announcement.year),
        band=OCCASIONS,
        year=announcement.year,
        places=present((_full(announcement.region),)),
        texts=present((announcement.document, announcement.outcome, *announcement.text)),
        traits=occasion("announcements", [announcement.year], [announcement.region]),
    )


def _rulebook(rulebook: Rulebook) -> Document:
    return Document(
        address=f"rulebooks/{rulebook.id}",
        name=rulebook.title,
        line=line_of(ui.year.notice, *map(_short, rulebook.regions), *rulebook.years),
        band=OCCASIONS,
        year=max(rulebook.years, default=0),
        units=present((rulebook.issuer,)),
        places=present(map(_full, rulebook.regions)),
        texts=present((rulebook.document, *(limit.text for limit in rulebook.limits.values()))),
        traits=occasion("rulebooks", rulebook.years, rulebook.regions),
    )


def _listed(official: OfficialList) -> Iterator[Document]:
    kinds = {"star": ui.sections.stars, "project": ui.sections.projects}
    level, year = LEVEL_NAMES[official.level], ui.site.year.format(year=official.year)
    for listed in official.names:
        kind = kinds.get(listed.kind, "")
        line = line_of(ui.sections.lists, kind, _short(official.region) or level, official.year, listed.unit)
        yield Document(
            address=official.address,
            name=listed.name,
            line=line,
            band=LISTED,
            year=official.year,
            person=listed.kind == "star",
            titles=present((official.title, year, level, official.document)),
            units=present((listed.unit,)),
            places=present((_full(official.region),)),
            traits=occasion("lists", [official.year], [official.region], [official.level]),
        )
