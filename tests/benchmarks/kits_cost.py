"""What a kit costs: seconds of CPU for each of the demo's, all of them side by side, and again unchanged.

.venv/bin/python tests/benchmarks/kits_cost.py
"""

from __future__ import annotations

import datetime
import resource
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from showcase.content.layout import Layout
from showcase.engine.collections import kit_bench
from showcase.engine.wishes import Wishes
from showcase.kit.making import Order, make_kit, make_kits
from showcase.model.terms import SchoolStage

ROOT = Path(__file__).parents[2]


def cpu_s(who=resource.RUSAGE_SELF):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def main():
    bench = kit_bench(Layout(ROOT), Wishes(datetime.date(2026, 11, 22)), SchoolStage.JUNIOR)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(
            ROOT / "media", Path(folder) / "media", copy_function=lambda a, b: Path(b).symlink_to(a)
        )
        bench = replace(bench, layout=Layout(Path(folder)))
        orders = [Order(address, True) for address in bench.site.showcase.kits]
        make_kit(bench, orders[0])  # fonts and libraries are loaded once
        each = []
        for order in orders[1:]:
            begun = cpu_s()
            make_kit(bench, order)
            each.append(cpu_s() - begun)
        mean, most = sum(each) / len(each), max(each)
        print(f"{len(each)} kits, one after another: {mean:.2f} s CPU each, at most {most:.2f}")  # noqa: T201
        shutil.rmtree(bench.layout.cache / "kits")
        for what in ("side by side", "again, nothing changed"):
            begun = time.perf_counter()
            fresh = sum(made.fresh for made in make_kits(bench, orders))
            print(f"{len(orders)} kits {what}: {time.perf_counter() - begun:.1f} s, {fresh} made")  # noqa: T201


if __name__ == "__main__":
    main()
