"""Answers to files: where the record and its media will lie, and what its file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from showcase.content.layout import Layout
from showcase.content.new_records import record_text
from showcase.desk.beginning.forms import Form
from showcase.desk.beginning.questions import title_of
from showcase.desk.beginning.tables import NOT_IN_RECORD, RECORDS
from showcase.desk.deciding.serials import Serials
from showcase.desk.records import Desk, files_at
from showcase.model.address import RecordAddress, draft_serial, parse_record_address

_FRESH = "draft-000000"


class CannotBegin(Exception):  # noqa: N818 - reads as the sentence that it prints
    """The record cannot be begun; the message is a Chinese sentence with the cure."""


@dataclass
class Beginning:
    """A new record: its address, its files by where they go, media to copy (to, from)."""

    address: str
    written: dict[Path, bytes] = field(default_factory=dict)
    copied: dict[Path, Path] = field(default_factory=dict)


def begin(desk: Desk, form: Form, said: Mapping[str, Any], drafts: Layout, base: Path) -> Beginning:
    """Return the files of a new record. `drafts` is where undecided records go; media are named from `base`.

    Raises CannotBegin when such a record lies there, or a photo or film does not.
    """
    answers = dict(said)
    address = _address(desk, form, answers)
    record = parse_record_address(address)
    layout = drafts if record and record.is_draft else desk.layout
    if files_at(layout, address) or files_at(desk.layout, address):
        raise CannotBegin(f"已经有 {address} 了，什么也没有写。请直接改那个文件。")
    new = Beginning(address)
    _send_media(new, layout.media / address, answers, base)
    body = str(answers.pop("text", "")).split("\n")
    front = _front(form, answers)
    new.written[layout.content / f"{address}.md"] = record_text(front, body).encode()
    return new


def _address(desk: Desk, form: Form, said: Mapping[str, Any]) -> str:
    if form.kind == "weeks":
        return f"weeks/{said['year']}/{'.'.join(filter(None, (said['region'], said.get('city'))))}"
    if form.kind == "events":
        stem = f"events/{said['date'][:4]}/{said['date']}-{said['kind']}"
        names = (stem if count == 1 else f"{stem}-{count}" for count in range(1, 1000))
        return next(name for name in names if not files_at(desk.layout, name))
    place = RecordAddress(form.kind, int(said["year"]), said["region"], _FRESH)
    if said["approved"] == "true":
        return str(Serials([desk]).next(place))
    units = said.get("unit", "") or "、".join(said.get("hosts", ()))
    return str(place._replace(serial=draft_serial("\n".join((*map(str, place), said["name"], units)))))


def _send_media(new: Beginning, folder: Path, said: dict[str, Any], base: Path) -> None:
    """Give each photo and the film its name in the record's folder, and take in the file it comes from."""
    sent = [*((each, each["kind"]) for each in said.get("photos", ()))]
    sent += [(said["video"], "film")] if "video" in said else []
    for item, stem in sent:
        source = base / Path(item.pop("from")).expanduser()
        if not source.is_file():
            raise CannotBegin(f"没有找到 {source}，什么也没有写。请核对它在哪里，文件名有没有写对。")
        place = folder / _free(stem, PurePath(source.name).suffix.lower(), {p.name for p in new.copied})
        if place.exists():
            raise CannotBegin(f"{place} 已经有了，什么也没有写。请先移走它，或者确认它属于谁。")
        new.copied[place] = source
        item["file"] = place.name


def _free(stem: str, suffix: str, taken: set[str]) -> str:
    names = (f"{stem}{suffix}" if count == 1 else f"{stem}-{count}{suffix}" for count in range(1, 1000))
    return next(name for name in names if name not in taken)


def _front(form: Form, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the front matter: the keys of the record's own table in its order, with what follows."""
    own = dict(said)
    if form.kind in ("stars", "projects"):
        own["honours"] = [_honour(form.kind, said)]
    elif form.kind == "events":
        own["title"] = said.get("title") or title_of("events", said)
        own["region"] = said.get("region") or _region_of(said)
    keys = (each.key for each in RECORDS[form.kind].fields if each.key not in NOT_IN_RECORD[form.kind])
    return {key: own[key] for key in keys if key in own}


def _honour(kind: str, said: Mapping[str, Any]) -> dict[str, Any]:
    title = said.get("title") or title_of(kind, said)
    stage = "approved" if said["approved"] == "true" else "nominated"
    own = {"year": said["year"], "level": said["level"], "title": title, "stage": stage}
    rest = {key: said.get(key, "") for key in ("rulebook", "document", "date")}
    return own | (rest if stage == "approved" else {"rulebook": rest["rulebook"]})


def _region_of(said: Mapping[str, Any]) -> str:
    first = parse_record_address(next(iter(said.get("records", ())), ""))
    return first.region if first else ""
