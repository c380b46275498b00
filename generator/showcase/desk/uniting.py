"""Two records of one person or project to one: what both say is united, what differs is for people."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path, PurePath

from showcase.content.merging import texts_of, with_parts
from showcase.content.new_records import record_text
from showcase.content.writing import composed, front_of, said_by
from showcase.desk.records import Desk, files_at
from showcase.desk.renaming import CannotRename, Plan, links_rewritten, register, renamed
from showcase.desk.uniting_fronts import Fronts
from showcase.media.storing.changes import Changes
from showcase.media.storing.sums import sha256_of
from showcase.model.address import parse_record_address

_POINTER = ".pointer"


@dataclass(frozen=True, slots=True)
class Union:
    """A plan to unite two records, and the keys and sections where they say different things."""

    plan: Plan
    conflicts: tuple[str, ...]


def plan_union(desk: Desk, keep: str, other: str, day: datetime.date) -> Union:
    """Return how the record at `other` goes into the one at `keep`, whose words stand where both differ.

    Raises CannotRename when one of them is not there, or they are not two of one kind.
    """
    layout = desk.layout
    files = [_file(desk, address) for address in (keep, other)]
    if keep == other:
        raise CannotRename(f"两个地址都是 {keep}，什么也没有改。请写两份不同的资料，留下的写在前面。")
    if keep.partition("/")[0] != other.partition("/")[0]:
        raise CannotRename(f"{keep} 和 {other} 不是同一种的两份资料，什么也没有改。")
    first, second = (path.read_text("utf-8-sig") for path in files)
    names, same = _names(layout.media / keep, layout.media / other)
    said = [said_by(root) for text in (first, second) if (root := composed(front_of(text)))]
    plain = {a.removesuffix(_POINTER): b.removesuffix(_POINTER) for a, b in names.items()}
    unsure = _stems(layout.media / keep) - set(plain)
    uniting = Fronts(said[0], said[1], plain, frozenset({keep, other}), unsure)
    uniting.unite()
    own, theirs = texts_of(first), texts_of(second)
    conflicts = [*uniting.conflicts, *(n for n in theirs if own.get(n, theirs[n]) != theirs[n])]
    text = with_parts(first, record_text(uniting.made, ()), uniting.made)
    text = with_parts(text, second, [*uniting.taken, *(name for name in theirs if name not in own)])
    written = {path: data for path, data in links_rewritten(layout, other, keep) if path not in files}
    told = [f"{layout.name_of(path)}：链接改好" for path in written]
    written |= {files[0]: renamed(text.encode(), other, keep), **register(layout, other, keep, day)}
    moved = {layout.media / other / a: layout.media / keep / b for a, b in names.items() if a not in same}
    folder = (layout.media / other,) if (layout.media / other).is_dir() else ()
    done = [f"{layout.name_of(files[1])} 并入 {layout.name_of(files[0])}，旧地址转到 {keep}", *told]
    done += [f"{layout.name_of(a)} → {layout.name_of(b)}" for a, b in moved.items()]
    done += [f"{layout.name_of(layout.media / other / a)} 与 {names[a]} 是同一个文件，留一个" for a in same]
    return Union(Plan(Changes(written, (files[1], *folder), moved), tuple(done)), tuple(conflicts))


def _file(desk: Desk, address: str) -> Path:
    files = files_at(desk.layout, address)
    if not parse_record_address(address) or len(files) != 1 or desk.thing(address) is None:
        raise CannotRename(f"没有 {address}，或者它的文件读不懂，什么也没有改。先用 showcase check 检查。")
    return files[0]


def _names(keep: Path, other: Path) -> tuple[dict[str, str], list[str]]:
    """Return the new name of each file of the folder that goes, and which of them lie there already.

    The bytes decide: the same picture under two names is one, another under the same name gets a number.
    """
    own = {sha256_of(path): path.name for path in _inside(keep) if path.is_file()}
    taken, same = set(_stems(keep)), list[str]()
    names: dict[str, str] = {}
    for path in _inside(other):
        if found := own.get(sha256_of(path)) if path.is_file() else "":
            names[path.name] = found
            same.append(path.name)
            continue
        tail = _POINTER if path.name.endswith(_POINTER) else ""
        name = PurePath(path.name.removesuffix(_POINTER))
        numbered = (f"{name.stem}{f'-{count}' if count > 1 else ''}{name.suffix}" for count in range(1, 1000))
        free = next(each for each in numbered if each not in taken)
        taken.add(free)
        names[path.name] = free + tail
    return names, same


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _stems(folder: Path) -> frozenset[str]:
    """Return the names of a folder's files, those of pointers as they would be without."""
    return frozenset(path.name.removesuffix(_POINTER) for path in _inside(folder))
