"""公示: names and units, only while they may be objected to; afterwards the outcome, without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Announcement, Candidate
from showcase.model.days import chinese_span
from showcase.pages.heads import framed
from showcase.pages.official_lists import kinds
from showcase.pages.titles import whole_day
from showcase.pages.view import View


def announcement_pages(view: View) -> Iterator[Page]:
    """Yield /announcements/ and a page for each 公示; none of them enters the sitemap or a search engine."""
    newest = sorted(view.site.showcase.announcements, key=lambda a: (a.first_day, a.address), reverse=True)
    yield _index(view, newest)
    for announcement in newest:
        yield _announcement(view, announcement)


def standing(view: View, announcement: Announcement) -> str:
    """Return open, closed or before."""
    if announcement.is_open_on(view.site.today):
        return "open"
    return "before" if view.site.today < announcement.first_day else "closed"


def _said(now: str) -> str:
    words = ui.announcement
    return {"open": words.open, "closed": words.closed, "before": words.before}[now]


def _index(view: View, announcements: Sequence[Announcement]) -> Page:
    standings = [(a, standing(view, a)) for a in announcements]
    rows = [(a, _said(now), chinese_span(a.first_day, a.last_day), now == "open") for a, now in standings]
    path = [(ui.sections.announcements, "")]
    return Page(
        address="announcements/",
        kind="announcements",
        section="announcements",
        title=ui.sections.announcements,
        description=ui.announcement.about,
        main=view.templates.render("announcements.html", rows=rows, path=path),
        noindex=True,
    )


def _announcement(view: View, announcement: Announcement) -> Page:
    now = standing(view, announcement)
    days = chinese_span(announcement.first_day, announcement.last_day)
    path = [(ui.sections.announcements, view.href("announcements/")), (str(announcement.year), "")]
    values = {"a": announcement, "now": now, "days": days, "path": path, "standing": _said(now)}
    description = f"{_said(now)}，{days}。"
    return framed(
        view,
        address=announcement.address,
        kind="announcement",
        section="announcements",
        title=announcement.title,
        description=description,
        main=view.templates.render("announcement.html", **values, **_parts(announcement, now)),
        path=path,
        noindex=True,
    )


def _parts(announcement: Announcement, now: str) -> dict[str, Any]:
    url = announcement.official_url
    return {
        "tables": tables(announcement.candidates) if now == "open" else [],
        "counted": ui.announcement.working if announcement.counted == "working" else ui.announcement.calendar,
        "first": whole_day(announcement.first_day),
        "last": whole_day(announcement.last_day),
        "outcome": announcement.outcome or ui.announcement.outcome,
        "official": url if url.startswith(("https://", "http://")) else "",
    }


def tables(candidates: Sequence[Candidate]) -> list[tuple[str, str, list[Candidate]]]:
    """Return (heading, name of the first column, lines) for stars and for projects, in the list's order."""
    found = [(title, column, [c for c in candidates if c.kind == kind]) for kind, title, column in kinds()]
    return [table for table in found if table[2]]
