"""`showcase new`: begin something: a record, or a year with its weeks."""

from __future__ import annotations

import argparse
from typing import Any

from showcase.cli import new_year
from showcase.cli.new_records import RECORDS
from showcase.cli.roots import add_commands

NAME = "new"
HELP = "新写一份：人物、项目、活动周、活动，或者新的一年"
KINDS: tuple[Any, ...] = (*RECORDS, new_year)
"""What can be begun, each with NAME, HELP, `add_arguments` and `run`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sub-commands with their options."""
    kinds = parser.add_subparsers(required=True, metavar="什么")
    add_commands(kinds, KINDS, "begin")


def run(options: argparse.Namespace) -> int:
    """Begin what was asked for."""
    code: int = options.begin(options)
    return code
