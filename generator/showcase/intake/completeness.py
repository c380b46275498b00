"""What a packet lacks, promises or hides: judged on its papers, beside the rules on its records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from showcase.intake.drafting import FIELD_WORDS, Call
from showcase.intake.findings import Finding, of_packet
from showcase.intake.items import Item
from showcase.intake.placing import Placed
from showcase.model.problem import Severity
from showcase.model.rulebook import Knowledge
from showcase.model.terms import HONOUR_TITLES
from showcase.rules.judgement import citation

_HIGH_HONOUR = re.compile("国家级|全国|省级|全省|省部级|省委|省政府|教育部")


def lacking(items: Sequence[Item], call: Call) -> Iterator[Finding]:
    """Yield what the notice asks for and a sender's papers lack."""
    book = call.rulebook
    if not items:
        message, fix = "没有认出推介的人和项目", "请送填好的推介表（Word）和登记表（Excel 或 Word）"
        yield of_packet("nobody", message, fix)
    for kind in HONOUR_TITLES:
        of_kind = [item for item in items if item.kind == kind]
        forms = book.limit(f"{kind}.forms")
        if of_kind and forms.knowledge == Knowledge.STATED and not any(item.row for item in of_kind):
            message = f"没有收到“{HONOUR_TITLES[kind]}”推介登记表"
            yield of_packet(
                "register-missing", message, "请补送登记表（Excel 或 Word）", clause=citation(forms)
            )
    for item in items:
        yield from _of_item(item, call, any(other.row for other in items if other.kind == item.kind))


def _of_item(item: Item, call: Call, has_register: bool) -> Iterator[Finding]:
    book = call.rulebook
    forms = book.limit(f"{item.kind}.forms")
    if not item.form and forms.knowledge == Knowledge.STATED:
        where = item.row["name"].where if "name" in item.row else ""
        message = f"登记表里有（{where}），没有收到推介表"
        yield of_packet("form-missing", message, "请补送推介表（Word）", about=item, clause=citation(forms))
    if item.form and not item.row and has_register:
        message = "有推介表，登记表里没有这一行"
        yield of_packet("row-missing", message, "请补进登记表，重新送", about=item, clause=citation(forms))
    summary = book.limit(f"{item.kind}.work_summary")
    if summary.required and "work_summary" not in item.texts:
        message, fix = "没有收到工作总结", "请补送工作总结（Word）"
        yield of_packet("summary-missing", message, fix, about=item, clause=citation(summary))
    if (item.row.get("video") and item.row["video"].text.startswith("有")) and not item.film:
        message = f"登记表写有视频材料（{item.row['video'].where}），没有收到视频"
        fix = "请补送视频，或者把登记表改为“无”"
        yield of_packet("film-promised", message, fix, about=item, severity=Severity.WARNING)
    yield from _honours(item, call)


def _honours(item: Item, call: Call) -> Iterator[Finding]:
    """Note a cell on honours that speaks of a level which the notice means; what it says stays private."""
    name = "star.earlier_honours" if item.kind == "star" else "project.earlier_projects"
    limit, said = call.rulebook.limit(name), item.form.get("awards")
    if said and limit.knowledge == Knowledge.STATED and _HIGH_HONOUR.search(said.text):
        message = f"“奖励情况”（{said.where}）提到省级以上的荣誉，通知：{limit.text}"
        fix = "请核实是不是通知所说的相关荣誉；不是的，不必处理"
        yield of_packet(
            "honours", message, fix, about=item, severity=Severity.WARNING, clause=citation(limit)
        )


def left_out(known: Sequence[Item], coming: Sequence[Item]) -> Iterator[Finding]:
    """Yield who came in an earlier packet and is not in the register that came now."""
    kinds = {item.kind for item in coming if item.row}
    names = {(item.kind, item.key) for item in coming}
    for item in known:
        if item.kind in kinds and (item.kind, item.key) not in names:
            message = "以前送来过，这次的登记表里没有"
            fix = "对方撤回的，删去草稿；只是改了姓名或名称的，两份草稿留一份"
            yield of_packet("left-out", message, fix, about=item, severity=Severity.WARNING, editors=True)


def of_placed(placed: Placed) -> Iterator[Finding]:
    """Yield what was left out of a draft, what the editor has to look at, and conflicts."""
    item = placed.item
    for field, kind in placed.draft.left_out:
        where = placed.item.said(field).where
        words = FIELD_WORDS.get(field, field)
        message = f"“{words}”{f'（{where}）' if where else ''}里写了{kind}，没有写进草稿，原处换成“〔略〕”"
        yield of_packet(
            "private-in-text",
            message,
            "公开的文字里不写个人信息，请删去以后重新送",
            about=item,
            severity=Severity.WARNING,
        )
    for note in dict.fromkeys(placed.draft.notes):
        yield of_packet("to-check", note, "核对以后改草稿", about=item, severity=Severity.NOTE, editors=True)
    if placed.how == "gone":
        message = "上次写的草稿已经不在原处（改了序号，或者删去了），这次没有再写"
        yield of_packet(
            "draft-gone",
            message,
            "要用新的内容，请手工改",
            about=item,
            severity=Severity.WARNING,
            editors=True,
        )
    for part in placed.conflicts:
        message = f"这一项编辑改过，送来的也改了，两边不同，草稿保持编辑的：{part}"
        fix = f"对照私有文件夹里的新版本（conflicts/{placed.item.address}.md），自己定"
        yield of_packet("conflict", message, fix, about=item, severity=Severity.WARNING, editors=True)
