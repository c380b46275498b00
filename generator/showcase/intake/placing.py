"""Where drafts and media go, and what the editor made of them since: planned before a byte is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from showcase.content.layout import Layout
from showcase.content.merging import merged, rebased
from showcase.intake.drafting import Call, Draft, draft_of
from showcase.intake.items import PLACES, Item
from showcase.intake.private_folder import SenderFolder
from showcase.media.storing.sums import sha256_of
from showcase.model.address import RecordAddress, draft_serial
from showcase.model.terms import PhotoKind

_FIRST = (PhotoKind.ID_PHOTO, PhotoKind.PORTRAIT, PhotoKind.LIFE, PhotoKind.ACTIVITY)


@dataclass(frozen=True, slots=True)
class Received:
    """A photograph or film of this run, clean: the sha256 of its bytes, and the file that holds them."""

    sha256: str
    path: Path


@dataclass(slots=True)
class Placed:
    """What becomes of one item: its file, the folder of its media, its text, what happened in a word.

    `how`: new | updated | same | gone (the editor moved or deleted the draft). `conflicts` are the parts
    where the editor's stays though the packet says something else.
    """

    item: Item
    draft: Draft
    file: Path
    folder: Path
    text: str
    how: str
    taken: tuple[str, ...] = ()
    conflicts: list[str] = field(default_factory=list)
    written: dict[Path, bytes] = field(default_factory=dict)
    copied: dict[Path, Path] = field(default_factory=dict)
    removed: list[Path] = field(default_factory=list)


def address_for(item: Item, call: Call, taken: Iterable[str]) -> str:
    """Return the address of a new draft: its id comes from what the item is, so that it never changes."""
    known = set(taken)
    seed = "\n".join((call.rulebook.id, item.kind, item.key, item.unit))
    for count in range(1000):
        serial = draft_serial(f"{seed}\n{count}")
        address = str(RecordAddress(PLACES[item.kind], call.year, call.region, serial))
        if address not in known:
            return address
    raise AssertionError(seed)


def with_file_names(item: Item) -> Item:
    """Return the item with a name for each of its photographs and its film; names once given stay."""
    taken = {picture.file for picture in item.pictures if picture.file}
    pictures = []
    for picture in sorted(item.pictures, key=lambda each: _FIRST.index(each.kind)):
        file = picture.file or _free(str(picture.kind), taken)
        taken.add(file)
        pictures.append(replace(picture, file=file))
    film = item.film and replace(
        item.film, file=item.film.file or f"film{PurePosixPath(item.film.origin).suffix.lower()}"
    )
    return replace(item, pictures=tuple(pictures), film=film)


def _free(stem: str, taken: set[str]) -> str:
    names = (f"{stem}.jpg" if count == 1 else f"{stem}-{count}.jpg" for count in range(1, 1000))
    return next(name for name in names if name not in taken)


def place(
    item: Item,
    call: Call,
    folder: SenderFolder,
    target: Layout,
    received: Mapping[str, Received],
) -> Placed:
    """Return what becomes of an item whose address is known. `received` are its media by our names."""
    draft = draft_of(item, call, folder.sender)
    file, base = target.content / f"{item.address}.md", folder.base(item.address)
    found, before = _text(_file_of(file)), _text(base)
    placed = Placed(item, draft, _file_of(file), target.media / item.address, draft.text, "new")
    if found is None and before is not None:
        placed.how, placed.text = "gone", ""
        return placed
    if found is not None:
        merge = merged(before, found, draft.text)
        placed.text, placed.taken, placed.conflicts = merge.text, merge.taken, list(merge.conflicts)
        placed.how = "same" if merge.text == found else "updated"
    if placed.text != found:
        placed.written[placed.file] = placed.text.encode()
    _remember(placed, folder, before)
    _media(placed, received)
    return placed


def _remember(placed: Placed, folder: SenderFolder, before: str | None) -> None:
    """Keep what was written, and beside it the new version while something of it is in conflict."""
    address = placed.item.address
    now = rebased(before, placed.draft.text, placed.conflicts) if placed.conflicts else placed.draft.text
    if now != before:
        placed.written[folder.base(address)] = now.encode()
    aside, said = folder.conflicting(address), placed.draft.text
    if placed.conflicts and _text(aside) != said:
        placed.written[aside] = said.encode()
    elif not placed.conflicts and aside.is_file():
        placed.removed.append(aside)


def _file_of(file: Path) -> Path:
    """Return the draft's file: the editor may have put a hint behind its id."""
    hinted = sorted(file.parent.glob(f"{file.stem}-*.md")) if file.parent.is_dir() else []
    return hinted[0] if hinted and not file.is_file() else file


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError:
        return None
    except UnicodeDecodeError:
        return ""


def _media(placed: Placed, received: Mapping[str, Received]) -> None:
    """Plan the files of an item: new ones are written, ours of before replaced or removed, others left."""
    item, folder, media = placed.item, placed.folder, dict(placed.item.media)
    named = {picture.file for picture in item.pictures} | ({item.film.file} if item.film else set())
    for name, coming in received.items():
        path, ours = folder / name, media.get(name)
        there = _sum_of(path)
        if there == coming.sha256 or (there is None and ours == coming.sha256):
            pass  # it lies there already, or the editor took it away
        elif there in (None, ours):
            placed.copied[path] = coming.path
        else:
            placed.conflicts.append(name)
            continue
        media[name] = coming.sha256
    for name in sorted(media.keys() - named):
        if _sum_of(folder / name) == media.pop(name):
            placed.removed.append(folder / name)
    if (placed.written or placed.copied or placed.removed) and placed.how == "same":
        placed.how = "updated"
    placed.item = replace(item, media=media)


def _sum_of(path: Path) -> str | None:
    """Return the sha256 of a file, None when there is none."""
    return sha256_of(path) if path.is_file() else None
