"""What can be edited on the desk: one collection for each folder of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.content.shapes import Shape
from showcase.content.tables_records import PROJECT, STAR
from showcase.content.tables_year import ANNOUNCEMENT, EVENT, WEEK
from showcase.desk.admin.fields import Widget, desk_fields
from showcase.desk.admin.lengths import body_field, newest_limit
from showcase.model.library import Library
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Limit

Collection = dict[str, Any]
_SLUG, _SERIAL = "{{slug}}", "{{slug | serial}}"
_DRAFT = "draft-{{hour}}{{minute}}{{second}}"
"""A new record's name: a draft, whose serial `decide` allots. Six figures of the clock, as the form asks."""
_RECORDS = {"stars": ("star", STAR), "projects": ("project", PROJECT)}


def collections(library: Library, year: int) -> list[Collection]:
    """Return the collections: what the office has, newest year first, and this `year`'s new folders."""
    return [*_records(library, year), *_of_years(library, year), _announcements()]


def _records(library: Library, year: int) -> Iterator[Collection]:
    ours = {book.regions[0] for book in library.rulebooks if len(book.regions) == 1}
    for kind, (word, shape) in _RECORDS.items():
        there = {(one.address.year, one.address.region) for one in getattr(library, kind)}
        for when, region in sorted(there | {(year, each) for each in ours}, key=lambda at: (-at[0], at[1])):
            limit = newest_limit(library.rulebooks, region, word)
            label = f"{when} {REGIONS[region].short} {shape.label}"
            folder = f"{kind}/{when}/{region}"
            yield _collection(folder, label, shape, _DRAFT, media=_SERIAL) | {
                "identifier_field": "name",
                "fields": _with_body(shape, limit),
            }


def _of_years(library: Library, year: int) -> Iterator[Collection]:
    weeks = {week.year for week in library.weeks} | {year}
    for when in sorted(weeks, reverse=True):
        yield _collection(f"weeks/{when}", f"{when} {WEEK.label}", WEEK, "{{subtitle}}") | {
            "create": False,  # a week's file is named after its region: `showcase new year` lays them out
            "summary": "{{slug}} {{subtitle}}",
        }
    events = {int(event.address.split("/")[1]) for event in library.events} | {year}
    for when in sorted(events, reverse=True):
        yield _collection(f"events/{when}", f"{when} {EVENT.label}", EVENT, "{{fields.date}}-{{fields.kind}}")


def _announcements() -> Collection:
    return _collection(
        "announcements", ANNOUNCEMENT.label, ANNOUNCEMENT, "{{fields.year}}-{{fields.region}}-list"
    )


def _collection(folder: str, label: str, shape: Shape, slug: str, media: str = _SLUG) -> Collection:
    """Return one collection; photos and films lie in the folder of each address below media/.

    `slug`: how a new file is called. `media`: what of a file's name that folder is called after.
    """
    return {
        "name": folder.replace("/", "-"),
        "label": label,
        "folder": f"content/{folder}",
        "slug": slug,
        "format": "yaml-frontmatter",
        "extension": "md",
        "media_folder": f"/media/{folder}/{media}",
        "public_folder": "",
        "delete": False,
        "editor": {"preview": False},
        "fields": _with_body(shape, None),
    }


def _with_body(shape: Shape, limit: Limit | None) -> list[Widget]:
    """Return the fields, the text second: what is written most is not to be looked for at the end."""
    first, *others = desk_fields(shape)
    return [first, body_field(limit), *others]
