"""The files of a packet by what they are, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import PurePosixPath

from showcase.intake.items import Item, key_of
from showcase.intake.packets import PacketFile
from showcase.model.terms import PhotoKind

_PHOTOS = frozenset(
    (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif", ".jfif")
)
_FILMS = frozenset(
    (
        ".mp4",
        ".mov",
        ".m4v",
        ".avi",
        ".wmv",
        ".mkv",
        ".flv",
        ".mpg",
        ".mpeg",
        ".3gp",
        ".webm",
        ".ts",
        ".rmvb",
        ".mts",
    )
)
_PAPERS = frozenset(
    (
        ".docx",
        ".doc",
        ".wps",
        ".wpt",
        ".rtf",
        ".odt",
        ".docm",
        ".dotx",
        ".xlsx",
        ".xls",
        ".et",
        ".xlsm",
        ".csv",
        ".txt",
        ".ods",
    )
)
_KINDS = (
    (PhotoKind.ID_PHOTO, re.compile("证件|免冠|寸|标准照|登记照|id.?photo", re.IGNORECASE)),
    (PhotoKind.LIFE, re.compile("生活|学习照|工作照|读书照|日常")),
    (PhotoKind.ACTIVITY, re.compile("活动|授课|上课|现场|培训|志愿|服务")),
    (PhotoKind.PORTRAIT, re.compile("肖像|头像|形象照|portrait", re.IGNORECASE)),
)
_SCANS = re.compile(
    "推[介荐]表|登记表|汇总表|申报表|审批表|报名表|身份证|户口|户籍|驾驶证|残疾证|同意书|承诺书|授权书|证明|"
    "扫描|银行卡|证书|奖状|聘书"
)
"""What the name of a picture says that is none to show: a form, a card, a paper."""

_SCAN_FOLDERS = re.compile("扫描|身份证|证书|同意书")
_OF_KIND = {"star": re.compile("学习之星|个人|人物"), "project": re.compile("品牌项目|项目")}


class FileKind(StrEnum):
    """What a file of a packet is taken for, by its name; its reader finds out whether it is."""

    PHOTO = "photo"
    FILM = "film"
    PAPER = "paper"
    SCAN = "scan"
    OTHER = "other"


def kind_of(name: str) -> FileKind:
    """Return what a file of that name is."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in (".pdf", ".ofd") or (suffix in _PHOTOS and _is_scan(name)):
        return FileKind.SCAN
    for kind, suffixes in ((FileKind.PHOTO, _PHOTOS), (FileKind.FILM, _FILMS), (FileKind.PAPER, _PAPERS)):
        if suffix in suffixes:
            return kind
    return FileKind.OTHER


def _is_scan(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(_SCANS.search(path.stem) or any(_SCAN_FOLDERS.search(part) for part in path.parts[:-1]))


def photo_kind(name: str, item_kind: str) -> PhotoKind:
    """Return what the path of a photograph calls it, its own name first; one of a star else shows life."""
    for part in reversed(PurePosixPath(name).parts):
        for kind, pattern in _KINDS:
            if pattern.search(part):
                return kind if item_kind == "star" or kind is PhotoKind.PORTRAIT else PhotoKind.ACTIVITY
    return PhotoKind.LIFE if item_kind == "star" else PhotoKind.ACTIVITY


def names_a_kind(name: str) -> bool:
    """Whether the path of a photograph says what it is."""
    return any(pattern.search(name) for _, pattern in _KINDS)


def owner_of(file: PacketFile, items: Sequence[Item], homes: Sequence[tuple[str, int]]) -> int | None:
    """Return the place of the item that a file belongs to, None when nobody can tell.

    Its name or a folder's says whose it is; else the nearest folder that holds papers of one item only
    (`homes`: the path of each paper and its item); else the only item of the packet, or of its kind.
    """
    parts = PurePosixPath(file.name).parts
    for part in (PurePosixPath(parts[-1]).stem, *reversed(parts[:-1])):
        if named := _named_in(part, items):
            near = _of_folder(file, [home for home in homes if home[1] in named])
            return (
                named[0] if len(named) == 1 else near if near is not None else _by_kind(named, items, parts)
            )
    near = _of_folder(file, homes)
    every = list(range(len(items)))
    return near if near is not None else every[0] if len(every) == 1 else _by_kind(every, items, parts)


def names_several(file: PacketFile, items: Sequence[Item]) -> bool:
    """Whether the path of a file names somebody, and several have that name."""
    return any(len(_named_in(part, items)) > 1 for part in PurePosixPath(file.name).parts)


def _of_folder(file: PacketFile, homes: Sequence[tuple[str, int]]) -> int | None:
    """Return whose papers alone lie in the nearest folder that holds any."""
    for folder in list(PurePosixPath(file.name).parents)[:-1]:
        owners = {item for path, item in homes if PurePosixPath(path).is_relative_to(folder)}
        if owners:
            return owners.pop() if len(owners) == 1 else None
    return None


def _named_in(text: str, items: Sequence[Item]) -> list[int]:
    """Return the items whose name stands in `text`, those of the longest name only."""
    found = [
        (len(item.key), at) for at, item in enumerate(items) if item.key and item.key in _folded(item, text)
    ]
    longest = max((length for length, _ in found), default=0)
    return [at for length, at in found if length == longest]


def _folded(item: Item, text: str) -> str:
    return (
        key_of("star", text) if item.kind == "star" else key_of("star", text) + "\n" + key_of("project", text)
    )


def _by_kind(places: Iterable[int], items: Sequence[Item], parts: Sequence[str]) -> int | None:
    """Return the only one of `places` that is of the kind that the folders speak of."""
    path = "/".join(parts)
    for kind in ("project", "star"):
        if _OF_KIND[kind].search(path):
            of_kind = [at for at in places if items[at].kind == kind]
            return of_kind[0] if len(of_kind) == 1 else None
    return None
