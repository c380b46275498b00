"""What is still missing for the year, and what runs out soon: for the people who keep the records."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.content.papers import paper
from showcase.desk.report_places import year_of
from showcase.desk.shortages import (
    SOON_DAYS,
    Lack,
    announcements,
    consents,
    lack,
    of_problem,
    uncounted_events,
    uncounted_weeks,
    undated,
    unready,
    unseen,
    weekless,
)
from showcase.model.days import chinese_day
from showcase.model.library import Library
from showcase.model.problem import Problem
from showcase.model.records import Record
from showcase.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Shortage:
    """Everything missing of one kind. `about` says why it matters."""

    title: str
    about: str
    lacks: Sequence[Lack]


def dashboard(
    library: Library, settings: Settings, year: int, today: datetime.date, problems: Iterable[Problem]
) -> list[Shortage]:
    """Return what the year lacks on `today`, kind by kind, also those of which nothing is missing.

    `problems` are those of a check; those on alternative texts are told of here.
    """
    found = year_of(library, year)
    records: list[Record] = [*found.stars, *found.projects]
    filmless = [r for r in records if r.video is None]
    return [
        Shortage("还没有活动周的地方", "通知要求各地都办。", list(weekless(found, settings))),
        Shortage("日期没有定下来的活动周", "访客和日历要等日期。", list(undated(found.weeks))),
        Shortage("已经办完、没有人数的活动周", "人和人次分开写。", list(uncounted_weeks(found.weeks, today))),
        Shortage(
            "没有短片的学习之星和品牌项目",
            "一省一周、进校园都要放。",
            [lack(r, "没有短片（video）") for r in filmless],
        ),
        Shortage(
            "没有替代文字的照片",
            "看不见的人靠它。",
            [of_problem(p) for p in problems if p.rule == "photo-alt"],
        ),
        Shortage(
            "到期和快到期的同意",
            f"到期当天起不再显示；{SOON_DAYS} 天内到期的也列出。",
            list(consents(library, today)),
        ),
        Shortage("批准了、没有同意公开文字的", "网站上看不到。", list(unseen(records, today))),
        Shortage("公示", "快要期满的，和期满没有写结果的。", list(announcements(library, today))),
        Shortage("就要举行、还缺说明的活动", "地点、怎样参加、联系谁。", list(unready(found.events, today))),
        Shortage(
            "已经办完、没有人数的活动", "线下和线上分开写。", list(uncounted_events(found.events, today))
        ),
    ]


def dashboard_page(shortages: Sequence[Shortage], settings: Settings, year: int, today: datetime.date) -> str:
    """Return the dashboard as one HTML page that stands alone."""
    note = f"{settings.site_name}，{chinese_day(today)}"
    return paper("dashboard.html", title=f"{year}年还缺什么", note=note, shortages=shortages)
