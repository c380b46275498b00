"""Rules on 例外: one that names nothing, or that nothing needs, hides what it was never meant for."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.problem import Severity
from showcase.model.waiver import Waiver
from showcase.rules.facts import Facts
from showcase.rules.registry import BY_STAGE, Finding, registered, rule


@rule(
    "waiver-unknown",
    Waiver,
    severity=Severity.ERROR,
    manual="content/waivers.yml 里的 rule 写规则表里的名称，record 写记录的地址。"
    "只有按通知作判断的规则可以有例外；隐私、同意、撤下和文件缺失没有例外。",
    broken="{rule: eligibility-earlier, record: stars/2024/henan/999, reason: …}",
    good="{rule: eligibility-earlier, record: stars/2024/henan/012, reason: 同名, date: 2024-04-02}",
)
def waiver_unknown(waiver: Waiver, facts: Facts) -> Iterator[Finding]:
    """Find waivers of rules that are not there or hold for everybody, and of records that are not there."""
    known = {each.id: each for each in registered()}
    if waiver.rule not in known:
        yield Finding(path="rule", message=f"没有“{waiver.rule}”这条规则", fix="照抄检查结果方括号里的名称")
    elif known[waiver.rule].severity is not BY_STAGE:
        said = f"{waiver.rule} 不能有例外"
        yield Finding(path="rule", message=said, fix="按这条规则的改法修改；删去这一项")
    if waiver.record not in facts.addresses and waiver.record not in facts.withdrawn:
        yield Finding(path="record", message=f"没有 {waiver.record} 这一件", fix="核对地址，或删去这一项")


@rule(
    "waiver-unused",
    Waiver,
    severity=Severity.WARNING,
    manual="例外所说的问题已经不存在的，从 content/waivers.yml 里删去，免得日后掩盖新的问题。",
    broken="{rule: photo-number, record: stars/2024/henan/012, …}（照片已经补齐）",
    good="（补齐照片以后删去这一项）",
)
def waiver_unused(waiver: Waiver, facts: Facts) -> Iterator[Finding]:
    """Find waivers that excused nothing; the runner judges waivers last for that."""
    known = waiver.rule in {each.id for each in registered() if each.severity is BY_STAGE}
    if known and waiver.record in facts.addresses and not facts.has_excused(waiver):
        yield Finding(path="rule", message=f"{waiver.record} 没有 {waiver.rule} 的问题", fix="删去这一项例外")
