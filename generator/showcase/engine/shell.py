"""The shell: the theme's own render of a sentinel page, cut into literals, filled with records.

A full Material render costs about 5 ms, a fill a few microseconds. What the theme draws around a page
depends on the page's kind, the depth of its address and the current tab, so there is one shell for
each of these; what differs from page to page stands in slots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from showcase.model.artefact import Page, rooted

SLOTS = ("title", "description", "canonical", "head", "main", "record")
_SENTINEL = {slot: f"ls0{slot}0sentinel0" for slot in SLOTS}
_CUT = re.compile("(" + "|".join(map(re.escape, _SENTINEL.values())) + ")")
_NAME = {sentinel: slot for slot, sentinel in _SENTINEL.items()}
_MAIN = re.compile(r"(?s)(.*<!--ls-main-->)(.*)(<!--/ls-main-->.*)")
_BLANK = re.compile(r"[ \t]*\n\s*")
_BLOCKS = (
    "html head meta link title script body div nav main header footer aside section article "
    "ul ol li dl dt dd p h1 h2 h3 form dialog label input"
)
_AROUND = re.compile(rf"\n?(</?(?:{'|'.join(_BLOCKS.split())})\b[^>]*>|<!--/?ls-main-->)\n?")
"""A line break beside one of these shows nothing: before and after a block there is a new line anyway."""

_ENTRY = re.compile(r"(<li\b[^>]*><a\b[^>]*>)\n|\n(?=</a></li>)")
"""Nor does one at the ends of a link that fills its list item."""


def sentinel(slot: str) -> str:
    """Return the unique word that stands for `slot` in the sentinel page."""
    return _SENTINEL[slot]


def values_of(page: Page, url: str, site_url: str, description: str = "") -> dict[str, str]:
    """Return what belongs into each slot for `page`, escaped as the theme would print it.

    `description` stands in for an empty one, because themes branch on that.
    """
    return {
        "title": escape(page.title),
        "description": escape(page.description or description),
        "canonical": escape(site_url + url) if site_url else "",
        "head": rooted(_folded(page.head.strip()), url),
        "main": rooted(page.main.strip(), url),
        "record": f' data-record="{escape(page.record)}"' if page.record else "",
    }


def collapse(html: str) -> str:
    """Leave out the theme's white space that nobody sees; what stands inside <main> stays as it is."""
    found = _MAIN.fullmatch(html)
    if not found:
        return html
    return _folded(found[1]) + found[2] + _folded(found[3])


def _folded(html: str) -> str:
    return _ENTRY.sub(r"\1", _AROUND.sub(r"\1", _BLANK.sub("\n", html)))


def mark_record(html: str, attribute: str) -> str:
    """Put `data-record` (or nothing) on the page's <main>, and the name that the skip link jumps to."""
    return html.replace("<main ", f'<main id="main"{attribute} ', 1)


def finish(html: str, record: str) -> str:
    """Do to a rendered page what every page of ours gets: the record's mark, folded white space."""
    return collapse(mark_record(html, record))


class CannotCut(Exception):  # noqa: N818 - reads as what it says
    """The theme swallowed or changed a sentinel, so no shell can be made of its output."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Literals and slots in turn: literal, slot name, literal, … literal."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page: each slot's value between its literals."""
        return "".join([values[p] if i % 2 else p for i, p in enumerate(self.parts)])


def cut(html: str) -> Shell:
    """Cut the finished sentinel page at its sentinels.

    Raises CannotCut when the main or record slot does not occur.
    """
    pieces = [_NAME.get(piece, piece) for piece in _CUT.split(html)]
    missing = {"main", "record"} - set(pieces[1::2])
    if missing:
        raise CannotCut("、".join(sorted(missing)))
    return Shell(tuple(pieces))
