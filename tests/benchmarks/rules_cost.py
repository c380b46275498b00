"""What the rules cost over loading: 5,000 records, as they are and as nominations under a real notice.

Run `python tests/benchmarks/rules_cost.py`; the limit is 0.3 ms a record. Media are not probed here:
their facts come from a cache. Time is the processor's, the best of three runs.
"""

from __future__ import annotations

import datetime
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.corpus import write_site
from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library
from showcase.model.parts import Honour
from showcase.model.settings import Settings
from showcase.model.terms import Level, Stage

COUNT = 5_000
TODAY = datetime.date(2025, 12, 1)


def best_of_three(work: Callable[[], object]) -> float:
    """Return the shortest processor time in milliseconds a record."""
    times = []
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000 / COUNT


def as_nominations(library: Library) -> Library:
    """Return the same people, each sent in under henan-2024, with the lists of this repository."""
    ours = read_library(Layout(Path(__file__).parents[2]))[0]
    sent = Honour(
        year=2025, level=Level.PROVINCIAL, title="推介", stage=Stage.NOMINATED, rulebook="henan-2024"
    )
    stars = tuple(replace(star, honours=(sent,)) for star in library.stars)
    return replace(library, stars=stars, rulebooks=ours.rulebooks, lists=ours.lists, bodies=ours.bodies)


def main() -> None:
    """Print milliseconds a record for reading, for rules, and for rules under a notice."""
    with tempfile.TemporaryDirectory() as folder:
        write_site(Path(folder), COUNT)
        layout = Layout(Path(folder))
        reading = best_of_three(lambda: read_library(layout))
        library, _ = read_library(layout)
    rules = best_of_three(lambda: check(library, Settings(), TODAY))
    nominations = as_nominations(library)
    judged = best_of_three(lambda: check(nominations, Settings(), TODAY))
    print(f"reading {reading:.3f} ms, rules {rules:.3f} ms, rules under a notice {judged:.3f} ms a record")  # noqa: T201


if __name__ == "__main__":
    main()
