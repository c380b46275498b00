"""What to tell an editor when the machine or the program, not the master, is at fault. It is not kept."""

from __future__ import annotations

from showcase.media.terms.refusal import Breakdown, Refusal
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.isolation import FaultInside

_RULES = {
    MediaKind.PHOTO: "photo-unfinished",
    MediaKind.FILM: "film-unfinished",
    MediaKind.SOUND: "audio-unfinished",
    MediaKind.CAPTIONS: "captions-unfinished",
}


def unfinished(kind: MediaKind, error: Exception) -> Refusal:
    """Return what became of a file when `error` ended the work on it."""
    match error:
        case Breakdown():
            message, fix = f"未能处理完：{error}", "再运行一次；仍不行时缩短或缩小文件"
        case OSError():
            message, fix = f"读写失败：{error.strerror}", "检查磁盘空间和权限后再运行一次"
        case _:
            name = error.name if isinstance(error, FaultInside) else type(error).__name__
            message, fix = f"程序处理时出错（{name}）", "请把这个文件交给程序维护人员"
    return Refusal(_RULES[kind], message, fix)
