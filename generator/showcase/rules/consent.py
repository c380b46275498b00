"""Rules on 单独同意: what an approved record cannot show yet, and what it must soon hide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.campaign import approved
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.terms import Asset, Group, PhotoKind, Sensitive
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule
from showcase.rules.words import place_of

_LAW = "个人信息保护法第二十五条"
_SENSITIVE_LAW = "个人信息保护法第二十八条、第二十九条"

ASSET_NAMES = {
    Asset.TEXT: "文字",
    Asset.PORTRAIT: "肖像",
    Asset.PHOTOS: "生活、活动照片",
    Asset.VIDEO: "视频",
    Asset.VOICE: "有声版",
    Asset.KIT: "宣讲资料包",
    Asset.DATA: "开放数据",
}

_NAMES = ("unit", "nominated_by", "honours", "consent")
"""Keys that name units and titles (市盲人学校): they say nothing of the person."""

_HEALTH = re.compile("癌|肿瘤|尿毒症|脑梗|中风|白血病|抑郁症|糖尿病|心脏病|帕金森|阿尔茨海默|截瘫|偏瘫|瘫痪")
_DISABILITY = re.compile("残疾(?!人)|残疾人证|身残|截肢|失明|失聪|聋哑|盲人|脑瘫|智力障碍|肢体障碍")


@rule(
    "consent-missing",
    Star,
    Project,
    severity=Severity.NOTE,
    clause=_LAW,
    manual="已批准的人物和项目，公开前要有单独同意。没有文字的同意，整件不展示；没有肖像、照片、视频、声音的同意，"
    "该项不展示。",
    broken="consent: {}",
    good="consent: {text: {date: 2024-05-01, evidence: 同意书2024-012}}",
)
def consent_missing(record: Record, facts: Facts) -> Iterator[Finding]:
    """Name each asset of an approved record that no permission (yet) covers."""
    if not approved(record.honours):
        return
    for asset in (asset for asset in _assets(record) if not _began(record, asset, facts)):
        what = "这一件不会展示" if asset == Asset.TEXT else "该项不会展示"
        yield Finding(
            path=f"consent.{asset}",
            message=f"没有{ASSET_NAMES[asset]}的单独同意，{what}",
            fix=f"取得同意后补 consent: {{{asset}: {{date: …, evidence: …}}}}",
        )


def _began(record: Record, asset: Asset, facts: Facts) -> bool:
    permission = record.consent.permissions.get(asset)
    return permission is not None and permission.date <= facts.today


def _assets(record: Record) -> list[Asset]:
    """Return what the record holds that needs a permission, the text first."""
    kinds = {photo.kind for photo in record.photos}
    held = {
        Asset.TEXT: True,
        Asset.PORTRAIT: PhotoKind.PORTRAIT in kinds,
        Asset.PHOTOS: bool(kinds & {PhotoKind.LIFE, PhotoKind.ACTIVITY}),
        Asset.VIDEO: record.video is not None,
        Asset.VOICE: record.audio is not None,
    }
    return [asset for asset, is_held in held.items() if is_held]


@rule(
    "consent-expired",
    Star,
    Project,
    severity=Severity.WARNING,
    clause=_LAW,
    manual="同意有期限的，过期当日之后不再展示。",
    broken="consent: {text: {date: 2021-05-01, until: 2022-05-01, evidence: …}}",
    good="consent: {text: {date: 2024-05-01, until: 2027-05-01, evidence: …}}",
)
def consent_expired(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find permissions whose last day has passed."""
    for asset, permission in record.consent.permissions.items():
        if permission.until and permission.until < facts.today:
            yield Finding(
                path=f"consent.{asset}.until",
                message=f"{ASSET_NAMES[asset]}的同意已于 {permission.until} 到期，不再展示",
                fix="重新取得同意并更新日期；不再同意的，从文件里删去",
            )


@rule(
    "consent-not-named",
    Star,
    Project,
    severity=Severity.WARNING,
    clause=_SENSITIVE_LAW,
    manual="文字里写到疾病、残疾，照片里有未成年人，人群标为残疾人的，同意书要写明这一项（covers）。"
    "未写明时照片和人群不展示；文字由编辑判断。",
    broken="groups: [disabled-people]，consent: {text: {date: 2024-05-01, evidence: …}}",
    good="groups: [disabled-people]，consent: {text: {date: 2024-05-01, covers: [disability], evidence: …}}",
)
def consent_not_named(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find sensitive facts that are to be shown and that the paper does not name."""
    if not approved(record.honours):
        return
    for asset, path, sensitive, what in (*_in_words(record, facts), *_in_photos(record)):
        permission = record.consent.permissions.get(asset)
        if permission and sensitive not in permission.covers:
            yield Finding(
                path=place_of(record.source, path),
                message=f"{what}，同意书没有写明",
                fix=f"取得写明此项的同意后，在 consent.{asset} 里补 covers: [{sensitive}]；否则删去",
            )


def _in_words(record: Record, facts: Facts) -> Iterator[tuple[Asset, str, Sensitive, str]]:
    if isinstance(record, Star) and Group.DISABLED_PEOPLE in record.groups:
        yield Asset.TEXT, "groups", Sensitive.DISABILITY, "人群写了残疾人"
    elif not isinstance(record, Star):
        return  # a project's words speak of those it serves, not of one person
    prose = facts.prose(record)
    for path, text in facts.words(record) if _HEALTH.search(prose) or _DISABILITY.search(prose) else ():
        if path.startswith(_NAMES):
            continue
        if found := _HEALTH.search(text):
            yield Asset.TEXT, path, Sensitive.HEALTH, f"文字写到疾病（{found[0]}）"
        if found := _DISABILITY.search(text):
            yield Asset.TEXT, path, Sensitive.DISABILITY, f"文字写到残疾（{found[0]}）"


def _in_photos(record: Record) -> Iterator[tuple[Asset, str, Sensitive, str]]:
    for place, photo in enumerate(record.photos):
        portrait = photo.kind in {PhotoKind.PORTRAIT, PhotoKind.ID_PHOTO}
        if photo.minors:
            asset = Asset.PORTRAIT if portrait else Asset.PHOTOS
            yield asset, f"photos[{place}]", Sensitive.MINORS, f"照片 {photo.file} 里有未成年人"
