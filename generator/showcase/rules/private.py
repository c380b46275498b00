"""Rules on private facts: what must stand in no record and no page, in no disguise."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Announcement, Campaign, Event, OfficialList
from showcase.model.parts import OfficeContact
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.model.rulebook import Rulebook
from showcase.model.written import WrittenPage
from showcase.rules.facts import Facts
from showcase.rules.private_facts import CURES, Kind, find_private, said
from showcase.rules.registry import Finding, rule
from showcase.rules.words import place_of

LAW = "个人信息保护法第二十五条"

_SUBJECTS = (Star, Project, ActivityWeek, Event, Announcement, Campaign, OfficialList, Rulebook, WrittenPage)
_CODE = (".js", ".css")
"""Programs of a page are not read as words: a licence names its author, a number is a constant."""


@rule(
    "private-phone",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="任何文字里都不写电话号码，全角数字、汉字数字、空格和短横都瞒不过检查。"
    "办公电话只写在 office_contact 里，整个网站的写在 mkdocs.yml 的 contact 里。",
    broken="post: 社区志愿者，联系 １３８ ００００ ００００",
    good="office_contact: {office: 青柳县教育局职成教股, telephone: …}",
)
def private_phone(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find mobile and landline numbers in every string of the subject."""
    return _found(Kind.PHONE, subject, facts)


@rule(
    "private-id-number",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="任何文字里都不写身份证号码：18 位的按出生日期和校验码识别，15 位的旧号码也查；"
    "写明是身份证号的，校验码不对也算。",
    broken="post: 身份证 ９９００００ １９０００１０１ ０１８Ｘ",
    good="post: 退休挡车工",
)
def private_id_number(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find identity numbers."""
    return _found(Kind.ID_NUMBER, subject, facts)


@rule(
    "private-email",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="任何文字里都不写电子邮箱；写成 (at)、AT、＠ 也查得出。",
    broken="post: 读书会领读人，邮箱 someone@example.org",
    good="post: 读书会领读人",
)
def private_email(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find e-mail addresses."""
    return _found(Kind.EMAIL, subject, facts)


@rule(
    "private-chat",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="任何文字里都不写 QQ 号、微信号。单位的微信公众号可以写。",
    broken="how_to_join: 加微信 vx：example_1",
    good="how_to_join: 关注微信公众号“青柳学习”",
)
def private_chat(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find QQ and WeChat numbers."""
    return _found(Kind.CHAT, subject, facts)


@rule(
    "private-bank-card",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause="个人信息保护法第二十八条、第二十九条",
    manual="任何文字里都不写银行卡号、账号（按卡号开头、长度、校验码识别，或者写明了是卡号、账号）。",
    broken="text: 捐款请转卡号 6200 0000 0000 0005",
    good="text: 捐款方式见主办单位网站",
)
def private_bank_card(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find numbers of bank cards and accounts."""
    return _found(Kind.BANK_CARD, subject, facts)


@rule(
    "private-birth-date",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="不写完整的出生日期（年、月、日）。只写年份、年龄，或者写活动的日期，都可以。",
    broken="post: 1952年3月8日出生，退休挡车工",
    good="post: 1952年出生，退休挡车工",
)
def private_birth_date(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find full dates that are called somebody's birth."""
    return _found(Kind.BIRTH_DATE, subject, facts)


@rule(
    "private-address",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=LAW,
    manual="住址不写到门牌、楼栋、单元、房间；写到乡镇、街道、社区即可。单位名称里的路名、单位所在的门牌号不受限制。",
    broken="unit: 云溪市和平路12号3单元501室",
    good="unit: 云溪市和平路街道桥头社区",
)
def private_address(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find addresses down to somebody's door."""
    return _found(Kind.ADDRESS, subject, facts)


@rule(
    "private-office-contact",
    Project,
    Event,
    Announcement,
    severity=Severity.WARNING,
    clause=LAW,
    manual="office_contact 写办公室的座机，不写手机号码：手机号码多半是个人的。其他个人信息也不写在这里。",
    broken="office_contact: {office: 青柳县教育局, telephone: 一个手机号码}",
    good="office_contact: {office: 青柳县教育局职成教股, telephone: 办公室的座机}",
)
def private_office_contact(subject: Project | Event | Announcement, _facts: Facts) -> Iterator[Finding]:
    """Find what is no office's telephone in the one field where a number may stand."""
    contact = subject.office_contact
    for path, text in _parts(contact) if contact else ():
        for found in find_private(text):
            if found.kind is not Kind.PHONE or found.mobile or path.endswith("office"):
                fix = "改为办公室的座机号码，写在 telephone 里"
                yield Finding(path=path, message=said(text, found), fix=fix)


def _parts(contact: OfficeContact) -> Iterator[tuple[str, str]]:
    yield "office_contact.office", contact.office
    yield "office_contact.telephone", contact.telephone


def _found(kind: Kind, subject: object, facts: Facts) -> Iterator[Finding]:
    """Yield each fact of `kind` at the key of its string; most subjects hold no private fact at all."""
    source = getattr(subject, "source", None)
    if source and source.file in facts.clean_files:
        return
    if not find_private(facts.prose(subject)) or _is_code(subject):
        return
    for path, text in facts.words(subject):
        for found in find_private(text):
            if found.kind is kind:
                yield Finding(path=_place(subject, path), message=said(text, found), fix=CURES[kind])


def _is_code(subject: object) -> bool:
    return isinstance(subject, WrittenPage) and subject.path.endswith(_CODE)


def _place(subject: object, path: str) -> str:
    source = getattr(subject, "source", None)
    return place_of(source, path) if source else path
