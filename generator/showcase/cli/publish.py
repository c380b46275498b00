"""`showcase publish`: bring the finished site to a server (a folder, SFTP, WebDAV), or pack it for one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from showcase.cli.cannot import CannotRun, require_root
from showcase.content.layout import Layout
from showcase.media.sharing.remote import open_remote
from showcase.media.storing.memory import write_atomically
from showcase.media.terms.progress import Progress, Step
from showcase.publish.sending import Difference, pack, read_sums, send, sums_of, written_sums

NAME = "publish"
HELP = "把做好的网站送到服务器，只送有变化的；或者打成 zip，由人上传"
_KEPT = ".cache/published"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--site", type=Path, metavar="文件夹", help="做好的网站，默认 site")
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="地址", help="文件夹，或 sftp://、webdavs:// 的地址")
    to.add_argument("--zip", type=Path, metavar="文件", help="写一个 zip，只装上次 zip 以后有变化的")
    parser.add_argument("--all", action="store_true", help="zip 里装全部文件")


def run(options: argparse.Namespace) -> int:
    """Send, or pack, and say what was done."""
    layout = Layout(options.root)
    require_root(layout)
    site = (options.site or layout.root / "site").resolve()
    if not (site / "index.html").is_file():
        raise CannotRun(f"{site} 里还没有做好的网站。请先运行 showcase build。")
    return _pack(options, layout, site) if options.zip else _send(options, site)


def _send(options: argparse.Namespace, site: Path) -> int:
    remote = open_remote(options.to)
    progress = Progress(sys.stderr)

    def tell(number: int, total: int) -> None:
        progress.show(Step("上传", 1, 1, f"{total} 个文件"), number / total)

    try:
        done = send(site, remote.files, tell)
    finally:
        progress.close()
    print(f"{remote.shown}：{_counted(done)}")
    return 0


def _pack(options: argparse.Namespace, layout: Layout, site: Path) -> int:
    """Pack what changed since the last zip; what must be deleted by hand stands in a text beside the zip."""
    archive: Path = options.zip.resolve()
    ledger = layout.root / _KEPT / f"{archive.stem}.json"
    sent = {} if options.all or not ledger.is_file() else read_sums(ledger.read_bytes())
    try:
        done = pack(site, sent, archive)
        told = archive.with_name(f"{archive.stem}-要删去的.txt")
        told.write_text("".join(f"{path}\n" for path in done.delete), encoding="utf-8")
        ledger.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(ledger, written_sums(sums_of(site)))
    except OSError as error:
        raise CannotRun(f"写不了 {archive}：{error.strerror}") from error
    print(f"{archive}：{_counted(done)}")
    if done.delete:
        print(f"先在服务器上删去 {told.name} 里列的文件（撤下的就在里面），再把 zip 解压到网站的文件夹。")
    return 0


def _counted(done: Difference) -> str:
    if not (done.write or done.delete):
        return "没有变化，什么也不用送。"
    return f"写 {len(done.write)} 个文件，删 {len(done.delete)} 个。"
