"""Rules on 单独同意: what an approved record cannot show yet, and what it must soon hide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.model.terms import Asset, PhotoKind
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.registry import Finding, rule

_LAW = "个人信息保护法第二十五条"

ASSET_NAMES = {
    Asset.TEXT: "文字",
    Asset.PORTRAIT: "肖像",
    Asset.PHOTOS: "生活、活动照片",
    Asset.VIDEO: "视频",
    Asset.VOICE: "有声版",
    Asset.KIT: "宣讲资料包",
    Asset.DATA: "开放数据",
}

_NUMBER = re.compile("[0-9０-９〇一二三四五六七八九十]")
"""Something that tells one paper from another."""


@rule(
    "consent-missing",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.NOTE,
    clause=_LAW,
    manual="已批准的人物和项目，公开前要有单独同意。没有文字的同意，整件不展示；没有肖像、照片、视频、声音的同意，"
    "该项不展示。活动周、活动的照片和视频也一样。",
    broken="consent: {}",
    good="consent: {text: {date: 2024-05-01, evidence: 同意书2024-012}}",
)
def consent_missing(holder: PhotoHolder, facts: Facts) -> Iterator[Finding]:
    """Name each asset of what may be public that no permission (yet) covers."""
    if not is_to_be_shown(holder):
        return
    for asset in (asset for asset in _assets(holder) if not _began(holder, asset, facts)):
        what = "这一件不会展示" if asset == Asset.TEXT else "该项不会展示"
        yield Finding(
            path=f"consent.{asset}",
            message=f"没有{ASSET_NAMES[asset]}的单独同意，{what}",
            fix=f"取得同意后补 consent: {{{asset}: {{date: …, evidence: …}}}}",
        )


def is_to_be_shown(holder: PhotoHolder) -> bool:
    """Whether nothing but consent stands between `holder` and the public: weeks and events have no stage."""
    return not isinstance(holder, Star | Project) or bool(approved(holder.honours))


def _began(holder: PhotoHolder, asset: Asset, facts: Facts) -> bool:
    permission = holder.consent.permissions.get(asset)
    return permission is not None and permission.date <= facts.today


def _assets(holder: PhotoHolder) -> list[Asset]:
    """Return what `holder` has that needs a permission, the text first; only a record's text does."""
    kinds = {photo.kind for photo in holder.photos}
    held = {
        Asset.TEXT: isinstance(holder, Star | Project),
        Asset.PORTRAIT: PhotoKind.PORTRAIT in kinds,
        Asset.PHOTOS: bool(kinds & {PhotoKind.LIFE, PhotoKind.ACTIVITY}),
        Asset.VIDEO: getattr(holder, "video", None) is not None,
        Asset.VOICE: getattr(holder, "audio", None) is not None,
    }
    return [asset for asset, is_held in held.items() if is_held]


@rule(
    "consent-expired",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.WARNING,
    clause=_LAW,
    manual="同意有期限的，过期当日之后不再展示。",
    broken="consent: {text: {date: 2021-05-01, until: 2022-05-01, evidence: …}}",
    good="consent: {text: {date: 2024-05-01, until: 2027-05-01, evidence: …}}",
)
def consent_expired(holder: PhotoHolder, facts: Facts) -> Iterator[Finding]:
    """Find permissions whose last day has passed."""
    for asset, permission in holder.consent.permissions.items():
        if permission.until and permission.until < facts.today:
            yield Finding(
                path=f"consent.{asset}.until",
                message=f"{ASSET_NAMES[asset]}的同意已于 {permission.until} 到期，不再展示",
                fix="重新取得同意并更新日期；不再同意的，从文件里删去",
            )


@rule(
    "consent-evidence",
    Star,
    Project,
    ActivityWeek,
    Event,
    severity=Severity.WARNING,
    clause=_LAW,
    manual="evidence 写办公室里那份同意书的编号，凭它能找到签了名的纸；不写姓名，不写“有”“待补”。"
    "同意书用 showcase forms --consent 打印。",
    broken="consent: {text: {date: 2024-05-01, evidence: 沈玉兰同意书}}",
    good="consent: {text: {date: 2024-05-01, evidence: 同意书2024-012}}",
)
def consent_evidence(holder: PhotoHolder, _facts: Facts) -> Iterator[Finding]:
    """Find permissions whose paper cannot be found by a number, or whose number gives the name away."""
    name = holder.name if isinstance(holder, Star | Project) else ""
    for asset, permission in holder.consent.permissions.items():
        evidence = permission.evidence
        named = bool(name) and name in evidence
        if named or (evidence and not _NUMBER.search(evidence)):
            what = "写了姓名" if named else f"写的是“{evidence}”，没有编号"
            yield Finding(
                path=f"consent.{asset}.evidence",
                message=f"{ASSET_NAMES[asset]}的同意书编号{what}",
                fix="写同意书上的编号，如 同意书2024-012；还没有签的，先签再写",
            )
