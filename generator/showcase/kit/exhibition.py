"""The exhibition for a big screen: one page, and what it shows of each region as a script of its own.

A script and not JSON, because from a disk browsers refuse to fetch; one a region, so that a hall that shows a
province loads that province. Addresses: `exhibition/#all`, `#region=henan`, `#year=2024`, `#tour=events/…`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from showcase.content.wording import ui
from showcase.kit.deck import remark_of
from showcase.kit.heads import head_of
from showcase.kit.pictures import lead_cut, shown_as
from showcase.kit.steps import steps
from showcase.model.artefact import Artefact, relative_root
from showcase.model.leads import lead_photo
from showcase.model.media import media_key
from showcase.model.records import Record, Star
from showcase.model.regions import ORDER, REGIONS
from showcase.pages.cards import place_of
from showcase.pages.site import honour_years
from showcase.pages.view import View
from showcase.sheets.asking import records_on_route, tours

ADDRESS = "exhibition/"
_UNSAFE = "<\u2028\u2029"
"""Could end a script, or a line of it in old readers."""

Item = Mapping[str, Any]


def exhibition_files(view: View) -> Iterator[Artefact]:
    """Yield the page and the scripts with what it shows."""
    regions: dict[str, list[Item]] = defaultdict(list)
    records: list[Record] = [*view.site.showcase.stars, *view.site.showcase.projects]
    for record in records:
        regions[record.address.region].append(_item(view, record))
    slugs = sorted(regions, key=lambda slug: ORDER[slug])
    for slug in slugs:
        text = f"lsExhibition({json.dumps(slug)},{_json(regions[slug])});\n"
        yield Artefact(f"{ADDRESS}{slug}.js", text.encode())
    yield _page(view, {slug: regions[slug] for slug in slugs})


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in _UNSAFE:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _item(view: View, record: Record) -> Item:
    """Return what the screen shows of a record; links are relative to the site's root."""
    is_star = isinstance(record, Star)
    what = record.post or record.unit if isinstance(record, Star) else "、".join(record.hosts)
    item = {
        "record": str(record.address),
        "url": view.site.links.url(str(record.address)),
        "kind": "star" if is_star else "project",
        "name": record.name,
        "what": what,
        "place": place_of(view, record),
        "years": honour_years(record),
        "said": record.quote if isinstance(record, Star) else "",
        "text": next((step.shown for step in steps(record.showcase_text, (record.name,))), ""),
    }
    return {**item, **_picture(view, record), **_film(view, record)}


def _picture(view: View, record: Record) -> Item:
    photo = lead_photo(record)
    picture = view.site.shelf.pictures.get(media_key(record.address, photo.file)) if photo else None
    if photo is None or picture is None:
        return {}
    rendition = lead_cut(record, photo, picture)
    shown = shown_as(rendition.path, rendition, photo, picture)
    return {"picture": shown.src, "alt": shown.alt, "focus": shown.focus, "wide": shown.wide}


def _film(view: View, record: Record) -> Item:
    film = view.site.shelf.films.get(media_key(record.address, record.video.file)) if record.video else None
    if film is None:
        return {}
    large = next(each for each in film.renditions if each.type == "video/mp4")
    link = view.streamed(large.path)
    return {"film": link.lstrip("\x02"), "captions": film.captions, "seconds": round(film.duration_s)}


def _page(view: View, regions: Mapping[str, list[Item]]) -> Artefact:
    site = view.site
    years = sorted(
        {year for items in regions.values() for item in items for year in item["years"]}, reverse=True
    )
    root = relative_root(site.links.url(ADDRESS))
    values = {
        "root": root,
        "head": head_of(view, ADDRESS, ui.exhibition.about),
        "years": years,
        "regions": [(slug, REGIONS[slug].short, len(items)) for slug, items in regions.items()],
        "tours": [(address, title) for address, title, _ in _tours(view)],
        "plan": _json({"regions": list(regions), "tours": {a: records for a, _, records in _tours(view)}}),
        "words": _json({name: getattr(ui.exhibition, name) for name in ("paused", "leave", "lost")}),
        "remark": remark_of(site),
    }
    html = view.templates.env.get_template("kit/exhibition.html").render(values)
    return Artefact(site.links.path(ADDRESS), html.replace("\x02", root).encode())


def _tours(view: View) -> Iterator[tuple[str, str, list[str]]]:
    """Yield address, title and records of each tour: its own and those of its stops, each once."""
    for tour in tours(view.site.showcase):
        if records := records_on_route(view.site, tour):
            yield tour.address, tour.title, records
