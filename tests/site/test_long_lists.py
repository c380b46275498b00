"""5,000 published names: browsed, found, linked where a record exists; one taken out is gone everywhere."""

import csv
import re
import shutil

import pytest
from test_announced import holding, texts_of

from pages.year_samples import words_of
from sites import ROOT, build, served, showcase

COUNT = 5000
LIST = "lists/2024-provincial-henan"
TITLE = "河南省2024年入选推介名单（示例）"
GONE = ("名四九九八", "示例单位四九九八")
KNOWN = {7: ("stars/2024/henan/001", "star"), 4400: ("projects/2024/henan/002", "project")}
"""The lines that have records, by their number."""

DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def name(number):
    return f"名{number}".translate(DIGITS), f"示例单位{number}".translate(DIGITS)


def kind(number):
    return "star" if number < 4000 else "project"


def record(kind, number):
    who, unit = name(number)
    own = f"name: {who}\nunit: {unit}" if kind == "star" else f"name: {who}\nhosts: [{unit}]"
    return f"""---
{own}
honours:
  - {{year: 2024, level: provincial, title: 示例, stage: approved, document: 示例1号, date: 2024-06-20}}
consent:
  text: {{date: 2024-05-01, evidence: 示例1}}
---
一段话，说的是做过的一件事。
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("long") / "site-of-lists"
    (root / "content").mkdir(parents=True)
    (root / "media").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    path = root / "content" / f"{LIST}.csv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["kind", "name", "unit", "title", "document"])
        lines.writerows([kind(n), *name(n), TITLE, "示例教〔2024〕85号"] for n in range(1, COUNT + 1))
    for number, (address, what) in KNOWN.items():
        place = root / "content" / f"{address}.md"
        place.parent.mkdir(parents=True)
        place.write_text(record(what, number), encoding="utf-8")
    build(root)
    return root


def pages_of(root):
    """Return the list's pages in their order."""
    folder = root / "site" / LIST
    further = sorted(folder.glob("page-*/index.html"), key=lambda path: int(path.parent.name[5:]))
    return [path.read_text(encoding="utf-8") for path in (folder / "index.html", *further)]


def lines_of(html):
    """Return (name, unit, address of its record or "") of every line of a page."""
    rows = re.findall(
        r'<tr(?: data-record="([^"]*)")?><td[^>]*>[^<]*</td><th[^>]*>(.*?)</th><td>(.*?)</td></tr>', html
    )
    return [(words_of(who), words_of(unit), address) for address, who, unit in rows]


@pytest.mark.slow
def test_every_name_stands_once_in_the_order_of_the_list_over_pages_that_lead_to_each_other(root):
    pages = pages_of(root)
    found = [line for page in pages for line in lines_of(page)]
    assert [line[:2] for line in found] == [name(n) for n in range(1, COUNT + 1)]
    assert [len(lines_of(page)) for page in pages] == [500] * 10
    nav = re.search(r'<nav class="ls-pager.*?</nav>', pages[0], re.DOTALL)[0]
    assert [int(n) for n in re.findall(r">(\d+)<", nav)] == list(range(1, 11))


@pytest.mark.slow
def test_lines_with_a_record_lead_to_it_and_no_other_does(root):
    found = {
        number: line[2]
        for number, line in enumerate((x for p in pages_of(root) for x in lines_of(p)), 1)
        if line[2]
    }
    assert found == {number: address for number, (address, _) in KNOWN.items()}
    assert f'href="../../{KNOWN[7][0]}/"' in pages_of(root)[0]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("number", [1, 2718, COUNT])
def test_any_name_is_found_in_the_browser(root, browser, number):
    who, unit = name(number)
    page = browser.new_page()
    with served(root / "site") as home:
        page.goto(f"{home}search/?q={who}")
        first = page.locator("[data-ls-results] li").first
        first.wait_for(timeout=60_000)
        said = "".join(first.inner_text().split())
    page.close()
    assert who in said and unit in said


@pytest.mark.slow
def test_a_name_taken_out_is_gone_everywhere_and_its_neighbours_stay(root, tmp_path):
    other = tmp_path / "copy"
    shutil.copytree(root, other)
    assert len(holding(texts_of(other / "site"), GONE)) >= 2
    done = showcase("withdraw", LIST, "--name", GONE[0], "--unit", GONE[1], root=other)
    assert done.returncode == 0, done.stdout + done.stderr
    build(other, "--removals")
    texts = texts_of(other / "site")
    assert holding(texts, GONE) == []
    assert GONE[0] not in (other / "content" / f"{LIST}.csv").read_text(encoding="utf-8")
    assert len(holding(texts, name(4997))) >= 2
    build(other)
    assert holding(texts_of(other / "site"), GONE) == []
