"""Rules on what a photograph is made of: the shape of an 证件照, enough pixels, no picture twice."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.media import PhotoFacts, media_key
from showcase.model.parts import Photo
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Limit
from showcase.model.terms import PhotoKind
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.judgement import Judgement, citation
from showcase.rules.registry import Finding, rule

_NARROWEST, _WIDEST = 0.64, 0.80
"""Width by height of a 2寸 photograph: 35 × 49 mm is 0.71, 35 × 45 is 0.78, 33 × 48 is 0.69; with a
margin, so that a picture cut by hand passes."""
_REFUSED_PX, _SMALL_PX = 295, 390
"""Widths of an 证件照: below the first even a 1寸 print is coarse, below the second a 2寸 one."""
_PUBLISHED_PX = 720
"""The middle of the three widths that pages use (media/presets.yml)."""


def _facts_of(
    holder: PhotoHolder, facts: Facts, *, id_photos: bool
) -> Iterator[tuple[int, Photo, PhotoFacts]]:
    """Yield (place, photo, facts) of the photographs that were probed."""
    known = facts.shelf.photo_facts if facts.shelf else {}
    for place, photo in enumerate(holder.photos if known else ()):
        found = known.get(media_key(holder.address, photo.file))
        if found and (photo.kind == PhotoKind.ID_PHOTO) == id_photos:
            yield place, photo, found


@rule(
    "photo-id-shape",
    Star,
    manual="2寸证件照宽与高之比在 0.64 到 0.80 之间（35×49 毫米是 0.71）；"
    "太宽、太扁的多半是生活照，或没有裁好。",
    broken="（证件照 1200×900 像素）",
    good="（证件照 413×579 像素）",
)
def id_shape(star: Star, facts: Facts) -> Iterator[Finding]:
    """Compare the shape of an 证件照 with 2寸 where the notice asks for that size."""
    for judgement, limit in _two_inches(star, facts):
        for place, photo, found in _facts_of(star, facts, id_photos=True):
            if not _NARROWEST <= found.width_px / found.height_px <= _WIDEST:
                size = f"{found.width_px}×{found.height_px}"
                yield Finding(
                    path=f"photos[{place}].file",
                    message=f"证件照 {photo.file} 是 {size} 像素，不是 2 寸的形状",
                    fix="裁成宽比高 0.64 到 0.80，例如 413×579 像素",
                    clause=citation(limit),
                    soft=limit.soft,
                    decided=judgement.decided,
                )


def _two_inches(star: Star, facts: Facts) -> Iterator[tuple[Judgement, Limit]]:
    """Yield the notices that ask for a 2寸 photograph."""
    for judgement in facts.judgements(star):
        limit = judgement.rulebook.limit("star.id_photo")
        if "2寸" in limit.values:
            yield judgement, limit


@rule(
    "photo-id-size",
    Star,
    manual="证件照至少宽 295 像素；不到 390 像素的，印成 2 寸会模糊，只提醒。",
    broken="（证件照 200×280 像素）",
    good="（证件照 413×579 像素）",
)
def id_size(star: Star, facts: Facts) -> Iterator[Finding]:
    """Find id-photos that are too small to print."""
    for judgement, limit in _two_inches(star, facts):
        for place, photo, found in _facts_of(star, facts, id_photos=True):
            if found.width_px < _SMALL_PX:
                yield Finding(
                    path=f"photos[{place}].file",
                    message=f"证件照 {photo.file} 只有 {found.width_px} 像素宽",
                    fix="换成宽 413 像素以上的原图；不要把小图放大",
                    clause=citation(limit),
                    soft=limit.soft or found.width_px >= _REFUSED_PX,
                    decided=judgement.decided,
                )


@rule(
    "photo-small",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.WARNING,
    manual="要公开的照片长边不少于 720 像素，再小的在网页上会模糊；证件照不公开，不在此列。",
    broken="（生活照 480×320 像素）",
    good="（生活照 1600×1200 像素）",
)
def photo_small(holder: PhotoHolder, facts: Facts) -> Iterator[Finding]:
    """Find photographs that will look coarse on a page."""
    for place, photo, found in _facts_of(holder, facts, id_photos=False):
        if max(found.width_px, found.height_px) < _PUBLISHED_PX:
            yield Finding(
                path=f"photos[{place}].file",
                message=f"照片 {photo.file} 只有 {found.width_px}×{found.height_px} 像素，公开后会模糊",
                fix="向推荐单位要原图；聊天软件转发过的不要用",
            )


@rule(
    "photo-twice",
    Star,
    Project,
    severity=Severity.WARNING,
    manual="一张照片只用一次：两件资料用了同一张，多半是放错了文件夹；一件资料里重复的，不算两张。",
    broken="stars/2024/henan/012 的 portrait.jpg 与 stars/2024/henan/013 的 portrait.jpg 是同一张",
    good="（每件资料用自己的照片）",
)
def photo_twice(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find pictures, equal byte for byte, that stand in another place as well; told at the later one."""
    for id_photos in (True, False):
        for place, photo, found in _facts_of(record, facts, id_photos=id_photos):
            own = media_key(record.address, photo.file)
            first = facts.first_use[found.sha256]
            earlier = first != own or photo.file in [p.file for p in record.photos[:place]]
            if earlier:
                yield Finding(
                    path=f"photos[{place}].file",
                    message=f"照片 {photo.file} 和 {first} 是同一张",
                    fix="换成这一件自己的照片，或删去重复的一张",
                )
