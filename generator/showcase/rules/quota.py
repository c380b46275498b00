"""名额: how many stars and projects each recommending body may send."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from showcase.model.bodies import Body
from showcase.model.library import Library
from showcase.model.records import Record
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.terms import HONOUR_TITLES
from showcase.rules.facts import Facts
from showcase.rules.judgement import Judgement, citation, kind_of
from showcase.rules.registry import Finding, rule

_WORDS = HONOUR_TITLES | {
    "top_star": "事迹特别感人的百姓学习之星",
    "top_project": "特别受百姓喜爱的终身学习品牌项目",
    "either": "百姓学习之星或终身学习品牌项目（合计）",
}


@dataclass
class _Sent:
    """What one body sent of one kind under one notice in one year."""

    book: Rulebook
    body: Body
    kind: str
    records: list[Record] = field(default_factory=list)
    undecided: int = 0

    def add(self, record: Record, judgement: Judgement) -> None:
        self.records.append(record)
        self.undecided += not judgement.decided


@rule(
    "quota-body",
    Library,
    manual="每个推荐单位的名额按它的类别（content/bodies.yml）和通知计算，最高类别另有名额。"
    "超过的要撤下；不足的只提示。正式入选的名单不受此限。",
    broken="（云溪市教育局推荐了 6 名百姓学习之星，通知的名额是 3—5 名）",
    good="（云溪市教育局推荐了 4 名百姓学习之星）",
)
def quota_body(_library: Library, facts: Facts) -> Iterator[Finding]:
    """Compare what each body sent with its class's quota; too few is only a hint."""
    for sent in _by_body(facts):
        limit = sent.book.quota(sent.body.body_class, sent.kind)
        count = len(sent.records)
        too_many = limit.high is not None and count > limit.high
        too_few = limit.low is not None and count < limit.low and sent.undecided > 0
        if too_many or too_few:
            yield _finding(sent, limit, count, too_many)


def _finding(sent: _Sent, limit: Limit, count: int, too_many: bool) -> Finding:
    last = sent.records[-1]
    return Finding(
        path="nominated_by",
        message=f"{sent.body.name}推荐了 {count} 个{_WORDS[sent.kind]}，名额{_asked(limit)} 个",
        fix="请推荐单位确定取舍" if too_many else "名额未用足；不再推荐的，不必处理",
        clause=citation(limit),
        soft=limit.soft,
        decided=not (too_many and sent.undecided),
        source=last.source,
    )


def _asked(limit: Limit) -> str:
    if limit.low is None:
        return f"不超过 {limit.high:g}"
    return f"是 {limit.low:g}" + ("" if limit.low == limit.high else f"—{limit.high:g}")


def _by_body(facts: Facts) -> list[_Sent]:
    """Group the nominations under a notice by notice, year, body and kind, in a fixed order."""
    bodies = _names(facts)
    found: dict[tuple[str, int, str, str], _Sent] = {}
    for record in facts.records:
        for judgement in facts.judgements(record):
            kinds = [kind_of(record), "either"] + [f"top_{kind_of(record)}"] * judgement.distinguished
            for body in dict.fromkeys(bodies[n] for n in record.nominated_by if n in bodies):
                for kind in kinds:
                    key = (judgement.rulebook.id, judgement.year, body.name, kind)
                    sent = found.setdefault(key, _Sent(judgement.rulebook, body, kind))
                    sent.add(record, judgement)
    return [found[key] for key in sorted(found)]


def _names(facts: Facts) -> dict[str, Body]:
    """Return the registered bodies by every name that they go by."""
    names: dict[str, Body] = {}
    for body in facts.library.bodies:
        names.update(dict.fromkeys((body.name, *body.aliases), body))
    return names


@rule(
    "quota-body-unknown",
    Library,
    manual="推荐单位登记在 content/bodies.yml 里（名称、类别、别名），名额才算得出来。",
    broken="nominated_by: 某某教育局（bodies.yml 里没有）",
    good="nominated_by: 云溪市教育局",
)
def quota_body_unknown(_library: Library, facts: Facts) -> Iterator[Finding]:
    """Name each recommending body that no quota can be counted for, once, at its first record."""
    bodies = _names(facts)
    unknown: dict[str, list[Record]] = defaultdict(list)
    for record in facts.records:
        if any(_has_quota(judgement.rulebook) for judgement in facts.judgements(record)):
            for name in record.nominated_by:
                if name not in bodies:
                    unknown[name].append(record)
    for name, records in unknown.items():
        yield Finding(
            path="nominated_by",
            message=f"推荐单位“{name}”没有登记，名额无法核对（{len(records)} 件）",
            fix="在 content/bodies.yml 里登记它的类别，或把它写成已登记单位的别名",
            decided=True,
            source=records[0].source,
        )


def _has_quota(book: Rulebook) -> bool:
    return any(
        name.startswith("quota.") and limit.knowledge == Knowledge.STATED
        for name, limit in book.limits.items()
    )
