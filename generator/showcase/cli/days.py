"""`--today`: the day is an input like any other; and days as other options take them."""

from __future__ import annotations

import argparse
import datetime


def add_today(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--today 2025-06-17`; without it the day in Asia/Shanghai holds."""
    parser.add_argument(
        "--today", type=day, metavar="日期", help="按这一天来做，如 2025-06-17（默认：北京时间今天）"
    )


def day(text: str) -> datetime.date:
    """Return the day that an option names."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not 1900 <= day.year <= 2199:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2025-06-17")
    return day
