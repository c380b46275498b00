"""The example of an own look (docs/examples/override) laid over the demo, built, and looked at."""

import re
import shutil

import pytest
from pypdf import PdfReader

from sites import ROOT, build, copy_demo, served, showcase

EXAMPLE = ROOT / "docs/examples/override"
SHEN = "stars/2024/henan/012/index.html"


def as_its_readme_says(root):
    """Return mkdocs.yml with the lines of the example's README in it."""
    wanted = re.search(r"```yaml\n(.*?)```", (EXAMPLE / "README.md").read_text("utf-8"), re.DOTALL)[1]
    theme, rest = re.fullmatch(r"theme:\n(.*?)(extra_css:.*)", wanted, re.DOTALL).groups()
    config = (root / "mkdocs.yml").read_text("utf-8")
    return config.replace("theme:\n", f"theme:\n{theme}", 1) + rest


@pytest.fixture(scope="module")
def own(tmp_path_factory, derivatives):
    root = copy_demo(tmp_path_factory.mktemp("own") / "demo", derivatives)
    for folder in ("overrides", "content"):
        shutil.copytree(EXAMPLE / folder, root / folder, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(as_its_readme_says(root), "utf-8")
    done = build(root)
    assert "完整渲染" not in done.stderr
    return root / "site"


def test_the_hosts_header_and_footer_stand_around_ours_on_every_page(own):
    for path in (SHEN, "index.html", "404.html", "about/index.html", "weeks/2024/index.html"):
        page = (own / path).read_text("utf-8")
        places = [
            page.index(mark)
            for mark in ('class="ls-skip"', "own-host__name", "<header", "<footer", "own-foot")
        ]
        assert places == sorted(places), path


def test_a_block_of_the_stars_page_is_the_owners_and_the_rest_is_ours(own, demo_site):
    ours, theirs = ((site / SHEN).read_text("utf-8") for site in (demo_site, own))
    own_block = re.compile(r'<section class="ls-part ls-page own-invite">.*?</section>\s*', re.DOTALL)
    assert "想请沈玉兰来讲一讲" in own_block.search(theirs)[0]
    mains = [
        re.search(r"(?s)<!--ls-main-->(.*)<!--/ls-main-->", page)[1]
        for page in (ours, own_block.sub("", theirs))
    ]
    without_blanks = ["".join(main.split()) for main in mains]
    assert without_blanks[0] == without_blanks[1]


def test_a_sentence_of_the_interface_is_the_owners(own, demo_site):
    places = [
        re.findall('placeholder="([^"]*)"', (site / SHEN).read_text("utf-8")) for site in (demo_site, own)
    ]
    assert places == [["名字、单位、项目"], ["姓名、单位、项目"]]


@pytest.mark.browser
def test_the_palette_is_the_owners_in_light_and_in_dark(own, browser):
    with served(own) as home:
        seen = []
        for scheme in ("default", "slate"):
            page = browser.new_page()
            page.goto(home + SHEN.removesuffix("index.html"))
            page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
            colour = "getComputedStyle(document.body).getPropertyValue('--ls-seal').trim()"
            host = "getComputedStyle(document.querySelector('.own-host')).backgroundColor"
            seen.append((page.evaluate(colour), page.evaluate(host)))
            page.close()
    assert seen[0] == ("#0f5a4a", "rgb(15, 90, 74)")
    assert seen[1][0] == "#8fd6c4"


def test_an_owners_layouts_for_paper_are_not_published(own):
    assert (own.parent / "overrides/print/table-card.typ").is_file()
    assert [path for path in own.rglob("*") if path.suffix == ".typ" or path.name == "print"] == []


@pytest.mark.slow
def test_an_owners_layout_is_printed(own, tmp_path):
    star = "stars/2024/henan/012"
    done = showcase("print", star, "--sheet", "table-card", "--out", tmp_path, root=own.parent, timeout=120)
    assert done.returncode == 0, done.stderr
    (page,) = PdfReader(tmp_path / "stars-2024-henan-012-table-card-a4.pdf").pages
    assert page.extract_text().split() == ["沈玉兰", "沈玉兰"]
