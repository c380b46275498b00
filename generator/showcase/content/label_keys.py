"""A label as people write it to the field that it stands for: gaps, numbers, hints, brackets do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from showcase.content.form_labels import PAPERS, Paper

_BRACKETS = re.compile(r"[(（〔【\[][^)）〕】\]]*(?:[)）〕】\]]|\Z)")
_LOOSE = re.compile(r"[\s:：*＊_.。、,，/]+")
_ORDER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[、.]\s*(?=\S)")
_PHOTO, _LONGEST_PHOTO = re.compile("[照相]片"), 10
_HINT = re.compile(r"(?:不少于|不低于|不超过|约)?[0-9]+字?(?:左右|以上|以内|以下)?字?|概括|填写")


def label_key(text: str) -> str:
    """Return a label as it is compared: no number, gaps, marks, nothing in brackets; 推荐 for 推介."""
    plain = unicodedata.normalize("NFKC", text).replace("推介", "推荐")
    plain = _ORDER.sub("", plain, count=1) if _ORDER.match(plain) else plain
    return _LOOSE.sub("", _BRACKETS.sub("", _LOOSE.sub("", plain)))


def field_of(paper: Paper, text: str) -> str:
    """Return the field that a cell labels, or "": 姓 名, 政治面貌, 区县市级教育部门推荐意见."""
    key = label_key(text)
    if not key or len(key) > 40:
        return ""
    known = _keys(paper)
    if key in known:
        return known[key]
    if paper is Paper.STAR_FORM and len(key) <= _LONGEST_PHOTO and _PHOTO.search(key):
        return "photo"  # 贴照片处, 近期免冠照片
    hinted = next((f for word, f in known.items() if len(word) > 3 and _is_hinted(key, word)), "")
    return hinted or _opinion(paper, key)


@cache
def _keys(paper: Paper) -> dict[str, str]:
    return {label_key(word): label.field for label in PAPERS[paper] for word in label.words}


def _is_hinted(key: str, word: str) -> bool:
    """Whether `key` is `word` with a hint behind it that stands in no brackets: 主要事迹不少于1000字."""
    return key.startswith(word) and bool(_HINT.fullmatch(key[len(word) :]))


def _opinion(paper: Paper, key: str) -> str:
    """Return whose opinion a label asks for; offices call themselves by many names."""
    if not key.endswith("意见") or paper in (Paper.STAR_REGISTER, Paper.PROJECT_REGISTER):
        return ""
    for field, words in (("province_opinion", "省"), ("county_opinion", "县区"), ("city_opinion", "市州盟")):
        if any(word in key for word in words):
            return field
    return "unit_opinion" if paper is Paper.STAR_FORM else "host_opinion"
