"""`showcase check`: what is wrong with the records, as text, JSON or GitHub annotations."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.check.printing import as_github, as_json, as_text, exit_code
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.model.problem import Problem
from showcase.publish.prepare import judge

PRINTERS = {"text": as_text, "json": as_json, "github": as_github}

NAME = "check"
HELP = "检查资料，列出全部问题（0 没有错误，1 有错误，2 不能检查）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="文件", help="只列出这些文件或文件夹的问题")
    parser.add_argument("--format", choices=sorted(PRINTERS), default="text", help="文字、JSON 或批注")
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Judge everything (rules look across records), print what concerns the paths asked for."""
    layout = Layout(options.root)
    require_root(layout)
    wanted = [_below_root(path, layout) for path in options.paths]
    found = judge(layout, options.today or today_in_shanghai()).problems
    problems = [problem for problem in found if _concerns(problem, wanted)]
    print(PRINTERS[options.format](problems), end="")
    return exit_code(problems)


def _below_root(path: Path, layout: Layout) -> str:
    full = path.resolve()
    if not full.exists():
        raise CannotRun(f"没有找到 {path}。请检查文件名是否写对。")
    return layout.name_of(full)


def _concerns(problem: Problem, wanted: list[str]) -> bool:
    return not wanted or any(problem.file == name or problem.file.startswith(f"{name}/") for name in wanted)
