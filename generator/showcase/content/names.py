"""What a file's name says: serial, region, year. And what it should have been called."""

from __future__ import annotations

import re
from typing import NamedTuple

from showcase.content.folders import Tree
from showcase.content.whereabouts import region_fix
from showcase.model.address import RecordAddress
from showcase.model.regions import REGIONS
from showcase.model.terms import Level

SERIAL = r"\d{3,4}|draft-[a-z0-9]{6}"
"""What of a record's file name goes into its address; a hint for editors may follow behind a hyphen."""

_RECORD = re.compile(rf"({SERIAL})(?:-[^.]+)?\.md", re.ASCII)
_WEEK = re.compile(r"([a-z]+)(?:\.([a-z]+))?\.md")
_EVENT = re.compile(r"((\d{4})-\d\d-\d\d)-[a-z0-9]+(?:-[a-z0-9]+)*\.md", re.ASCII)
_ANNOUNCEMENT = re.compile(r"(\d{4})-([a-z]+)(?:-[a-z0-9]+)*\.md", re.ASCII)
_LIST = re.compile(r"(\d{4})-([a-z]+)(?:-([a-z]+))?\.csv", re.ASCII)

NATIONAL = "national"
"""Stands where a region would, in the name of a national 公示."""


class ListName(NamedTuple):
    """What the name of a list says."""

    year: int
    level: Level
    region: str


def record_address(tree: Tree, path: str, kind: str, year: int, region: str) -> RecordAddress | None:
    """Return the address that a star's or project's file stands for, or None with the problem reported."""
    found = _matched(tree, _RECORD, path, "012.md、012-shen.md 或 draft-k3v9q2.md")
    return RecordAddress(kind, year, region, found[1]) if found else None


def week_name(tree: Tree, path: str) -> tuple[str, str] | None:
    """Return (region, city) of a week's file; city is "" for the region's own week."""
    found = _matched(tree, _WEEK, path, "henan.md 或 henan.zhengzhou.md")
    if not found or not known_region(tree, path, found[1]):
        return None
    return found[1], found[2] or ""


def event_day(tree: Tree, path: str, year: int) -> str | None:
    """Return the ISO day in the name of an event's file, which lies in the folder of its year."""
    found = _matched(tree, _EVENT, path, "2024-09-12-school.md")
    if found and int(found[2]) != year:
        message = f"文件在 {year} 文件夹里，名称却是 {found[2]} 年"
        tree.refuse(path, "record-file-name", message, "移到同一年的文件夹")
        return None
    return found[1] if found else None


def announcement_name(tree: Tree, path: str) -> tuple[int, str] | None:
    """Return (year, region) in the name of a 公示's file; region is "" for a national one."""
    found = _matched(tree, _ANNOUNCEMENT, path, "2025-henan-list.md 或 2025-national-list.md")
    if not found or (found[2] != NATIONAL and not known_region(tree, path, found[2])):
        return None
    return int(found[1]), "" if found[2] == NATIONAL else found[2]


def list_name(tree: Tree, path: str) -> ListName | None:
    """Return year, level and region in the name of an official list's file."""
    found = _matched(tree, _LIST, path, "2024-national.csv 或 2024-provincial-henan.csv")
    if not found:
        return None
    levels = tuple(level.value for level in Level)
    if found[2] not in levels or (found[2] == Level.NATIONAL) == bool(found[3]):
        fix = f"第二段写 {'、'.join(levels)}；national 之后没有地区，其余都要有"
        tree.refuse(path, "record-file-name", "文件名里的层级和地区不对", fix)
        return None
    if found[3] and not known_region(tree, path, found[3]):
        return None
    return ListName(int(found[1]), Level(found[2]), found[3] or "")


def known_region(tree: Tree, path: str, slug: str) -> bool:
    """Whether there is such a region; its absence is reported at `path`."""
    if slug in REGIONS:
        return True
    tree.refuse(path, "record-region", f"没有代号为“{tree.name_of(slug)}”的地区", region_fix(slug))
    return False


def _matched(tree: Tree, pattern: re.Pattern[str], path: str, example: str) -> re.Match[str] | None:
    name = path.rpartition("/")[2].rpartition("\\")[2]
    found = pattern.fullmatch(name)
    if not found:
        tree.refuse(path, "record-file-name", "文件名称不合规定", f"写成 {example} 的样子")
    return found
