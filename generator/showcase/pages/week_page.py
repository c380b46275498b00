"""The page of one activity week: facts, programme by day, who came, who is next, the year's faces."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.days import chinese_day, weekday
from showcase.model.parts import Count, ProgrammeItem
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import UNIT_NAMES, Mode
from showcase.pages import week_words as words
from showcase.pages.cards import project_card, star_card
from showcase.pages.event_data import week_thing
from showcase.pages.films import film_of
from showcase.pages.heads import head
from showcase.pages.pictures import draw
from showcase.pages.site import of_year
from showcase.pages.this_week import place_of
from showcase.pages.view import View

SHOWN = 8
"""So many cards of a region's stars stand on its week; the rest are one click away."""

_MODE_WORDS = {Mode.ONSITE: "现场", Mode.ONLINE: "线上", Mode.BOTH: "线上线下合计"}


class Figure(NamedTuple):
    """One count of people: 现场 312 人."""

    where: str
    number: str
    unit: str


class Day(NamedTuple):
    """A day of the programme: 6月17日, 周一　今天, its lines (item, place)."""

    name: str
    note: str
    lines: list[tuple[ProgrammeItem, str]]


def week_page(view: View, week: ActivityWeek, campaign: Campaign) -> Page:
    """Return the page of `week`."""
    title, description, path = words.title(week), _description(week, campaign), _path(view, week)
    pictures = [p for p in (draw(view, week.address, photo) for photo in week.photos) if p]
    values = {
        "week": week,
        "words": words,
        "title": title,
        "theme": week.theme or campaign.theme,
        "path": path,
    }
    parts = _parts(view, week) | _faces(view, week) | {"picture": next(iter(pictures), None)}
    main = view.templates.render("week.html", **values, **parts, gallery=pictures[1:])
    return Page(
        address=week.address,
        kind="week",
        section="weeks",
        title=title,
        description=description,
        main=main,
        head=head(
            view,
            week.address,
            title,
            description,
            path,
            picture=next(iter(pictures), None),
            things=week_thing(view, week),
        ),
        record=week.address,
    )


def _parts(view: View, week: ActivityWeek) -> dict[str, Any]:
    return {
        "state": words.state(week, view.site.today),
        "facts": facts(week),
        "live": week.live if week.live.startswith(("https://", "http://")) else "",
        "days": programme(week, view.site.today),
        "figures": figures(week.attendance),
        "handover": handover(view, week),
        "film": film_of(view, week.address, week.video, "活动周短片"),
        "place": words.whose_short(week),
        "cities": _siblings(view, week),
        "earlier": _earlier(view, week),
    }


def _faces(view: View, week: ActivityWeek) -> dict[str, Any]:
    stars, projects = faces(view, week)
    return {
        "stars": [star_card(view, star) for star in stars[:SHOWN]],
        "star_count": len(stars),
        "projects": [project_card(view, project) for project in projects[:SHOWN]],
        "project_count": len(projects),
    }


def _description(week: ActivityWeek, campaign: Campaign) -> str:
    theme = week.theme or campaign.theme
    parts = [words.when(week), week.venues[0] if week.venues else "", f"主题：{theme}" if theme else ""]
    return "，".join(filter(None, [*parts, week.subtitle])) + "。"


def facts(week: ActivityWeek) -> list[tuple[str, str]]:
    """Return the museum label: time, places, 主办 承办 协办 in the order in which offices print them."""
    first, *others = week.venues or ("",)
    rows = [
        ("时间", _time(week)),
        ("主会场" if others else "地点", first),
        ("分会场", "、".join(others)),
        ("主办", "、".join(week.hosts)),
        ("承办", "、".join(week.organisers)),
        ("协办", "、".join(week.co_organisers)),
    ]
    return [(name, value) for name, value in rows if value]


def _time(week: ActivityWeek) -> str:
    if words.is_off(week):
        old = week.moved_from or week.start
        return f"原定{words.short_day(old)}，{words.state(week, datetime.date.min).words}" if old else ""
    time = "，".join(filter(None, [words.when(week), words.weekdays(week)]))
    return f"{time}（原定{words.short_day(week.moved_from)}）" if week.moved_from else time


def programme(week: ActivityWeek, today: datetime.date) -> list[Day]:
    """Return the programme by day; lines whose day is not known stand last, under 日期待定."""
    dated = sorted(
        week.programme, key=lambda i: (i.date or datetime.date.max, i.time.rjust(5) if i.time else "99:99")
    )
    return [_day(date, list(items), today) for date, items in groupby(dated, key=lambda item: item.date)]


def _day(date: datetime.date | None, items: list[ProgrammeItem], today: datetime.date) -> Day:
    lines = [(item, place_of(item)) for item in items]
    if date is None:
        return Day("日期待定", "", lines)
    return Day(chinese_day(date, year=False), weekday(date) + ("　今天" if date == today else ""), lines)


def figures(counts: Sequence[Count]) -> list[Figure]:
    """Return each count for itself: 人 and 人次, 现场 and 线上 are never added."""
    return [Figure(_MODE_WORDS[c.mode], f"{c.value:,}", UNIT_NAMES[c.unit]) for c in counts]


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


def _of_place(record: Record, week: ActivityWeek) -> bool:
    if record.address.region != week.region:
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
    return [("一省一周", view.href("weeks/")), (str(week.year), year), (words.whose_short(week), "")]
