"""Lighthouse as a phone on home, a star, a list and a search, served compressed: the median of five runs each.

Run `python tests/benchmarks/lighthouse.py` after `make firefox`. Performance depends on the machine: Lighthouse slows down
by a fixed factor, and its benchmark index says how fast the machine was (a phone of the middle has about 125–800, a desk
1,000 and more). The limits are 95 for performance and 100 for accessibility, best practices and SEO, layout shift under 0.02.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from sites import CHROMIUM, QUIET, ROOT, build, copy_demo, served

PAGES = {
    "home": "",
    "star": "stars/2024/henan/012/",
    "list": "stars/",
    "search": "search/?q=%E8%AF%BB%E4%B9%A6",
}
RUNS = 5
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PROGRAM = ROOT / "tests/browsers/lighthouse.js"


def compressed_demo(root: Path) -> Path:
    """Build the demo into `root` with an address and compressed siblings; return its site folder."""
    copy_demo(root, ROOT / "media" / "derivatives")
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("- showcase:\n", "- showcase:\n      precompress: true\n"), "utf-8"
    )
    build(root)
    return root / "site"


def runs_of(home: str, pages: dict[str, str], runs: int, categories: list[str]) -> list[dict[str, object]]:
    """Run Lighthouse; return one report a run: url, index, scores, lost, shift."""
    job = {
        "chromium": CHROMIUM, "args": QUIET, "runs": runs, "categories": categories,
        "urls": [home + address for address in pages.values()],
    }  # fmt: skip
    done = subprocess.run(
        ["node", PROGRAM, json.dumps(job)], capture_output=True, text=True, timeout=3600, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main(runs: int = RUNS) -> int:
    """Print the medians; return 1 when a limit is missed."""
    with (
        tempfile.TemporaryDirectory() as place,
        served(compressed_demo(Path(place) / "demo"), compressed=True) as home,
    ):
        reports = runs_of(home, PAGES, runs, list(LEAST))
    missed = False
    for name, address in PAGES.items():
        own = [report for report in reports if report["url"] == home + address]
        medians = {key: statistics.median(report["scores"][key] for report in own) for key in LEAST}
        shift = statistics.median(report["shift"] for report in own)
        index = statistics.median(report["index"] for report in own)
        lost = sorted({each for report in own for each in report["lost"]})
        print(f"{name:7}{medians}  shift {shift:.4f}  benchmark index {index:.0f}  {'; '.join(lost)}")  # noqa: T201
        missed |= shift >= 0.02 or any(medians[key] < least for key, least in LEAST.items())
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
