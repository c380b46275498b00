"""`showcase forms`: papers to fill in, to print and to sign."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.folders import folder_for
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.desk.consent_forms import consent_forms
from showcase.desk.empty_forms.papers import empty_papers
from showcase.desk.records import as_address, open_desk, probably_meant
from showcase.media.storing.memory import write_atomically
from showcase.model.records import Project, Record, Star

NAME = "forms"
HELP = "做出空表：推介表、登记表，要签字的单独同意书"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    about = "单独同意书，本人的和孩子（监护人）的各一页；写了地址就填好姓名、单位和编号"
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--consent", nargs="?", const="", metavar="地址", help=about)
    book = "按这份通知做空的推介表、登记表、同意书（Word 和 Excel）：content/rulebooks/ 里的文件名，不带 .yml"
    which.add_argument("--rulebook", metavar="通知", help=book)
    place = "放到哪个文件夹（默认：.cache/forms，不会进仓库）；不要放在 content、media 和网站里"
    parser.add_argument("--out", type=Path, metavar="文件夹", help=place)


def run(options: argparse.Namespace) -> int:
    """Write the papers and say where they are."""
    layout = Layout(options.root)
    require_root(layout)
    folder = folder_for(layout, options.out or layout.cache / "forms", "填了姓名的表")
    if options.rulebook is not None:
        return _write_empty(layout, options.rulebook, folder)
    settings, _ = read_settings(layout)
    record = _record(layout, options.consent)
    folder.mkdir(parents=True, exist_ok=True)
    for form in consent_forms(settings, record):
        (folder / form.file).write_text(form.html, encoding="utf-8", newline="\n")
        print(f"做好了：{folder / form.file}")
    print(
        "用浏览器打开，按 A4 纸打印，一式两份。签好的原件放在办公室，不进仓库；编号写进 consent 的 evidence。"
    )
    return 0


def _write_empty(layout: Layout, book_id: str, folder: Path) -> int:
    """Write the empty papers of a notice."""
    books = read_library(layout)[0].rulebooks
    book = next((book for book in books if book.id == book_id), None)
    if book is None:
        known = "、".join(each.id for each in books) or "还没有"
        raise CannotRun(f"没有规则文件 content/rulebooks/{book_id}.yml。现有：{known}。")
    for name, data in empty_papers(book):
        write_atomically(folder / name, data)
        print(f"做好了：{folder / name}")
    print(f"标签和字数照 {book.title}。填好以后用 showcase intake 收，格子可以加高，标签不要改。")
    return 0


def _record(layout: Layout, asked: str) -> Record | None:
    """Return the record that the paper is about, None for a blank one."""
    if not asked:
        return None
    desk, address = open_desk(layout), as_address(asked)
    thing = desk.thing(address)
    if isinstance(thing, Star | Project):
        return thing
    meant = probably_meant(desk, address)  # it may have been taken down: that is nobody to print a paper for
    is_there = isinstance(desk.thing(meant), Star | Project)
    cure = f"是不是想写 {meant}？" if is_there else "写成 stars/2024/henan/012 的样子；不写地址，就是空白的。"
    raise CannotRun(f"没有找到 {address} 这个人物或项目。{cure}")
