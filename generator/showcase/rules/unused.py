"""Rules on what nothing points at: media that no record names, documents whose list lacks the name."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.library import Library
from showcase.model.media import media_key
from showcase.model.parts import Honour
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.source import Source
from showcase.model.terms import Stage
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.identity import person_key, project_key
from showcase.rules.registry import Finding, rule

_KEPT = (".", "~", "Thumbs.db", "desktop.ini")
"""How names begin, or end, that a system or an editor leaves behind."""


@rule(
    "reference-unused",
    Library,
    severity=Severity.NOTE,
    manual="media/ 里没有一件资料用到的文件，不会公开，也不会有人想起：写进资料，或者删去。",
    broken="media/stars/2024/henan/012/old.jpg（资料里没有写）",
    good="media/stars/2024/henan/012/portrait.jpg（photos 里写了）",
)
def unused(library: Library, facts: Facts) -> Iterator[Finding]:
    """Name every file below media/ that nothing names."""
    named = set(_named(library))
    for key in sorted(facts.media_keys or ()):
        file = key.rpartition("/")[2]
        if key not in named and not file.startswith(_KEPT) and not file.endswith(_KEPT):
            yield Finding(
                path="",
                message=f"没有一件资料用到 media/{key}",
                fix="写进资料（注意文件名的大小写），或者删去这个文件",
                source=Source(f"media/{key}"),
            )


def _named(library: Library) -> Iterator[str]:
    """Yield the key of every file that a record, week or event names."""
    holders: tuple[PhotoHolder, ...] = library.stars + library.projects + library.weeks + library.events
    for holder in holders:
        yield from (media_key(holder.address, photo.file) for photo in holder.photos)
        video, audio = getattr(holder, "video", None), getattr(holder, "audio", None)
        if video:
            yield media_key(holder.address, video.file)
            yield media_key(holder.address, video.captions)
        if audio:
            yield media_key(holder.address, audio.file)


@rule(
    "reference-document",
    Star,
    Project,
    severity=Severity.NOTE,
    manual="荣誉所写的文号（document）是 content/lists/ 里某份名单的，名单里要有这个人或项目。",
    broken="honours: [{document: 示例教〔2023〕85号, …}]（这份名单里没有沈玉兰）",
    good="honours: [{document: 示例教〔2023〕85号, …}]（名单里有沈玉兰）",
)
def reference_document(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find approved honours whose document is a list that does not hold the name."""
    for place, honour in enumerate(record.honours):
        listed = _list_of(honour, facts)
        if listed is None:
            continue
        names, list_address = listed
        if _entry(record) not in names:
            yield Finding(
                path=f"honours[{place}].document",
                message=f"{honour.document} 的名单（{list_address}）里没有“{record.name}”",
                fix="核对文号和姓名；名单抄漏了的，补在名单里；本人要求从名单撤下的，不必处理",
            )


def _list_of(honour: Honour, facts: Facts) -> tuple[frozenset[tuple[bool, str]], str] | None:
    """Return the names of the list that an approved honour's document is, and its address; or None."""
    if honour.stage != Stage.APPROVED or not honour.document:
        return None
    return facts.listed.get((honour.document, honour.level))


def _entry(record: Record) -> tuple[bool, str]:
    if isinstance(record, Star):
        return True, person_key(record.name)
    return False, project_key(record.name, record.hosts)
