"""What of a packet nobody reads: scans, and files of other kinds. Each is kept as it came, and named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from showcase.intake.arriving import Arrival
from showcase.intake.findings import Finding, of_packet
from showcase.intake.items import Item, place_of
from showcase.intake.packets import PacketFile
from showcase.intake.sorting import FileKind, kind_of, owner_of
from showcase.model.problem import Severity

_PAGES = frozenset((".pdf", ".ofd"))


def of_unread(arrival: Arrival, items: Sequence[Item]) -> Iterator[Finding]:
    """Yield what was kept and not read. `items`: those of the sender, whose scans some may be."""
    others = [file.shown for file in arrival.unread if kind_of(file.name) is FileKind.OTHER]
    if others:
        message = f"这些文件不是表、文字、照片或影片，只存了原件：{'、'.join(others)}"
        fix = "里面有要用的，另存为 Word、Excel、JPG 或 MP4 再送"
        yield of_packet("unused", message, fix, severity=Severity.NOTE)
    placed = ((path, place_of(list(items), arrival.items[at])) for path, at in arrival.homes)
    homes = [(path, place) for path, place in placed if place is not None]
    for file in arrival.unread:
        if kind_of(file.name) is FileKind.SCAN:
            yield _of_scan(file, items, homes)


def _of_scan(file: PacketFile, items: Sequence[Item], homes: Sequence[tuple[str, int]]) -> Finding:
    at = owner_of(file, items, homes) if items else None
    item = None if at is None else items[at]
    if PurePosixPath(file.name).suffix.lower() in _PAGES:
        message = f"{file.shown}：是 PDF（扫描件），里面的字读不了，只存了原件"
    else:
        message = f"{file.shown}：看名字是表、证件或证书的照片，没有收作照片，只存了原件"
    fix = "盖章的扫描件可以留着；表请另外送 Word 或 Excel 的"
    is_needed = item is None or not item.form
    severity = Severity.WARNING if is_needed else Severity.NOTE
    return of_packet("scan", message, fix, about=item, file=file.shown, severity=severity)
