"""Answers of people, one by one or in a file: judged by the converters that read records, kept as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from showcase.content.composers import composer
from showcase.content.documents import is_blank, read_yaml
from showcase.content.reading import Reading
from showcase.content.shapes import Shape
from showcase.content.values import Value
from showcase.content.writing import said_by
from showcase.model.problem import Problem, Severity


def problems_of(value: Value, answer: str, region: str = "") -> list[Problem]:
    """Return what is wrong with an answer, as the reader of records would say it; [] when it can stand.

    `region` is the slug that the record will lie under: cities are looked for there.
    """
    reading, node = Reading("", region), composer(json.dumps(answer) + "\n").get_single_node()
    if node is not None:
        value.read(reading, node, "")
    return reading.problems


def read_answers(path: Path, shape: Shape) -> tuple[dict[str, Any], list[Problem]]:
    """Return the answers of a file of YAML as texts, lists and dicts, and every problem of it.

    The answers may be used when none of the problems is an error.
    """
    name = path.as_posix()
    asked = Reading(name)
    root = read_yaml(asked, str(path))
    said = said_by(root) if root is not None and not is_blank(root) else {}
    reading = Reading(name, str(said.get("region", "")) if isinstance(said, dict) else "", asked.problems)
    if not any(problem.severity is Severity.ERROR for problem in asked.problems):
        shape.top(reading, root)
    return said if isinstance(said, dict) else {}, reading.problems
