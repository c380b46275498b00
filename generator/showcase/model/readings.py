"""Readings of names in Latin letters, syllable by syllable. ü is written v, as people type it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.seg.simpleseg import seg

_PHRASES = frozenset(PHRASES_DICT)
"""A set: of the dictionary's keys `isdisjoint` would walk through all 47,000."""

_SURNAMES = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
万俟 mo qi|长孙 zhang sun|尉迟 yu chi|澹台 tan tai|令狐 ling hu|单于 chan yu|夏侯 xia hou|宇文 yu wen
欧阳 ou yang|司马 si ma|诸葛 zhu ge|上官 shang guan|皇甫 huang fu|公孙 gong sun|慕容 mu rong
东方 dong fang|鲜于 xian yu|闾丘 lv qiu|呼延 hu yan|钟离 zhong li|单 shan|仇 qiu|曾 zeng|解 xie|查 zha
区 ou|朴 piao|盖 ge|缪 miao|繁 po|黑 he|乜 nie|翟 zhai|覃 qin|秘 bi|乐 yue|种 chong|阚 kan|会 gui|都 du
任 ren|华 hua|祭 zhai|召 shao|折 she|员 yun|牟 mu|重 chong|隗 wei|藏 zang|佴 nai|郇 xun|洗 xian|卜 bu|句 gou
""".replace("|", "\n").strip().splitlines()
}
"""Surnames that are read otherwise than the character by itself, and double surnames."""


def syllables(name: str, *, person: bool, given: str = "") -> tuple[str, ...]:
    """Return the reading of `name`: ("shen", "yu", "lan").

    `given` is the record's own `pinyin`, which wins; `person` puts the surname's own reading first.
    Characters without a reading (digits, punctuation) are left out.
    """
    if given:
        return tuple(_words(given))
    surname = _surname_of(name) if person and name.isalpha() else ""
    return _SURNAMES.get(surname, ()) + _read(name[len(surname) :])


def _surname_of(name: str) -> str:
    return next((name[:size] for size in (2, 1) if len(name) > size and name[:size] in _SURNAMES), "")


@cache
def _read(text: str) -> tuple[str, ...]:
    if _has_no_word(text):
        return tuple(syllable for char in text for syllable in _read(char))
    return tuple(syllable for word in seg(text) for syllable in _read_word(word))


@cache
def _read_word(word: str) -> tuple[str, ...]:
    """Return the reading of a word of pypinyin, of a character outside all words, or of what is not read."""
    return tuple(syllable for part in lazy_pinyin(word) for syllable in _words(part))


def _has_no_word(text: str) -> bool:
    """Whether each character of a short name is read as it is alone: a tenth of the time."""
    parts = {text, text[:2], text[1:]}
    is_han = all("\u4e00" <= char <= "\u9fff" for char in text)
    return len(text) in {2, 3} and is_han and parts.isdisjoint(_PHRASES)


def _words(text: str) -> list[str]:
    """Return the runs of Latin letters, lower-case, without tones, ü as v."""
    apart = unicodedata.normalize("NFKD", text).lower().replace("u\u0308", "v")
    return re.findall("[a-z]+", "".join(sign for sign in apart if not unicodedata.combining(sign)))
