"""Make a film: probe, measure, take over or transcode in one process, look for damage, choose a poster."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from showcase.media.films.conforming import keeps_picture, keeps_sound
from showcase.media.films.fitting import sizes_of
from showcase.media.films.graphs import AV1, Target, film_command
from showcase.media.films.loudness import Level, Sound, level_of, levelling_for
from showcase.media.films.posters import poster_frame
from showcase.media.films.sound_graphs import Levelling
from showcase.media.photos.pictures import make_picture
from showcase.media.probing.containers import CONTAINERS
from showcase.media.probing.damage import check_undamaged
from showcase.media.probing.lengths import check_whole
from showcase.media.probing.packets import names_its_encoder
from showcase.media.probing.probe import film_facts, shown_s
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.refusal import Refused
from showcase.media.working.jobs import Job, Watch
from showcase.media.working.runner import Failed, ffmpeg_version, run
from showcase.model.media import Film, FilmFacts
from showcase.model.presets import FilmPreset, FilmSize, Presets

MP4 = "video/mp4"
_MP4_AV1 = 'video/mp4; codecs="av01.0.05M.08"'
"""With its codec, so that a browser that lacks it takes the next one. Level 3.1 covers 1280×720."""
_LIMIT_BASE_S, _LIMIT_PER_S = 120.0, 30.0


def time_limit_s(duration_s: float) -> float:
    """Return the seconds after which a job is given up: far more than a slow machine needs."""
    return _LIMIT_BASE_S + _LIMIT_PER_S * duration_s


def look_at_film(path: Path, sha256: str, limit_minutes: int, stop: threading.Event) -> FilmFacts:
    """Return all facts of a film, its loudness too; Refused when it is none, cut off or too long."""
    facts = film_facts(path, sha256, limit_minutes)
    if not facts.audio_codec:
        return facts
    try:
        level = level_of(_sound(path, facts), limit_s=time_limit_s(facts.duration_s), stop=stop)
    except Failed:
        return facts  # making the film will tell why
    if level is None:
        return replace(facts, silent=True)
    return replace(facts, loudness_lufs=level.lufs, peak_db=level.peak_db)


def make_film(job: Job, presets: Presets, store: Store, watch: Watch) -> Made:
    """Return the film made of a master, and the master's facts; Refused when it cannot be."""
    facts = look_at_film(job.path, job.sha256, presets.film.limit_minutes, watch.stop)
    sizes = sizes_of(facts, presets.film)
    with store.drafts(job.key, *(f"{size.name}.mp4" for size, _ in sizes)) as drafts:
        targets = [
            Target(size, *px, draft, copied=keeps_picture(facts, presets.film, size))
            for (size, px), draft in zip(sizes, drafts, strict=True)
        ]
        said = _write(job.path, facts, presets.film, targets, watch)
        duration_s = _checked_duration_s(job.path, facts, drafts[0], said)
        frame = poster_frame(drafts[0], drafts[-1])
        poster = make_picture(frame, job.key, "poster-", presets.photo, store)
    renditions = tuple(store.written(job.key, f"{size.name}.mp4", mime_of(size), px) for size, px in sizes)
    return Made(Film(renditions, poster, duration_s), facts, ffmpeg_version())


def mime_of(size: FilmSize) -> str:
    """Return the MIME type of a rendition."""
    return _MP4_AV1 if size.codec == AV1 else MP4


def _sound(path: Path, facts: FilmFacts) -> Sound:
    return Sound(path, facts.sound_stream, facts.duration_s)


def _write(
    path: Path, facts: FilmFacts, preset: FilmPreset, targets: list[Target], watch: Watch
) -> list[str]:
    """Write every target; return what ffmpeg complained of on the way."""
    try:
        levelling = _levelling(path, facts, preset, watch)
        command = film_command(path, facts, preset, targets, levelling)
        limit_s = time_limit_s(facts.duration_s)
        return run(command, limit_s=limit_s, stop=watch.stop, on_time=watch.teller(facts.duration_s))
    except Failed as failed:
        _check_undamaged(path, facts, str(failed).splitlines())
        raise _broken() from None


def _levelling(path: Path, facts: FilmFacts, preset: FilmPreset, watch: Watch) -> Levelling | None:
    """Return what the sound needs, None when nothing."""
    if not facts.audio_codec or (keeps_sound(facts, preset) and not _names_its_encoder(path, facts)):
        return None
    heard = facts.loudness_lufs is not None and facts.peak_db is not None
    level = Level(facts.loudness_lufs or 0.0, facts.peak_db or 0.0) if heard else None
    limit_s = time_limit_s(facts.duration_s)
    return levelling_for(_sound(path, facts), level, preset.loudness_lufs, limit_s=limit_s, stop=watch.stop)


def _names_its_encoder(path: Path, facts: FilmFacts) -> bool:
    return names_its_encoder(path, CONTAINERS, facts.sound_stream)


def _checked_duration_s(path: Path, facts: FilmFacts, film: Path, said: list[str]) -> float:
    """Return what came out, in seconds. ffmpeg ends well on half a film: length and complaints tell."""
    duration_s = shown_s(film)
    if duration_s == 0:
        raise _broken()
    _check_undamaged(path, facts, said)
    check_whole("film", facts.duration_s, duration_s)
    return round(duration_s, 3)


def _check_undamaged(path: Path, facts: FilmFacts, said: list[str]) -> None:
    streams = [facts.picture_stream, *([facts.sound_stream] if facts.audio_codec else [])]
    check_undamaged("film", path, CONTAINERS, streams, said)


def _broken() -> Refused:
    return Refused("film-broken", "影片无法转换，文件已损坏", "用播放器确认能从头播到尾，再重新导出为 MP4")
