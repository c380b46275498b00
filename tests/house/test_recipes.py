"""The recipes of docs/development.md are read by the program as they stand there."""

import datetime
import re

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.model.settings import Settings
from sites import ROOT

PAGE = (ROOT / "docs/development.md").read_text("utf-8")


def example(heading):
    found = re.search(rf"^### {heading}\n.*?^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return found[1]


def test_the_example_of_a_rulebook_is_read_without_a_problem(tmp_path):
    path = tmp_path / "content/rulebooks/example-2026.yml"
    path.parent.mkdir(parents=True)
    path.write_text(example("A rulebook"), "utf-8")
    library, problems = read_library(Layout(tmp_path))
    assert problems == [] == list(check(library, Settings(), datetime.date(2026, 6, 1)))
    (book,) = library.rulebooks
    limit = book.limit("star.showcase_text")
    assert (book.id, book.years, book.regions, limit.about) == ("example-2026", (2026,), ("henan",), 300)


def test_the_example_of_a_preset_is_read_without_a_problem(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media/presets.yml").write_text(example("A preset"), "utf-8")
    presets, problems = read_presets(Layout(tmp_path))
    assert problems == []
    assert (presets.photo.recipe, presets.photo.widths_px) == (4, (320, 720, 1600))
