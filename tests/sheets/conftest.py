"""The demo as sheets see it: records that may be given away, masters, fonts; a site with a public address."""

import datetime
import shutil
from dataclasses import replace

import pytest

from showcase.cards.fonts import find_fonts
from showcase.check.gate import open_gate
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.model.media import Shelf
from showcase.sheets.press import Press
from sites import ROOT, TODAY

SITE = "https://www.example.cn/zsxx/"


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    root = tmp_path_factory.mktemp("sheets")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    (root / "media").symlink_to(ROOT / "media")
    layout, today = Layout(root), datetime.date.fromisoformat(TODAY)
    settings, _ = read_settings(layout)
    settings = replace(settings, site_url=SITE)
    library, _ = read_library(layout)
    return Press(layout, open_gate(library, settings, today), Shelf(), settings, find_fonts(), today)


@pytest.fixture(scope="session")
def star(press):
    return press.showcase.kits["stars/2024/henan/012"]


@pytest.fixture(scope="session")
def project(press):
    return press.showcase.kits["projects/2024/henan/003"]
