"""Captions as WebVTT: cues of a .vtt or .srt, checked one by one, in UTF-8, and nothing beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.media.films.caption_text import decoded, escaped
from showcase.media.storing.store import Store
from showcase.media.terms.made import Captions, Made
from showcase.media.terms.refusal import Refused
from showcase.media.working.jobs import Job
from showcase.model.media import CaptionsFacts

VTT = "text/vtt"
_LIMIT_BYTES = 2_000_000
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?P<settings>[ \t][^\n]*)?")
_SETTING = re.compile(r"(?:vertical|line|position|size|align):[\w.,%+-]+")
_ASS = re.compile(r"\s*\[Script Info\]", re.I)
_HEADER = re.compile(r"WEBVTT(?=[ \t\n]|$)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: from when to when in milliseconds, how it is placed, its lines; `name` may be empty."""

    name: str
    begin_ms: int
    end_ms: int
    settings: str
    lines: tuple[str, ...]

    def written(self) -> str:
        """Return it as WebVTT."""
        times = f"{_clock(self.begin_ms)} --> {_clock(self.end_ms)}{self.settings}"
        return "\n".join([*([self.name] if self.name else []), times, *self.lines]) + "\n"


def make_captions(job: Job, store: Store) -> Made:
    """Return the captions of a film as WebVTT; Refused when the file has none or one that cannot be shown."""
    facts = captions_facts(job.path, job.sha256)
    text = as_vtt(read_captions(job.path))
    return Made(Captions(store.put(job.key, "captions.vtt", text.encode(), VTT, (0, 0))), facts)


def captions_facts(path: Path, sha256: str) -> CaptionsFacts:
    """Return what a caption file is; Refused like `make_captions`."""
    cues = list(cues_of(read_captions(path)))
    return CaptionsFacts(cues=len(cues), end_s=max(cue.end_ms for cue in cues) / 1000, sha256=sha256)


def read_captions(path: Path) -> str:
    """Return the text of a caption file, whatever its encoding; Refused when it is none."""
    with path.open("rb") as file:
        data = file.read(_LIMIT_BYTES + 1)
    if len(data) > _LIMIT_BYTES:
        raise _refused("字幕文件超过 2 MB")
    text = decoded(data)
    if text is None:
        raise _refused("字幕文件的编码无法识别")
    return text


def as_vtt(text: str) -> str:
    """Return `text`, WebVTT or SRT, as WebVTT: its cues, not its remarks and styles."""
    return "\n".join(["WEBVTT\n", *(cue.written() for cue in cues_of(text))])


def cues_of(text: str) -> Iterator[Cue]:
    """Yield the cues of WebVTT or SRT; Refused at the first that cannot be shown."""
    lines = text.splitlines()
    if _ASS.match(text):
        message = "这是 ASS 字幕，网页不能播放"
        raise Refused("captions-ass", message, "用字幕软件另存为 .srt 或 .vtt（UTF-8 编码）")
    is_vtt = bool(_HEADER.match(text))
    found = [number for number, line in enumerate(lines) if "-->" in line]
    if not found:
        raise _refused("文件里没有一条字幕" if is_vtt else "不是 WebVTT 或 SRT 字幕")
    for place, number in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else len(lines)
        yield _cue(lines, number, following, is_vtt=is_vtt)


def _cue(lines: list[str], number: int, following: int, *, is_vtt: bool) -> Cue:
    """Return the cue whose times stand in the line `number`; the next one's stand in `following`."""
    times = _TIMES.fullmatch(lines[number])
    if times is None:
        raise _wrong(number, f"时间“{lines[number].strip()}”写错", "写成 00:01:02.500 --> 00:01:05.000")
    begin_ms, end_ms = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:8])
    if end_ms <= begin_ms:
        raise _wrong(number, "的结束时间不晚于开始时间", "改正这一行的时间")
    words = lines[number + 1 : following]
    words = words[: words.index("")] if "" in words else words
    name = lines[number - 1].strip() if number > is_vtt else ""
    settings = "".join(f" {each}" for each in _SETTING.findall(times["settings"] or "")) if is_vtt else ""
    shown = tuple(words) if is_vtt else tuple(escaped(line) for line in words)
    return Cue(name, begin_ms, end_ms, settings, shown)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return (int(hours) * 60 + int(minutes)) * 60_000 + int(seconds) * 1000 + int(rest.ljust(3, "0"))


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{rest:03d}"


def _wrong(number: int, message: str, fix: str) -> Refused:
    return Refused("captions-time", f"字幕第 {number + 1} 行{message}", fix)


def _refused(message: str) -> Refused:
    return Refused("captions-unreadable", message, "另存为 UTF-8 编码的 .vtt 或 .srt 字幕文件")
