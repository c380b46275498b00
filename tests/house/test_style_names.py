"""A component has one name in template, script and style: no rule is kept for a class that nothing wears."""

import re

import pytest

from sites import ROOT

STYLES = sorted((ROOT / "theme/assets/css").rglob("*.css"))
WEARERS = [
    path.read_text("utf-8")
    for folder, ending in (("theme/templates", "html"), ("theme/overrides", "html"), ("theme/assets/js", "js"), ("generator/showcase", "py"))
    for path in sorted((ROOT / folder).rglob(f"*.{ending}"))
]  # fmt: skip
WORN = set(re.findall(r"ls-[a-z0-9_-]+", "\n".join(WEARERS)))
PUT_TOGETHER = {"ls-band__lying--", "ls-band__spine--", "ls-gallery__r", "ls-show__name--", "ls-slide--", "ls-slide__name--", "ls-slide__number--", "ls-slide__quote--", "ls-slide__text--", "ls-speaker__part--", "ls-state--"}  # fmt: skip
"""How names begin whose end is a value: a state, a size, a shape."""


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_class_of_a_style_sheet_is_worn(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"\.(ls-[a-z0-9_-]+)", text)) - WORN
    assert {name for name in named if not name.startswith(tuple(PUT_TOGETHER))} == set()


def test_what_is_put_together_is_put_together_somewhere():
    beginnings = {start.removesuffix("--").removesuffix("__r") for start in PUT_TOGETHER}
    assert (
        beginnings - {name for worn in WORN for name in (worn, worn.removesuffix("__r"), worn.rstrip("-"))}
        == set()
    )
