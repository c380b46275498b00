"""Lighthouse as a phone: full marks for what does not depend on the machine (speed: `make bench`)."""

import pytest

from benchmarks.lighthouse import LEAST, PAGES, compressed_demo, runs_of
from sites import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_lighthouse_gives_full_marks_on_what_people_open_first(tmp_path, derivatives):
    with served(compressed_demo(tmp_path / "demo"), compressed=True) as home:
        reports = runs_of(home, PAGES, 1, [kind for kind in LEAST if kind != "performance"])
    assert [report["lost"] for report in reports] == [[]] * len(PAGES)
    assert [set(report["scores"].values()) for report in reports] == [{100}] * len(PAGES)
