"""What keeps a draft of the private folder out of a repository: private facts, and what cameras write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from showcase.media.photos.recognising import opened
from showcase.media.terms.refusal import Refused
from showcase.rules.private_facts import KIND_WORDS, find_private

_PHOTOS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff"))


def private_in(data: bytes) -> list[str]:
    """Return what private facts the texts of a record tell; an office's number may stand in front of them."""
    body = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n---", 1)[-1]
    return list(dict.fromkeys(f"正文里有{KIND_WORDS[found.kind]}" for found in find_private(body)))


def unclean_in(folder: Path) -> Iterator[str]:
    """Yield a sentence for each photograph that still carries where and with what it was taken."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in _PHOTOS and not _is_clean(path):
            yield f"照片 {path.name} 里还有拍摄信息"


def _is_clean(path: Path) -> bool:
    """Whether a photograph has no EXIF. One that cannot be read is for `showcase check` to name."""
    try:
        with opened(path) as image:
            return not image.getexif()
    except (OSError, Refused):
        return True
