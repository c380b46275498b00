"""What a build wants the live folder to hold, as a value; and what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from showcase.model.artefact import Artefact
from showcase.publish.live import LiveSite

_SAFE = re.compile(r"(?:(?!\.\.?(?:/|\Z))[^/\\:\x00-\x1f]+(?:/(?!\Z)|\Z))+")


class PublishError(Exception):
    """The live folder cannot be brought up to date; the message is a Chinese sentence for the editor."""


def _nothing(live: LiveSite) -> Collection[str]:  # noqa: ARG001 - the shape of `gone` and `kept`
    return ()


def _pass(changed: Sequence[tuple[str, str]]) -> None:
    """Let everything through."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One build's wish.

    `groups` are written in their order (assets, media, index, pages, outputs) and may be generators:
    each artefact is asked for once and not kept. From what lies in the live folder, `gone` names the
    paths to delete before anything else happens, `kept` those that stay though no group holds them.
    `inspect` sees every (path, waiting file) that is about to go live, and raises PublishError to stop it.
    `siblings`: compressed copies of texts stand beside them.
    """

    groups: Sequence[Iterable[Artefact]]
    gone: Callable[[LiveSite], Collection[str]] = _nothing
    kept: Callable[[LiveSite], Collection[str]] = _nothing
    inspect: Callable[[Sequence[tuple[str, str]]], None] = _pass
    siblings: bool = False


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How many files were written, were right already, and were deleted."""

    written: int
    unchanged: int
    deleted: int


def is_inside(path: str) -> bool:
    """Whether `path` stays inside the site: not absolute, no "..", backslash, drive, control character."""
    return bool(_SAFE.fullmatch(path))


def checked(path: str) -> str:
    """Return `path` when it stays inside the site. Raises PublishError otherwise."""
    if not is_inside(path):
        raise PublishError(f"文件地址“{path}”不在站点文件夹之内，已停止发布。")
    return path
