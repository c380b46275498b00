"""`showcase build --admin`: the editing desk in the browser, a folder of its own, never in the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.cli.cannot import CannotRun
from showcase.cli.folders import in_use
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.desk.admin.folder import desk_files, write_desk
from showcase.desk.admin.forges import FORMS, LOCAL, Forge, forge_of
from showcase.desk.admin.release import OtherRelease
from showcase.engine.clock import today_in_shanghai


def add_admin(parser: argparse.ArgumentParser) -> None:
    """Add the two options of the desk."""
    desk = "编辑台：在浏览器里改资料，单独成一个文件夹，不进网站（写到 .cache/admin）"
    parser.add_argument("--admin", action="store_true", help=desk)
    kept = f"编辑台把资料存在哪里：{FORMS}（默认：本机文件夹，不用登录）"
    parser.add_argument("--backend", default="", metavar="仓库", help=kept)


def write_admin(options: argparse.Namespace, layout: Layout) -> int:
    """Write the desk's folder and say how to open it."""
    forge = _forge(options.backend)
    folder = (options.site_dir or layout.cache / "admin").resolve()
    _require_own(folder, layout)
    library, _ = read_library(layout)
    settings, _ = read_settings(layout)
    year = (options.today or today_in_shanghai()).year
    try:
        write_desk(folder, desk_files(library, settings, forge, year))
    except OtherRelease as error:
        raise CannotRun("随附的编辑台不是这个版本，请重新安装本程序。") from error
    except OSError as error:
        raise CannotRun(f"写不进 {folder}：{error.strerror}") from error
    print(f"编辑台做好了：{folder}")
    print(f"在本机用：python3 -m http.server 8000 --bind 127.0.0.1 --directory {folder}")
    print("再用 Chrome 或 Edge 打开 http://127.0.0.1:8000/")
    return 0


def _forge(said: str) -> Forge:
    forge = forge_of(said) if said else LOCAL
    if forge is None:
        raise CannotRun(f"不认识仓库“{said}”。写成 {FORMS} 的样子。")
    return forge


def _require_own(folder: Path, layout: Layout) -> None:
    """Raise CannotRun unless the folder is new, empty, or a desk made before, and no part of the site."""
    if in_use(layout, folder):
        raise CannotRun(
            f"编辑台不能放在 {folder}：它不进网站，也不和资料放在一起。请用 --site-dir 另选文件夹。"
        )
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "sveltia-cms.js").is_file():
        raise CannotRun(f"{folder} 里有别的文件。请用 --site-dir 指一个空文件夹。")
