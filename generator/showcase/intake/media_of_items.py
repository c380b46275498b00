"""Photographs and films of a packet, and pictures in its Word files, given to the items that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from showcase.intake.arriving import PASTED, Arrival
from showcase.intake.findings import of_packet
from showcase.intake.items import FilmFile, Item, Picture, key_of, place_of
from showcase.intake.packets import PacketFile
from showcase.intake.sorting import FileKind, kind_of, names_several, owner_of, photo_kind
from showcase.model.problem import Severity
from showcase.model.terms import PhotoKind


def with_media(arrival: Arrival, known: Sequence[Item]) -> None:
    """Give photographs and films to the items of the packet, or to those that came before (`known`)."""
    own = len(arrival.items)
    items = [*arrival.items, *(item for item in known if place_of(arrival.items, item) is None)]
    if not own:
        items = list(known)
    gained: dict[int, list[PacketFile]] = {}
    for file in arrival.loose:
        owner = owner_of(
            file, items if _names_earlier(file, items, own) else items[:own] or items, arrival.homes
        )
        if owner is None:
            message, fix = f"{file.shown}：没有认出是谁的", "请在文件名里写上姓名或项目名称，或放进他的文件夹"
            if names_several(file, items):
                message = f"{file.shown}：有同名的，分不清是谁的"
                fix = "请和他的推介表放在同一个文件夹里，一人一个文件夹，再送"
            arrival.findings.append(
                of_packet("whose", message, fix, file=file.shown, severity=Severity.WARNING)
            )
        else:
            gained.setdefault(owner, []).append(file)
    for at, files in gained.items():
        arrival.sources |= {file.sha256: file.path for file in files}
        films = [file.shown for file in files if kind_of(file.name) is FileKind.FILM]
        if len(films) > 1:
            others = "、".join(films[1:])
            message = f"有 {len(films)} 部影片，用了 {films[0]}；{others} 只存了原件"
            fix = "要用另外一部的，只送那一部"
            arrival.findings.append(
                of_packet("films", message, fix, about=items[at], severity=Severity.WARNING)
            )
        if at < own:
            arrival.items[at] = _with_files(arrival.items[at], files)
        else:
            arrival.items.append(_with_files(Item(items[at].kind, items[at].name), files))
    arrival.items = [_without_copies(item) for item in arrival.items]


def _names_earlier(file: PacketFile, items: Sequence[Item], own: int) -> bool:
    """Whether a file's name or a folder's speaks of somebody whose papers came in an earlier packet."""
    return any(item.key and item.key in key_of("star", file.name) for item in items[own:])


def _with_files(item: Item, files: Sequence[PacketFile]) -> Item:
    photos = [file for file in files if kind_of(file.name) is FileKind.PHOTO]
    films = [file for file in files if kind_of(file.name) is FileKind.FILM]
    pictures = tuple(Picture(f.sha256, photo_kind(f.name, item.kind), f.shown) for f in photos)
    film = FilmFile(films[0].sha256, films[0].shown) if films else item.film
    return replace(item, pictures=item.pictures + pictures, film=film)


def _without_copies(item: Item) -> Item:
    """Leave out what is pasted into Word where a file of its own came: Word makes pictures coarser."""
    pasted = [p for p in item.pictures if p.origin.endswith(PASTED)]
    files = [p for p in item.pictures if p not in pasted]
    has_id, has_other = (any((p.kind is PhotoKind.ID_PHOTO) == of for p in files) for of in (True, False))
    kept = [p for p in pasted if not (has_id if p.kind is PhotoKind.ID_PHOTO else has_other)]
    return replace(item, pictures=tuple({p.sha256: p for p in (*kept, *files)}.values()))
