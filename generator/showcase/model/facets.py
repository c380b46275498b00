"""By what lists and results can be narrowed, and what a record has of each; for pages and for finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from showcase.model.media import Shelf, media_key
from showcase.model.records import Record, Star
from showcase.model.regions import ORDER, REGIONS
from showcase.model.terms import DISTINCTION_NAMES, GROUP_NAMES, LEVEL_NAMES, Distinction, Group, Level

Traits = Mapping[str, tuple[str, ...]]
"""The values of one thing by facet, none twice; a facet that it has nothing of may be missing."""

FACET_TITLES = {
    "kind": "种类",
    "year": "年份",
    "region": "地区",
    "level": "层级",
    "distinction": "特别推介",
    "film": "影片",
    "group": "人群",
    "topic": "主题",
}
"""The parameters of the search page's address, in the order in which they are shown, and their headings."""

KIND_WORDS = {
    "stars": "学习之星",
    "projects": "品牌项目",
    "weeks": "活动周",
    "events": "活动",
    "announcements": "公示",
    "lists": "推介名单",
    "rulebooks": "通知",
    "pages": "网页",
}
FILM_WORDS = {"yes": "有影片"}

_WORDS: dict[str, Callable[[str], str]] = {
    "kind": lambda value: KIND_WORDS[value],
    "region": lambda value: REGIONS[value].short,
    "level": lambda value: LEVEL_NAMES[Level(value)],
    "distinction": lambda value: DISTINCTION_NAMES[Distinction(value)],
    "film": lambda value: FILM_WORDS[value],
    "group": lambda value: GROUP_NAMES[Group(value)],
}
_PLACES: dict[str, Mapping[str, int]] = {
    "kind": {value: place for place, value in enumerate(KIND_WORDS)},
    "region": ORDER,
    "level": {value: place for place, value in enumerate(Level)},
    "distinction": {value: place for place, value in enumerate(Distinction)},
    "film": {"yes": 0},
    "group": {value: place for place, value in enumerate(Group)},
}


def traits_of(record: Record, shelf: Shelf) -> Traits:
    """Return what a public record has of each facet: its years, levels … are those of all its honours."""
    return {
        "kind": (record.address.kind,),
        "year": tuple(str(year) for year in _years(record)),
        "region": (record.address.region,) if record.address.region in REGIONS else (),
        "level": tuple(dict.fromkeys(honour.level for honour in record.honours)),
        "distinction": tuple(dict.fromkeys(h.distinction for h in record.honours if h.distinction)),
        "film": ("yes",) if _has_film(record, shelf) else (),
        "group": tuple(dict.fromkeys(record.groups)) if isinstance(record, Star) else (),
        "topic": tuple(dict.fromkeys(record.topics)),
    }


def occasion(
    kind: str, years: Iterable[int] = (), regions: Iterable[str] = (), levels: Iterable[str] = ()
) -> Traits:
    """Return the traits of what is no record: a week, an event, a 公示, a notice, a listed name, a page."""
    return {
        "kind": (kind,),
        "year": tuple(dict.fromkeys(map(str, years))),
        "region": tuple(region for region in dict.fromkeys(regions) if region in REGIONS),
        "level": tuple(levels),
    }


def in_words(facet: str, value: str) -> str:
    """Return how a visitor reads a value; years and topics stand for themselves."""
    return _WORDS[facet](value) if facet in _WORDS else value


def in_order(facet: str, counts: Mapping[str, int]) -> list[str]:
    """Return the counted values as they are listed: years newest first, topics the most frequent first."""
    if facet == "year":
        return sorted(counts, reverse=True)
    if facet == "topic":
        return sorted(counts, key=lambda topic: (-counts[topic], topic))
    return sorted(counts, key=_PLACES[facet].__getitem__)


def _years(record: Record) -> list[int]:
    """Without an honour (preview) the address's year, as on the lists."""
    return sorted({honour.year for honour in record.honours} or {record.address.year}, reverse=True)


def _has_film(record: Record, shelf: Shelf) -> bool:
    return record.video is not None and media_key(record.address, record.video.file) in shelf.films
