"""`showcase new star|project|week|event`: ask what is needed, write a record that passes."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import io
import sys
from pathlib import Path
from typing import Any

from showcase.check.printing import as_text
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.content.answers import read_answers
from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.desk.beginning.conversation import Conversation
from showcase.desk.beginning.forms import Form
from showcase.desk.beginning.planning import Beginning, CannotBegin, begin
from showcase.desk.beginning.questions import FORMS
from showcase.desk.records import open_desk
from showcase.engine.clock import today_in_shanghai
from showcase.intake.packets import CannotTake
from showcase.intake.private_folder import private_folder
from showcase.intake.recording import Plan
from showcase.model.problem import Severity
from showcase.publish.judged import judge


class NewRecord:
    """One kind of record that can be begun, as `showcase new` lists it."""

    def __init__(self, word: str) -> None:
        self.NAME = word
        self.form: Form = FORMS[word]
        self.HELP = f"{self.form.label}：一项一项问，写成一份检查得过的资料"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add this kind's options."""
        about = "不问，照这个文件里的答案写（YAML，写法见编辑手册“写一份新的”）"
        parser.add_argument("--answers", type=Path, metavar="文件", help=about)
        add_today(parser)
        if self.form.kind in ("stars", "projects"):
            about = "公开的仓库：还没有批准的放到哪里，要在仓库之外"
            parser.add_argument("--private-dir", type=Path, metavar="文件夹", help=about)

    def run(self, options: argparse.Namespace) -> int:
        """Ask or read, write the files, look at them and say what is still missing."""
        layout = Layout(options.root)
        require_root(layout)
        today = options.today or today_in_shanghai()
        said = self._read(options.answers) if options.answers else self._ask(today)
        if said is None:
            return 1
        base = options.answers.parent if options.answers else Path()
        drafts = self._drafts(layout, options)
        try:
            new = begin(open_desk(layout), self.form, said, drafts, base)
            Plan(written=new.written, copied=new.copied).carry_out(drafts.root)
        except CannotBegin as error:
            raise CannotRun(str(error)) from None
        except OSError as error:
            raise CannotRun(f"有文件写不了（{error.filename}：{error.strerror}），什么也没有写。") from None
        return _tell(layout, new, today)

    def _read(self, path: Path) -> dict[str, Any] | None:
        if not path.is_file():
            raise CannotRun(f"没有找到 {path}。请检查文件名是否写对。")
        said, problems = read_answers(path, self.form.shape)
        if any(problem.severity is Severity.ERROR for problem in problems):
            print(as_text(problems), end="")
            print("答案里的问题改好以前，什么也没有写。")
            return None
        return said

    def _ask(self, today: datetime.date) -> dict[str, Any]:
        print("一项一项地问，答完才写；中途按 Ctrl-C 停下，什么也不写。")
        try:
            return Conversation(self.form, today, _say, _hear).hold()
        except EOFError:
            raise CannotRun("没有答完，什么也没有写。") from None

    def _drafts(self, layout: Layout, options: argparse.Namespace) -> Layout:
        """Return where undecided records go: the tree, or outside a public repository."""
        if self.form.kind not in ("stars", "projects") or read_settings(layout)[0].repository != "public":
            return layout
        try:
            return Layout(private_folder(layout, options.private_dir).root)
        except CannotTake as error:
            raise CannotRun(str(error)) from None


def _say(words: str) -> None:
    print(words, flush=True)


def _hear() -> str:
    """Return the next line; consoles and pipes speak UTF-8 or what the system speaks."""
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        with contextlib.suppress(io.UnsupportedOperation):  # lines were read already
            sys.stdin.reconfigure(encoding="utf-8")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removeprefix("\ufeff").rstrip("\r\n")


def _tell(layout: Layout, new: Beginning, today: datetime.date) -> int:
    files = [layout.name_of(path) for path in (*new.written, *new.copied)]
    print(f"写好了 {new.address}：")
    for name in files:
        print(f"  {name}")
    problems = [p for p in judge(layout, today).problems if p.file in files]
    print(as_text(problems), end="")
    return int(any(problem.severity is Severity.ERROR for problem in problems))


RECORDS = tuple(map(NewRecord, FORMS))
"""The kinds of records, each with NAME, HELP, `add_arguments` and `run`."""
