"""Find the master of everything that is wanted, and say so when it is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.fingerprints import Fingerprints
from showcase.media.refusal import Refusal
from showcase.media.wanted import KIND_NAMES, MediaKind, Wanted
from showcase.model.problem import Problem, Severity

_MISSING_RULES = {
    MediaKind.PHOTO: "photo-missing",
    MediaKind.FILM: "film-missing-file",
    MediaKind.SOUND: "audio-missing-file",
    MediaKind.CAPTIONS: "captions-missing-file",
}


@dataclass(frozen=True, slots=True)
class Master:
    """A file that is wanted, where it lies, and its sha256."""

    wanted: Wanted
    path: Path
    sha256: str


def find_masters(layout: Layout, wanted: Iterable[Wanted]) -> tuple[list[Master], list[Problem]]:
    """Return the masters that are there, in the order of `wanted`, and a problem for each other."""
    fingerprints = Fingerprints(layout)
    masters: list[Master] = []
    problems: list[Problem] = []
    for each in wanted:
        path = layout.media / each.key
        if not _lies_below(path, layout.media):
            problems.append(_outside(each))
            continue
        try:
            masters.append(Master(each, path, fingerprints.of(path)))
        except (OSError, ValueError):  # ValueError: a NUL in the name
            problems.append(_missing(each))
    fingerprints.save()
    return masters, problems


def problem_of(wanted: Wanted, refusal: Refusal) -> Problem:
    """Place a refusal at the key that names the file."""
    message = f"{wanted.key.rpartition('/')[2]}：{refusal.message}"
    return wanted.source.problem(refusal.rule, Severity.ERROR, wanted.place, message, fix=refusal.fix)


def _lies_below(path: Path, folder: Path) -> bool:
    """Whether `path` stays inside; `..` and links that lead out do not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return True  # cannot be looked at: it is reported as missing


def _missing(wanted: Wanted) -> Problem:
    message = f"找不到{KIND_NAMES[wanted.kind]}文件 media/{wanted.key}"
    fix = "把文件放到这个位置，或改正文件名（区分大小写）；没有就删去这一项"
    return wanted.source.problem(_MISSING_RULES[wanted.kind], Severity.ERROR, wanted.place, message, fix=fix)


def _outside(wanted: Wanted) -> Problem:
    message = f"{KIND_NAMES[wanted.kind]}文件名指向 media 文件夹之外"
    fix = "只写文件名，文件放在本记录的 media 文件夹里"
    return wanted.source.problem(_MISSING_RULES[wanted.kind], Severity.ERROR, wanted.place, message, fix=fix)
