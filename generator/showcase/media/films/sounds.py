"""Make a prepared sound file (有声版): levelled like films, M4A out, and Opus for who can play it."""

from __future__ import annotations

from pathlib import Path

from showcase.media.films.film_job import time_limit_s
from showcase.media.films.loudness import Sound as Heard
from showcase.media.films.loudness import level_of, levelling_for
from showcase.media.films.sound_graphs import sound_command
from showcase.media.probing.containers import SOUND_CONTAINERS
from showcase.media.probing.damage import check_undamaged
from showcase.media.probing.lengths import check_whole
from showcase.media.probing.probe import sound_duration_s, sound_facts
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.refusal import Refused
from showcase.media.working.jobs import Job, Watch
from showcase.media.working.runner import Failed, ffmpeg_version, run
from showcase.model.media import Sound, SoundFacts
from showcase.model.presets import SoundPreset

M4A, OPUS = "audio/mp4", "audio/ogg; codecs=opus"
_M4A_FILE, _OPUS_FILE = "sound.m4a", "sound.opus"


def make_sound(job: Job, preset: SoundPreset, store: Store, watch: Watch) -> Made:
    """Return the sound made of a master; Refused when it is no sound, too long, broken or half a file."""
    facts = sound_facts(job.path, job.sha256, preset.limit_minutes)
    forms = forms_of(preset)
    with store.drafts(job.key, *forms) as drafts:
        files = dict(zip(drafts, (kbps for _, kbps in forms.values()), strict=True))
        said = _convert(job.path, facts, files, preset, watch)
        check_undamaged("audio", job.path, SOUND_CONTAINERS, [facts.stream], said)
        duration_s = sound_duration_s(drafts[-1])
        check_whole("audio", facts.duration_s, duration_s)
    renditions = tuple(store.written(job.key, name, mime) for name, (mime, _) in forms.items())
    return Made(Sound(renditions, round(duration_s, 3)), facts, ffmpeg_version())


def forms_of(preset: SoundPreset) -> dict[str, tuple[str, int]]:
    """Return the files to make with MIME type and bit rate; the lightest first, for browsers take that."""
    opus = {_OPUS_FILE: (OPUS, preset.opus_kbps)} if preset.opus_kbps else {}
    return opus | {_M4A_FILE: (M4A, preset.audio_kbps)}


def _convert(
    path: Path, facts: SoundFacts, files: dict[Path, int], preset: SoundPreset, watch: Watch
) -> list[str]:
    """Write every file; return what ffmpeg complained of on the way."""
    limit_s = time_limit_s(facts.duration_s)
    heard = Heard(path, facts.stream, facts.duration_s)
    try:
        level = level_of(heard, limit_s=limit_s, stop=watch.stop)
        levelling = levelling_for(heard, level, preset.loudness_lufs, limit_s=limit_s, stop=watch.stop)
        command = sound_command(path, facts.stream, files, levelling)
        return run(command, limit_s=limit_s, stop=watch.stop, on_time=watch.teller(facts.duration_s))
    except Failed as failed:
        check_undamaged("audio", path, SOUND_CONTAINERS, [facts.stream], str(failed).splitlines())
        message, fix = "有声版无法转换，文件已损坏", "确认能从头播到尾，再重新导出为 MP3"
        raise Refused("audio-broken", message, fix) from None
