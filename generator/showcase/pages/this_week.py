"""This week in words: who holds a week now, what is on today, who ends, who follows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import chinese_span, monday_of, weekday
from showcase.model.parts import ProgrammeItem
from showcase.model.regions import ORDER
from showcase.model.terms import MODE_NAMES, Mode
from showcase.pages import week_words as words

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NowItem:
    """One week of this week: its days in words and what is on today."""

    week: ActivityWeek
    days: str
    opens: str
    today: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComingItem:
    """A week as this-week.js needs it when the build is old.

    `closes`: whether its last day is worth saying; `opens` is 周六开幕, `lines` the programme by day: which
    of it holds depends on the day of the visit.
    """

    week: ActivityWeek
    days: str
    first: datetime.date
    last: datetime.date
    closes: bool
    opens: str
    lines: tuple[tuple[datetime.date, str], ...]


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """Monday to Sunday around the day of the build.

    `following`: weeks that begin next week; when neither this week nor the next has any, `later` is
    the first that begins afterwards. `ahead`: all that are not over, for a script on a later day.
    """

    day: datetime.date
    span: str
    items: tuple[NowItem, ...]
    ending: str
    following: tuple[ActivityWeek, ...]
    later: ActivityWeek | None
    ahead: tuple[ComingItem, ...]

    @property
    def weeks(self) -> tuple[ActivityWeek, ...]:
        """The weeks that are held this week."""
        return tuple(item.week for item in self.items)


def this_week(weeks: Iterable[ActivityWeek], today: datetime.date) -> ThisWeek:
    """Return what is to be said of the Monday-to-Sunday week that `today` lies in."""
    monday, sunday = monday_of(today), monday_of(today) + 6 * _DAY
    live = sorted((w for w in weeks if words.reach(w) and not words.is_off(w)), key=_order)
    now = [w for w in live if _first(w) <= sunday and _last(w) >= today]
    following = tuple(w for w in live if sunday < _first(w) <= sunday + 7 * _DAY)
    later = next((w for w in live if _first(w) > sunday), None)
    return ThisWeek(
        today,
        chinese_span(monday, sunday, year=False),
        tuple(NowItem(w, words.weekdays(w), opens(w, today), tuple(on_today(w, today))) for w in now),
        _ending(now, today),
        following,
        None if now or following else later,
        tuple(_coming(w) for w in live if _last(w) >= today),
    )


def _coming(week: ActivityWeek) -> ComingItem:
    first, lines = _first(week), ((item.date, line_of(item)) for item in week.programme if item.date)
    opens_ = ui.week.opens.format(day=weekday(first))
    return ComingItem(
        week,
        words.weekdays(week),
        first,
        _last(week),
        _is_closing(week),
        opens_,
        tuple(sorted(lines, key=lambda line: line[0])),
    )


def _first(week: ActivityWeek) -> datetime.date:
    days = words.reach(week)
    return days[0] if days else datetime.date.max


def _last(week: ActivityWeek) -> datetime.date:
    days = words.reach(week)
    return days[1] if days else datetime.date.min


def _order(week: ActivityWeek) -> tuple[datetime.date, int, str]:
    return _first(week), ORDER[week.region], week.city


def on_today(week: ActivityWeek, today: datetime.date) -> Iterable[str]:
    """Yield today's lines of the programme."""
    yield from (line_of(item) for item in week.programme if item.date == today)


def line_of(item: ProgrammeItem) -> str:
    """Return 楼梯间读书会公开课，19:00，桥头社区三楼."""
    return "，".join(filter(None, [item.what, item.time, place_of(item)]))


def place_of(item: ProgrammeItem) -> str:
    """Return where a line of the programme takes place; 线上 is said, 线下 goes without saying."""
    mode = MODE_NAMES[item.mode] if item.mode in (Mode.ONLINE, Mode.BOTH) else ""
    return item.place if mode and mode in item.place else "，".join(filter(None, [mode, item.place]))


def _ending(now: Iterable[ActivityWeek], today: datetime.date) -> str:
    said = []
    known = [w for w in now if _is_closing(w)]
    for day, name in ((today, ui.now.ends_today), (today + _DAY, ui.now.ends_tomorrow)):
        names = [words.whose(w) for w in known if words.last_date(w) == day]
        if names:
            said.append(name.format(who="、".join(names)))
    return "".join(said)


def _is_closing(week: ActivityWeek) -> bool:
    """Whether its last day is worth saying: announced, and not its only one."""
    last = words.last_date(week)
    return last is not None and last != words.first_date(week)


def opens(week: ActivityWeek, today: datetime.date) -> str:
    """Return 周六开幕 for a week that begins later this week, else ""."""
    first = words.first_date(week)
    return ui.week.opens.format(day=weekday(first)) if first and first > today else ""
