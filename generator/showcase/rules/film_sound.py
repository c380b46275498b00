"""Rules on what is heard in a film and what is read below it."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek
from showcase.model.media import FilmFacts, media_key
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

FilmHolder = Star | Project | ActivityWeek
_SLACK_S = 2.0


@rule(
    "film-silent",
    Star,
    Project,
    ActivityWeek,
    severity=Severity.WARNING,
    manual="影片有声轨却听不到声音，多半是录的时候话筒没有开，或者导出时选错了声轨。本来就没有声音的，不带声轨导出。",
    broken="（视频有声轨，从头到尾没有声音）",
    good="（视频有声音，或者没有声轨）",
)
def film_silent(holder: FilmHolder, facts: Facts) -> Iterator[Finding]:
    """Find films with a sound track on which nothing is to be heard."""
    film = _film_of(holder, facts)
    if film and film.silent:
        yield Finding(
            path="video.file",
            message="视频有声轨，但听不到声音",
            fix="从原片重新导出有声音的一版；本来就没有声音的，不带声轨导出",
        )


@rule(
    "captions-length",
    Star,
    Project,
    ActivityWeek,
    severity=Severity.WARNING,
    manual="字幕不应比影片长：最后一句在影片结束以后的，多半是另一版影片的字幕。",
    broken="（影片 3 分 10 秒，最后一句字幕在 4 分 2 秒）",
    good="（影片 3 分 10 秒，最后一句字幕在 3 分 8 秒）",
)
def captions_length(holder: FilmHolder, facts: Facts) -> Iterator[Finding]:
    """Find captions that go on after their film has ended."""
    film = _film_of(holder, facts)
    if film is None or holder.video is None or facts.shelf is None:
        return
    captions = facts.shelf.captions_facts.get(media_key(holder.address, holder.video.captions))
    if captions and captions.end_s > film.duration_s + _SLACK_S:
        yield Finding(
            path="video.captions",
            message=f"最后一句字幕在 {_clock(captions.end_s)}，影片只有 {_clock(film.duration_s)}",
            fix="换上这一版影片的字幕，或按影片调整字幕的时间",
        )


def _film_of(holder: FilmHolder, facts: Facts) -> FilmFacts | None:
    if holder.video is None or facts.shelf is None:
        return None
    return facts.shelf.film_facts.get(media_key(holder.address, holder.video.file))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"
