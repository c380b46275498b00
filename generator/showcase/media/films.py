"""Make a film: probe, measure, transcode in one process, choose a poster."""

from __future__ import annotations

from pathlib import Path

import av

from showcase.media.graphs import Target, film_command, fit
from showcase.media.jobs import Job, Watch
from showcase.media.loudness import gain_db
from showcase.media.made import Made
from showcase.media.pictures import make_picture
from showcase.media.posters import poster_frame
from showcase.media.probe import film_facts
from showcase.media.refusal import Refused
from showcase.media.runner import Failed, ffmpeg_version, run
from showcase.media.store import Store
from showcase.model.media import Film, FilmFacts
from showcase.model.presets import FilmPreset, FilmSize, Presets

MP4 = "video/mp4"
_LIMIT_BASE_S, _LIMIT_PER_S = 120.0, 30.0
_SHORTER_S, _SHORTER_SHARE = 1.0, 0.02


def time_limit_s(duration_s: float) -> float:
    """Return the seconds after which a job is given up: far more than a slow machine needs."""
    return _LIMIT_BASE_S + _LIMIT_PER_S * duration_s


def make_film(job: Job, presets: Presets, store: Store, watch: Watch) -> Made:
    """Return the film made of a master, and the master's facts; Refused when it cannot be."""
    facts = film_facts(job.path, job.sha256, presets.film.limit_minutes)
    sizes = sizes_of(facts, presets.film)
    with store.drafts(job.key, *(f"{size.name}.mp4" for size, _ in sizes)) as drafts:
        targets = [Target(size, *px, draft) for (size, px), draft in zip(sizes, drafts, strict=True)]
        _transcode(job.path, facts, presets.film, targets, watch)
        duration_s = _checked_duration_s(drafts[0], facts)
        poster = make_picture(poster_frame(drafts[0]), job.key, "poster-", presets.photo, store)
    renditions = tuple(store.written(job.key, f"{size.name}.mp4", MP4, px) for size, px in sizes)
    return Made(Film(renditions, poster, duration_s), facts, ffmpeg_version())


def is_cut_off(claimed_s: float, duration_s: float) -> bool:
    """Whether less came out than a master claimed to hold, beyond what rounding explains."""
    return claimed_s - duration_s > max(_SHORTER_S, _SHORTER_SHARE * claimed_s)


def sizes_of(facts: FilmFacts, preset: FilmPreset) -> list[tuple[FilmSize, tuple[int, int]]]:
    """Return the renditions to make with their sizes; one that would be as large as another is left out."""
    sizes: list[tuple[FilmSize, tuple[int, int]]] = []
    for size in preset.sizes:
        px = fit(facts.width_px, facts.height_px, size)
        if all(px != known for _, known in sizes):
            sizes.append((size, px))
    return sizes


def _transcode(path: Path, facts: FilmFacts, preset: FilmPreset, targets: list[Target], watch: Watch) -> None:
    limit_s = time_limit_s(facts.duration_s)
    try:
        gain = 0.0
        if facts.audio_codec:
            gain = gain_db(path, preset.loudness_lufs, limit_s=limit_s, stop=watch.stop)
        command = film_command(path, facts, preset, targets, gain)
        run(command, limit_s=limit_s, stop=watch.stop, on_time=watch.teller(facts.duration_s))
    except Failed:
        raise _broken() from None


def _checked_duration_s(film: Path, facts: FilmFacts) -> float:
    """Return what came out, in seconds. ffmpeg ends well on half a file: the length tells."""
    with av.open(str(film.absolute())) as container:
        duration_s = (container.duration or 0) / av.time_base
        if not container.streams.video or not container.streams.video[0].frames:
            raise _broken()
    if is_cut_off(facts.duration_s, duration_s):
        message = f"影片应长 {facts.duration_s:.0f} 秒，只能读出 {duration_s:.0f} 秒，文件不完整"
        raise Refused("film-truncated", message, "请从原处重新复制这段影片，复制完后再提交")
    return round(duration_s, 3)


def _broken() -> Refused:
    return Refused("film-broken", "影片无法转换，文件已损坏", "用播放器确认能从头播到尾，再重新导出为 MP4")
