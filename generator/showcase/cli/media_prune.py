"""`showcase media prune`: remove what no record wants."""

from __future__ import annotations

import argparse

from showcase.cli.cannot import CannotRun
from showcase.cli.media_root import MediaRoot, add_store, open_root
from showcase.media.sharing.pruning import Needless, needless

NAME = "prune"
HELP = "清除没有一件资料用到的成品，这里的和存储里的"
_MOST = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_store(parser)
    parser.add_argument("--yes", action="store_true", help="真的删去；不写只说明会删什么")
    parser.add_argument("--masters", action="store_true", help="存储里没有资料用到的原件也删")


def run(options: argparse.Namespace) -> int:
    """Say what would go; with --yes, let it go."""
    root = open_root(options)
    _require_sureness(root)
    found = list(needless(root.layout, root.holdings, root.remote, masters=options.masters))
    for each in found:
        _tell(each, done=options.yes)
        if options.yes:
            each.remove()
    if not options.yes and any(each.names for each in found):
        print("什么也没有删。几个网站或几个分支合用一个存储时，别处还要用的也会列在这里。要删，加 --yes。")
    return 0


def _require_sureness(root: MediaRoot) -> None:
    """Who cannot read a record, or find a master, does not know what is wanted."""
    if not root.is_readable or root.holdings.problems:
        raise CannotRun(
            "有资料读不出，或者有文件找不到，不能断定哪些没有用。请先改好 showcase check 列出的错误。"
        )


def _tell(each: Needless, *, done: bool) -> None:
    if not each.names:
        print(f"{each.place.shown} 里没有多余的{each.what}。")
        return
    verb = "删去" if done else "可以删去"
    print(f"{each.place.shown} {verb}{each.what} {len(each.names)} 个文件，共 {each.size_bytes / 1e6:.1f} MB")
    for name in each.names[:_MOST]:
        print(f"  {name}")
    if len(each.names) > _MOST:
        print(f"  另有 {len(each.names) - _MOST} 个")
