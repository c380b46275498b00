"""`showcase serve`: a live preview on this machine."""

from __future__ import annotations

import argparse

from showcase.cli.cannot import CannotRun, require_root
from showcase.content.layout import Layout
from showcase.engine.command import BuildFailed, CannotBuild, serve_site

NAME = "serve"
HELP = "在本机预览，改了资料自动刷新"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="地址:端口", help="在哪里预览")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    layout = Layout(options.root)
    require_root(layout)
    print(f"预览地址：http://{options.address}/　按 Ctrl+C 结束。", flush=True)
    try:
        serve_site(layout, options.address)
    except CannotBuild as error:
        raise CannotRun(str(error)) from error
    except BuildFailed as error:
        print(f"没有开始预览：{error}")
        return 1
    return 0
