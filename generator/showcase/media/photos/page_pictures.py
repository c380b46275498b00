"""Pictures of hand-written pages: MkDocs publishes them byte for byte, so nothing may hide in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from showcase.content.layout import Layout
from showcase.content.written_pages import page_pictures
from showcase.media.photos.recognising import HOSTILE
from showcase.model.problem import Problem, Severity

_FORMATS = ("JPEG", "PNG", "WEBP")
_TELLING = frozenset({"exif", "xmp", "photoshop", "comment", "mp"})
_CURE = "用看图软件另存为不带拍摄信息的 JPEG 或 PNG，或者截图后放进来"


def page_picture_problems(layout: Layout) -> Iterator[Problem]:
    """Yield a problem for each picture below content/pages that tells more than it shows."""
    for name in page_pictures(layout):
        path = layout.content / "pages" / name
        if not path.is_symlink() and (said := _fault(path)):
            rule, message = said
            file = f"content/pages/{name}"
            yield Problem(rule, Severity.ERROR, file, 0, 0, message, "", _CURE)


def _fault(path: Path) -> tuple[str, str] | None:
    try:
        with Image.open(path, formats=_FORMATS) as image:
            image.load()  # a PNG may tell after its pixels
            told = _TELLING & image.info.keys() or image.getexif() or getattr(image, "text", None)
    except HOSTILE:
        return "page-picture-unreadable", "这不是能打开的 JPEG、PNG 或 WebP 图片"
    if told:
        return "page-picture-metadata", "图片带有拍摄信息（可能有时间、地点、姓名），会原样公开"
    return None
