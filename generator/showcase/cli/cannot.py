"""What stops a command before it can judge or build anything."""

from __future__ import annotations

from showcase.content.layout import Layout


class CannotRun(Exception):  # noqa: N818 - reads as the sentence that it prints
    """The command cannot run at all (exit code 2); the message is a Chinese sentence with the cure."""


def require_root(layout: Layout) -> None:
    """Raise CannotRun unless `layout.root` looks like the folder of a site."""
    if not layout.config.is_file():
        raise CannotRun(
            f"在 {layout.root} 没有找到 mkdocs.yml。请进入资料所在的文件夹再运行，或用 --root 指明它。"
        )
    if not layout.content.is_dir():
        raise CannotRun(f"{layout.root} 里没有 content 文件夹。请确认 --root 指的是整个站点的文件夹。")
