"""Make a prepared sound file (有声版): levelled like films, M4A out."""

from __future__ import annotations

from pathlib import Path

from showcase.media.films import is_cut_off, time_limit_s
from showcase.media.graphs import sound_command
from showcase.media.jobs import Job, Watch
from showcase.media.loudness import gain_db
from showcase.media.made import Made
from showcase.media.probe import sound_duration_s
from showcase.media.refusal import Refused
from showcase.media.runner import Failed, ffmpeg_version, run
from showcase.media.store import Store
from showcase.model.media import Sound
from showcase.model.presets import SoundPreset

M4A = "audio/mp4"
_FILE = "sound.m4a"


def make_sound(job: Job, preset: SoundPreset, store: Store, watch: Watch) -> Made:
    """Return the sound made of a master; Refused when it is no sound, too long or half a file."""
    claimed_s = sound_duration_s(job.path)
    if claimed_s > preset.limit_minutes * 60:
        message = f"有声版长 {claimed_s / 60:.0f} 分钟，超过 {preset.limit_minutes} 分钟的上限"
        raise Refused("audio-too-long", message, "剪短录音，或在 media/presets.yml 提高 limit_minutes")
    with store.drafts(job.key, _FILE) as [draft]:
        _convert(job.path, claimed_s, draft, preset, watch)
        duration_s = sound_duration_s(draft)
        if is_cut_off(claimed_s, duration_s):
            message = f"录音应长 {claimed_s:.0f} 秒，只能读出 {duration_s:.0f} 秒，文件不完整"
            raise Refused("audio-truncated", message, "请从原处重新复制这段录音")
    return Made(Sound((store.written(job.key, _FILE, M4A),), round(duration_s, 3)), None, ffmpeg_version())


def _convert(path: Path, claimed_s: float, draft: Path, preset: SoundPreset, watch: Watch) -> None:
    limit_s = time_limit_s(claimed_s)
    try:
        gain = gain_db(path, preset.loudness_lufs, limit_s=limit_s, stop=watch.stop)
        command = sound_command(path, draft, preset.audio_kbps, gain)
        run(command, limit_s=limit_s, stop=watch.stop, on_time=watch.teller(claimed_s))
    except Failed:
        message, fix = "有声版无法转换，文件已损坏", "确认能从头播到尾，再重新导出为 MP3"
        raise Refused("audio-broken", message, fix) from None
