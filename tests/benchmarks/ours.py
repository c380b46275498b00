"""One cold build of ours, as a process of its own: what the command does, and what the search index costs.

`ours.py <root> <site>` builds and prints JSON {"index_s"}; `ours.py <root>` prints {"loading_s", "rules_s"}.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.engine import building
from showcase.engine.command import build_site
from showcase.engine.wishes import Wishes
from showcase.model.artefact import Artefact

TODAY = datetime.date(2026, 11, 1)


class Stopwatch:
    """Adds up the CPU that a generator takes while it is asked."""

    def __init__(self) -> None:
        self.cpu_s = 0.0

    def timed(self, make: Callable[..., Iterator[Artefact]]) -> Callable[..., Iterator[Artefact]]:
        """Return `make` with the time of each of its steps added to `cpu_s`."""

        def steps(*values: object) -> Iterator[Artefact]:
            artefacts = make(*values)
            while True:
                start = time.process_time()
                artefact = next(artefacts, None)
                self.cpu_s += time.process_time() - start
                if artefact is None:
                    return
                yield artefact

        return steps


def build(root: Path, site: Path) -> dict[str, float]:
    """Build `root` into `site`; return the CPU of the search index, which Hugo does not make."""
    watch = Stopwatch()
    building.index_files = watch.timed(building.index_files)
    build_site(Layout(root), Wishes(today=TODAY), site_dir=site)
    return {"index_s": watch.cpu_s}


def rules(root: Path) -> dict[str, float]:
    """Return the CPU of loading all records and, over that, of all rules."""
    layout = Layout(root)
    settings, _ = read_settings(layout)
    start = time.process_time()
    library, problems = read_library(layout)
    loaded = time.process_time()
    check(library, settings, TODAY, read_problems=problems)
    return {"loading_s": loaded - start, "rules_s": time.process_time() - loaded}


if __name__ == "__main__":
    root_, *site_ = map(Path, sys.argv[1:])
    sys.stdout.write(json.dumps(build(root_, *site_) if site_ else rules(root_)))
