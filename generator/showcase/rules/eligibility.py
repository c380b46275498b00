"""Rules on 推介资格: who was recognised or nominated in earlier years, at the levels that a notice means."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Knowledge, Limit
from showcase.model.terms import LEVEL_NAMES, Level
from showcase.rules.earlier import Match
from showcase.rules.facts import Facts
from showcase.rules.identity import Likeness
from showcase.rules.judgement import Judgement, citation, kind_of
from showcase.rules.registry import Finding, rule


@rule(
    "eligibility-earlier",
    Star,
    Project,
    manual="往年已在通知所说的层级入选的人和项目，不再推介。在各年的资料和 content/lists/ 的正式名单里找："
    "空格、间隔号、繁体、全角字母、引号、书名号、“项目”“活动”一类的词尾不算差别，项目名称差一两个字也找得到。"
    "姓名相同而单位不同的，看地方和单位：不能断定的只提醒核实。不是同一人的，写进 content/waivers.yml。",
    broken="name: 王 芳（content/lists/2022-provincial-henan.csv 里有同单位的王芳）",
    good="name: 沈玉兰（各年的名单里都没有）",
)
def earlier(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find those who are on an earlier year's list."""
    for judgement in facts.judgements(record):
        limit = _earlier_limit(record, judgement)
        if limit.knowledge == Knowledge.STATED:
            found = [m for m in facts.earlier.matches(record) if _is_earlier(m, judgement, limit)]
            yield from _finding(found, judgement, limit, "已入选")


def _earlier_limit(record: Record, judgement: Judgement) -> Limit:
    kind = kind_of(record)
    return judgement.rulebook.limit(f"{kind}.earlier_{kind}s")


def _is_earlier(match: Match, judgement: Judgement, limit: Limit) -> bool:
    """Whether `match` is a star's or brand project's own title of an earlier year, at a level that counts."""
    what = match.recognition
    return what.campaign and what.decided and what.year < judgement.year and _counts(what.level, limit)


def _counts(level: Level, limit: Limit) -> bool:
    """A notice that names no level means every one."""
    return not limit.values or level in limit.values


def _finding(found: list[Match], judgement: Judgement, limit: Limit, what: str) -> Iterator[Finding]:
    """Yield one finding for all that was found; those that are sure stand for themselves."""
    surest = max((match.likeness for match in found), default=Likeness.OTHER)
    named = dict.fromkeys(match.words for match in found if match.likeness == surest)
    if not named:
        return
    maybe = surest == Likeness.MAYBE
    yield Finding(
        path="name",
        message=f"{'可能是同一人或同一项目，往年' if maybe else '往年'}{what}：{'；'.join(named)}",
        fix="向推荐单位核实；不是同一人或同一项目的，在 content/waivers.yml 里写明理由"
        if maybe
        else "请推荐单位改推别人；确有特殊情况的，在 content/waivers.yml 里写明理由",
        clause=citation(limit),
        soft=limit.soft or maybe,
        decided=judgement.decided,
    )


@rule(
    "eligibility-earlier-honours",
    Star,
    manual="通知写明一般不推介已经享有某级以上相关荣誉称号的，honours 里或往年资料里有这些荣誉时提醒。",
    broken="honours: [{level: provincial, title: 全省优秀志愿者, stage: approved, …}]",
    good="honours: [{level: county, title: 青柳县“学习之家”, stage: approved, …}]",
)
def earlier_honours(star: Star, facts: Facts) -> Iterator[Finding]:
    """Find other honours at the levels that a notice means; stars' titles have a rule of their own."""
    for judgement in facts.judgements(star):
        limit = judgement.rulebook.limit("star.earlier_honours")
        if limit.knowledge == Knowledge.STATED:
            found = [m for m in facts.earlier.matches(star) if _is_other_honour(m, judgement, limit, star)]
            yield from _finding(found, judgement, limit, "已有荣誉")


def _is_other_honour(match: Match, judgement: Judgement, limit: Limit, star: Star) -> bool:
    what = match.recognition
    own_rule = _earlier_limit(star, judgement).knowledge == Knowledge.STATED
    if not what.decided or not _counts(what.level, limit) or (what.campaign and own_rule):
        return False
    return what.year < judgement.year or (what.year == judgement.year and not what.campaign)


@rule(
    "eligibility-earlier-nomination",
    Star,
    Project,
    manual="通知写明往年参加过征集推介的（不论入选没有）不再推介的，往年资料里有推介记录时提出。",
    broken="honours: [{year: 2023, stage: nominated, …}, {year: 2024, stage: nominated, …}]",
    good="honours: [{year: 2024, stage: nominated, …}]",
)
def earlier_nomination(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find those who took part in an earlier year, unless they were recognised: that was said already."""
    for judgement in facts.judgements(record):
        limit = judgement.rulebook.limit(f"{kind_of(record)}.earlier_nominations")
        if limit.knowledge != Knowledge.STATED:
            continue
        of_titles = _earlier_limit(record, judgement)
        found = [
            match
            for match in facts.earlier.matches(record)
            if match.recognition.campaign
            and match.recognition.year < judgement.year
            and not (of_titles.knowledge == Knowledge.STATED and _is_earlier(match, judgement, of_titles))
        ]
        yield from _finding(found, judgement, limit, "参加过推介")


@rule(
    "eligibility-honours-preferred",
    Star,
    severity=Severity.NOTE,
    manual="通知写明受过某级表彰者优先考虑的，没有写出这样的荣誉时提示；这不是必须的。",
    broken="honours: [{stage: nominated, …}]（没有写国家级、省级荣誉）",
    good="honours: [{level: provincial, title: 全省优秀志愿者, stage: approved, …}, {stage: nominated, …}]",
)
def honours_preferred(star: Star, facts: Facts) -> Iterator[Finding]:
    """Note nominations without an honour where the notice prefers those who have one."""
    for judgement in facts.judgements(star):
        limit = judgement.rulebook.limit("star.honours_preferred")
        if judgement.decided or limit.knowledge != Knowledge.STATED or _has_honour(star, limit, facts):
            continue
        levels = "、".join(LEVEL_NAMES[level] for level in Level if _counts(level, limit))
        yield Finding(
            path="honours",
            message=f"没有写{levels}荣誉，通知：{limit.text}",
            fix="有这样的荣誉的，补在 honours 里；没有的，不必处理",
            clause=citation(limit),
        )


def _has_honour(star: Star, limit: Limit, facts: Facts) -> bool:
    sure = (m.recognition for m in facts.earlier.matches(star) if m.likeness == Likeness.SURE)
    return any(what.decided and _counts(what.level, limit) for what in sure)
