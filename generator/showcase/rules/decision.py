"""Rules on what was decided: approvals without papers, drafts, undecided records in public places."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import approved
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.terms import Stage
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule


@rule(
    "record-honour-incomplete",
    Star,
    Project,
    severity=Severity.ERROR,
    manual="stage: approved 的荣誉要写正式文件的文号（document）和日期（date）；缺一项，网站不展示。",
    broken="honours: [{stage: approved, year: 2023, …}]（没有 document、date）",
    good="honours: [{stage: approved, document: 示例教〔2023〕85号, date: 2023-09-06, …}]",
)
def honour_incomplete(record: Record, _facts: Facts) -> Iterator[Finding]:
    """Find approved honours without the document or the day of the decision."""
    for place, honour in enumerate(record.honours):
        path = f"honours[{place}]"
        lacking = [key for key in ("document", "date") if not getattr(honour, key)]
        lacking = [key for key in lacking if f"{path}.{key}" not in record.source.refused]
        if honour.stage == Stage.APPROVED and lacking:
            yield Finding(
                path=path,
                message=f"已批准的荣誉没有写 {'、'.join(lacking)}",
                fix="补上正式文件的文号和日期；还没有文件的，把 stage 改为 announced 或 nominated",
            )


@rule(
    "record-honour-ahead",
    Star,
    Project,
    severity=Severity.WARNING,
    manual="批准日期（date）在今天以后的荣誉，到那一天才展示。",
    broken="honours: [{stage: approved, date: 2042-09-06, …}]",
    good="honours: [{stage: approved, date: 2023-09-06, …}]",
)
def honour_ahead(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find approvals dated after today: a slip of the pen, or a paper not yet in force."""
    for place, honour in enumerate(record.honours):
        if honour.stage == Stage.APPROVED and honour.date and honour.date > facts.today:
            yield Finding(
                path=f"honours[{place}].date",
                message=f"批准日期 {honour.date} 还没有到，到那天才展示",
                fix="核对正式文件的日期",
            )


@rule(
    "record-undecided-public",
    Star,
    Project,
    severity=Severity.ERROR,
    manual="mkdocs.yml 写了 repository: public 的，仓库人人可看，只放已批准的。"
    "未定的放在私有文件夹或私有仓库。",
    broken="stars/2024/henan/draft-k3v9q2.md（repository: public）",
    good="stars/2024/henan/012-shen.md，honours: [{stage: approved, …}]",
)
def undecided_public(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find drafts and records without an approved honour in a public repository."""
    if facts.settings.repository != "public":
        return
    if record.address.is_draft or not approved(record.honours):
        yield Finding(
            path="honours",
            message="公开的仓库里有未定的推介对象",
            fix="把文件移出仓库（私有文件夹或私有仓库）；已经推送过的，历史里也要清除",
        )


@rule(
    "record-draft-approved",
    Star,
    Project,
    severity=Severity.WARNING,
    manual="草稿（draft-…）批准时给出序号；仍是草稿文件名的，网站不展示。",
    broken="draft-k3v9q2.md，honours: [{stage: approved, …}]",
    good="012-shen.md，honours: [{stage: approved, …}]",
)
def draft_approved(record: Record, _facts: Facts) -> Iterator[Finding]:
    """Find approved records that still carry a draft's random id."""
    if record.address.is_draft and approved(record.honours):
        yield Finding(
            path="honours",
            message="已批准，文件名还是草稿，不会展示",
            fix="把文件改名为本年本地区下一个没有用过的序号",
        )
