"""`showcase media fetch`: bring masters back from the store."""

from __future__ import annotations

import argparse
import sys

from showcase.check.printing import as_text
from showcase.cli.media_root import add_addresses, add_store, open_root
from showcase.media.sharing.moving import fetch_masters
from showcase.media.terms.progress import Progress

NAME = "fetch"
HELP = "从存储取回原件，放到替身文件旁边"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_addresses(parser)
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Fetch what is not here."""
    root = open_root(options)
    progress = Progress(sys.stderr)
    moved = fetch_masters(root.masters_of(options.records), root.require_remote(), progress)
    progress.close()
    print(f"取回原件 {moved.count} 个。")
    if moved.problems:
        print(as_text(moved.problems), end="")
    return 1 if moved.problems else 0
