"""Rules on what a 单独同意 must name: illness, disability, children, the photo of a form."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.parts import Photo
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.model.terms import Asset, Group, PhotoKind, Sensitive
from showcase.rules.consent import is_to_be_shown
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.registry import Finding, rule
from showcase.rules.sensitive_words import sensitive_in
from showcase.rules.words import place_of

_LAW = "个人信息保护法第二十八条、第二十九条"
_GUARDIAN_LAW = "个人信息保护法第三十一条"

_NAMES = ("unit", "nominated_by", "honours", "consent")
"""Keys that name units and titles (市盲人学校): they say nothing of the person."""

_WHAT = {Sensitive.HEALTH: "疾病", Sensitive.DISABILITY: "残疾"}

Named = tuple[Asset, str, Sensitive, str]
"""The asset, the key, what the paper must name, and what was found."""


@rule(
    "consent-not-named",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.WARNING,
    clause=_LAW,
    manual="文字里写到疾病、残疾，照片里有未成年人，人群标为残疾人的，同意书要写明这一项（covers）。"
    "未写明时照片和人群不展示；文字由编辑判断。词表在 generator/showcase/rules/sensitive.csv。",
    broken="groups: [disabled-people]，consent: {text: {date: 2024-05-01, evidence: …}}",
    good="groups: [disabled-people]，consent: {text: {date: 2024-05-01, covers: [disability], evidence: …}}",
)
def consent_not_named(holder: PhotoHolder, facts: Facts) -> Iterator[Finding]:
    """Find sensitive facts that are to be shown and that the paper does not name."""
    if not is_to_be_shown(holder):
        return
    words = _in_words(holder, facts) if isinstance(holder, Star) else ()  # others speak of those they serve
    for asset, path, sensitive, what in (*words, *_in_photos(holder)):
        permission = holder.consent.permissions.get(asset)
        if permission and sensitive not in permission.covers:
            yield Finding(
                path=place_of(holder.source, path),
                message=f"{what}，同意书没有写明",
                fix=f"取得写明此项的同意后，在 consent.{asset} 里补 covers: [{sensitive}]；否则删去",
            )


def _in_words(star: Star, facts: Facts) -> Iterator[Named]:
    if Group.DISABLED_PEOPLE in star.groups:
        yield Asset.TEXT, "groups", Sensitive.DISABILITY, "人群写了残疾人"
    if not any(sensitive_in(facts.prose(star), *_WHAT)):
        return
    for path, text in facts.words(star):
        if not path.startswith(_NAMES):
            for sensitive, word in sensitive_in(text, *_WHAT):
                yield Asset.TEXT, path, sensitive, f"文字写到{_WHAT[sensitive]}（{word}）"


def _in_photos(holder: PhotoHolder) -> Iterator[Named]:
    for place, photo in enumerate(holder.photos):
        if photo.minors:
            what = f"照片 {photo.file} 里有未成年人"
            yield _asset_of(photo), f"photos[{place}]", Sensitive.MINORS, what


def _asset_of(photo: Photo) -> Asset:
    is_face = photo.kind in {PhotoKind.PORTRAIT, PhotoKind.ID_PHOTO}
    return Asset.PORTRAIT if is_face else Asset.PHOTOS


@rule(
    "consent-minors",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.WARNING,
    clause=_GUARDIAN_LAW,
    manual="照片的说明写到孩子，却没有写 minors: true 的，请核对：认得出孩子的，写 minors: true，"
    "取得监护人的同意；孩子只有背影、认不出的，在说明里写“背影”或“背对”。",
    broken="photos: [{file: a.jpg, kind: activity, alt: 三个小学生举着奖状}]",
    good="photos: [{file: a.jpg, kind: activity, alt: 三个小学生举着奖状, minors: true}]",
)
def consent_minors(holder: PhotoHolder, _facts: Facts) -> Iterator[Finding]:
    """Find photographs that speak of children and are not marked."""
    for place, photo in enumerate(holder.photos):
        text = f"{photo.alt}\n{photo.caption}"
        if photo.minors or "背影" in text or "背对" in text:
            continue
        for _, word in sensitive_in(text, Sensitive.MINORS):
            yield Finding(
                path=f"photos[{place}]",
                message=f"照片 {photo.file} 的说明写到“{word}”，没有写 minors，请核对",
                fix="认得出孩子的，写 minors: true，并取得监护人的同意；认不出的，在说明里写“背影”",
            )
