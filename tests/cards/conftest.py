"""The demo as cards see it: what may be seen, and its pictures."""

import datetime

import pytest

from showcase.cards.fonts import find_fonts
from showcase.content.layout import Layout
from showcase.publish.judged import judge
from showcase.publish.prepare import prepare
from sites import TODAY, copy_demo


@pytest.fixture(scope="session")
def ready(tmp_path_factory, derivatives):
    root = copy_demo(tmp_path_factory.mktemp("cards") / "demo", derivatives)
    return prepare(judge(Layout(root), datetime.date.fromisoformat(TODAY)))


@pytest.fixture(scope="session")
def fonts():
    return find_fonts()
