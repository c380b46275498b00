"""The year: campaigns, weeks, events and 公示 to values."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from showcase.content.body import read_paragraphs
from showcase.content.documents import read_document, read_yaml
from showcase.content.folders import Tree
from showcase.content.names import announcement_name, event_day, week_name
from showcase.content.reading import Reading
from showcase.content.shapes import Shape
from showcase.content.tables_year import ANNOUNCEMENT, CAMPAIGN, EVENT, WEEK
from showcase.model.campaign import ActivityWeek, Announcement, Campaign, Event

CAMPAIGN_FILE = "campaign.yml"


def read_weeks(tree: Tree) -> tuple[tuple[Campaign, ...], tuple[ActivityWeek, ...]]:
    """Return the campaigns and the regions' weeks below content/weeks, by address."""
    campaigns: list[Campaign] = []
    weeks: list[ActivityWeek] = []
    for year, folder in tree.years(tree.layout.content / "weeks"):
        for entry in tree.entries(folder):
            if entry.name == CAMPAIGN_FILE and entry.is_file():
                campaigns += _campaign(tree, entry.path, year)
            elif entry.name.endswith(".md") and entry.is_file():
                weeks += _week(tree, entry.path, year)
            else:
                tree.stray(entry, f"这里只放 {CAMPAIGN_FILE} 和各地区的 .md 文件")
    return tuple(campaigns), tuple(sorted(weeks, key=lambda week: week.address))


def _campaign(tree: Tree, path: str, year: int) -> Iterator[Campaign]:
    reading = Reading(tree.name_of(path), "", tree.problems)
    before = len(tree.problems)
    root = read_yaml(reading, path)
    found = CAMPAIGN.top(reading, root) if len(tree.problems) == before else None
    if found is not None:
        campaign = CAMPAIGN.build(year=year, source=reading.source(), **found)
        assert isinstance(campaign, Campaign)
        yield campaign


def _week(tree: Tree, path: str, year: int) -> Iterator[ActivityWeek]:
    if name := week_name(tree, path):
        region, city = name
        found = _read(tree, path, region, WEEK)
        if found is not None:
            yield ActivityWeek(year=year, region=region, city=city, **_with_first_day(found))


def _with_first_day(found: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the day that it first had, which the oldest move tells too."""
    return {"moved_from": found["moves"][0].start, **found} if found.get("moves") else found


def read_events(tree: Tree) -> tuple[Event, ...]:
    """Return the events below content/events, by address."""
    events: list[Event] = []
    for year, folder in tree.years(tree.layout.content / "events"):
        for file in tree.files(folder, ".md"):
            events += _event(tree, file.path, file.name, year)
    return tuple(sorted(events, key=lambda event: event.address))


def _event(tree: Tree, path: str, name: str, year: int) -> Iterator[Event]:
    day = event_day(tree, path, year)
    if day is None:
        return
    found = _read(tree, path, "", EVENT)
    if found is None:
        return
    if "date" not in found:
        try:
            found["date"] = datetime.date.fromisoformat(day)
        except ValueError:
            tree.refuse(path, "record-file-name", f"没有“{day}”这一天", "改正文件名里的日期")
            return
    yield Event(address=f"events/{year}/{name.removesuffix('.md')}", **_with_first_day(found))


def read_announcements(tree: Tree) -> tuple[Announcement, ...]:
    """Return the 公示 below content/announcements, by address."""
    found: list[Announcement] = []
    for file in tree.files(tree.layout.content / "announcements", ".md"):
        found += _announcement(tree, file.path, file.name)
    return tuple(sorted(found, key=lambda announcement: announcement.address))


def _announcement(tree: Tree, path: str, name: str) -> Iterator[Announcement]:
    said = announcement_name(tree, path)
    found = _read(tree, path, said[1], ANNOUNCEMENT) if said else None
    if said is None or found is None:
        return
    for key, value in zip(("year", "region"), said, strict=True):
        if found.setdefault(key, value) != value:
            place = found["source"].place(key)
            message = f"{key} 和文件名里的“{value or 'national'}”不一致"
            Reading(tree.name_of(path), "", tree.problems).at(place, "record-file-name", message, "改成一致")
    yield Announcement(address=f"announcements/{name.removesuffix('.md')}", **found)


def _read(tree: Tree, path: str, region: str, shape: Shape) -> dict[str, Any] | None:
    """Return the values of a Markdown file with its text and source, by the model's arguments."""
    reading = Reading(tree.name_of(path), region, tree.problems)
    document = read_document(reading, path)
    if document is None:
        return None
    found = shape.top(reading, document.front)
    text = read_paragraphs(reading, document.body)
    return None if found is None else {**found, "text": text, "source": reading.source()}
