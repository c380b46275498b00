"""A site on its first day, without a record: every page of it stands, and none is a dead end."""

import re
import shutil

import pytest

from sites import ROOT, build


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    root = tmp_path_factory.mktemp("first-day")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content" / "pages", root / "content" / "pages")
    build(root)
    return root / "site"


def main_of(path):
    """Return what a page says itself: ours between its marks, else the article, else all of <main>."""
    html = path.read_text()
    kinds = (r"<!--ls-main-->.*?<!--/ls-main-->", r"<article.*?</article>", r"<main.*?</main>")
    return next(found[0] for kind in kinds if (found := re.search(kind, html, re.DOTALL)))


def pages(site):
    return {path.relative_to(site).as_posix(): main_of(path) for path in sorted(site.rglob("*.html"))}


KINDS = (
    "404.html",
    *(f"{kind}/index.html" for kind in ("stars", "projects", "weeks", "regions", "regions/henan", "events")),
    *(f"{kind}/index.html" for kind in ("announcements", "lists", "rulebooks", "search")),
    "index.html",
)


def test_every_kind_of_page_stands_before_the_first_record(empty):
    assert [kind for kind in KINDS if kind not in pages(empty)] == []


def test_each_has_one_title_and_no_heading_without_a_section(empty):
    found = pages(empty)
    assert {name: n for name, main in found.items() if (n := len(re.findall(r"<h1[ >]", main))) != 1} == {}
    orphans = re.compile(r"</h[2-6]>(?:\s|</div>|<a [^>]*>[^<]*</a>)*</(?:section|nav|aside|article)>")
    assert [name for name, main in found.items() if orphans.search(main)] == []


def test_none_is_a_dead_end(empty):
    ends = {name: re.findall(r'<a [^>]*href="([^"#]+)"', main) for name, main in pages(empty).items()}
    assert [
        name for name, links in ends.items() if not links and name in KINDS and name != "search/index.html"
    ] == []


def test_the_first_page_invites(empty):
    home = main_of(empty / "index.html")
    assert "第一批人物和故事正在准备。" in home
    assert re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>', home) == [("./take-part/", "看看怎样参与")]
