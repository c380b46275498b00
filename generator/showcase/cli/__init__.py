"""The command: words to people, exit codes. 0 done, 1 the records have errors, 2 cannot run."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from showcase.cli.cannot import CannotRun
from showcase.cli.roots import add_commands, add_root
from showcase.cli.stopping import exit_code_of, heed_requests_to_stop
from showcase.cli.usage import speak_chinese
from showcase.media.sharing.remote_trouble import StoreTrouble

_MAKE = ("forms", "print", "kit")
_EDIT = ("check", "build", "serve", "media", "intake", "new")
COMMANDS = (*_EDIT, *_MAKE, "decide", "lists", "rename", "merge", "withdraw", "report", "schema", "publish")
"""Each is a module of this package with NAME, HELP, `add_arguments` and `run`."""


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser for `commands`; each one's module adds its own part."""
    speak_chinese()
    top = argparse.ArgumentParser(prog="showcase", description="把审定的资料变成公开的展示网站")
    add_root(top)
    subparsers = top.add_subparsers(dest="command", required=True, metavar="命令")
    add_commands(subparsers, (import_module(f"{__name__}.{name}") for name in commands), "run")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. An editor never sees a traceback."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    _speak_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    options = argparse.Namespace(root=Path())
    heed_requests_to_stop()
    try:
        parser(_named_in(words)).parse_args(words, options)
        options.root = options.root.resolve()
        code: int = options.run(options)
    except (CannotRun, StoreTrouble) as error:
        _say(f"不能继续：{error}")
        return 2
    except KeyboardInterrupt as stopped:
        _say("已停下。没有做完的，下次接着做。")
        return exit_code_of(stopped)
    except Exception:
        _say(_fault(options.root))
        return 2
    return code


def _say(words: str) -> None:
    """Tell people. Not `print`: a command of that name is a module of this package, and hides it here."""
    sys.stderr.write(f"{words}\n")


def _named_in(words: Sequence[str]) -> Sequence[str]:
    """Return the commands to load: importing one costs up to a second, all of them are for their list."""
    return [name for name in COMMANDS if name in words] or COMMANDS


def _fault(root: Path) -> str:
    """Keep what went wrong in a file for the developers and say where it lies."""
    place = root / ".cache" / "fault.txt"
    try:
        place.parent.mkdir(exist_ok=True)
        place.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return f"程序自身出了错，网站保持原样。请把下面的文字交给维护人员：\n{traceback.format_exc()}"
    return f"程序自身出了错，网站保持原样。请把这个文件交给维护人员：{place}"


def _speak_utf8() -> None:
    """Windows consoles may speak GBK: never fail on a character they lack."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
