"""content/waivers.yml as an editor writes it."""

import datetime

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.settings import Settings

GOOD = """\
- rule: photo-number
  record: stars/2024/henan/012
  reason: 只有一张照片，单位已说明
  by: 青柳县教育局
  date: 2024-04-02
"""


def read(tmp_path, text: str):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/waivers.yml").write_text(text, encoding="utf-8")
    return read_library(Layout(tmp_path))


def test_a_waiver_is_read_with_its_places(tmp_path):
    library, problems = read(tmp_path, GOOD)
    (waiver,) = library.waivers
    assert problems == []
    assert (waiver.rule, waiver.record, waiver.by) == ("photo-number", "stars/2024/henan/012", "青柳县教育局")
    assert (waiver.reason, waiver.date) == ("只有一张照片，单位已说明", datetime.date(2024, 4, 2))
    assert (waiver.source.file, waiver.source.place("record")) == ("content/waivers.yml", (2, 3))


def test_a_waiver_without_a_reason_is_refused(tmp_path):
    library, problems = read(tmp_path, GOOD.replace("  reason: 只有一张照片，单位已说明\n", ""))
    assert library.waivers == ()
    assert [(p.rule, p.line) for p in problems] == [("record-missing-key", 1)]


def test_an_empty_file_and_no_file_are_no_waivers(tmp_path):
    library, problems = read(tmp_path, "# 还没有例外\n")
    assert (library.waivers, problems) == ((), [])


def test_a_waiver_of_nothing_known_points_at_its_line(tmp_path):
    library, _ = read(tmp_path, GOOD + GOOD.replace("photo-number", "photo-nummer"))
    found = check(library, Settings(), datetime.date(2024, 5, 1))
    assert [(p.rule, p.file, p.line) for p in found] == [
        ("waiver-unknown", "content/waivers.yml", 2),
        ("waiver-unknown", "content/waivers.yml", 6),
        ("waiver-unknown", "content/waivers.yml", 7),
    ]
