"""The page of one activity week: facts, programme by day, who came, who is next, the year's faces."""

from __future__ import annotations

from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek, Campaign, Event
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import WeekStatus
from showcase.model.week_days import regions_of
from showcase.pages import week_words as words
from showcase.pages.cards import cards_of, latest_year, project_card, star_card
from showcase.pages.dates import ended_on
from showcase.pages.event_data import week_thing
from showcase.pages.event_lists import by_time
from showcase.pages.films import FilmPart, film_of
from showcase.pages.gallery import rows
from showcase.pages.heads import framed
from showcase.pages.jsonld import Thing
from showcase.pages.passing_on import share_of
from showcase.pages.pictures import draw
from showcase.pages.record_data import video_object
from showcase.pages.site import of_year
from showcase.pages.view import View
from showcase.pages.week_facts import facts, figures, opening_of, programme

FEW = 4
"""So many from other years, where this year has nobody yet."""

SHOWN = 8
"""So many cards of a region's stars stand on its week; the rest are one click away."""


def week_page(view: View, week: ActivityWeek, campaign: Campaign) -> Page:
    """Return the page of `week`."""
    title, description, path = words.title(week), _description(week, campaign), _path(view, week)
    pictures = [p for p in (draw(view, week.address, photo) for photo in week.photos) if p]
    picture = next(iter(pictures), None)
    values = {
        "week": week,
        "words": words,
        "title": title,
        "theme": week.theme or campaign.theme,
        "path": path,
        "share": share_of(view, week.address, title),
    }
    film = film_of(view, week.address, week.video, ui.week.film)
    parts = _parts(view, week) | {"film": film} | _faces(view, week) | {"picture": picture}
    main = view.templates.render("week.html", **values, **parts, gallery=rows(pictures[1:]))
    return framed(
        view,
        address=week.address,
        kind="week",
        section="weeks",
        title=title,
        description=description,
        main=main,
        path=path,
        picture=picture,
        things=[*week_thing(view, week, description, picture), *_films(view, film, description, week)],
        record=week.address,
    )


def _parts(view: View, week: ActivityWeek) -> dict[str, Any]:
    events = events_of(view, week)
    times, state = by_time(events, view), words.state(week, view.site.today)
    return {
        "state": state,
        "last": _last(week, state),
        "facts": facts(week, "" if words.is_off(week) else opening_of(week, events)),
        "events": [*times.now, *times.coming, *reversed(times.past)],
        "live": week.live if week.live.startswith(("https://", "http://")) else "",
        "days": programme(week, view.site.today),
        "figures": figures(week.attendance),
        "handover": handover(view, week),
        "place": words.whose_short(week),
        "cities": _siblings(view, week),
        "earlier": _earlier(view, week),
    }


def _last(week: ActivityWeek, state: words.State) -> str:
    """Return the ISO day after which the page, when it is built late, has to say that the week was held."""
    last = words.last_date(week)
    return last.isoformat() if last and state.form in ("now", "soon") else ""


def events_of(view: View, week: ActivityWeek) -> list[Event]:
    """Return the region's events on the days of its week; a city's week does not know which are its own."""
    days = words.reach(week)
    if days is None or week.city:
        return []
    events = view.site.showcase.events
    return [e for e in events if e.region in regions_of(week) and days[0] <= e.date <= days[1]]


def _faces(view: View, week: ActivityWeek) -> dict[str, Any]:
    stars, projects = faces(view, week)
    before = [] if stars or projects else _before(view, week)
    return {
        "before": cards_of([star_card(view, star) for star in before], on_top=True),
        "stars": [star_card(view, star) for star in stars[:SHOWN]],
        "star_count": len(stars),
        "projects": [project_card(view, project) for project in projects[:SHOWN]],
        "project_count": len(projects),
    }


def _description(week: ActivityWeek, campaign: Campaign) -> str:
    theme = week.theme or campaign.theme
    off = words.off_word(week)
    when = f"{words.when(week)}（{off}）" if off else words.when(week)
    parts = [when, week.venues[0] if week.venues else "", ui.week.theme.format(theme=theme) if theme else ""]
    return "，".join(filter(None, [*parts, week.subtitle])) + "。"


def _films(view: View, film: FilmPart | None, description: str, week: ActivityWeek) -> list[Thing]:
    day = ended_on(week) if week.status is WeekStatus.HELD else None
    return [video_object(view, film, description, day)] if film else []


def handover(view: View, week: ActivityWeek) -> tuple[str, str] | None:
    """Return (next host, address of its week or "") or None when none was named."""
    if not week.next_host:
        return None
    known = {region.name: region for region in REGIONS.values()} | REGIONS
    region = known.get(week.next_host)
    if region is None:
        return week.next_host, ""
    after = [w for w in view.site.weeks_of.get(region.slug, ()) if not w.city and w.year >= week.year]
    return region.short, after[-1].address if after else ""


def faces(view: View, week: ActivityWeek) -> tuple[list[Star], list[Project]]:
    """Return the stars and projects of the place with an honour in the week's year."""
    showcase = view.site.showcase
    stars = [s for s in of_year(showcase.stars, week.year) if _of_place(s, week)]
    return stars, [p for p in of_year(showcase.projects, week.year) if _of_place(p, week)]


def _before(view: View, week: ActivityWeek) -> list[Star]:
    """Return the newest stars of the place from other years: a week that is only announced has faces too."""
    of_place = [star for star in view.site.showcase.stars if _of_place(star, week)]
    return sorted(of_place, key=lambda star: (-latest_year(star), star.address))[:FEW]


def _of_place(record: Record, week: ActivityWeek) -> bool:
    if record.address.region not in regions_of(week):
        return False
    return not week.city or record.city == words.city_of(week)


def _siblings(view: View, week: ActivityWeek) -> list[ActivityWeek]:
    """Return the cities' weeks of the same year, for a region's own page."""
    same = [w for w in view.site.weeks_of[week.region] if w.year == week.year and w.city]
    return [] if week.city else same


def _earlier(view: View, week: ActivityWeek) -> list[ActivityWeek]:
    of_place = view.site.weeks_of[week.region]
    return [w for w in of_place if w.year < week.year and w.city == week.city]


def _path(view: View, week: ActivityWeek) -> list[tuple[str, str]]:
    year = view.href(f"weeks/{week.year}")
    return [(ui.sections.weeks, view.href("weeks/")), (str(week.year), year), (words.whose_short(week), "")]
