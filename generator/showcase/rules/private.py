"""Rules on private facts: what must stand in no record, in no disguise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from showcase.model.campaign import ActivityWeek, Announcement, Campaign, Event, OfficialList
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.model.rulebook import Rulebook
from showcase.rules.disguise import has_id_number, has_landline, has_mobile, is_called_telephone, number_runs
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule
from showcase.rules.words import place_of

_LAW = "个人信息保护法第二十五条"
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63})+")

_SUBJECTS = (Star, Project, ActivityWeek, Event, Announcement, Campaign, OfficialList, Rulebook)


@rule(
    "private-phone",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=_LAW,
    manual="任何文字里都不写电话号码，全角数字、汉字数字、空格和短横都瞒不过检查。"
    "办公电话只写在 office_contact 里。",
    broken="post: 社区志愿者，联系 １３８ ００００ ００００",
    good="office_contact: {office: 青柳县教育局职成教股, telephone: …}",
)
def private_phone(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find mobile and landline numbers in every string of the subject."""

    def telephone(text: str) -> bool:
        return has_mobile(text) or has_landline(text)

    for path in _where(subject, facts, telephone):
        yield Finding(
            path=path,
            message="这里有电话号码",
            fix="删去；办公电话写到 office_contact: {office, telephone}",
        )


@rule(
    "private-id-number",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=_LAW,
    manual="任何文字里都不写身份证号码（按校验码识别）。",
    broken="post: 身份证 ９９００００ １９０００１０１ ０１８Ｘ",
    good="post: 退休挡车工",
)
def private_id_number(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find 18-digit identity numbers whose check digit is right."""
    for path in _where(subject, facts, has_id_number):
        yield Finding(path=path, message="这里有身份证号码", fix="删去；证件信息只留在办公室的纸质材料里")


@rule(
    "private-email",
    *_SUBJECTS,
    severity=Severity.ERROR,
    clause=_LAW,
    manual="任何文字里都不写电子邮箱。",
    broken="post: 读书会领读人，邮箱 someone@example.org",
    good="post: 读书会领读人",
)
def private_email(subject: object, facts: Facts) -> Iterator[Finding]:
    """Find e-mail addresses, with a full-width @ as well."""
    prose = facts.prose(subject)
    if "@" not in prose and "＠" not in prose:
        return
    for path, text in facts.words(subject):
        if _EMAIL.search(text):
            yield Finding(
                path=_place(subject, path), message="这里有电子邮箱", fix="删去；联系方式只写 office_contact"
            )


def _where(subject: object, facts: Facts, shows: Callable[[str], bool]) -> Iterator[str]:
    """Yield the key of each string with such a number; most subjects hold no long number at all."""
    prose = facts.prose(subject)
    if number_runs(prose) or is_called_telephone(prose):
        for path, text in facts.words(subject):
            if shows(text):
                yield _place(subject, path)


def _place(subject: object, path: str) -> str:
    source = getattr(subject, "source", None)
    return place_of(source, path) if source else path
