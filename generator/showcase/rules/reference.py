"""Rules on references: every record, notice and file that is named exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from showcase.content.reading import nearest
from showcase.model.campaign import ActivityWeek, Announcement, Event
from showcase.model.media import media_key
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.registry import Finding, rule


@rule(
    "reference-record",
    Star,
    Project,
    Event,
    Announcement,
    severity=Severity.ERROR,
    manual="related、events 的 records、公示的 record 所写的地址都要存在；已撤下的地址可以留着，不会显示。",
    broken="related: [projects/2024/henan/999]",
    good="related: [projects/2024/henan/003]",
)
def reference_record(subject: Star | Project | Event | Announcement, facts: Facts) -> Iterator[Finding]:
    """Find addresses that no record has; one that was taken down is no mistake."""
    for path, address in _addresses(subject):
        if address and address not in facts.addresses and address not in facts.withdrawn:
            yield Finding(
                path=path,
                message=f"没有 {address} 这一件",
                fix="核对地址：stars 或 projects/年份/地区/序号，例如 stars/2024/henan/012",
            )


def _addresses(subject: Star | Project | Event | Announcement) -> Iterator[tuple[str, str]]:
    if isinstance(subject, Announcement):
        for place, candidate in enumerate(subject.candidates):
            yield f"candidates[{place}].record", candidate.record
    else:
        key = "records" if isinstance(subject, Event) else "related"
        for place, address in enumerate(getattr(subject, key)):
            yield f"{key}[{place}]", address


@rule(
    "reference-rulebook",
    Star,
    Project,
    severity=Severity.ERROR,
    manual="honours 的 rulebook 写规则文件的名字：content/rulebooks/ 里有的，不带 .yml。不知道的，不写。",
    broken="honours: [{rulebook: henan-2042, …}]",
    good="honours: [{rulebook: henan-2024, …}]",
)
def reference_rulebook(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find honours that name a notice which is not there."""
    for place, honour in enumerate(record.honours):
        if honour.rulebook and honour.rulebook not in facts.rulebooks:
            known = "、".join(sorted(facts.rulebooks)) or "还没有规则文件"
            yield Finding(
                path=f"honours[{place}].rulebook",
                message=f"没有规则文件 content/rulebooks/{honour.rulebook}.yml",
                fix=f"现有：{known}",
            )


@rule(
    "reference-photo",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.ERROR,
    manual="photos 所写的文件放在 media/<地址>/ 里，文件名大小写一致。",
    broken="photos: [{file: portrait.jpg, …}]（media/stars/2024/henan/012/ 里没有）",
    good="photos: [{file: portrait.jpg, …}]（文件在）",
)
def reference_photo(holder: PhotoHolder, facts: Facts) -> Iterator[Finding]:
    """Find photographs whose file is missing."""
    for place, photo in enumerate(holder.photos):
        yield from _missing(holder, photo.file, f"photos[{place}].file", "照片", facts)


@rule(
    "reference-film",
    Star,
    Project,
    ActivityWeek,
    severity=Severity.ERROR,
    manual="video 的 file、captions 和 audio 的 file 放在 media/<地址>/ 里，文件名大小写一致。",
    broken="video: {file: film.mp4}（media/stars/2024/henan/012/ 里没有）",
    good="video: {file: film.mp4}（文件在）",
)
def reference_film(holder: Star | Project | ActivityWeek, facts: Facts) -> Iterator[Finding]:
    """Find films, captions and sounds whose file is missing."""
    if holder.video:
        yield from _missing(holder, holder.video.file, "video.file", "视频", facts)
        yield from _missing(holder, holder.video.captions, "video.captions", "字幕", facts)
    if not isinstance(holder, ActivityWeek) and holder.audio:
        yield from _missing(holder, holder.audio.file, "audio.file", "有声版", facts)


def _missing(holder: PhotoHolder, file: str, path: str, what: str, facts: Facts) -> Iterator[Finding]:
    key = media_key(holder.address, file)
    if file and facts.media_keys is not None and key not in facts.media_keys:
        yield Finding(
            path=path,
            message=f"{what}文件 media/{key} 不存在",
            fix=_near(holder, file, facts.media_keys)
            or "把文件放到这个位置，或改正文件名（大小写要一致）；没有的，删去这一项",
        )


def _stem(name: str) -> str:
    return name.rpartition(".")[0].lower()


def _near(holder: PhotoHolder, file: str, known: Iterable[str]) -> str:
    """Return the cure that names a file beside the missing one whose name is nearly the same, else ""."""
    folder = media_key(holder.address, "")
    names = [key.removeprefix(folder) for key in known if key.startswith(folder)]
    beside = {_stem(name): name for name in sorted(names)}
    found = nearest(_stem(file), beside)
    return f"那里有 {beside[found]}，是它的话，改成一样的写法（大小写也要一致）" if found else ""
