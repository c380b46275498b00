"""`--out`: where a command puts what it makes for the office; never among the records or into the site."""

from __future__ import annotations

from pathlib import Path

from showcase.cli.cannot import CannotRun
from showcase.content.layout import Layout
from showcase.engine.command import live_folder


def in_use(layout: Layout, folder: Path) -> str:
    """Return what lies in `folder` or around it, 资料 or 网站; "" when it is neither."""
    if layout.holds_sources(folder):
        return "资料"
    site, place = live_folder(layout).resolve(), folder.resolve()
    return "网站" if place.is_relative_to(site) or site.is_relative_to(place) else ""


def folder_for(layout: Layout, folder: Path, what: str) -> Path:
    """Return `folder` as an absolute path.

    Raises CannotRun where `what` (名单 …) would lie among the records, or be published with the site.
    """
    if kept := in_use(layout, folder):
        raise CannotRun(f"{folder.resolve()} 是放{kept}的地方，{what}不放在这里。请用 --out 另选一个文件夹。")
    return folder.resolve()
