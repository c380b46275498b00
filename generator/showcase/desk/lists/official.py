"""公示, the final list and the sheet to sign before publishing, as .docx: names and units, nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from showcase.check.takedowns import takedowns_of
from showcase.content.paper_blocks import Block, Box, Line, Ruled
from showcase.content.word_papers import word_paper
from showcase.desk.lists.entries import Asked, Drawn
from showcase.desk.records import Desk
from showcase.model.campaign import Announcement
from showcase.model.terms import HONOUR_TITLES

_WIDTHS_MM = (16, 46, 94)
_NAME = {"star": "姓名", "project": "项目名称"}
_COUNTED = {"star": "名", "project": "个"}
_CHECKS = (
    "姓名、名称、单位与文件（公示）一致，逐个核对",
    "公示期满，没有意见或意见已办结",
    "每人、每个项目的单独同意书已签，原件已存",
    "没有电话、证件号、住址等个人信息",
)
_BESIDE = 4
"""Characters that GB/T 9704 keeps free behind the day of a paper with a seal."""

_SIGNERS = ("核对人", "复核人", "部门负责人", "分管负责人", "发布人")


@dataclass(frozen=True, slots=True)
class Named:
    """One line: name and unit. `kind`: star | project."""

    name: str
    unit: str
    kind: str


def named(drawn: Drawn) -> list[Named]:
    """Return the names of a list's entries."""
    return [Named(entry.record.name, entry.unit, entry.kind) for entry in drawn.entries]


def candidates(announcement: Announcement) -> list[Named]:
    """Return the names that a 公示 was published with."""
    return [Named(line.name, line.unit, line.kind) for line in announcement.candidates]


def without_taken_down(announcement: Announcement, desks: Sequence[Desk]) -> Announcement:
    """Return a 公示 without the lines that were taken down."""
    gone = takedowns_of(desks[0].library)
    address = announcement.address
    kept = (c for c in announcement.candidates if not gone.takes_line(address, c.name, c.unit, c.record))
    return replace(announcement, candidates=tuple(kept))


def announcement_paper(announcement: Announcement, asked: Asked, owner: str) -> bytes:
    """Return the 公示 of a list, after its record: days, contact and names as the site shows them."""
    names = candidates(announcement)
    first, last = day_in_words(announcement.first_day), day_in_words(announcement.last_day)
    how = "（工作日）" if announcement.counted == "working" else ""
    said = [
        f"经各地推荐、审核，提出{asked.about}拟推介名单（{_counts(names)}），现予公示（名单附后）。",
        f"公示时间：{first}至{last}{how}，首日、末日都算在内。",
        "对名单有意见的，请在公示期内反映，写明意见和联系方式。",
    ]
    contact = announcement.office_contact
    if contact:
        said.append(f"受理单位：{contact.office}")
        said += [f"联系电话：{contact.telephone}"] if contact.telephone else []
    blocks: list[Block] = [Line(announcement.title, "title"), *(Line(text) for text in said)]
    signed = (Line("", "plain"), *signature(owner, first))
    blocks += [Line(f"附：{asked.about}拟推介名单"), *signed]
    blocks += [Line("", "page"), Line(f"{asked.about}拟推介名单", "title"), *list_blocks(names)]
    return word_paper(announcement.title, blocks)


def final_paper(drawn: Drawn, document: str, date: datetime.date) -> bytes:
    """Return the final list as the decision of that document and day has it."""
    title = f"{drawn.asked.about}入选推介名单"
    about = Line(f"（{document}，{day_in_words(date)}）", "centre")
    return word_paper(title, [Line(title, "title"), about, *list_blocks(named(drawn))])


def sign_off_paper(drawn: Drawn) -> bytes:
    """Return the sheet that is signed before a list is published: the list, what was checked, who signs."""
    title = f"{drawn.asked.about}名单发布前核签单"
    day = (Box("日期", kind="label"), Box("    年  月  日"))
    signs = [[Box(who, kind="label"), Box(), *day] for who in _SIGNERS]
    blocks: list[Block] = [Line(title, "title"), *list_blocks(named(drawn)), Line("发布前核对", "heading")]
    blocks += [Line(f"□ {check}", "plain", together=True) for check in _CHECKS]
    blocks += [Line("", "small", together=True)]
    blocks += [Ruled((34, 54, 20, 48), signs, [11] * len(signs), together=True)]
    return word_paper(title, blocks)


def list_blocks(names: Sequence[Named]) -> list[Block]:
    """Return a heading and a table of name and unit for each kind that has names."""
    blocks: list[Block] = []
    for kind in HONOUR_TITLES:
        lines = [name for name in names if name.kind == kind]
        if not lines:
            continue
        order = "一二"[sum(isinstance(block, Ruled) for block in blocks)]
        blocks.append(Line(f"{order}、{HONOUR_TITLES[kind]}（{len(lines)}{_COUNTED[kind]}）", "heading"))
        head = [Box("序号", kind="label"), Box(_NAME[kind], kind="label"), Box("单位", kind="label")]
        rows = [[Box(str(at)), Box(line.name), Box(line.unit)] for at, line in enumerate(lines, 1)]
        blocks += [Ruled(_WIDTHS_MM, [head, *rows], [9] * (len(rows) + 1), head=1), Line("", "small")]
    return blocks


def signature(owner: str, day: str) -> tuple[Line, Line]:
    """Return who signs over the day, four characters from the margin, the one in the middle of the other."""
    wide, high = (sum(0.5 if sign.isascii() else 1 for sign in text) for text in (owner, day))
    inset = max(0.0, _BESIDE + (high - wide) / 2)
    moved = max(0.0, (wide - high) / 2 - _BESIDE)
    return Line(owner, "right", inset), Line(day, "right", _BESIDE + moved)


def day_in_words(day: datetime.date) -> str:
    """Return 2024年5月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _counts(names: Sequence[Named]) -> str:
    counted = {kind: sum(name.kind == kind for name in names) for kind in HONOUR_TITLES}
    said = [f"“{HONOUR_TITLES[kind]}”{count}{_COUNTED[kind]}" for kind, count in counted.items() if count]
    return "、".join(said)
