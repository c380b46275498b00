"""Stars and projects: a folder of records to values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from showcase.content.body import read_sections
from showcase.content.documents import read_document
from showcase.content.folders import Tree
from showcase.content.names import known_region, record_address
from showcase.content.reading import Reading
from showcase.content.shapes import Shape
from showcase.content.tables_records import PROJECT, STAR
from showcase.model.address import RecordAddress
from showcase.model.records import Project, Star

R = TypeVar("R", Star, Project)


def read_stars(tree: Tree) -> tuple[Star, ...]:
    """Return the stars below content/stars, by address."""
    return _read_kind(tree, "stars", STAR, Star)


def read_projects(tree: Tree) -> tuple[Project, ...]:
    """Return the projects below content/projects, by address."""
    return _read_kind(tree, "projects", PROJECT, Project)


def _read_kind(tree: Tree, kind: str, shape: Shape, model: type[R]) -> tuple[R, ...]:
    found: list[R] = []
    taken: dict[tuple[int, str, str], str] = {}
    for path, address in _addresses(tree, kind):
        record = _read_one(tree, path, address, shape)
        serial = (address.year, address.region, address.serial.lstrip("0"))
        first = taken.setdefault(serial, path)
        if first != path:
            message = f"序号和 {tree.name_of(first)} 重复"
            tree.refuse(path, "record-duplicate-address", message, "换一个没有用过的序号")
        elif isinstance(record, model):
            found.append(record)
    return tuple(sorted(found, key=lambda record: str(record.address)))


def _addresses(tree: Tree, kind: str) -> Iterator[tuple[str, RecordAddress]]:
    """Yield each record's file and its address, by year, region and file name."""
    for year, folder in tree.years(tree.layout.content / kind):
        for region in tree.entries(folder):
            if not region.is_dir():
                tree.stray(region, "放进地区文件夹，例如 henan/")
            elif known_region(tree, region.path, region.name):
                for file in tree.files(region, ".md"):
                    if address := record_address(tree, file.path, kind, year, region.name):
                        yield file.path, address


def _read_one(tree: Tree, path: str, address: RecordAddress, shape: Shape) -> object:
    """Return the record, or None when what must be there is not."""
    reading = Reading(tree.name_of(path), address.region, tree.problems)
    document = read_document(reading, path)
    if document is None:
        return None
    found = shape.top(reading, document.front)
    text, sections, script = read_sections(reading, document.body)
    if found is None:
        return None
    told = {"showcase_text": text, "sections": sections, "host_script": script}
    return shape.build(address=address, source=reading.source(), **told, **found)
