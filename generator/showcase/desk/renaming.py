"""A change of address from request to plan: files and media move, links follow, the old address leads on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.writing import CannotEdit, edited, with_items
from showcase.desk.records import Desk, files_at, probably_meant
from showcase.media.storing.changes import Changes
from showcase.model.address import parse_record_address
from showcase.model.regions import REGIONS
from showcase.rules.withdrawal import is_address

_HEADER = "# 换了的地址：旧地址自动转到新的，只写地址和日期，不写姓名\n"
_REGISTERS = ("withdrawn.yml", "moved.yml")
_TEXTS = (".md", ".yml", ".csv")


class CannotRename(Exception):  # noqa: N818 - reads as the sentence that it holds
    """The address cannot be changed as asked; the message is a Chinese sentence with the cure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A change of address: the changes, each told in a line, and what is left for people to look at."""

    changes: Changes
    done: tuple[str, ...]
    by_hand: tuple[str, ...] = ()


def plan_rename(desk: Desk, old: str, new: str, day: datetime.date) -> Plan:
    """Return how what lies at `old` comes to lie at `new`. Raises CannotRename."""
    layout = desk.layout
    source = _source(desk, old)
    _refuse_taken(desk, old, new)
    target = layout.content / f"{new}{_hint(source, old)}{source.suffix}"
    moves = {source: target}
    if (layout.media / old).is_dir():
        moves[layout.media / old] = layout.media / new
    written = dict(links_rewritten(layout, old, new))
    own = written.pop(source, None)
    removed: tuple[Path, ...] = ()
    if own is not None:  # it names itself: its new text is written, the old file goes
        written[target], removed = own, (source,)
        del moves[source]
    told = [f"{layout.name_of(a)} → {layout.name_of(b)}" for a, b in moves.items()]
    told += [f"{layout.name_of(path)}：链接改好" for path in written]
    written |= register(layout, old, new, day)
    if not _is_draft(old):
        told.append(f"content/moved.yml：{old} 转到 {new}")
    return Plan(Changes(written, removed, moves), tuple(told))


def links_rewritten(layout: Layout, old: str, new: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of the records that name `old`, as they name `new`."""
    for path in sorted(layout.content.rglob("*")):
        if path.suffix in _TEXTS and path.is_file() and path.name not in _REGISTERS:
            data = path.read_bytes()
            changed = renamed(data, old, new)
            if changed != data:
                yield path, changed


def renamed(data: bytes, old: str, new: str) -> bytes:
    """Return a file's text with the address `new` wherever it names `old`; 012 is not 0123."""
    word = rf"(?<![\w-]){re.escape(old)}(?![\w-]|\.[a-z])"
    return re.sub(word.encode(), new.encode(), data)


def register(layout: Layout, old: str, new: str, day: datetime.date) -> Mapping[Path, bytes]:
    """Return moved.yml with the change added; a draft was never shown and needs none."""
    if _is_draft(old):
        return {}
    path = layout.content / "moved.yml"
    before = path.read_bytes() if path.is_file() else _HEADER.encode()
    item = {"from": old, "to": new, "date": day.isoformat()}
    try:
        return {path: edited(before, lambda text: with_items(text, [item]))}
    except CannotEdit as error:
        raise CannotRename("content/moved.yml 有写错的地方，请先用 showcase check 改好。") from error


def _source(desk: Desk, old: str) -> Path:
    files = files_at(desk.layout, old)
    if len(files) != 1:
        meant = probably_meant(desk, old)
        nearest = f"是不是想写 {meant}？" if meant else "地址写成 stars/2024/henan/012 的样子。"
        raise CannotRename(f"没有找到 {old}，什么也没有改。{nearest}")
    return files[0]


def _refuse_taken(desk: Desk, old: str, new: str) -> None:
    """Raise CannotRename for an address that cannot be, or that something has or had."""
    record = parse_record_address(new)
    if not is_address(new) or "#" in new or new.partition("/")[0] != old.partition("/")[0]:
        raise CannotRename(f"“{new}”不能作它的新地址。写成 {old} 的样子，不带文件名里的提示，不写姓名。")
    if record and (record.is_draft or record.region not in REGIONS):
        raise CannotRename(f"“{new}”不能作它的新地址：地区要用拼音代号，不能是草稿。")
    layout, library = desk.layout, desk.library
    had = {each.before for each in library.moved} | {each.address for each in library.withdrawals}
    if files_at(layout, new) or (layout.media / new).exists():
        raise CannotRename(f"{new} 已经有资料了，什么也没有改。请换一个没有用过的地址。")
    if new in had:
        raise CannotRename(f"{new} 以前用过，转发出去的旧网址会指错人，什么也没有改。请换一个没有用过的。")


def _hint(source: Path, old: str) -> str:
    return source.stem.removeprefix(old.rpartition("/")[2])


def _is_draft(address: str) -> bool:
    record = parse_record_address(address)
    return bool(record and record.is_draft)
