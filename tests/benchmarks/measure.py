"""Costs of whole processes: CPU, wall, peak memory; two sides by turns, because noise comes in waves."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """User and system CPU of a process and its children, wall clock, peak resident memory; what it said."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    output: str = ""


def cost_of(command: Sequence[str], cwd: Path) -> Cost:
    """Run `command` in `cwd` and return its cost. Raises RuntimeError with its words when it fails.

    Python keeps the bytecode of its modules beside `cwd`, as an installed program does; the run that does
    not count writes it. The peak cannot be lower than our own, which the child inherits until it starts its program.
    """
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(cwd.parent / "bytecode")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{output}")
    return Cost(usage.ru_utime + usage.ru_stime, wall_s, usage.ru_maxrss / 1024, output)


def by_turns(sides: Mapping[str, Callable[[], Cost]], runs: int) -> dict[str, list[Cost]]:
    """Return `runs` costs of each side, taken A B A B …, after one run each that does not count."""
    found: dict[str, list[Cost]] = {name: [] for name in sides}
    for turn in range(runs + 1):
        for name, run in sides.items():
            cost = run()
            if turn:
                found[name].append(cost)
    return found


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        statistics.median(cost.cpu_s for cost in costs),
        statistics.median(cost.wall_s for cost in costs),
        statistics.median(cost.peak_mb for cost in costs),
    )
