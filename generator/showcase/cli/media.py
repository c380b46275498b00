"""`showcase media`: make the photos and films that the site shows, and look after their store."""

from __future__ import annotations

import argparse

from showcase.cli import media_fetch, media_make, media_prune, media_push, media_verify
from showcase.cli.roots import add_commands

NAME = "media"
HELP = "预先做好照片和影片；与存储之间取、传、查、清"
ACTIONS = (media_fetch, media_push, media_verify, media_prune)
"""The sub-commands beside making, which has no word of its own."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options, and its sub-commands with theirs."""
    media_make.add_arguments(parser)
    parser.set_defaults(act=media_make.run)
    actions = parser.add_subparsers(metavar="做什么")
    add_commands(actions, ACTIONS, "act")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for; plain `showcase media` makes what is missing."""
    code: int = options.act(options)
    return code
