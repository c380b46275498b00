"""Queries drawn from the documents themselves by a seed: each is something that somebody could type."""

from __future__ import annotations

import random
from collections.abc import Sequence

from opencc import OpenCC

from showcase.find.documents import NAME, Document
from showcase.model.folding import fold

_TRADITIONAL = OpenCC("s2t")
_MANY = (" ".join(chr(0x4E00 + n) for n in range(300)),)
_OTHER_DOTS = "•‧・･．﹒⋅"

FIXED = (
    "2024", "024", "2024年", "〔2023〕", "3.5", "３．５", "35", "c++", "C++", "python", "thon",
    "PYTHON", "wi-fi", "cafe", "café", "1234", "１２３４", "😀", "<img", "onerror", "$&", ".*",
    "[a-z]+", "\\d", "终身学习", "学习", "線上線下混合教學", "线上线下混合教学", "習", "茶", "茶 读书",
    "沈", "𠮷", "䶮", "丁一", "一", "二", "lv", "lü", "lǚ", "shan", "dan", "zha", "ceng", "s", "sy",
    "xyz", "john", "smith", "johnsmith", "John Smith", "smith john", "待定人名", "待定单位",
    "三楼 2016", "河南 2024 读书", "陕西", "山西", "学习学习", "不在任何地方的话", "“非遗”",
    '"非遗"', "《诗经》", "东关街", "東關街", "IT培训", "it", "晚上读书", "白天修车", "主要事迹",
    "乐学习、勤学习、善学习", "爱学习的人", "兵团", "浙江", "宁波市", "百姓学习之星", "特别感人",
    "残疾人", "，", "。", "a", "zs",
)  # fmt: skip


def drawn(documents: Sequence[Document], count: int, seed: int = 7) -> list[str]:
    """Return `count` queries or a few more, of all kinds in turn, and the fixed ones."""
    draw = random.Random(seed)
    kinds = (_name, _part, _part, _part, _spoken, _initials, _two, _dotted, _traditional, _wide, _single)
    found = [kinds[turn % len(kinds)](draw, draw.choice(documents)) for turn in range(count)]
    return list(dict.fromkeys([*FIXED, *found]))


def _name(draw: random.Random, document: Document) -> str:
    return document.name


def _part(draw: random.Random, document: Document) -> str:
    fields: dict[int, list[str]] = {}
    for field, value in document.values():
        fields.setdefault(field, []).append(value)
    value = draw.choice(fields[draw.choice(list(fields))])
    size = draw.randint(2, 8)
    start = draw.randrange(max(1, len(value) - size + 1))
    return value[start : start + size]


def _spoken(draw: random.Random, document: Document) -> str:
    reading = document.reading
    joiner = draw.choice(("", "", " "))
    start = draw.randrange(max(1, len(reading)))
    return joiner.join(reading[start : start + draw.randint(1, 4)])


def _initials(draw: random.Random, document: Document) -> str:
    return "".join(syllable[0] for syllable in document.reading)[: draw.randint(2, 5)]


def _two(draw: random.Random, document: Document) -> str:
    return f"{_part(draw, document)[:4]}　{_part(draw, document)[:3]}"


def _dotted(draw: random.Random, document: Document) -> str:
    return document.name.replace("·", draw.choice(_OTHER_DOTS))


def _traditional(draw: random.Random, document: Document) -> str:
    part = _part(draw, document)
    changed = "".join(map(_TRADITIONAL.convert, part))
    return changed if fold(changed) == fold(part) else part


def _wide(draw: random.Random, document: Document) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in _part(draw, document))


def _single(draw: random.Random, document: Document) -> str:
    return draw.choice(next(value for field, value in document.values() if field == NAME))


def hostile() -> list[str]:
    """Return queries that a nasty visitor or a broken input method sends. Lone surrogates come by script."""
    return [
        "", " ", "　", ".", "…", "·", "\x00", "\x02", "\n", "\u202e", "(", "[", "*", "\\", "^$",
        ".*+?", "(?:)", "%", "%zz", "&q=1", "<script>window.injected=1</script>",
        "<img src=x onerror=window.injected=1>", "\"><svg/onload=window.injected=1>",
        "javascript:window.injected=1", "👨‍👩‍👧‍👦", "🇨🇳", "𠮷" * 500, "学" * 1000,
        "读书" * 500, "a" * 1000, "a b " * 250, *_MANY, "__proto__", "constructor", "toString", "null",
        "0", "-1", "1e999", "\ufeff",
    ]  # fmt: skip


