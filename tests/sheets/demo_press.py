"""The demo as sheets see it: records that may be given away, masters, fonts; a site with a public address."""

import datetime
import shutil
from dataclasses import replace

from showcase.cards.fonts import find_fonts
from showcase.check.gate import open_gate
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.model.media import Shelf
from showcase.sheets.press import Press
from sites import ROOT, TODAY

SITE = "https://www.example.cn/zsxx/"
STAR, PROJECT = "stars/2024/henan/012", "projects/2024/henan/003"


def demo_press(root):
    """Return the press of a copy of the demo below `root`."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    (root / "media").symlink_to(ROOT / "media")
    layout, today = Layout(root), datetime.date.fromisoformat(TODAY)
    settings, _ = read_settings(layout)
    settings = replace(settings, site_url=SITE)
    library, _ = read_library(layout)
    return Press(layout, open_gate(library, settings, today), Shelf(), settings, find_fonts(), today)
