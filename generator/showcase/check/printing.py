"""Print problems: as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from showcase.model.problem import Problem, Severity

_SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_MOST_TOLD, _FENCE = 50, "~~~"

_KEYS = ("rule", "severity", "file", "line", "column", "message", "clause", "fix")


def as_text(problems: Sequence[Problem]) -> str:
    """Return one paragraph a problem (place, rule, sentence, cure) and a closing line that counts them."""
    return "\n".join([*map(_paragraph, problems), summary(problems)]) + "\n"


def without_notes(problems: Sequence[Problem]) -> str:
    """Return errors and warnings in full and notes as a number: what a build has to say."""
    heavy = [problem for problem in problems if problem.severity is not Severity.NOTE]
    notes = len(problems) - len(heavy)
    told = as_text(heavy) if heavy else ""
    return told + (f"另有 {notes} 个提示，不影响发布，用 showcase check 查看。\n" if notes else "")


def summary(problems: Sequence[Problem]) -> str:
    """Return the closing line, as 共 3 个问题：1 个错误、2 个提示, or that there is none."""
    if not problems:
        return "没有发现问题。"
    counts = Counter(problem.severity for problem in problems)
    parts = [f"{counts[severity]} 个{name}" for severity, name in _SEVERITY_NAMES.items() if counts[severity]]
    return f"共 {len(problems)} 个问题：{'、'.join(parts)}。"


def as_json(problems: Iterable[Problem]) -> str:
    """Return one array of objects, each with the eight keys of a problem in their order."""
    rows = [{key: asdict(problem)[key] for key in _KEYS} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return one workflow command a problem; GitHub shows it at the line of the changed file."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def as_comment(problems: Sequence[Problem]) -> str:
    """Return what a merge request is told, in Markdown: the sum, then errors and warnings as plain text."""
    heavy = sorted(
        (problem for problem in problems if problem.severity is not Severity.NOTE),
        key=lambda problem: problem.severity is not Severity.ERROR,
    )
    told = f"**检查资料**：{summary(problems)}\n"
    if heavy:
        text = "\n".join(map(_paragraph, heavy[:_MOST_TOLD])).replace(_FENCE, "")
        told += f"\n{_FENCE}text\n{text}\n{_FENCE}\n"
    left = len(heavy) - _MOST_TOLD
    return told + (f"\n还有 {left} 个没有列出，见这次运行的记录。\n" if left > 0 else "")


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 1 when there is an error, else 0 (warnings and notes stop nothing)."""
    return int(any(problem.severity == Severity.ERROR for problem in problems))


def _paragraph(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [f"{place}: {problem.severity}[{problem.rule}]", f"  {_sentence(problem)}"]
    if problem.fix:
        lines.append(f"  修改：{problem.fix}")
    return "\n".join(lines)


def _sentence(problem: Problem) -> str:
    return f"{problem.message}（{problem.clause}）" if problem.clause else problem.message


def _annotation(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.rule}
    # A place of 0 means the whole file: GitHub takes an annotation without a line for that.
    parts = [f"{key}={_property(str(value))}" for key, value in place.items() if value]
    words = _sentence(problem) + (f"\n修改：{problem.fix}" if problem.fix else "")
    return f"::{_COMMANDS[problem.severity]} {','.join(parts)}::{_data(words)}"


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command: the marks that end it as well."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
