"""Pictures of hand-written pages: MkDocs publishes them byte for byte, so nothing may hide in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.written_pages import page_pictures
from showcase.media.storing.fingerprints import Fingerprints
from showcase.media.storing.memory import Memory
from showcase.media.terms.refusal import Breakdown
from showcase.media.working.isolation import isolated
from showcase.model.problem import Problem, Severity

_LOOK = "showcase.media.photos.telling:told_by"
_FILE = "page-pictures-1.json"  # the number rises when looking learns more
_UNREADABLE = "page-picture-unreadable"
_MESSAGES = {
    _UNREADABLE: "这不是能打开的 JPEG、PNG 或 WebP 图片",
    "page-picture-metadata": "图片带有拍摄信息（可能有时间、地点、姓名），会原样公开",
}
_CURE = "用看图软件另存为不带拍摄信息的 JPEG 或 PNG，或者截图后放进来"


def page_picture_problems(layout: Layout) -> Iterator[Problem]:
    """Yield a problem for each picture below content/pages that tells more than it shows.

    Each is looked into once: what was found is remembered by its sha256.
    """
    memory, prints = Memory(layout.cache / _FILE), Fingerprints(layout)
    for name in page_pictures(layout):
        path = layout.content / "pages" / name
        if not path.is_symlink() and (rule := _remembered(path, memory, prints)):
            yield Problem(rule, Severity.ERROR, f"content/pages/{name}", 0, 0, _MESSAGES[rule], "", _CURE)
    memory.save()
    prints.save()


def _remembered(path: Path, memory: Memory, prints: Fingerprints) -> str:
    """Return the rule that a picture breaks, "" when none."""
    try:
        key = prints.of(path)
        known = memory.get(key)
        if known == "" or known in _MESSAGES:
            return str(known)
        rule = str(isolated(_LOOK, path))
    except (Breakdown, OSError):  # it crashes or hangs what opens it; the next run tries again
        return _UNREADABLE
    memory.put(key, rule)
    return rule
