"""What lies in a folder: files in a fixed order, without what editors' programs leave behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from showcase.content.layout import Layout
from showcase.content.reading import meant
from showcase.model.problem import Problem, Severity

Anywhere = str | os.PathLike[str]

_LEFT_BEHIND = re.compile(r"\..*|.*~|.*\.(?:swp|swo|bak|tmp)|Thumbs\.db|desktop\.ini|~\$.*", re.IGNORECASE)
"""Hidden files, backups and lock files of editors and of Windows."""


@dataclass(slots=True)
class Tree:
    """The root as the reader walks it, with the problems of its names."""

    layout: Layout
    problems: list[Problem] = field(default_factory=list)
    home: str = ""
    start: str = ""

    def __post_init__(self) -> None:
        self.home = os.path.realpath(self.layout.root)
        self.start = os.path.join(self.layout.root, "")  # noqa: PTH118 hot path, see name_of

    def name_of(self, path: Anywhere) -> str:
        """Return the path as problems print it; bytes that are no UTF-8 are replaced."""
        name = os.fspath(path).removeprefix(self.start).replace(os.sep, "/")
        return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")

    def refuse(
        self, path: Anywhere, rule: str, message: str, fix: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Report a problem of a name: it belongs to the whole file."""
        self.problems.append(Problem(rule, severity, self.name_of(path), 0, 0, message, "", fix))

    def stray(self, entry: os.DirEntry[str], belongs: str) -> None:
        """Report something that no reader takes."""
        what = "文件夹" if entry.is_dir() else "文件"
        message = f"这个{what}不会被读取"
        self.refuse(entry.path, "record-stray-file", message, belongs, Severity.WARNING)

    def entries(self, folder: Anywhere) -> Iterator[os.DirEntry[str]]:
        """Yield what lies in `folder`, sorted by name; nothing when it is not there, or not ours."""
        if self.leads_outside(folder):
            return
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(folder, "record-unreadable", f"文件夹打不开：{error.strerror}", "检查名称和权限")
            return
        for entry in entries:
            if _LEFT_BEHIND.fullmatch(entry.name):
                continue
            if entry.is_symlink() and self.leads_outside(entry.path):
                self.refuse_link(entry.path)
            else:
                yield entry

    def leads_outside(self, path: Anywhere) -> bool:
        """Whether a path ends outside the root by some symbolic link, or nowhere."""
        target = os.path.realpath(path)
        return not (target.startswith(self.home + os.sep) and os.path.exists(target))  # noqa: PTH110

    def refuse_link(self, path: Anywhere) -> None:
        """Report a symbolic link that leaves the root."""
        message = "符号链接指向网站文件夹之外，或者指向不存在的文件"
        self.refuse(path, "record-symlink", message, "把文件本身放进来，不用符号链接")

    def files(self, folder: Anywhere, suffix: str) -> Iterator[os.DirEntry[str]]:
        """Yield the files of one type; anything else in the folder is reported."""
        for entry in self.entries(folder):
            if entry.name.endswith(suffix) and entry.is_file():
                yield entry
            else:
                self.stray(entry, f"这里只放 {suffix} 文件；照片和视频放在 media/ 下")

    def years(self, folder: Anywhere) -> Iterator[tuple[int, os.DirEntry[str]]]:
        """Yield the year folders."""
        for entry in self.entries(folder):
            if not entry.is_dir():
                self.stray(entry, "放进年份文件夹，例如 2024/")
            elif re.fullmatch(r"(?:19|20)\d\d", entry.name, re.ASCII):
                yield int(entry.name), entry
            else:
                self.refuse(entry.path, "record-file-name", "文件夹名称不是年份", "写成四位数字，例如 2024")

    def check_names(self, folder: Anywhere, known: tuple[str, ...]) -> None:
        """Report what lies in `folder` besides the known names."""
        for entry in self.entries(folder):
            if entry.name not in known:
                self.stray(entry, meant(entry.name, known, f"这里只有：{'、'.join(known)}"))
