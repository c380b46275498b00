"""`showcase media verify`: find flipped bytes, missing and orphaned files."""

from __future__ import annotations

import argparse

from showcase.check.printing import as_text
from showcase.cli.media_root import add_store, open_root
from showcase.media.sharing.verifying import verify

NAME = "verify"
HELP = "逐个字节核对原件、成品、替身文件和存储（0 完好，1 有问题）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Verify everything, here and in the store if there is one."""
    root = open_root(options)
    problems = list(verify(root.layout, root.holdings, root.remote))
    where = f"，和存储 {root.remote.shown}" if root.remote else ""
    print(f"核对了这里的原件 {len(root.holdings.masters)} 个{where}。")
    print(as_text(problems), end="")
    return 1 if problems else 0
