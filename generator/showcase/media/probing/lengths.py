"""How long a film or a sound says it is, how long it is, and what follows when these differ."""

from __future__ import annotations

import av
from av.container import InputContainer

from showcase.media.terms.refusal import Refused

_ESTIMATING = ("aac", "amr", "mpeg", "mpegts", "dv", "ogg")
"""Containers without a length in them: what is read there is a guess from the bit rate or the last packet."""
_SHORTER_S, _SHORTER_SHARE = 1.0, 0.02
_NAMES = {"film": "影片", "audio": "录音"}


def claimed_s(container: InputContainer) -> float:
    """Return the seconds that a container claims to hold, 0 when it does not say."""
    if not container.duration or container.format.name in _ESTIMATING:
        return 0.0
    return container.duration / av.time_base


def is_cut_off(claimed: float, found: float) -> bool:
    """Whether less is there than was claimed, beyond what rounding explains."""
    return claimed - found > max(_SHORTER_S, _SHORTER_SHARE * claimed)


def check_whole(kind: str, claimed: float, found: float) -> None:
    """Refuse a file (`kind`: film, audio) that ends before it should."""
    if is_cut_off(claimed, found):
        name = _NAMES[kind]
        message = f"{name}应长 {_seconds(claimed)} 秒，只能读出 {_seconds(found)} 秒，文件不完整"
        raise Refused(f"{kind}-truncated", message, f"请从原处重新复制这段{name}，复制完后再提交")


def check_length(kind: str, duration_s: float, limit_minutes: int) -> None:
    """Refuse a file (`kind`: film, audio) beyond the cap of its preset."""
    if duration_s > limit_minutes * 60:
        message = f"{_NAMES[kind]}长 {duration_s / 60:.0f} 分钟，超过 {limit_minutes} 分钟的上限"
        fix = f"剪短{_NAMES[kind]}，或在 media/presets.yml 提高 limit_minutes"
        raise Refused(f"{kind}-too-long", message, fix)


def _seconds(duration_s: float) -> str:
    return f"{max(duration_s, 0.0):.0f}"
