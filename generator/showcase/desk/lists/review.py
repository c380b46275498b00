"""The experts' pack: a zip with one page to read and the photographs that go with it. Nothing private.

Left out: id-photos, photographs with children, films, office telephones; what a text tells of telephones,
papers or homes is made 〔略〕. Photographs are written anew, so that they say nothing of where and when.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from showcase.content.packing import packed
from showcase.content.papers import paper
from showcase.desk.lists.entries import Drawn, Entry
from showcase.media.photos.decoding import decode
from showcase.media.terms.refusal import Refused
from showcase.model.records import Star
from showcase.model.terms import DISTINCTION_NAMES, HONOUR_TITLES, PhotoKind
from showcase.rules.private_facts import find_private

_WIDTH_PX, _QUALITY = 1200, 85
_LEFT_OUT = "〔略〕"


def review_pack(drawn: Drawn) -> bytes:
    """Return the zip: index.html, and the photographs below photos/."""
    photos: dict[str, bytes] = {}
    parts = []
    for kind, title in HONOUR_TITLES.items():
        entries = [_told(number, entry, photos) for number, entry in enumerate(drawn.of_kind(kind), 1)]
        parts.append({"kind": kind, "title": title, "entries": entries})
    page = paper("review.html", title=f"{drawn.asked.about}评议材料", parts=parts)
    return packed([("index.html", page.encode()), *photos.items()], stored=frozenset(photos))


def _told(number: int, entry: Entry, photos: dict[str, bytes]) -> dict[str, object]:
    record, kind = entry.record, entry.kind
    mine = dict(_photos(entry, f"photos/{kind}-{number:03d}"))
    photos |= mine
    texts = [("宣传展示材料", record.showcase_text)]
    texts += [(section.title, tuple(section.markdown.split("\n\n"))) for section in record.sections]
    return {
        "number": number,
        "name": record.name,
        "unit": _clean(entry.unit),
        "post": _clean(record.post) if isinstance(record, Star) else "",
        "by": "、".join(record.nominated_by),
        "distinction": DISTINCTION_NAMES[entry.honour.distinction] if entry.honour.distinction else "",
        "texts": [(title, [_clean(text) for text in lines]) for title, lines in texts if any(lines)],
        "photos": list(mine),
        "film": record.video is not None,
    }


def _clean(text: str) -> str:
    """Return a text less its private facts."""
    while found := find_private(text):
        for one in reversed(found):
            text = text[: one.start] + _LEFT_OUT + text[one.end :]
    return text


def _photos(entry: Entry, stem: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the zip, JPEG) of each photograph that experts may see; unreadable ones are skipped."""
    folder = entry.layout.media / str(entry.record.address)
    shown = (p for p in entry.record.photos if p.kind != PhotoKind.ID_PHOTO and not p.minors)
    for count, photo in enumerate(shown, 1):
        try:
            yield f"{stem}-{count}.jpg", _jpeg(folder / photo.file)
        except (OSError, Refused):
            continue


def _jpeg(path: Path) -> bytes:
    file = io.BytesIO()
    decode(path, _WIDTH_PX).convert("RGB").save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
