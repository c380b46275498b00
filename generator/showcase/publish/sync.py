"""Brings the live folder up to a plan: take-downs, then all that is new, then what nobody wants any more.

Nothing live is touched before every artefact has been made (take-downs excepted, they do not wait):
a build that fails halfway leaves the last good site. Each file takes its place in one atomic step, and
a file that is right already is left alone, so a killed build is simply finished by the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from showcase.model.artefact import Artefact
from showcase.model.siblings import plain_of
from showcase.publish.compressing import are_right, compressible, siblings_of
from showcase.publish.live import LiveSite, folders_of, scan
from showcase.publish.lock import site_lock
from showcase.publish.plan import Plan, PublishError, SyncReport, checked
from showcase.publish.staging import PART, Staging, is_same, move


def sync(site_dir: Path, plan: Plan) -> SyncReport:
    """Write `plan` into `site_dir`; the folder is made when missing.

    Raises PublishError when another build is at work, a path leaves the folder, two artefacts claim one
    path, or the disk refuses; an exception of a group's generator passes through. In all of these
    cases the live files are as they were, less the take-downs.
    """
    root = _root(site_dir)
    with site_lock(root), _spoken(root):
        live = scan(root)
        _delete(live, [path for path in live.files if path.endswith(PART)])
        kept = set(plan.kept(live)) & live.files
        taken_down = _delete(live, plan.gone(live))
        with Staging(root) as staging:
            staged = _stage(live, plan, staging)
            plan.inspect(staged.changed)
            _drop_siblings(live, staged.fresh | (kept - staged.planned if plan.siblings else set()))
            _commit(live, [*staged.changed, *staged.siblings])
        swept = _delete(live, sorted(live.files - staged.planned - kept))
        _drop_folders(live, folders_of(staged.planned | kept))
    written = len(staged.changed)
    return SyncReport(written, len(staged.planned) - written, taken_down + swept)


@dataclass(slots=True)
class _Staged:
    """All planned paths; (path, waiting file) of those that differ, and of siblings to write.

    `fresh` are the paths whose siblings in the live folder are right.
    """

    planned: set[str] = field(default_factory=set)
    changed: list[tuple[str, str]] = field(default_factory=list)
    siblings: list[tuple[str, str]] = field(default_factory=list)
    fresh: set[str] = field(default_factory=set)


def _root(site_dir: Path) -> str:
    root = os.path.realpath(site_dir)
    if os.path.dirname(root) == root or os.path.exists(f"{root}/mkdocs.yml"):  # noqa: PTH110, PTH120
        raise PublishError(f"{root} 不是站点文件夹：发布会清空它原有的内容，请另选一个文件夹。")
    os.makedirs(root, exist_ok=True)  # noqa: PTH103
    return root


@contextmanager
def _spoken(root: str) -> Iterator[None]:
    """Turn what the disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        what = error.filename or root
        raise PublishError(
            f"写入站点文件夹时出错：{what}：{error.strerror}。修正后再生成一次即可。"
        ) from error


def _stage(live: LiveSite, plan: Plan, staging: Staging) -> _Staged:
    """Make every artefact once, and siblings of those that have no right ones."""
    staged = _Staged()
    for group in plan.groups:
        for artefact in group:
            path = checked(artefact.path)
            if path in staged.planned:
                raise PublishError(f"有两个文件都要占用地址“{path}”，已停止发布。")
            staged.planned.add(path)
            is_new = not (live.holds(path) and is_same(live.place(path), artefact))
            if is_new:
                staged.changed.append((path, staging.put(artefact)))
            if plan.siblings and (data := compressible(artefact)) is not None:
                if not is_new and are_right(live, path, data):
                    staged.fresh.add(path)
                else:
                    staged.siblings += _put(staging, siblings_of(path, data))
    for path in sorted(staged.planned & folders_of(staged.planned)):
        raise PublishError(f"地址“{path}”既是文件又是文件夹，已停止发布。")
    return staged


def _put(staging: Staging, made: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
    return [(path, staging.put(Artefact(path, data))) for path, data in made]


def _drop_siblings(live: LiveSite, right: Collection[str]) -> None:
    """Delete the siblings of all files but those in `right`, before a file changes: none is ever stale."""
    for path in [path for path in live.siblings if plain_of(path) not in right]:
        live.remove_sibling(path)


def _commit(live: LiveSite, changed: Iterable[tuple[str, str]]) -> None:
    ready = set(live.folders)
    for path, waiting in changed:
        _make_folder(live, path.rpartition("/")[0], ready)
        if path in live.folders:
            _clear_folder(live, path)
            ready -= {folder for folder in ready if folder == path or folder.startswith(path + "/")}
        move(waiting, live.place(path))


def _make_folder(live: LiveSite, folder: str, ready: set[str]) -> None:
    """Make `folder` and those above it, each once; a file that stands in the way goes."""
    if not folder or folder in ready:
        return
    _make_folder(live, folder.rpartition("/")[0], ready)
    _delete(live, [folder])
    _refuse_link(live, folder)
    os.makedirs(live.place(folder), exist_ok=True)  # noqa: PTH103
    ready.add(folder)


def _refuse_link(live: LiveSite, folder: str) -> None:
    """Refuse to write through a link among the dot entries at the top, the only ones never replaced."""
    if folder[0] == "." and os.path.islink(live.place(folder)):  # noqa: PTH114
        raise PublishError(f"“{folder}”是一个链接，指向站点文件夹之外，已停止发布。")


def _clear_folder(live: LiveSite, folder: str) -> None:
    """Remove a whole folder where a file is to stand."""
    shutil.rmtree(live.place(folder))
    below = folder + "/"
    live.files.difference_update([path for path in live.files if path.startswith(below)])
    live.siblings.difference_update([path for path in live.siblings if path.startswith(below)])
    live.folders.difference_update([path for path in live.folders if path.startswith(below)] + [folder])


def _delete(live: LiveSite, paths: Collection[str]) -> int:
    """Delete those of `paths` that are live files; return how many."""
    found = [path for path in paths if path in live.files]
    for path in found:
        live.remove(path)
    return len(found)


def _drop_folders(live: LiveSite, needed: set[str]) -> None:
    """Remove folders that hold no file any more, the deepest first."""
    for folder in sorted(live.folders - needed, key=lambda folder: -folder.count("/")):
        with suppress(OSError):  # somebody's file manager may just have put something in
            os.rmdir(live.place(folder))  # noqa: PTH106
