"""`make bench`: the same showcase built here and with Hugo, by turns, in one run.

Prints CPU, wall and peak memory with ratios, medians; the cost of one more record; what the rules cost.
Ends with 1 when our CPU at the greatest number of records, search index apart, is above Hugo's.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import Cost, by_turns, cost_of, middle
from benchmarks.sides import OURS, Built, built, hugo, ours, write_both

BASE = 100
"""A small site, so that the cost of one more record can be told below and above the first size."""


@dataclass(frozen=True, slots=True)
class Round:
    """One size: medians of both sides, the CPU of our search index, what was built, what the rules cost."""

    count: int
    ours: Cost
    hugo: Cost
    index_s: float
    built: tuple[Built, Built]
    checking: dict[str, float]

    @property
    def cpu_s(self) -> float:
        """Our CPU, search index apart."""
        return self.ours.cpu_s - self.index_s


def main() -> int:
    """Measure and print; return the exit status."""
    wishes = _wishes()
    with tempfile.TemporaryDirectory() as folder:
        rounds = []
        for count in (BASE, *wishes.records):
            rounds.append(measured(Path(folder), count, wishes.runs))
            _say(_table(rounds[-1]))
    _say(_growths(rounds))
    return int(rounds[-1].cpu_s > rounds[-1].hugo.cpu_s)


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="与 Hugo 同时比速度")
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 5000], help="资料的份数")
    parser.add_argument("--runs", type=int, default=5, help="每一方生成几遍，取中位数")
    return parser.parse_args()


def measured(folder: Path, count: int, runs: int) -> Round:
    """Build `count` records by turns and return what it cost."""
    mine, theirs = write_both(folder, count)
    costs = by_turns({"ours": ours(mine), "hugo": hugo(theirs)}, runs)
    index_s = statistics.median(_said(cost)["index_s"] for cost in costs["ours"])
    checks = [_said(cost_of([sys.executable, str(OURS), str(mine)], mine)) for _ in range(runs)]
    checking = {name: statistics.median(check[name] for check in checks) for name in checks[0]}
    sites = built(mine), built(theirs)
    return Round(count, middle(costs["ours"]), middle(costs["hugo"]), index_s, sites, checking)


def _said(cost: Cost) -> dict[str, float]:
    return json.loads(cost.output.splitlines()[-1])


def _say(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()  # the next size takes minutes


def _growths(rounds: list[Round]) -> list[str]:
    """Return the cost of one more record between neighbouring sizes, and whether the goal is met."""
    lines = ["每多一份资料的 CPU 毫秒（不含检索）"]
    for small, big in itertools.pairwise(rounds):
        mine, theirs = (_growth(small, big, side) for side in ("ours", "hugo"))
        lines.append(f"  {small.count}–{big.count} 份：本项目 {mine:.2f}，Hugo {theirs:.2f}")
    last = rounds[-1]
    verdict = "达到" if last.cpu_s <= last.hugo.cpu_s else "没有达到"
    return [*lines, f"{last.count} 份时不多于 Hugo 的 CPU（不含检索）：{verdict}"]


def _table(round_: Round) -> list[str]:
    mine, theirs = round_.ours, round_.hugo
    rows = [
        ("CPU 秒，不含检索", round_.cpu_s, theirs.cpu_s),
        ("CPU 秒，含检索", mine.cpu_s, theirs.cpu_s),
        ("耗时秒，含检索", mine.wall_s, theirs.wall_s),
        ("内存峰值 MB，含检索", mine.peak_mb, theirs.peak_mb),
        ("资料页平均字节", *(site.bytes_each for site in round_.built)),
        ("资料页数", *(float(len(site.records)) for site in round_.built)),
        ("全部网页数", *(float(site.pages) for site in round_.built)),
    ]
    head = f"{round_.count} 份资料　　本项目　Hugo　之比"
    lines = [f"  {name}：{a:.2f}　{b:.2f}　{a / b:.2f}" for name, a, b in rows]
    each = {name: seconds * 1000 / round_.count for name, seconds in round_.checking.items()}
    return [
        head,
        *lines,
        f"  每份资料：读入 {each['loading_s']:.3f} 毫秒，规则再加 {each['rules_s']:.3f} 毫秒",
    ]


def _growth(small: Round, big: Round, side: str) -> float:
    """Return the CPU milliseconds of one more record between two sizes."""
    a, b = (r.cpu_s if side == "ours" else r.hugo.cpu_s for r in (small, big))
    return (b - a) * 1000 / (big.count - small.count)


if __name__ == "__main__":
    sys.exit(main())
