"""Everything that git keeps: versions of files, names of files that are gone, words of commits and tags.

What was deleted is still there for whoever clones the repository, so this is asked before it is made public.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from showcase.check.scan.files import look
from showcase.check.scan.git import Commit, blobs, commits, tag_messages
from showcase.check.scan.spots import Sighting, Spot, problem_of, sightings
from showcase.model.problem import Problem

_CURE = "用 git filter-repo 从全部历史里清除后再公开；已经公开过的，按已经泄露处理"

Told = Callable[[int, int], None]
"""Is told how many of how many versions have been looked at."""


def scan_history(root: Path, tell: Told) -> list[Problem]:
    """Return the private facts in the history of the repository that holds `root`.

    A fact is reported once a file, in the first commit that brought it. Raises NoHistory.
    """
    found: dict[tuple[str, str, str], Problem] = {}
    for problem in _all(root, list(commits(root)), tell):
        sentence = problem.message.rpartition("（")[0]
        found.setdefault((problem.file, problem.rule, sentence), problem)
    return list(found.values())


def _all(root: Path, history: list[Commit], tell: Told) -> Iterator[Problem]:
    first = _first_places(history)
    yield from _names_and_messages(history)
    for name, message in tag_messages(root):
        yield from _problems("git 标签", sightings([Spot(message, 1)]), f"标签 {name}")
    for number, blob in enumerate(blobs(root, first), 1):
        commit, path = first[blob.id]
        yield from _problems(path, look(path, io.BytesIO(blob.data)), _of(commit))
        tell(number, len(first))


def _first_places(history: Iterable[Commit]) -> dict[str, tuple[Commit, str]]:
    """Return each blob with the commit and path that it came by first."""
    first: dict[str, tuple[Commit, str]] = {}
    for commit in history:
        for blob, path in commit.files:
            first.setdefault(blob, (commit, path))
    return first


def _names_and_messages(history: Iterable[Commit]) -> Iterator[Problem]:
    seen: set[str] = set()
    for commit in history:
        yield from _problems("git 提交说明", sightings([Spot(commit.message, 1)]), _of(commit))
        for _blob, path in commit.files:
            if path not in seen:
                seen.add(path)
                yield from _problems(path, sightings([Spot(path, where="文件名")]), _of(commit))


def _problems(file: str, seen: Iterable[Sighting], of: str) -> Iterator[Problem]:
    for sighting in seen:
        cured = sighting._replace(fix=_CURE)
        yield problem_of(file, cured, public=True, note=f"（{of}）")


def _of(commit: Commit) -> str:
    return f"提交 {commit.id[:12]}，{commit.day}"
