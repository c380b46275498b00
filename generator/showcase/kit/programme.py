"""Several records as one programme: an assembly of three stars, with a page to begin from."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from showcase.content.packing import Member
from showcase.content.wording import ui
from showcase.kit.archive import write_kit
from showcase.kit.assembly import SLIDES, START, shared_files, slides_page, stem_of
from showcase.kit.bench import Bench
from showcase.kit.deck import Shown, remark_of
from showcase.kit.making import Made
from showcase.kit.pieces import pieces_of
from showcase.kit.story import story_of, who_of
from showcase.model.leads import lead_photo
from showcase.model.records import Record
from showcase.pages.cards import place_of


class Entry(NamedTuple):
    """One record of the programme: the folder of its kit, what the first page says of it."""

    folder: str
    name: str
    who: str
    cover: Shown | None


def write_programme(bench: Bench, title: str, made: Sequence[Made], place: Path) -> None:
    """Write the kits `made` into one zip, each whole in its folder, its sheets leading to the next one's."""
    records = [bench.site.showcase.kits[one.order.address] for one in made]
    members: dict[str, Member] = dict(_shared(bench, records))
    for at, (one, record) in enumerate(zip(made, records, strict=True)):
        folder = stem_of(record.address)
        with zipfile.ZipFile(one.place) as kit:
            members |= {f"{folder}/{name}": kit.read(name) for name in kit.namelist()}
        follow = records[at + 1] if at + 1 < len(records) else None
        members[f"{folder}/{SLIDES}"] = _slides(bench, record, one, follow)
    entries = [_entry(bench, record, one) for record, one in zip(records, made, strict=True)]
    members[START] = _start(bench, title, entries)
    write_kit(place, members)


def _shared(bench: Bench, records: Sequence[Record]) -> Iterator[tuple[str, Member]]:
    """Yield what the first page stands on."""
    for name, data in shared_files(bench, tuple(records)):
        if name.endswith(("/kit.css", ".woff2")):
            yield name, data


def _slides(bench: Bench, record: Record, made: Made, follow: Record | None) -> bytes:
    """Return the sheets of one kit with the way to the next."""
    story = story_of(bench.site, record, place_of(bench.view, record), bench.stage)
    link = f"../{stem_of(follow.address)}/{SLIDES}" if follow else ""
    words = ui.kit.programme_next.format(name=follow.name) if follow else ""
    return slides_page(bench, story, pieces_of(bench, record, film=made.order.film), (link, words))


def _entry(bench: Bench, record: Record, made: Made) -> Entry:
    pieces, lead = pieces_of(bench, record, film=made.order.film), lead_photo(record)
    cover = pieces.shown(lead) if lead else None
    return Entry(stem_of(record.address), record.name, "　".join(who_of(record)), cover)


def _start(bench: Bench, title: str, entries: list[Entry]) -> bytes:
    template = bench.view.templates.env.get_template("kit/programme.html")
    html = template.render(root="", title=title, entries=entries, remark=remark_of(bench.site))
    return html.encode()
