"""`showcase lists`: the catalogue, the experts' pack, the 公示, the final list, the sheet to sign."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.decide import add_private_dir, desks_of
from showcase.cli.folders import folder_for
from showcase.cli.places import region
from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.desk.lists.catalogue import catalogue
from showcase.desk.lists.entries import Asked, Drawn, entries_of
from showcase.desk.lists.official import (
    announcement_paper,
    candidates,
    final_paper,
    named,
    sign_off_paper,
    without_taken_down,
)
from showcase.desk.lists.review import review_pack
from showcase.desk.records import Desk
from showcase.media.storing.memory import write_atomically
from showcase.model.campaign import Announcement
from showcase.model.terms import Level, Stage

NAME = "lists"
HELP = "一年的名单：材料目录、评议材料、公示、正式名单、发布前核签单"

_WAITING = frozenset({Stage.NOMINATED, Stage.SHORTLISTED, Stage.ANNOUNCED})
_ENDINGS = {"catalogue": "xlsx", "review": "zip", "announcement": "docx", "final": "docx", "sign-off": "docx"}
_STAGES = {
    "catalogue": _WAITING | {Stage.APPROVED},
    "review": frozenset({Stage.NOMINATED, Stage.SHORTLISTED}),
    "announcement": frozenset({Stage.ANNOUNCED}),
    "final": frozenset({Stage.APPROVED}),
    "sign-off": frozenset({Stage.ANNOUNCED, Stage.APPROVED}),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("year", type=int, metavar="年份", help="哪一年的，如 2024")
    kinds = "catalogue 材料目录、review 评议材料、announcement 公示、final 正式名单、sign-off 发布前核签单"
    parser.add_argument("--kind", required=True, choices=list(_ENDINGS), help=kinds)
    level = "哪一级的名单（默认：provincial）"
    parser.add_argument("--level", choices=[str(each) for each in Level], default="provincial", help=level)
    about = "哪个地区的，如 河南；不写，就是全部地区"
    parser.add_argument("--region", type=region, metavar="地区", help=about)
    place = "放到哪个文件夹（默认：.cache/lists，不会进仓库）；不要放在 content、media 和网站里"
    parser.add_argument("--out", type=Path, metavar="文件夹", help=place)
    add_private_dir(parser)


def run(options: argparse.Namespace) -> int:
    """Make one list and say where it is."""
    layout = Layout(options.root)
    require_root(layout)
    folder = folder_for(layout, options.out or layout.cache / "lists", "名单")
    desks, settings = desks_of(layout, options.private_dir), read_settings(layout)[0]
    asked = Asked(options.year, Level(options.level), options.region or "")
    drawn = Drawn(asked, entries_of(desks, asked, _STAGES[options.kind]), settings)
    data = _made(options.kind, drawn, desks)
    place = "-".join(filter(None, [str(asked.year), str(asked.level), asked.region, options.kind]))
    file = folder / f"{place}.{_ENDINGS[options.kind]}"
    write_atomically(file, data)
    print(f"做好了：{file}")
    return 0


def _made(kind: str, drawn: Drawn, desks: Sequence[Desk]) -> bytes:
    if kind == "announcement":
        return _announcement(drawn, desks)
    if not drawn.entries:
        raise CannotRun(f"没有 {drawn.asked.year} 年这一级、到了这一步的资料。请核对年份和地区。")
    if kind == "final":
        return _final(drawn)
    print(f"名单 {len(drawn.entries)} 份。")
    make = {"catalogue": catalogue, "review": review_pack, "sign-off": sign_off_paper}[kind]
    return make(drawn)


def _announcement(drawn: Drawn, desks: Sequence[Desk]) -> bytes:
    """Make the 公示 of its record; say where the records that stand in 公示 differ from it."""
    asked = drawn.asked
    found = [each for desk in desks for each in desk.library.announcements if _is_of(each, asked)]
    if len(found) != 1:
        known = "、".join(each.address for each in found)
        said = f"有 {len(found)} 份公示（{known}），请用 --region 选一份" if found else "还没有这份公示"
        raise CannotRun(f"{said}。首日、末日、受理单位和名单写在 content/announcements/，见编辑手册“公示”。")
    shown = without_taken_down(found[0], desks)
    listed, standing = set(candidates(shown)), set(named(drawn))
    for name in sorted(standing - listed, key=str):
        print(f"提醒：{name.name}，{name.unit} 的阶段是“公示中”，公示名单里没有。")
    for name in sorted(listed - standing, key=str):
        print(f"提醒：公示名单里的 {name.name}，{name.unit}，没有阶段是“公示中”的资料。")
    return announcement_paper(shown, asked, drawn.settings.owner)


def _is_of(announcement: Announcement, asked: Asked) -> bool:
    same = (announcement.year, announcement.level) == (asked.year, asked.level)
    return same and (not asked.region or announcement.region == asked.region)


def _final(drawn: Drawn) -> bytes:
    honours = [entry.honour for entry in drawn.entries]
    papers = {(honour.document, honour.date) for honour in honours if honour.document and honour.date}
    if len(papers) != 1 or not all(honour.date and honour.document for honour in honours):
        said = "、".join(sorted(f"{document}（{date}）" for document, date in papers)) or "没有写"
        raise CannotRun(f"这些荣誉的文号和日期不是同一份文件：{said}。请用 --region 分开做，或先核对。")
    document, date = next((honour.document, honour.date) for honour in honours)
    if date is None:
        raise CannotRun("荣誉没有写日期。")
    print(f"名单 {len(drawn.entries)} 份。")
    return final_paper(drawn, document, date)
