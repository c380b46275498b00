"""`showcase withdraw`: take a record, an event, a 公示 or one line of a list down."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import day
from showcase.content.layout import Layout
from showcase.desk.records import open_desk
from showcase.desk.withdrawing import CannotWithdraw, Plan, plan_line, plan_withdrawal
from showcase.engine.clock import today_in_shanghai
from showcase.engine.command import live_folder
from showcase.publish.passing import forget_taken_down
from showcase.sheets.keeping import forget_printed

NAME = "withdraw"
HELP = "撤下一份资料，或名单里的一行"

_MOST = 20

_ELSEWHERE = """程序做不到、还要您办的：
  1. 马上发布：showcase build --removals（别的资料有错也能发布），再把整个 site/ 传上去，
     服务器上多出的文件也要删。
  2. 提交并推送这次改动。仓库的历史里还有原来的文字和照片：公开的仓库请负责技术的人用 git filter-repo 清除，
     并请代码托管平台清除缓存；别人克隆、复制过的仓库，请对方删除后重新克隆。
  3. 内容分发网络（CDN）刷新缓存；到各搜索引擎提交死链、申请删除快照。
  4. 发出去的课堂资料包、下载过的数据、转载的网页和公众号文章，请对方删除。
  5. 印好的海报、展板、讲义，收回或停用。
  6. 照片、影片放在存储里的：showcase media prune --masters --yes，存储留的旧版本也要删。
  7. 备份和旧电脑、U 盘里的副本，一并删除；同意书原件按档案规定保管。"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument(
        "record", metavar="地址", help="如 stars/2024/henan/012；撤名单里的一行时写名单的地址"
    )
    date = "撤下的日期，如 2025-03-18（默认：北京时间今天）"
    parser.add_argument("--date", type=day, metavar="日期", help=date)
    parser.add_argument("--name", default="", metavar="姓名", help="名单里那一行的姓名或名称")
    parser.add_argument("--unit", default="", metavar="单位", help="名单里那一行的单位")
    parser.add_argument("--dry-run", action="store_true", help="只说明会做什么，什么也不改")


def run(options: argparse.Namespace) -> int:
    """Plan the take-down, carry it out, say what was done and what is left to do."""
    layout = Layout(options.root)
    require_root(layout)
    plan = _plan(layout, options)
    if not options.dry_run:
        _carry_out(plan, layout)
    if plan.since and not plan.changes:
        print(f"{plan.address} 已经在 {plan.since} 撤下，没有要做的了。")
        return 0
    _tell(plan, options.dry_run)
    return 0


def _carry_out(plan: Plan, layout: Layout) -> None:
    """Do all of the plan or nothing; cards and posters go after it, and again when a run was killed there."""
    try:
        plan.changes.carry_out()
    except OSError as error:
        raise CannotRun(f"有文件改不了（{error.filename}：{error.strerror}），一切保持原样。") from error
    try:
        forget_taken_down(layout, live_folder(layout), plan.address)
        forget_printed(layout, plan.address)
    except OSError as error:
        raise CannotRun(f"资料已撤下，{error.filename} 还删不了（{error.strerror}），请手工删除。") from error


def _plan(layout: Layout, options: argparse.Namespace) -> Plan:
    desk, date = open_desk(layout), options.date or today_in_shanghai()
    if bool(options.name) != bool(options.unit):
        raise CannotRun("撤名单里的一行，--name 和 --unit 都要写，照名单上的写法。")
    try:
        if options.name:
            return plan_line(desk, options.record, (options.name, options.unit), date)
        return plan_withdrawal(desk, options.record, date)
    except CannotWithdraw as error:
        raise CannotRun(str(error)) from error


def _tell(plan: Plan, dry_run: bool) -> None:
    print(f"试运行，什么也没有改。撤下 {plan.address} 会：" if dry_run else f"已撤下 {plan.address}：")
    _list(plan.done)
    if plan.by_hand or plan.mentions:
        print("还要人看一看：")
        _list(plan.by_hand)
        _list(f"{place} 还提到这个名字或地址" for place in plan.mentions[:_MOST])
        if len(plan.mentions) > _MOST:
            print(f"  另有 {len(plan.mentions) - _MOST} 处")
    print(_ELSEWHERE)


def _list(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"  {line}")
