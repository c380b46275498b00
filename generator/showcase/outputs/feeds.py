"""feed.xml (Atom, RFC 4287) and feed.json (JSON Feed 1.1), for all; by region and of changes below feeds/."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from showcase.content.wording import ui
from showcase.model.artefact import Artefact, relative_root
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef, absolute, by_address, tag_of, url_at
from showcase.outputs.news import NEWEST, News, newest, schedule_changes
from showcase.outputs.plain import plain

_BEGINNING = datetime.date(2005, 1, 1)
"""The year the campaign began: the `updated` of a feed without items, which must have one."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed in both forms. `name` is its path without the ending; `page` the page it belongs to."""

    settings: Settings
    name: str
    title: str
    page: str
    items: Sequence[News]

    def link(self, url: str) -> str:
        """Return the link to `url` (below the root): full with a site_url, else relative to the feed."""
        if self.settings.site_url:
            return absolute(self.settings, url)
        return relative_root(self.name) + url

    def picture(self, item: News) -> str:
        """Return the link to the item's picture, "" without one."""
        return self.link(item.picture.path) if item.picture else ""


def feed_files(
    showcase: Showcase, shelf: Shelf, settings: Settings, pages: Sequence[PageRef]
) -> Iterator[Artefact]:
    """Yield feed.xml and feed.json; below feeds/ those of every region with records, and changes-<year>."""
    refs = by_address(pages)
    records = _feeds(newest(showcase, shelf, settings, refs), settings, refs)
    for feed in (*records, *_changes(showcase, settings, refs)):
        yield Artefact(f"{feed.name}.xml", _atom(feed))
        yield Artefact(f"{feed.name}.json", _json(feed))


def _feeds(items: list[News], settings: Settings, pages: Mapping[str, PageRef]) -> Iterator[Feed]:
    yield Feed(settings, "feed", settings.site_name, url_at(pages, ""), items[:NEWEST])
    for slug, region in REGIONS.items():
        own = [item for item in items if item.region == slug][:NEWEST]
        if own:
            page = url_at(pages, f"regions/{slug}")
            yield Feed(settings, f"feeds/{slug}", f"{settings.site_name}：{region.name}", page, own)


def _changes(showcase: Showcase, settings: Settings, pages: Mapping[str, PageRef]) -> Iterator[Feed]:
    """Yield what moved in each year's schedule; an empty feed can be subscribed to as well."""
    years = {campaign.year for campaign in showcase.campaigns} | {week.year for week in showcase.weeks}
    for year in sorted(years):
        title = ui.change.feed_title.format(site=settings.site_name, year=year)
        page = url_at(pages, f"weeks/{year}/changes")
        items = schedule_changes(showcase, year, settings, pages)
        yield Feed(settings, f"feeds/changes-{year}", title, page, items[:NEWEST])


def _atom(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-CN"})
    _text(root, "id", tag_of(feed.settings, _BEGINNING.year, feed.name))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((item.day for item in feed.items), default=_BEGINNING)))
    _text(ET.SubElement(root, "author"), "name", feed.settings.owner or feed.settings.site_name)
    ET.SubElement(root, "link", {"rel": "self", "href": feed.link(f"{feed.name}.xml")})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.link(feed.page)})
    for item in feed.items:
        _atom_entry(ET.SubElement(root, "entry"), feed, item)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()


def _atom_entry(entry: ET.Element, feed: Feed, item: News) -> None:
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "updated", _moment(item.day))
    if item.url:
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": feed.link(item.url)})
    if item.picture:
        enclosure = {"type": item.picture.type, "length": str(item.picture.size_bytes)}
        ET.SubElement(entry, "link", {"rel": "enclosure", "href": feed.picture(item), **enclosure})
    _text(entry, "content", item.summary or item.title)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = plain(text)


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"


def _json(feed: Feed) -> bytes:
    """Return the JSON form; addresses only with a site_url, since JSON Feed wants them full."""
    value: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title}
    if feed.settings.site_url:
        value |= {"home_page_url": feed.link(feed.page), "feed_url": feed.link(f"{feed.name}.json")}
    value["language"] = "zh-CN"
    value["authors"] = [{"name": feed.settings.owner or feed.settings.site_name}]
    value["items"] = [_json_item(feed, item) for item in feed.items]
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(feed: Feed, item: News) -> dict[str, str]:
    value = {"id": item.id, "title": item.title, "content_text": item.summary or item.title}
    value["date_published"] = _moment(item.day)
    if feed.settings.site_url:
        links = {"url": item.url and feed.link(item.url), "image": feed.picture(item)}
        value |= {name: link for name, link in links.items() if link}
    return value
