"""Rules on films, judged by facts that a probe found."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.media import FilmFacts, media_key
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import SILENT, Knowledge, Limit
from showcase.rules.facts import Facts
from showcase.rules.judgement import Judgement, citation, kind_of
from showcase.rules.registry import Finding, rule


@rule(
    "film-missing",
    Star,
    Project,
    manual="推介为“事迹特别感人”“特别受百姓喜爱”的，通知写明必须有视频的，要有视频；写明照片、视频有一样即可的，"
    "两样都没有才算缺。其余的只是鼓励。",
    broken="honours: [{distinction: most-moving, …}]（没有 video）",
    good="honours: [{distinction: most-moving, …}]，video: {file: film.mp4}",
)
def film_missing(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find records of the top category without a film where the notice demands one."""
    for judgement in facts.judgements(record):
        limit, instead = _demand(record, judgement)
        if record.video or not judgement.distinguished or limit.knowledge != Knowledge.STATED:
            continue
        yield Finding(
            path=judgement.path,
            message=f"没有视频{instead}，通知：{limit.text}",
            fix="补 video: {file: film.mp4}，或撤去 distinction",
            clause=citation(limit),
            soft=limit.soft,
            decided=judgement.decided,
        )


def _demand(record: Record, judgement: Judgement) -> tuple[Limit, str]:
    """Return the limit that demands a film of the top category, and what would do instead of one."""
    book = judgement.rulebook
    video, either = book.limit("top.video"), book.limit("top.photos_or_video")
    if either.knowledge == Knowledge.STATED:
        own, top = book.limit(f"{kind_of(record)}.photos"), book.limit("top.photos")
        besides = book.limit("top.besides").knowledge == Knowledge.STATED
        enough = (top.low or 0) + (own.low or 0) * besides
        return (SILENT if len(record.photos) >= enough else either), "，照片也不够"
    return (video if video.required else SILENT), ""


@rule(
    "film-length",
    Star,
    Project,
    manual="视频的时长按通知的要求（以分钟计）。通知前后说法不一时，从宽掌握，两处条款都列出。",
    broken="（视频 6 分 10 秒，通知要求 3—5 分钟）",
    good="（视频 4 分 20 秒）",
)
def film_length(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare a film's length with the notice; of two contradicting limits the looser decides."""
    film = _film_of(record, facts)
    for judgement in facts.judgements(record) if film else ():
        limits = _length_limits(judgement, kind_of(record))
        if not film or not limits:
            continue
        low = min(limit.low or 0 for limit in limits)
        high = max(float("inf") if limit.high is None else limit.high for limit in limits)
        if low * 60 <= round(film.duration_s) <= high * 60:
            continue
        yield Finding(
            path="video.file",
            message=f"视频 {_minutes(film.duration_s)}，通知要求 {low:g}—{high:g} 分钟",
            fix="重新剪辑" if film.duration_s > high * 60 else "补充内容后重新剪辑",
            clause=citation(*limits),
            soft=all(limit.soft for limit in limits),
            decided=judgement.decided,
        )


@rule(
    "film-technique",
    Star,
    Project,
    manual="视频的封装、编码、分辨率、帧率按通知的技术要求；网站上的视频由程序另行转码，不受影响。",
    broken="（视频 HEVC 编码，通知要求 H.264）",
    good="（视频 MP4，H.264，1280×720，每秒 25 帧）",
)
def film_technique(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare container, codec, size and frame rate of a film with the notice."""
    film = _film_of(record, facts)
    for judgement in facts.judgements(record) if film else ():
        for name, (found, words) in _technique(film).items() if film else ():
            limit = _technical(judgement, name, kind_of(record))
            if not limit.values or found & set(limit.values):
                continue
            yield Finding(
                path="video.file",
                message=f"视频的{words}，通知要求 {'、'.join(limit.values)}",
                fix="按通知的技术要求重新导出视频",
                clause=citation(limit),
                soft=limit.soft,
                decided=judgement.decided,
            )


def _film_of(record: Record, facts: Facts) -> FilmFacts | None:
    if not record.video or not facts.shelf:
        return None
    return facts.shelf.film_facts.get(media_key(record.address, record.video.file))


def _length_limits(judgement: Judgement, kind: str) -> list[Limit]:
    """Return every stated limit on a film's minutes.

    The top category's own stands alone; else the kind's and the technical one, of which the looser holds.
    """
    book = judgement.rulebook
    top = book.limit("top.technique.minutes")
    if judgement.distinguished and top.knowledge == Knowledge.STATED:
        return [top]
    limits = (book.limit(f"{kind}.video_minutes"), book.limit("technique.minutes"))
    return [limit for limit in limits if limit.knowledge == Knowledge.STATED]


def _technical(judgement: Judgement, name: str, kind: str) -> Limit:
    """Return what binds this film: the top category's technique, that of all films, the kind's format."""
    book = judgement.rulebook
    names = [f"top.technique.{name}"] * judgement.distinguished + [f"technique.{name}"]
    names += [f"{kind}.video"] * (name == "container")
    limits = (book.limit(each) for each in names)
    return next((limit for limit in limits if limit.values), SILENT)


def _technique(film: FilmFacts) -> dict[str, tuple[set[str], str]]:
    """Return, by limit, the values that the film has and the words for them.

    A probe names a container by every extension that it may carry ("mov,mp4,m4a").
    """
    size, rate = f"{film.width_px}x{film.height_px}", f"{round(film.frame_rate, 2):g}"
    return {
        "container": (set(film.container.lower().split(",")), f"封装是 {film.container}"),
        "video_codec": ({film.video_codec.lower()}, f"编码是 {film.video_codec}"),
        "resolution": ({size}, f"分辨率是 {size}"),
        "frame_rate": ({rate}, f"帧率是 {rate}"),
    }


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} 分 {rest} 秒"
