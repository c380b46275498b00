"""`showcase media` without a sub-command: make what is missing, or say what it costs."""

from __future__ import annotations

import argparse
import sys

from showcase.check.printing import as_text
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.cli.media_root import add_store
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.media.machines.cluster import on_cluster
from showcase.media.machines.cluster_trouble import ClusterTrouble
from showcase.media.machines.parts import WHOLE, Part, part_of
from showcase.media.machines.way import Way
from showcase.media.sharing.remote_address import chosen_url
from showcase.media.terms.durations import duration_in_words
from showcase.media.working.jobs import Run
from showcase.publish.judged import Judged, cost_ahead, judge
from showcase.publish.ready_media import ReadyMedia, ready_media


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_today(parser)
    add_store(parser)
    parser.set_defaults(store="")
    help_text = "只说明还要做什么、大约多久，什么也不做"
    parser.add_argument("--dry-run", action="store_true", help=help_text)
    help_text = "只做几份里的一份，例如 3/8：八台机器各做一份，合起来正好是全部"
    parser.add_argument("--part", type=_part, default=WHOLE, metavar="第几份/份数", help=help_text)
    help_text = "在 Dask 集群上做，例如 tcp://10.0.0.5:8786；要同时有各台机器都能用的存储（--store）"
    parser.add_argument("--cluster", default="", metavar="地址", help=help_text)


def run(options: argparse.Namespace) -> int:
    """Make what is missing; what was made before is kept."""
    layout = Layout(options.root)
    require_root(layout)
    judged = judge(layout, options.today or today_in_shanghai(), store=options.store)
    if options.dry_run:
        print(_cost_in_words(judged, options.part))
        return 0
    way = Way(part=options.part)
    if options.cluster:
        url = chosen_url(options.store, judged.settings.store)
        way = Way(_cluster(options.cluster, url), options.part, brings_masters=False)
    try:
        return _tell(ready_media(judged, way=way))
    except ClusterTrouble as trouble:
        raise CannotRun(str(trouble)) from None


def _tell(ready: ReadyMedia) -> int:
    """Say what is there now and what went wrong; return the exit code."""
    shelf = ready.shelf
    counts = f"照片 {len(shelf.pictures)} 张，影片 {len(shelf.films)} 部，有声版 {len(shelf.sounds)} 个"
    print(f"{counts}，都在 media/derivatives。")
    if ready.problems:
        print(as_text(ready.problems), end="")
    if ready.trouble:
        print(f"{ready.trouble}。做好的都在这里，下次接着传。", file=sys.stderr)
    return 1 if ready.problems or ready.trouble else 0


def _cost_in_words(judged: Judged, part: Part) -> str:
    cost, pace = cost_ahead(judged, part)
    refused = f"\n另有 {cost.unusable} 个文件做不了，原因见 showcase check。" if cost.unusable else ""
    if not cost.kinds:
        return f"没有{'别的' if refused else ''}要做的，全部做好了。{refused}"
    basis = "照这台机器以前的用时算" if pace.is_learned else "照一般的机器算，做过一次以后会更准"
    time = duration_in_words(pace.seconds_for(cost))
    return f"要做：{cost.in_words()}。\n这台机器要{time}（{basis}）。{refused}"


def _cluster(address: str, url: str) -> Run:
    if not url:
        raise CannotRun(
            "--cluster 要有各台机器都能用的存储：加上 --store 网址，或写在 mkdocs.yml 的 store 里。"
        )
    return on_cluster(address, url)


def _part(text: str) -> Part:
    try:
        return part_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
