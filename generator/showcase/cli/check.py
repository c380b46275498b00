"""`showcase check`: what is wrong with the records, as text, JSON or GitHub annotations."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from showcase.check.printing import as_comment, as_github, as_json, as_text, exit_code
from showcase.check.scan.git import NoHistory
from showcase.check.scan.history import scan_history
from showcase.check.scan.site import office_numbers, scan_site
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.engine.changes import changes
from showcase.engine.clock import today_in_shanghai
from showcase.media.terms.progress import Progress, Step
from showcase.model.problem import Problem, order_of
from showcase.publish.judged import judge

PRINTERS = {"text": as_text, "json": as_json, "github": as_github, "comment": as_comment}

NAME = "check"
HELP = "检查资料，列出全部问题（0 没有错误，1 有错误，2 不能检查）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="文件", help="只列出这些文件或文件夹的问题")
    parser.add_argument("--format", choices=sorted(PRINTERS), default="text", help="文字、JSON、批注、留言")
    parser.add_argument("--history", action="store_true", help="仓库公开之前：查 git 全部历史里的个人信息")
    parser.add_argument("--watch", action="store_true", help="不停地看着，一有改动就再检查（Ctrl-C 停下）")
    parser.add_argument("--site", type=Path, metavar="文件夹", help="查已经生成的网站里的个人信息")
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Judge what was asked for, print what concerns the paths asked for."""
    layout = Layout(options.root)
    require_root(layout)
    later = changes(layout) if options.watch else ()
    code = _look(options, layout)
    if later:
        print(f"检查完了，改动以后再查（{layout.root}）。", flush=True)
        for _ in later:
            print("正在检查……", flush=True)
            code = _look(options, layout)
            print("检查完了。", flush=True)
    return code


def _look(options: argparse.Namespace, layout: Layout) -> int:
    """Look once, print, return the exit code."""
    if options.history or options.site:
        problems = sorted(_private(options, layout), key=order_of)
    else:
        wanted = [_below_root(path, layout) for path in options.paths]
        found = judge(layout, options.today or today_in_shanghai()).problems
        problems = [problem for problem in found if _concerns(problem, wanted)]
    print(PRINTERS[options.format](problems), end="", flush=True)
    return exit_code(problems)


def _private(options: argparse.Namespace, layout: Layout) -> list[Problem]:
    """Look for private facts in the history, in a built site, or in both."""
    found: list[Problem] = []
    if options.site:
        if not options.site.is_dir():
            raise CannotRun(f"没有找到文件夹 {options.site}。请先运行 showcase build。")
        found += scan_site(options.site, office_numbers(read_library(layout)[0], read_settings(layout)[0]))
    if options.history:
        found += _of_history(layout)
    return found


def _of_history(layout: Layout) -> list[Problem]:
    progress = Progress(sys.stderr)

    def tell(number: int, total: int) -> None:
        progress.show(Step("历史版本", 1, 1, f"{total} 个文件"), number / total)

    try:
        return scan_history(layout.root, tell)
    except NoHistory as error:
        raise CannotRun(str(error)) from error
    finally:
        progress.close()


def _below_root(path: Path, layout: Layout) -> str:
    full = path.resolve()
    if not full.exists():
        raise CannotRun(f"没有找到 {path}。请检查文件名是否写对。")
    return layout.name_of(full)


def _concerns(problem: Problem, wanted: list[str]) -> bool:
    return not wanted or any(problem.file == name or problem.file.startswith(f"{name}/") for name in wanted)
