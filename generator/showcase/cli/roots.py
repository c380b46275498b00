"""`--root`: the folder of a site, before the command's word or behind it."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_root(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--root DIR`; without it the current folder holds."""
    help_text = "资料所在的文件夹（默认：当前文件夹）"
    parser.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="文件夹", help=help_text)
