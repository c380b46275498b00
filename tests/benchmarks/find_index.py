"""Our side in processes of their own: write the records' index below a folder, or edit some records; say the cost."""

from __future__ import annotations

import dataclasses
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.find_corpus import showcase
from find.conftest import documents_of, write_site
from showcase.find.index import index_files
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.records import Star
from showcase.model.settings import Settings

EDITS: dict[str, Callable[[Star], Star]] = {
    "word": lambda star: dataclasses.replace(
        star, showcase_text=(_with_a_word(star), *star.showcase_text[1:])
    ),
    "paragraph": lambda star: dataclasses.replace(star, showcase_text=star.showcase_text[1:]),
    "name": lambda star: dataclasses.replace(star, name=star.name + "兰"),
}
_TIMES = 7


def main(count: str, folder: str, asked: str) -> None:
    """Make the index of `count` records, which is what counts; then write it below `folder` as the tests do."""
    records = showcase(int(count), int(asked))
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    for _ in index_files(records, Shelf(), Settings()):
        pass
    said = {"cpu_s": time.process_time() - cpu_s, "wall_s": time.perf_counter() - wall_s}
    write_site(Path(folder), documents_of(records))
    sys.stdout.write(json.dumps(said) + "\n")


def edits(count: str, folder: str, asked: str) -> None:
    """Keep an index in `folder`; or, if one is there, edit some records: the median CPU of each kind of edit."""
    records, memory = showcase(int(count), int(asked)), Path(folder)
    if not memory.is_dir():
        _cost_of(records, memory)
        return
    said = {}
    for at, (kind, edit) in enumerate(EDITS.items()):
        costs = []
        for place in range(1000 + 100 * at, 1000 + 100 * at + _TIMES):
            stars = list(records.stars)
            stars[place % len(stars)] = edit(stars[place % len(stars)])
            records = dataclasses.replace(records, stars=tuple(stars))
            costs.append(_cost_of(records, memory))
        said[kind] = statistics.median(costs)
    sys.stdout.write(json.dumps(said) + "\n")


def _with_a_word(star: Star) -> str:
    text = star.showcase_text[0]
    return f"{text[:40]}终于学会了{text[40:]}"


def _cost_of(records: Showcase, memory: Path) -> float:
    """Return the CPU seconds of making the whole index from the one kept, reading and keeping it included."""
    begun = time.process_time()
    for _ in index_files(records, Shelf(), Settings(), (), memory):
        pass
    return time.process_time() - begun


if __name__ == "__main__":
    (edits if sys.argv[4:] else main)(*sys.argv[1:4])
