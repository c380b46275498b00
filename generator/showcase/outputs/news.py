"""What a feed tells: the newest approved records, or what moved in a year's schedule, each as one item."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.content.move_words import change_words
from showcase.model.campaign import approved
from showcase.model.library import Showcase
from showcase.model.media import Rendition, Shelf, media_key
from showcase.model.moves import Change, changes_in
from showcase.model.parts import Honour
from showcase.model.records import Record
from showcase.model.settings import Settings
from showcase.model.terms import PhotoKind
from showcase.outputs.addressing import PageRef, tag_of, url_at

NEWEST = 50
"""How many items a feed holds; older ones are on the site."""


@dataclass(frozen=True, slots=True)
class News:
    """One item: `day` of the newest honour, `url` below the root ("" without a page), its portrait."""

    id: str
    title: str
    summary: str
    day: datetime.date
    region: str
    url: str
    picture: Rendition | None


def newest(showcase: Showcase, shelf: Shelf, settings: Settings, pages: Mapping[str, PageRef]) -> list[News]:
    """Return an item for every record with an approved honour, newest first, then by address."""
    records: list[Record] = [*showcase.stars, *showcase.projects]
    found = [(_latest(record.honours), record) for record in records if approved(record.honours)]
    found.sort(key=lambda pair: (-_day(pair[0]).toordinal(), str(pair[1].address)))
    return [_news(honour, record, shelf, settings, pages) for honour, record in found]


def schedule_changes(
    showcase: Showcase, year: int, settings: Settings, pages: Mapping[str, PageRef]
) -> list[News]:
    """Return an item for each change of the year's weeks and events, in the order of the page of changes."""
    return [_change(change, year, settings, pages) for change in changes_in(showcase, year)]


def _change(change: Change, year: int, settings: Settings, pages: Mapping[str, PageRef]) -> News:
    """Return the change as an item. One whose day was not said stands on the day that was given up."""
    address = change.thing.address
    old = change.before if isinstance(change.before, datetime.date) else datetime.date(year, 1, 1)
    title = pages[address].title if address in pages else address
    return News(
        id=tag_of(settings, year, f"{address}/change-{change.number}"),
        title=f"{title}：{change_words(change)}",
        summary=change.why,
        day=change.said or old,
        region=change.thing.region,
        url=url_at(pages, address),
        picture=None,
    )


def _latest(honours: tuple[Honour, ...]) -> Honour:
    return max(approved(honours), key=_day)


def _day(honour: Honour) -> datetime.date:
    return honour.date or datetime.date.min


def _news(
    honour: Honour, record: Record, shelf: Shelf, settings: Settings, pages: Mapping[str, PageRef]
) -> News:
    address = str(record.address)
    return News(
        id=tag_of(settings, record.address.year, address),
        title=f"{record.name}：{honour.title}",
        summary=record.showcase_text[0] if record.showcase_text else "",
        day=_day(honour),
        region=record.address.region,
        url=url_at(pages, address),
        picture=next(_pictures(record, shelf), None),
    )


def _pictures(record: Record, shelf: Shelf) -> Iterator[Rendition]:
    """Yield the widest JPEG of each published picture, portraits first; never form material."""
    photos = [photo for photo in record.photos if photo.kind is not PhotoKind.ID_PHOTO]
    for photo in sorted(photos, key=lambda photo: photo.kind is not PhotoKind.PORTRAIT):
        picture = shelf.pictures.get(media_key(record.address, photo.file))
        if picture:
            yield picture.largest
