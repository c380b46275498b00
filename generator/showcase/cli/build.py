"""`showcase build`: content/ and media/ in, the public site in site/ out."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from showcase.cli.admin import add_admin, write_admin
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.engine.command import BuildFailed, CannotBuild, build_site
from showcase.engine.wishes import Wishes
from showcase.publish.build import BuildReport

NAME = "build"
HELP = "生成网站"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    place = "网站写到哪里（默认：mkdocs.yml 里的 site_dir）"
    parser.add_argument("--site-dir", type=Path, metavar="文件夹", help=place)
    preview = "内部预览：未决定的也显示，带水印，不得公开（写到 .cache/preview）"
    parser.add_argument("--preview", action="store_true", help=preview)
    parser.add_argument("--strict", action="store_true", help="网页模板、链接一类有一处警告就不发布")
    parser.add_argument("--removals", action="store_true", help="只发布撤下的内容，即使别的资料有错")
    add_admin(parser)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Build, then say how much there is, how long it took and where to look."""
    layout = Layout(options.root)
    require_root(layout)
    if options.admin:
        return write_admin(options, layout)
    if options.backend:
        raise CannotRun("--backend 和 --admin 一起写。")
    day = options.today or today_in_shanghai()
    print(f"按 {day.isoformat()} 生成网站……", flush=True)
    started = time.perf_counter()
    wishes = Wishes(day, preview=options.preview, removals=options.removals)
    try:
        report, place = build_site(layout, wishes, site_dir=_place(options, layout), strict=options.strict)
    except CannotBuild as error:
        raise CannotRun(str(error)) from error
    except BuildFailed as error:
        print(f"没有生成：{error}")
        return 1
    print(summary(report, time.perf_counter() - started))
    print(f"请用浏览器打开：{place / 'index.html'}")
    return 0


def _place(options: argparse.Namespace, layout: Layout) -> Path | None:
    """Return where to write: a preview never goes to the public folder unless that is asked for by name."""
    site_dir: Path | None = options.site_dir
    return site_dir or (layout.cache / "preview" if options.preview else None)


def summary(report: BuildReport, seconds: float) -> str:
    """Return the closing line: how much there is, what changed, how long it took."""
    return (
        f"做好了：资料 {report.records} 份，页面 {report.pages} 页，"
        f"照片 {report.photos} 张，影片 {report.films} 部；用时 {seconds:.1f} 秒。\n"
        f"写入 {report.written} 个文件，{report.unchanged} 个没有变化，删去 {report.deleted} 个。"
    )
