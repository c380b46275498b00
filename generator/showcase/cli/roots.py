"""What every command has: its word, what it does in a sentence, and `--root`, the folder of a site."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType


def add_root(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--root DIR`; without it the current folder holds."""
    help_text = "资料所在的文件夹（默认：当前文件夹）"
    parser.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="文件夹", help=help_text)


def add_commands(
    words: argparse._SubParsersAction[argparse.ArgumentParser], modules: Iterable[ModuleType], runs: str
) -> None:
    """Add a command for each of `modules`: it has NAME, HELP, `add_arguments` and `run`.

    `runs` is the name under which the options keep what to run.
    """
    for module in modules:
        sub = words.add_parser(module.NAME, help=module.HELP, description=module.HELP)
        add_root(sub)
        module.add_arguments(sub)
        sub.set_defaults(**{runs: module.run})
