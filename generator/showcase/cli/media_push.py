"""`showcase media push`: bring masters and derivatives to the store, and leave pointers."""

from __future__ import annotations

import argparse
import sys

from showcase.cli.media_root import add_addresses, add_store, open_root
from showcase.media.sharing.exchange import push_derivatives
from showcase.media.sharing.moving import push_masters
from showcase.media.terms.progress import Progress

NAME = "push"
HELP = "把原件和成品传到存储，原件换成替身文件"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_addresses(parser)
    add_store(parser)
    parser.add_argument("--keep", action="store_true", help="原件也留在这里，旁边放替身文件")
    parser.add_argument("--again", action="store_true", help="存储里已有的也重新传（verify 说坏了的时候用）")


def run(options: argparse.Namespace) -> int:
    """Push derivatives first: what was made costs more than it weighs."""
    root = open_root(options)
    remote, progress = root.require_remote(), Progress(sys.stderr)
    masters = root.masters_of(options.records)
    derivatives = push_derivatives(root.layout, remote, masters, root.presets, progress, again=options.again)
    moved = push_masters(masters, remote, progress, keep=options.keep, again=options.again)
    progress.close()
    left = "原件也留着" if options.keep else "原件换成了替身文件（.pointer），请提交到版本库"
    print(f"存储 {remote.shown} 里有成品 {derivatives} 件；这次核对、上传原件 {moved.count} 个。")
    if moved.count:
        print(f"{left}。")
    return 0
