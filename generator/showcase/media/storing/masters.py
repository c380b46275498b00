"""Find the master of everything that is wanted, the file or its pointer, and say so when there is neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.storing.fingerprints import Fingerprints, NoFile
from showcase.media.storing.pointers import BadPointer, Pointer, pointer_path, read_pointer
from showcase.media.terms.refusal import Refusal
from showcase.media.terms.wanted import KIND_NAMES, MediaKind, Wanted
from showcase.model.problem import Problem, Severity

_MISSING_RULES = {
    MediaKind.PHOTO: "photo-missing",
    MediaKind.FILM: "film-missing-file",
    MediaKind.SOUND: "audio-missing-file",
    MediaKind.CAPTIONS: "captions-missing-file",
}


@dataclass(frozen=True, slots=True)
class Master:
    """A file that is wanted, where it lies, and its sha256. `pointer`: it lies elsewhere, not at `path`."""

    wanted: Wanted
    path: Path
    sha256: str
    pointer: Pointer | None = None


class Disagreement(Exception):  # noqa: N818 - a judgement on two files
    """A master and its pointer lie side by side and mean different bytes."""


def find_masters(layout: Layout, wanted: Iterable[Wanted]) -> tuple[list[Master], list[Problem]]:
    """Return the masters that are there, in the order of `wanted`, and a problem for each other."""
    fingerprints = Fingerprints(layout)
    masters: list[Master] = []
    problems: list[Problem] = []
    inside = _Inside(layout.media)
    for each in wanted:
        path = layout.media / each.key
        if not inside.holds(path):
            problems.append(_outside(each))
            continue
        try:
            masters.append(master_at(path, each, fingerprints))
        except BadPointer:
            problems.append(_bad_pointer(each))
        except Disagreement:
            problems.append(_disagreement(each))
        except NoFile:
            problems.append(_no_file(each))
        except (OSError, ValueError):  # ValueError: a NUL in the name
            problems.append(_missing(each))
    fingerprints.save()
    return masters, problems


def master_at(path: Path, wanted: Wanted, fingerprints: Fingerprints) -> Master:
    """Return the master at `path`: the file, else what its pointer says.

    Raises OSError when there is neither (NoFile: no file), BadPointer, Disagreement.
    """
    pointer = read_pointer(path)
    if pointer and not path.exists():
        return Master(wanted, path, pointer.sha256, pointer)
    sha256 = fingerprints.of(path)
    if pointer and pointer.sha256 != sha256:
        raise Disagreement
    return Master(wanted, path, sha256)


def problem_of(wanted: Wanted, refusal: Refusal) -> Problem:
    """Place a refusal at the key that names the file."""
    message = f"{wanted.key.rpartition('/')[2]}：{refusal.message}"
    return wanted.source.problem(refusal.rule, Severity.ERROR, wanted.place, message, fix=refusal.fix)


class _Inside:
    """Says whether files stay below a folder: `..` and links that lead out do not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, bool] = {}

    def holds(self, path: Path) -> bool:
        if path.name == ".." or path.is_symlink():
            return self._leads_below(path)
        if path.parent not in self._known:
            self._known[path.parent] = self._leads_below(path.parent)
        return self._known[path.parent]

    def _leads_below(self, path: Path) -> bool:
        try:
            return path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, ValueError, RuntimeError):
            return True  # cannot be looked at: it is reported as missing


def _missing(wanted: Wanted) -> Problem:
    message = f"找不到{KIND_NAMES[wanted.kind]}文件 media/{wanted.key}"
    fix = "把文件放到这个位置，或改正文件名（区分大小写）；没有就删去这一项"
    return wanted.source.problem(_MISSING_RULES[wanted.kind], Severity.ERROR, wanted.place, message, fix=fix)


def _no_file(wanted: Wanted) -> Problem:
    message = f"media/{wanted.key} 不是文件（是文件夹、管道或设备）"
    fix = f"把{KIND_NAMES[wanted.kind]}的原件复制到这个位置"
    return wanted.source.problem(_MISSING_RULES[wanted.kind], Severity.ERROR, wanted.place, message, fix=fix)


def _bad_pointer(wanted: Wanted) -> Problem:
    message = f"media/{pointer_path(Path(wanted.key)).as_posix()} 不是能读懂的替身文件"
    fix = "从版本库恢复这个文件，或者把原件放回来再运行 showcase media push"
    return wanted.source.problem("pointer-unreadable", Severity.ERROR, wanted.place, message, fix=fix)


def _disagreement(wanted: Wanted) -> Problem:
    message = f"media/{wanted.key} 和旁边的替身文件说的不是同一个文件"
    fix = "换了新的，就删去 .pointer 再运行 showcase media push；要原来的，就删去这个文件"
    return wanted.source.problem("pointer-differs", Severity.ERROR, wanted.place, message, fix=fix)


def _outside(wanted: Wanted) -> Problem:
    message = f"{KIND_NAMES[wanted.kind]}文件名指向 media 文件夹之外"
    fix = "只写文件名，文件放在本记录的 media 文件夹里"
    return wanted.source.problem(_MISSING_RULES[wanted.kind], Severity.ERROR, wanted.place, message, fix=fix)
