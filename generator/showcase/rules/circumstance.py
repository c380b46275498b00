"""Rules on what a packet says about a person beside the form's own fields: rank, nationality, occupation.

Records have no field for any of these, so a rule only reads `post` and `unit`, and only ever notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.problem import Severity
from showcase.model.records import Star
from showcase.model.rulebook import Knowledge
from showcase.rules.facts import Facts
from showcase.rules.judgement import citation
from showcase.rules.registry import Finding, rule

_RANK = re.compile(
    "[县处厅局部]级|巡视员|调研员|[处厅局]长|(?<![社小校])区长|县长|(?<![超])市长|(?:县|市|区|省)委书记|州长|党组书记"
)
_BELOW_RANK = re.compile("[乡股科]级|所长|站长|支局长|邮政局长")
_OCCUPATION = re.compile(
    "在校学生|在校生|大学生|中学生|小学生|本科生|研究生|博士生|在读|在职教师|教师|讲师|教授|班主任"
)
_NOT_IN_SERVICE = re.compile("退休|离休|离任|原|志愿|家长|服务|毕业")
_NATIONALITY = re.compile("外籍|外国|国际友人|[一-鿿]{1,4}国籍|留学生")
_CHINESE = re.compile("中国国籍|中国籍")


def _said(pattern: re.Pattern[str], unless: re.Pattern[str], star: Star) -> tuple[str, str]:
    """Return (key, words) of the first thing that `pattern` finds in a part of `post` or `unit`, or blanks.

    Parts are what commas divide: 退休教师，读书会领读人. A part with a word of `unless` says the opposite.
    """
    for key, text in (("post", star.post), ("unit", star.unit)):
        for part in re.split("[，、；,;]", text):
            if (found := pattern.search(part)) and not unless.search(part):
                return key, found[0]
    return "", ""


def _asking(
    star: Star, facts: Facts, name: str, pattern: re.Pattern[str], unless: re.Pattern[str]
) -> Iterator[Finding]:
    """Yield a finding for each notice that states the limit `name` when the words are found."""
    for judgement in facts.judgements(star):
        limit = judgement.rulebook.limit(name)
        if limit.knowledge != Knowledge.STATED or judgement.decided:
            continue
        key, words = _said(pattern, unless, star)
        if key:
            yield Finding(
                path=key,
                message=f"写有“{words}”，通知：{limit.text}",
                fix="请推荐单位核实；不在此列或有特殊情况的，不必处理",
                clause=citation(limit),
            )


@rule(
    "eligibility-rank",
    Star,
    severity=Severity.NOTE,
    manual="通知写明一般不推介县处级以上领导干部的，职务、单位里有“县处级”“局长”等字样时提示核实。",
    broken="post: 云溪市文化局局长",
    good="post: 退休挡车工，楼梯间读书会领读人",
)
def rank(star: Star, facts: Facts) -> Iterator[Finding]:
    """Note words that may mean an official of county rank or above."""
    yield from _asking(star, facts, "star.officials", _RANK, _BELOW_RANK)


@rule(
    "eligibility-occupation",
    Star,
    severity=Severity.NOTE,
    manual="通知写明基本不推介在校学生和在职教师的，职务里有“大学生”“教师”等字样时提示核实；写明退休的不提。",
    broken="post: 青柳县实验小学教师",
    good="post: 退休教师，读书会领读人",
)
def occupation(star: Star, facts: Facts) -> Iterator[Finding]:
    """Note words that may mean a student or a teacher in service."""
    yield from _asking(star, facts, "star.students_and_teachers", _OCCUPATION, _NOT_IN_SERVICE)


@rule(
    "eligibility-nationality",
    Star,
    severity=Severity.NOTE,
    manual="通知写明国籍为中国籍的，职务、单位里有“外籍”等字样时提示核实。",
    broken="post: 外籍专家",
    good="post: 汉语角志愿者",
)
def nationality(star: Star, facts: Facts) -> Iterator[Finding]:
    """Note words that may mean another nationality."""
    yield from _asking(star, facts, "star.nationality", _NATIONALITY, _CHINESE)
