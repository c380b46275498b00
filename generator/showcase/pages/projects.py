"""A project's page: who holds it, for whom, where, how to join, how many learn."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.days import Month, chinese_day
from showcase.model.records import Project
from showcase.pages.chart import charts
from showcase.pages.neighbours import Neighbours
from showcase.pages.prose import first_mark
from showcase.pages.record_data import creative_work
from showcase.pages.record_page import RecordKind, record_page
from showcase.pages.view import View


def project_pages(view: View) -> Iterator[Page]:
    """Yield the page of every project."""
    neighbours = Neighbours(view, view.site.showcase.projects)
    for project in view.site.showcase.projects:
        yield record_page(view, project, PROJECT, neighbours)


def _about(project: Project) -> str:
    by = ui.project.by.format(who="、".join(project.hosts)) if project.hosts else ""
    return "，".join(
        filter(None, (by, project.audience and ui.project.for_whom.format(who=project.audience)))
    )


def _words(project: Project) -> dict[str, Any]:
    return {
        "blank": first_mark(project.name),
        "facts": [(term, words) for term, words in _facts(project) if words],
        "charts": charts(project.learners),
    }


def _facts(project: Project) -> list[tuple[str, str]]:
    contact = project.office_contact
    return [
        (ui.project.hosts, "、".join(project.hosts)),
        (ui.project.organisers, "、".join(project.organisers)),
        (ui.project.co_organisers, "、".join(project.co_organisers)),
        (ui.project.nominated_by, "、".join(project.nominated_by)),
        (ui.project.since, since(project)),
        (ui.project.audience, project.audience),
        (ui.project.venue, project.venue),
        (ui.project.how_to_join, project.how_to_join),
        (ui.event.contact, f"{contact.office}　{contact.telephone}".rstrip() if contact else ""),
    ]


def since(project: Project) -> str:
    """Return 2009年3月, 2009年3月，至2020年; "" when the beginning is not known."""
    if project.started is None:
        return ""
    end = ui.project.until.format(time=_time(project.ended)) if project.ended is not None else ""
    return _time(project.started) + end


def _time(time: datetime.date | Month | int) -> str:
    if isinstance(time, int):
        return ui.site.year.format(year=time)
    return (
        ui.site.month.format(year=time.year, month=time.month)
        if isinstance(time, Month)
        else chinese_day(time)
    )


PROJECT = RecordKind("project", "projects", "article", creative_work, _about, _words)
