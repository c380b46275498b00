"""What stays in part: lists that lose names, records that lose a picture, when only deletions go out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from itertools import pairwise

from markupsafe import escape

from showcase.check.gate import open_gate
from showcase.check.takedowns import line_mark
from showcase.media.storing.masters import find_masters
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.jobs import job_of
from showcase.model.campaign import Announcement, Candidate, ListedName, OfficialList
from showcase.model.library import Library, Showcase
from showcase.model.records import Record
from showcase.model.terms import Asset
from showcase.publish.judged import Judged
from showcase.publish.live import LiveSite
from showcase.publish.removals import owner_of

Line = tuple[str, str]
"""Name and unit."""

_OPEN = b"data-ls-open-until"
"""Marks the page of a 公示 that shows its names (theme/assets/js/announcement.js holds on to it too)."""

_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def lists_that_lost_names(judged: Judged, showcase: Showcase, live: LiveSite) -> set[str]:
    """Return the 公示 and lists whose live pages show names that `showcase` no longer lets through.

    Of a closed 公示 whatever names stand there, also those that its file does not hold any more.
    """
    seen, pages = _lines(showcase), _pages(live)
    lost = {address: lines - seen.get(address, set()) for address, lines in _lines(judged.library).items()}
    losing = {a for a, lines in lost.items() if any(_holds(pages.get(a, b""), line) for line in lines)}
    losing |= {address for address, html in pages.items() if _shows_marked(judged.library, address, html)}
    closed = {a.address for a in judged.library.announcements if a.last_day < judged.today}
    return losing | {address for address in closed if _OPEN in pages.get(address, b"")}


def withheld_media(judged: Judged) -> frozenset[str]:
    """Return the keys of derivatives whose master a record still names and the gate withholds.

    Their consent has ended, or was never given. A picture that another record may show is not among them.
    With them go the names of the kits that the site may not offer: stars-2024-henan-012.
    """
    showcase = open_gate(judged.library, judged.settings, judged.today)
    return _keys(judged, judged.library) - _keys(judged, showcase) | _kits(judged, showcase)


def _kits(judged: Judged, showcase: Showcase) -> frozenset[str]:
    if judged.settings.kits == "none":
        return frozenset()
    records: list[Record] = [*judged.library.stars, *judged.library.projects]
    asked = {str(record.address) for record in records if Asset.KIT in record.consent.permissions}
    return frozenset(address.replace("/", "-") for address in asked - showcase.downloads)


def _keys(judged: Judged, records: Library | Showcase) -> frozenset[str]:
    masters, _missing = find_masters(judged.layout, wanted_media(records))
    return frozenset(job_of(master, judged.presets).key for master in masters)


def _lines(records: Library | Showcase) -> Mapping[str, set[Line]]:
    lists: Sequence[Announcement | OfficialList] = [*records.announcements, *records.lists]
    return {one.address: {(line.name, line.unit) for line in _names(one)} for one in lists}


def _names(one: Announcement | OfficialList) -> tuple[Candidate | ListedName, ...]:
    return one.candidates if isinstance(one, Announcement) else one.names


def _shows_marked(library: Library, address: str, html: bytes) -> bool:
    """Whether a live list shows a line that was taken down by its mark, whose name no file holds any more."""
    marks = {w.address for w in library.withdrawals if w.address.startswith(f"{address}#")}
    cells = [unescape(_TAG.sub("", cell)) for cell in _CELL.findall(html.decode())] if marks else []
    return any(line_mark(address, *pair) in marks for pair in pairwise(cells))


def _holds(html: bytes, line: Line) -> bool:
    return all(str(escape(word)).encode() in html for word in line)


def _pages(live: LiveSite) -> Mapping[str, bytes]:
    """Return all the HTML of each live 公示 and list."""
    html: dict[str, bytes] = {}
    for path in sorted(live.files):
        owner = owner_of(path)
        if owner.startswith(("announcements/", "lists/")) and path.endswith(".html"):
            html[owner] = html.get(owner, b"") + live.read(path)
    return html
