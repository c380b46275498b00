"""The report on what a sender sent: HTML for the editor to read, text to paste into the reply.

It depends on what came, not on when or by which channel, so the same again writes the same bytes. Neither
names a private value: a finding says which cell, never what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from showcase.content.layout import Layout
from showcase.content.papers import paper
from showcase.intake.findings import Finding
from showcase.intake.items import Item
from showcase.intake.namesakes import apart, whose
from showcase.intake.packets import Packet
from showcase.intake.placing import Placed
from showcase.intake.private_folder import SenderFolder
from showcase.model.problem import Severity
from showcase.model.rulebook import Rulebook
from showcase.model.terms import HONOUR_TITLES

HOW = {
    "new": "新写了草稿",
    "updated": "草稿已更新",
    "same": "没有变化",
    "gone": "草稿已不在原处，没有再写",
}
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SEVERITY = {Severity.ERROR: "要补正", Severity.WARNING: "请核实", Severity.NOTE: "提示"}


@dataclass(frozen=True, slots=True)
class Report:
    """What one sender's packets came to."""

    sender: str
    rulebook: Rulebook
    placed: Sequence[Placed]
    findings: Sequence[Finding]
    packets: Sequence[Packet]
    folder: SenderFolder

    @property
    def has_errors(self) -> bool:
        """Whether the sender has something to mend."""
        return any(each.problem.severity is Severity.ERROR for each in self.of_sender())

    def of_sender(self, severity: Severity | None = None) -> list[Finding]:
        """Return what the sender is to cure, of one severity or all."""
        return [f for f in self.findings if not f.editors and severity in (None, f.problem.severity)]

    def about(self, at: int | None) -> list[Finding]:
        """Return what was found about the item at a place (None: about the packet), grave things first."""
        order = list(_SEVERITY)
        found = [f for f in self.findings if whose(f.about, self.items) == at]
        return sorted(found, key=lambda f: (f.editors, order.index(f.problem.severity)))

    @property
    def items(self) -> list[Item]:
        """Return the people and projects, in their order."""
        return [each.item for each in self.placed]

    def called(self, at: int) -> str:
        """Return the name of the item at a place, with its unit where another has that name too."""
        item = self.items[at]
        told = apart(item, self.items)
        return f"{item.name}（{told}）" if told else item.name

    def subject(self, finding: Finding) -> str:
        """Return whom a finding is about, as the screen says it; "" for the packet."""
        at = whose(finding.about, self.items)
        return "" if at is None else self.called(at)


def counted(report: Report) -> str:
    """Return 百姓学习之星 3 件，终身学习品牌项目 2 件."""
    kinds = [each.item.kind for each in report.placed]
    said = [f"{words} {kinds.count(kind)} 件" for kind, words in HONOUR_TITLES.items() if kind in kinds]
    return "，".join(said) or "没有认出推介的人和项目"


def reply_of(report: Report) -> str:
    """Return the text to paste into the reply: what to mend, what to check, each with its clause."""
    book = report.rulebook
    number = f"（{book.document}）" if book.document else ""
    lines = [
        f"{report.sender or '贵单位'}：",
        "",
        f"按《{book.title}》{number}，收到你单位报送的材料：{counted(report)}。",
    ]
    for severity, head in (
        (Severity.ERROR, "请补正以下各项，补好后重新送："),
        (Severity.WARNING, "请核实："),
    ):
        if found := report.of_sender(severity):
            lines += ["", head, *_numbered(found, report)]
    if not report.of_sender(Severity.ERROR):
        lines += ["", "材料齐全。" if not report.of_sender(Severity.WARNING) else "其余材料齐全。"]
    return "\n".join(lines) + "\n"


def _numbered(found: Sequence[Finding], report: Report) -> list[str]:
    by_item: dict[int | None, list[Finding]] = {}
    for each in found:
        by_item.setdefault(whose(each.about, report.items), []).append(each)
    lines: list[str] = []
    for place, (at, group) in enumerate(
        sorted(by_item.items(), key=lambda pair: -1 if pair[0] is None else pair[0]), 1
    ):
        lines.append(f"{place}. {'整包材料' if at is None else _head(report, at)}")
        lines += [f"  （{count}）{_sentence(each)}" for count, each in enumerate(group, 1)]
    return lines


def _head(report: Report, at: int) -> str:
    item = report.items[at]
    told = apart(item, report.items)
    return f"{item.name}（{HONOUR_TITLES[item.kind]}{f'，{told}' if told else ''}）"


def _sentence(finding: Finding) -> str:
    problem = finding.problem
    clause = f"（依据：{problem.clause}）" if problem.clause else ""
    ours = problem.rule.startswith("packet-")
    for_editors = not ours and re.search("[a-z]{3}", problem.fix)  # a key of the record: nothing to a sender
    fix = f"{problem.fix.rstrip('。')}。" if problem.fix and not for_editors else ""
    return f"{problem.message.rstrip('。')}{clause}。{fix}"


def html_of(report: Report, layout: Layout) -> str:
    """Return the report as one page of its own, for the private folder."""
    people = [_told(report, at, layout) for at in range(len(report.placed))]
    return paper(
        "packet-report.html",
        sender=report.sender or "没有写明的单位",
        rulebook=report.rulebook,
        counted=counted(report),
        whole=[_row(each) for each in report.about(None)],
        people=people,
        reply=_kept(reply_of(report)),
        errors=len(report.of_sender(Severity.ERROR)),
        warnings=len(report.of_sender(Severity.WARNING)),
    )


def _told(report: Report, at: int, layout: Layout) -> dict[str, object]:
    placed = report.placed[at]
    item = placed.item
    return {
        "name": item.name,
        "kind": HONOUR_TITLES[item.kind],
        "apart": apart(item, report.items),
        "file": layout.name_of(placed.file),
        "how": HOW["gone"] if placed.how == "gone" else "",
        "papers": _papers(item),
        "findings": [_row(each) for each in report.about(at)],
    }


def _papers(item: Item) -> list[str]:
    said = [("推介表", bool(item.form)), ("登记表的一行", bool(item.row))]
    if item.kind == "project":
        said.append(("工作总结", "work_summary" in item.texts))
    told = [f"{'' if has else '没有'}{words}" for words, has in said]
    return [*told, f"照片 {len(item.pictures)} 张", "视频" if item.film else "没有视频"]


def _kept(text: str) -> Markup:
    """Return a text for the page in which a day or a stretch of days stays on one line."""
    return Markup(_DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))


def _row(finding: Finding) -> dict[str, str]:
    problem = finding.problem
    words = "编辑要办" if finding.editors else _SEVERITY[problem.severity]
    clause, fix = problem.clause, problem.fix
    return {
        "word": words,
        "kind": "editors" if finding.editors else str(problem.severity),
        "message": _kept(problem.message),
        "clause": _kept(clause),
        "fix": _kept(fix),
        "rule": problem.rule,
    }
