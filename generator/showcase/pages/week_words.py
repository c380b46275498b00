"""An activity week in words: whose it is, when it is, how it stands on the day of the build."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import MaybeDay, Month, chinese_day, chinese_span, monday_of, weekday
from showcase.model.prefectures import city_called
from showcase.model.regions import BY_NAME, REGIONS
from showcase.model.terms import WeekStatus
from showcase.model.week_days import first_date, is_off, last_date, partner_of, reach

__all__ = ["first_date", "is_off", "last_date", "reach"]  # templates ask this module for them too


_SETTLED = (WeekStatus.HELD, WeekStatus.CANCELLED)
"""Of such weeks no further day will be announced."""


@dataclass(frozen=True, slots=True)
class State:
    """How a week stands: `form` (held | now | soon | plan | off) is its drawing, `words` its name."""

    form: str
    words: str


def off_word(week: ActivityWeek) -> str:
    """Return 已取消 or 已延期 for a week that does not take place on its days, else ""."""
    if not is_off(week):
        return ""
    return ui.week.cancelled if week.status is WeekStatus.CANCELLED else ui.week.postponed


def state(week: ActivityWeek, today: datetime.date) -> State:
    """Return how the week stands on `today`.

    The days decide before the status: a week that the office has marked as held is still 已确定 in a
    build for a day before it.
    """
    if off := off_word(week):
        return State("off", off)
    days, planned = reach(week), week.status is WeekStatus.PLANNED
    if days is None:
        held = week.status is WeekStatus.HELD and not _ahead(week, today)
        return State("held", ui.year.held) if held else State("plan", ui.week.planned)
    if days[1] < today:
        return State("plan", ui.week.waiting) if planned else State("held", ui.year.held)
    if planned:
        return State("plan", ui.week.planned)
    return State("now", ui.year.now) if days[0] <= today else State("soon", ui.year.fixed)


def _ahead(week: ActivityWeek, today: datetime.date) -> bool:
    return isinstance(week.start, Month) and (week.start.year, week.start.month) > (today.year, today.month)


def whose(week: ActivityWeek) -> str:
    """Return 河南省, 浙江省暨宁波市, or a city's name."""
    own = city_of(week) or REGIONS[week.region].name
    return ui.week.joint.format(one=own, other=partner_of(week)) if week.joint else own


def whose_short(week: ActivityWeek) -> str:
    """Return 河南, 浙江暨宁波: what stands on a spine."""
    own = _short_city(city_of(week)) or REGIONS[week.region].short
    partner = BY_NAME.get(week.joint)
    other = partner.short if partner else _short_city(week.joint)
    return ui.week.joint.format(one=own, other=other) if week.joint else own


def _short_city(city: str) -> str:
    return city[:-1] if len(city) > 2 and city.endswith("市") else city


def city_of(week: ActivityWeek) -> str:
    """Return the name of the city whose week it is; "" for a region's own."""
    return city_called(week.region, week.city) if week.city else ""


def title(week: ActivityWeek) -> str:
    """Return 河南省2024年全民终身学习活动周."""
    return ui.week.title.format(whose=whose(week), year=week.year)


def when(week: ActivityWeek, *, year: bool = False) -> str:
    """Return the time as it is known: 6月17日至23日, 8月19日起, 9月14日, 9月，日期待定, 日期待定.

    One that was held or cancelled without a word on its days has 5月 or 日期未注明.
    """
    first, last = first_date(week), last_date(week)
    if first and last:
        return chinese_span(first, last, year=year)
    if first:
        return ui.week.from_day.format(day=chinese_day(first, year=year))
    if isinstance(week.start, Month):
        head = ui.site.year.format(year=week.start.year) if year else ""
        return head + _months(week, week.start)
    return ui.week.unsaid if week.status in _SETTLED else ui.week.undated


def _months(week: ActivityWeek, first: Month) -> str:
    """Return 9月，日期待定; 9月至10月，日期待定; 5月 for one whose days nobody waits for any more."""
    if isinstance(week.end, Month) and week.end != first:
        if week.status in _SETTLED:
            return ui.week.span.format(first=short_day(first), last=short_day(week.end))
        return ui.week.months_undated.format(first=first.month, last=week.end.month)
    words = ui.week.month if week.status in _SETTLED else ui.week.month_undated
    return words.format(month=first.month)


def weekdays(week: ActivityWeek) -> str:
    """Return 周一至周日, 周六 for a single day, 周一起 for an unknown end, "" without a day."""
    first, last = first_date(week), last_date(week)
    if not first:
        return ""
    if not last:
        return ui.week.from_day.format(day=weekday(first))
    return weekday(first) if first == last else ui.week.span.format(first=weekday(first), last=weekday(last))


def short_day(day: MaybeDay) -> str:
    """Return 10月14日, or 10月 when only the month is known."""
    if isinstance(day, Month):
        return ui.week.month.format(month=day.month)
    return chinese_day(day, year=False) if day else ""


def remark(week: ActivityWeek) -> str:
    """Return what else one must know about the time, in a few words; "" when nothing."""
    first, last = first_date(week), last_date(week)
    notes = []
    if week.moved_from and not is_off(week):
        notes.append(ui.week.was_on.format(day=short_day(week.moved_from)))
    if week.status is WeekStatus.POSTPONED and is_off(week):
        notes.append(ui.week.new_undated)
    if first and not last:
        notes.append(ui.week.end_undated)
    if first and first == last:
        notes.append(ui.week.one_day)
    if week.joint:
        notes.append(ui.week.two_hosts)
    return "，".join(notes) or _opening(week)


def _opening(week: ActivityWeek) -> str:
    first = first_date(week)
    if first and monday_of(first) != first:
        return ui.week.opens.format(day=weekday(first))
    return ui.now.venue.format(venue=week.venues[0]) if week.venues else ""
