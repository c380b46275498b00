"""Captions as WebVTT: a .vtt as it is, a .srt turned into one."""

from __future__ import annotations

import re

from showcase.media.jobs import Job
from showcase.media.made import Captions, Made
from showcase.media.refusal import Refused
from showcase.media.store import Store

VTT = "text/vtt"
_LIMIT_BYTES = 2_000_000
_SRT_TIME = re.compile(
    r"^(\d{1,2}:\d{2}:\d{2})[,.](\d{3})[ \t]*-->[ \t]*(\d{1,2}:\d{2}:\d{2})[,.](\d{3})[^\n]*$", re.M
)


def make_captions(job: Job, store: Store) -> Made:
    """Return the captions of a film as WebVTT; Refused when the file is neither WebVTT nor SRT."""
    data = job.path.read_bytes()[: _LIMIT_BYTES + 1]
    if len(data) > _LIMIT_BYTES:
        raise _refused("字幕文件超过 2 MB")
    text = as_vtt(_text(data))
    return Made(Captions(store.put(job.key, "captions.vtt", text.encode(), VTT, (0, 0))))


def as_vtt(text: str) -> str:
    """Return `text` as WebVTT, its lines ended as in Unix."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if re.match(r"WEBVTT(?=[ \t\n]|$)", text):
        return text
    timed, cues = _SRT_TIME.subn(_vtt_time, text)
    if not cues:
        raise _refused("不是 WebVTT 或 SRT 字幕")
    return f"WEBVTT\n\n{timed.strip()}\n"


def _vtt_time(found: re.Match[str]) -> str:
    begin, begin_ms, end, end_ms = found.groups()
    return f"{begin.zfill(8)}.{begin_ms} --> {end.zfill(8)}.{end_ms}"


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused("字幕文件的编码无法识别")


def _refused(message: str) -> Refused:
    return Refused("captions-unreadable", message, "另存为 UTF-8 编码的 .vtt 或 .srt 字幕文件")
