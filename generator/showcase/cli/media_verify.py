"""`showcase media verify`: find flipped bytes, missing and orphaned files."""

from __future__ import annotations

import argparse

from showcase.check.printing import as_text
from showcase.cli.media_root import MediaRoot, add_store, open_root
from showcase.media.sharing.verifying import verify
from showcase.media.storing.store import Store

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
    print(f"核对了这里的{_what_is_here(root)}{where}。")
    pointed = sum(1 for master in root.holdings.masters if master.pointer)
    if pointed and not root.remote:
        print(f"另有 {pointed} 个原件这里只有替身文件；没有指明存储，没有核对它们。")
    print(as_text(problems), end="")
    return 1 if problems else 0


def _what_is_here(root: MediaRoot) -> str:
    store = Store(root.layout.derivatives)
    masters = sum(1 for master in root.holdings.masters if not master.pointer)
    made = sum(1 for key in root.holdings.keys if store.sidecar(key).is_file())
    return f"原件 {masters} 个、成品 {made} 件"
