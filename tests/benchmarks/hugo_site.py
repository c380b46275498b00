"""Writes the same showcase for Hugo: the same record files, pages of the same structure and size.

Hugo's side is written to be quick: what repeats from page to page (chrome, cards, shelves of neighbours,
lists by year) is a cached partial. It does less than ours: no feeds, no open data, no names by pinyin,
no pages of weeks, rulebooks and lists.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from benchmarks.corpus import REGIONS, YEARS, star
from showcase.model.regions import REGIONS as ALL_REGIONS

LAYOUTS = Path(__file__).parent / "layouts"
MARK = "§§"
"""Stands for the root of links in the chrome."""
_TOP = "../../../../"
_CONFIG = """baseURL = "/"
title = "百姓学习之星"
locale = "zh"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
timeout = "300s"
[pagination]
pagerSize = 48
disableAliases = true
"""


def write_hugo_site(root: Path, count: int, our_page: str) -> None:
    """Write the site of `count` stars below `root`; `our_page` is one of our record pages, for its chrome."""
    shutil.copytree(LAYOUTS, root / "layouts")
    (root / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    for number in range(count):
        address, text = star(number)
        _write(root / "content" / "stars" / f"{address}.md", text)
    _write_lists(root / "content")
    names = {slug: region.short for slug, region in ALL_REGIONS.items()}
    _write(root / "data" / "regions.json", json.dumps(names))
    for name, piece in chrome(our_page).items():
        _write(root / "assets" / "chrome" / f"{name}.txt", piece)


def _write_lists(content: Path) -> None:
    """Write what Hugo wants for a list: of all, of each year of honour, of each region in it; and regions."""
    for section in ("stars", "regions"):
        _write(content / section / "_index.md", "---\n---\n")
    for year in (YEARS[0] - 1, *YEARS):
        _write(content / "stars" / str(year) / "_index.md", f"---\nlisted: '{year}'\n---\n")
        for region in REGIONS:
            front = f"---\nlisted: {year}/{region}\n---\n"
            _write(content / "stars" / str(year) / region / "_index.md", front)
    for slug in ALL_REGIONS:
        _write(content / "regions" / f"{slug}.md", "---\n---\n")


def chrome(page: str) -> dict[str, str]:
    """Return what our theme draws around a record's page, cut where the record's own words stand.

    The current tab is 学习之星 on every page.
    """
    cuts = {
        "start": r'\s*(.*?)<meta name="description"',
        "icons": r'<meta name="description"[^>]*>(.*?)<title>',
        "styles": r'</title>(.*?)<meta property="og:site_name"',
        "header": r"application/ld\+json.*?</script>(.*?)<main ",
        "sidebars": r"<main [^>]*>(.*?)<!--ls-main-->",
        "footer": r"<!--/ls-main-->(.*)",
    }
    return {name: _rooted(re.search(cut, page, re.DOTALL)[1]) for name, cut in cuts.items()}


def _rooted(piece: str) -> str:
    """Mark the root of every link, and the link to the tab, which lies above a record's own folder."""
    piece = piece.replace(_TOP, MARK).replace(f'"{_TOP.rstrip("/")}"', f'"{MARK}."')
    return piece.replace('"../../../"', f'"{MARK}stars/"')


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
