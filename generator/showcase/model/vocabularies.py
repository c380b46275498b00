"""The Chinese name of a word of any vocabulary, and names that only editors read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from showcase.model.terms import (
    DISTINCTION_NAMES,
    EVENT_NAMES,
    GROUP_NAMES,
    LEVEL_NAMES,
    MODE_NAMES,
    SCHOOL_STAGE_NAMES,
    STAGE_NAMES,
    STATUS_NAMES,
    UNIT_NAMES,
    Asset,
    PhotoKind,
    Sensitive,
)

PHOTO_NAMES = {
    PhotoKind.ID_PHOTO: "证件照",
    PhotoKind.PORTRAIT: "肖像",
    PhotoKind.LIFE: "生活照",
    PhotoKind.ACTIVITY: "活动照",
}
ASSET_NAMES = {
    Asset.TEXT: "文字",
    Asset.PORTRAIT: "肖像",
    Asset.PHOTOS: "照片",
    Asset.VIDEO: "视频",
    Asset.VOICE: "声音",
    Asset.KIT: "资料包",
    Asset.DATA: "开放数据",
}
SENSITIVE_NAMES = {
    Sensitive.HEALTH: "疾病",
    Sensitive.DISABILITY: "残疾",
    Sensitive.MINORS: "未成年人",
    Sensitive.ID_PHOTO: "证件照",
}
_TABLES: tuple[Mapping[Any, str], ...] = (
    LEVEL_NAMES,
    STAGE_NAMES,
    DISTINCTION_NAMES,
    PHOTO_NAMES,
    ASSET_NAMES,
    SENSITIVE_NAMES,
    GROUP_NAMES,
    SCHOOL_STAGE_NAMES,
    MODE_NAMES,
    UNIT_NAMES,
    STATUS_NAMES,
    EVENT_NAMES,
)
_BY_TYPE = {(type(word), word): name for table in _TABLES for word, name in table.items()}
"""By type too: words of two vocabularies may be spelt alike, and are then equal."""


def name_of(word: object) -> str:
    """Return the Chinese name of a word of a vocabulary, "" for anything else."""
    return _BY_TYPE.get((type(word), word), "")
