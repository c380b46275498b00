"""What kits cost. Run `python tests/benchmarks/kits_cost.py [--records N]`.

First seconds of CPU for each kit of the demo, its media made before: at most 2. Then N invented stars without
pictures (1,000 unless told): all of their kits side by side with their progress, once more with nothing
changed, and once more after one record was edited, when just one kit may be made.
"""

from __future__ import annotations

import argparse
import datetime
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.corpus import star, write_site
from showcase.content.layout import Layout
from showcase.engine.collections import kit_bench
from showcase.engine.wishes import Wishes
from showcase.kit.bench import Bench
from showcase.kit.making import Order, make_kit, make_kits
from showcase.model.terms import SchoolStage

ROOT = Path(__file__).parents[2]
WISHES = Wishes(datetime.date(2026, 11, 22))
MOST_CPU_S = 2.0


def main() -> int:
    """Print the figures; return 1 when a kit costs too much, or others are made than those that changed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--records", type=int, default=1000)
    many = asked.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        mean, most = of_the_demo(Path(folder, "demo"))
        print(f"a kit of the demo: {mean:.2f} s CPU in the mean, {most:.2f} at most")  # noqa: T201
        made = of_invented(Path(folder, "many"), many)
    return int(most > MOST_CPU_S or made != [many, 0, 1])


def of_the_demo(root: Path) -> tuple[float, float]:
    """Return mean and most seconds of CPU of a kit, fonts and libraries being loaded."""
    bench = kit_bench(Layout(ROOT), WISHES, SchoolStage.JUNIOR)
    shutil.copytree(ROOT / "media", root / "media", copy_function=lambda a, b: Path(b).symlink_to(a))
    bench = replace(bench, layout=Layout(root))
    first, *orders = (Order(address, film=True) for address in bench.site.showcase.kits)
    make_kit(bench, first)
    each = []
    for order in orders:
        begun = time.process_time()
        make_kit(bench, order)
        each.append(time.process_time() - begun)
    return sum(each) / len(each), max(each)


def of_invented(root: Path, many: int) -> list[int]:
    """Print what it costs to make kits of `many` records; return how many were made each time."""
    write_site(root, many)
    for path in (root / "content" / "stars").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        consent = "consent:\n  kit: {date: 2020-05-01, evidence: 同意书2020-001}\n"
        path.write_text(text.replace("consent:\n", consent), encoding="utf-8")
    found = [all_of(root, "side by side"), all_of(root, "again, nothing changed")]
    changed = root / "content" / "stars" / f"{star(0)[0]}.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n她又教会了一位邻居。\n", encoding="utf-8")
    return [*found, all_of(root, "again, one record changed")]


def all_of(root: Path, what: str) -> int:
    """Make what is missing of all kits and print its costs; return how many were made."""
    bench = kit_bench(Layout(root), WISHES, SchoolStage.JUNIOR)
    orders = [Order(address, film=False) for address in bench.site.showcase.kits]
    told: list[int] = []
    with costs(f"{len(orders)} kits {what}"):
        fresh = sum(made.fresh for made in make_kits(bench, orders, lambda done, _: told.append(done)))
    if told != list(range(1, len(orders) + 1)):
        raise SystemExit("progress was not told")
    print(f"    {fresh} made, {_mb(bench)} MB in .cache/kits")  # noqa: T201
    return fresh


@contextmanager
def costs(what: str) -> Iterator[None]:
    """Print wall and CPU seconds, workers included, and the most memory of a process."""
    wall, cpu = time.perf_counter(), _cpu_s()
    yield
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(  # noqa: T201
        f"{what}: {time.perf_counter() - wall:.1f} s, {_cpu_s() - cpu:.1f} s CPU, at most {most >> 10} MB"
    )


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _mb(bench: Bench) -> int:
    return sum(path.stat().st_size for path in (bench.layout.cache / "kits").glob("*.zip")) >> 20


if __name__ == "__main__":
    raise SystemExit(main())
