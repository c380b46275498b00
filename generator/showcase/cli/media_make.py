"""`showcase media` without a sub-command: make what is missing."""

from __future__ import annotations

import argparse
import sys

from showcase.check.printing import as_text
from showcase.cli.cannot import require_root
from showcase.cli.days import add_today
from showcase.cli.media_root import add_store
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.publish.prepare import judge, prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_today(parser)
    add_store(parser)
    parser.set_defaults(store="")


def run(options: argparse.Namespace) -> int:
    """Make what is missing; what was made before is kept."""
    layout = Layout(options.root)
    require_root(layout)
    prepared = prepare(judge(layout, options.today or today_in_shanghai(), store=options.store))
    shelf = prepared.shelf
    counts = f"照片 {len(shelf.pictures)} 张，影片 {len(shelf.films)} 部，有声版 {len(shelf.sounds)} 个"
    print(f"{counts}，都在 media/derivatives。")
    if prepared.problems:
        print(as_text(prepared.problems))
    if prepared.trouble:
        print(f"{prepared.trouble}。做好的都在这里，下次接着传。", file=sys.stderr)
    return 1 if prepared.problems or prepared.trouble else 0
