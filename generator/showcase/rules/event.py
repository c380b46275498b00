"""Rules on events: their days, who was sent where and when, tours, what must be said before and after."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import Event, approved
from showcase.model.moves import takes_place
from showcase.model.problem import Severity
from showcase.model.records import Record
from showcase.model.terms import EventKind
from showcase.model.visits import VISIT_KINDS
from showcase.rules.facts import Facts
from showcase.rules.occasions import is_appearance
from showcase.rules.registry import Finding, rule


@rule(
    "event-days",
    Event,
    severity=Severity.ERROR,
    manual="活动的最后一天（end）不早于第一天；第一天在它那一年的文件夹里。",
    broken="content/events/2024/2024-09-12-expo.md，end: 2024-09-02",
    good="content/events/2024/2024-09-12-expo.md，end: 2024-09-18",
)
def event_days(event: Event, _facts: Facts) -> Iterator[Finding]:
    """Find events that end before they begin, and those filed under another year."""
    if event.end and event.end < event.date:
        message = f"最后一天 {event.end} 早于第一天 {event.date}"
        yield Finding(path="end", message=message, fix="核对两个日期，看是不是写反了")
    year = event.address.split("/")[1]
    if str(event.date.year) != year:
        message = f"{year} 年的活动，日期却是 {event.date}"
        yield Finding(
            path="date", message=message, fix=f"改正日期，或把文件移到 {event.date.year} 年的文件夹"
        )


@rule(
    "event-before-approval",
    Event,
    severity=Severity.WARNING,
    manual="进校园、进社区、进企业、进乡村、报告会、巡展，请的是已经批准的人和项目：活动不早于第一次批准的日期。"
    "没有批准的，网站上不会列出。",
    broken="date: 2024-06-01，records: [stars/2024/henan/012]（2024-06-20 批准）",
    good="date: 2024-09-12，records: [stars/2024/henan/012]（2024-06-20 批准）",
)
def event_before_approval(event: Event, facts: Facts) -> Iterator[Finding]:
    """Find visits of people and projects that were not approved by then."""
    if event.kind not in VISIT_KINDS or not takes_place(event):
        return
    for place, address in enumerate(event.records):
        record = facts.by_address.get(address)
        if record and (said := _too_early(record, event)):
            yield Finding(
                path=f"records[{place}]", message=said, fix="核对活动和批准的日期；没有批准的，先不安排"
            )


def _too_early(record: Record, event: Event) -> str:
    days = [honour.date for honour in approved(record.honours) if honour.date]
    if not days:
        return f"{record.name}还没有批准，活动在 {event.date}"
    first = min(days)
    return f"{record.name}在 {first} 才批准，活动在 {event.date}" if event.last_day < first else ""


@rule(
    "event-two-places",
    Event,
    severity=Severity.WARNING,
    manual="同一天，一位学习之星不排到两个地方。展板到场、本人不到的巡展写上 end 或者 tour，不算。",
    broken="两次活动都是 2024-09-12，都有 stars/2024/henan/012，地点不同",
    good="一次 2024-09-12，一次 2024-09-13",
)
def event_two_places(event: Event, facts: Facts) -> Iterator[Finding]:
    """Find stars who are to be in two places on one day; the later file is pointed at."""
    for place, address in enumerate(event.records if is_appearance(event) else ()):
        for other in facts.occasions.appearances.get((address, event.date), ()):
            if other.address < event.address and other.place != event.place:
                yield Finding(
                    path=f"records[{place}]",
                    message=f"{event.date} 这一天，{address} 已经排在“{other.title}”（{_where(other)}）",
                    fix="改一场的日期；同一天两场都去得了的，不用改",
                )


def _where(event: Event) -> str:
    return "，".join(filter(None, (event.place, event.time))) or event.address


@rule(
    "event-tour",
    Event,
    severity=Severity.ERROR,
    manual="巡展各站的 tour 写路线那份活动的地址，路线的 kind 是 tour；路线自己不写 tour。",
    broken="tour: events/2024/2024-09-12-school（那是一次进校园）",
    good="tour: events/2024/2024-09-01-tour（kind: tour）",
)
def event_tour(event: Event, facts: Facts) -> Iterator[Finding]:
    """Find stops whose tour is no tour; one that was taken down is no mistake."""
    if not event.tour or event.tour in facts.withdrawn:
        return
    tour = facts.occasions.by_address.get(event.tour)
    if event.kind is EventKind.TOUR:
        yield Finding(path="tour", message="路线自己又属于一条路线", fix="删去 tour；只有站写 tour")
    elif tour is None:
        fix = "写路线那份活动的地址，例如 events/2024/2024-09-01-tour"
        yield Finding(path="tour", message=f"没有 {event.tour} 这次活动", fix=fix)
    elif tour.kind is not EventKind.TOUR:
        fix = "把那份活动写成 kind: tour，或者改正地址"
        yield Finding(path="tour", message=f"{event.tour} 不是巡展路线", fix=fix)


@rule(
    "event-tour-stops",
    Event,
    severity=Severity.NOTE,
    manual="一条路线至少有一站；人数写在各站，不写在路线上；各站不早于路线出发的日期。",
    broken="kind: tour（没有一站的 tour 写它）",
    good="kind: tour（各站的 tour 写它的地址）",
)
def event_tour_stops(event: Event, facts: Facts) -> Iterator[Finding]:
    """Note tours without a stop, with attendance of their own, or with a stop before they set out."""
    if event.kind is not EventKind.TOUR:
        return
    stops = facts.occasions.stops.get(event.address, ())
    if not stops:
        yield Finding(path="kind", message="这条路线还没有站", fix="各站一份，tour 写这份活动的地址")
    elif stops[0].date < event.date:
        message = f"第一站在 {stops[0].date}，早于路线的日期 {event.date}"
        yield Finding(path="date", message=message, fix="路线的日期写出发那天")
    if event.attendance:
        yield Finding(path="attendance", message="人数写在了路线上", fix="写到各站，统计只数各站")


@rule(
    "event-notice",
    Event,
    severity=Severity.NOTE,
    manual="活动举行以前，写明地点（place）、怎样参加（how_to_join）、联系谁（office_contact）。",
    broken="date: 2024-09-12（今天是 2024-08-01，没有 how_to_join）",
    good="how_to_join: 不用报名，坐满为止。",
)
def event_notice(event: Event, facts: Facts) -> Iterator[Finding]:
    """Note events to come that leave people asking."""
    said = {"地点": event.place, "怎样参加": event.how_to_join, "联系谁": event.office_contact}
    missing = [name for name, value in said.items() if not value]
    if missing and event.last_day >= facts.today and event.kind is not EventKind.TOUR and takes_place(event):
        message = f"{event.date} 举行，没有写{'、'.join(missing)}"
        yield Finding(path="", message=message, fix="补上；不对外的，写明“不对外”")


@rule(
    "event-early-figures",
    Event,
    severity=Severity.WARNING,
    manual="没有举行的活动还没有人数（attendance）和听众的话（voices）。",
    broken="date: 2024-09-12，attendance: [{count: 300, unit: people}]（今天是 2024-08-01）",
    good="date: 2024-06-12，attendance: [{count: 300, unit: people}]",
)
def event_early_figures(event: Event, facts: Facts) -> Iterator[Finding]:
    """Find attendance and voices of events that nobody has been to."""
    given = {"attendance": event.attendance, "voices": event.voices}
    for path, value in given.items():
        if value and event.date > facts.today:
            message = f"{event.date} 才举行，已经写了{'人数' if path == 'attendance' else '听众的话'}"
            yield Finding(path=path, message=message, fix="核对日期；预计的人数不写")
