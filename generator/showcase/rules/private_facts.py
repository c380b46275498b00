"""One answer for every place: which private facts a text holds, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from showcase.rules.disguise import INVISIBLE, number_runs, plain, without_astral
from showcase.rules.private_numbers import cards, identities, landlines, mobiles, spelt
from showcase.rules.private_words import births, called, chats, emails, homes, words_that_tell


class Kind(StrEnum):
    """What a private fact is; the word is the second half of its rule's id (private-phone)."""

    PHONE = "phone"
    ID_NUMBER = "id-number"
    EMAIL = "email"
    CHAT = "chat"
    BANK_CARD = "bank-card"
    BIRTH_DATE = "birth-date"
    ADDRESS = "address"
    LOCATION = "location"


KIND_WORDS = {
    Kind.PHONE: "电话号码",
    Kind.ID_NUMBER: "身份证号码",
    Kind.EMAIL: "电子邮箱",
    Kind.CHAT: "QQ 号或微信号",
    Kind.BANK_CARD: "银行卡号",
    Kind.BIRTH_DATE: "出生日期",
    Kind.ADDRESS: "住址（到门牌）",
    Kind.LOCATION: "拍摄地点的定位",
}


_DELETE = "删去；联系方式只写 office_contact"
CURES = {
    Kind.PHONE: "删去；办公电话写到 office_contact: {office, telephone}",
    Kind.ID_NUMBER: "删去；证件信息只留在办公室的纸质材料里",
    Kind.EMAIL: _DELETE,
    Kind.CHAT: _DELETE,
    Kind.BANK_CARD: "删去；要登记的，只留在办公室的纸质材料里",
    Kind.BIRTH_DATE: "删去月、日，只写年份或年龄",
    Kind.ADDRESS: "删去门牌，写到乡镇、街道、社区为止",
    Kind.LOCATION: "另存为不带拍摄信息的文件（照片另存为 JPEG，影片重新导出），替换原来的",
}


class Found(NamedTuple):
    """A private fact of `kind` at text[start:end]. `mobile`: no office's landline."""

    kind: Kind
    start: int
    end: int
    mobile: bool = False


_CHECKSUM = 32
_HEX_BEFORE, _HEX_AFTER = re.compile("[0-9a-f]+\\Z"), re.compile("[0-9a-f]+")


@lru_cache(maxsize=16)  # one rule a kind asks for the same text
def find_private(text: str) -> tuple[Found, ...]:
    """Return the private facts of `text` in their order; of two that overlap the longer one."""
    found = sorted(_all(without_astral(text)), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return tuple(kept)


def _all(text: str) -> Iterator[Found]:
    """Yield every reading of every number, then what words give away; most texts have neither."""
    for run in number_runs(text):
        if _is_in_checksum(text, run[0].start, run[-1].end):
            continue
        yield from (Found(Kind.ID_NUMBER, *span) for span in identities(text, run))
        yield from (Found(Kind.BANK_CARD, *span) for span in cards(text, run))
        yield from (Found(Kind.PHONE, *span, mobile=True) for span in mobiles(text, run))
        yield from (Found(Kind.PHONE, *span) for span in landlines(text, run))
    yield from (Found(Kind.PHONE, *span, mobile=True) for span in spelt(text))
    if tells := words_that_tell(text):
        yield from _told(plain(text), tells)


def _told(text: str, tells: frozenset[str]) -> Iterator[Found]:
    """Yield what words give away in plain `text`, of the kinds that its words make possible."""
    if Kind.PHONE in tells:
        yield from (Found(Kind.PHONE, *span) for span in called(text))
    if Kind.EMAIL in tells:
        yield from (Found(Kind.EMAIL, *span) for span in emails(text))
    if Kind.CHAT in tells:
        yield from (Found(Kind.CHAT, *span) for span in chats(text))
    if Kind.BIRTH_DATE in tells:
        yield from (Found(Kind.BIRTH_DATE, *span) for span in births(text))
    if Kind.ADDRESS in tells:
        yield from (Found(Kind.ADDRESS, *span) for span in homes(text))


def _is_in_checksum(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a long hexadecimal word, which is nobody's number."""
    before = _HEX_BEFORE.search(text, max(0, start - _CHECKSUM), start)
    after = _HEX_AFTER.match(text, end, end + _CHECKSUM)
    around = len(before[0] if before else "") + len(after[0] if after else "")
    return around + end - start >= _CHECKSUM and around > 0


def masked(text: str, found: Found) -> str:
    """Return the fact as a message may show it: enough to find it, never whole."""
    value = "".join(plain(text[found.start : found.end]).split())
    value = re.sub(f"[{INVISIBLE}]", "", value)
    if found.kind is Kind.PHONE:
        digits = re.sub(r"[^0-9OolI]", "", value)
        digits = digits[-11:] if found.mobile else digits
        return f"{digits[:3]}****{digits[-4 if found.mobile else -2 :]}"
    if found.kind in (Kind.ID_NUMBER, Kind.BANK_CARD):
        digits = re.sub(r"[^0-9OolIXx]", "", value)
        return f"{digits[:2]}****{digits[-3:]}"
    return f"{value[:2]}****" if len(value) > 3 else "****"


def said(text: str, found: Found) -> str:
    """Return the sentence of a problem: what stands there, masked."""
    return f"这里有{KIND_WORDS[found.kind]}：{masked(text, found)}"
