"""`showcase withdraw`: nothing of a person is left in the folder, and every other page keeps its bytes."""

import hashlib
import re

import pytest
from PIL import Image
from test_removals_command import (
    BESIDE,
    EVENT,
    GONE,
    LIST,
    break_record,
    own_pages,
    page,
    pictures,
    star,
    word,
    write,
)

from sites import build, showcase

BROKEN = "stars/2024/henan/962"  # stands on the same lists as the one who goes
NOTICE = "这一页已应要求撤下"
ANNOUNCED = "announcements/2026-henan-extra"
VISIT = f"""---
kind: school-visit
title: 示例走访
place: 青柳县
region: henan
records: [{GONE}, {BESIDE}]
---
走访一次。
"""
CANDIDATES = f"""---
title: 示例公示
year: 2026
level: county
region: henan
first_day: 2026-11-20
last_day: 2026-12-04
candidates:
  # 名单照抄公告
  - {{name: {word("gone", "name")}, unit: {word("gone", "unit")}, kind: star}}
  - name: {word("elsewhere", "name")}
    unit: {word("elsewhere", "unit")}
    record: {GONE}
  - {{name: {word("other", "name")}, unit: {word("other", "unit")}, kind: star}}
---
以下名单现予公示。
"""


def withdraw(root, *arguments):
    return showcase("withdraw", *arguments, root=root)


def files(*folders):
    """Return {path: bytes} of every file below the folders."""
    return {p: p.read_bytes() for folder in folders for p in sorted(folder.rglob("*")) if p.is_file()}


def holding(root, needles):
    """Return the files of the whole folder, site and caches included, whose name or bytes hold a needle."""
    found = files(root)
    return sorted(
        str(p.relative_to(root))
        for p, b in found.items()
        if any(n.encode() in b or n in str(p) for n in needles)
    )


def html_pages(root):
    return {p.relative_to(root).as_posix(): b for p, b in files(root / "site").items() if p.suffix == ".html"}


def without_numbers(html):
    """Return a page without its numbers: browsing pages count the people of each year and region."""
    return re.sub(rb"\d+", b"", html)


def drawn_of_gone(root):
    """Return the names of the card and the poster that show the photo of the one who goes, at the right."""
    return {path.name for path in (root / ".cache/cards").rglob("*.jpg") if is_magenta_at_right(path)}


def is_magenta_at_right(path):
    with Image.open(path) as image:
        red, green, blue = image.getpixel((image.width - 100, 300))
    return red > 230 and green < 25 and blue > 230


def hashes(paths):
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def media_of_gone(root):
    """Return the hashes of the photo that goes and of all that was made from it, and their names' keys."""
    keys = {p.name.split("-")[0] for p in pictures(root, "magenta")}
    made = [p for p in (root / "media/derivatives").rglob("*") if p.is_file() and p.name[:20] in keys]
    assert len(made) > 2
    return hashes([*made, root / "media" / GONE / "life.png"]), keys


@pytest.fixture
def root(demo):
    """The demo with three more people; one is on an event, a list and a 公示 (there under a second name too)."""
    write(demo, GONE, star("gone"), "magenta")
    write(demo, BESIDE, star("beside", f"related: [{GONE}]\n"), "cyan")
    write(demo, BROKEN, star("broken"), "blue")
    write(demo, EVENT, VISIT)
    write(demo, ANNOUNCED, CANDIDATES)
    lines = (
        f"star,{word(who, 'name')},{word(who, 'unit')},示例县名单,示例〔2024〕1号\n"
        for who in ("gone", "other")
    )
    (demo / "content" / f"{LIST}.csv").write_text(
        "kind,name,unit,title,document\n" + "".join(lines), encoding="utf-8"
    )
    build(demo)
    assert holding(demo, [word("gone")[:-2]]) != []
    return demo


@pytest.mark.parametrize("way", ["build", pytest.param("removals", marks=pytest.mark.slow)])
def test_no_byte_is_left_and_all_other_pages_stay(root, way):
    own, keys = media_of_gone(root)
    drawn = drawn_of_gone(root)
    assert {name.partition("-")[2] for name in drawn} == {"card.jpg", "poster.jpg"}
    before = html_pages(root)
    naming = {
        name
        for name, html in before.items()
        if f"{GONE}/".encode() in html or word("gone")[:-2].encode() in html
    }
    if way == "removals":
        break_record(root, BROKEN)
    done = withdraw(root, GONE, "--date", "2026-11-21")
    assert done.returncode == 0, done.stdout + done.stderr
    left = {path.name for path in (root / ".cache/cards").rglob("*.jpg")}
    assert (left & drawn, len(left) > 2) == (set(), True)
    build(root, *(["--removals"] if way == "removals" else []))
    assert holding(root, [word("gone")[:-2], word("elsewhere")[:-2], *keys, *own, *drawn]) == []
    assert not own & hashes(files(root))
    after = html_pages(root)
    changed = {name for name in before if after.get(name) != before[name]} - naming
    assert {
        name for name in changed if without_numbers(after[name]) != without_numbers(before[name])
    } == set()
    assert not changed & {f"site/{address}/index.html" for address in own_pages(root)}, (
        "a page of somebody else"
    )
    assert after.keys() <= before.keys()
    # a page that names the person and has an error itself leaves until a whole build brings it back
    slides = f"site/{GONE}/slides/index.html"
    assert before.keys() - after.keys() - {slides} <= (
        {f"site/{BROKEN}/index.html"} & naming if way == "removals" else set()
    )
    assert slides not in after
    assert NOTICE in page(root, GONE).read_text(encoding="utf-8")
    assert {f"site/{address}/index.html" for address in (BESIDE, EVENT, ANNOUNCED)} <= naming
    assert word("other", "name") in page(root, "lists/2024-county-henan").read_text(encoding="utf-8")
    assert word("other", "name") in page(root, ANNOUNCED).read_text(encoding="utf-8")
    assert pictures(root, "cyan")


@pytest.mark.slow
def test_a_list_that_cannot_be_read_loses_the_page_that_shows_the_name(root):
    """The line is gone from the file, and the file has an error: only the mark still knows the name."""
    assert (
        withdraw(root, LIST, "--name", word("other", "name"), "--unit", word("other", "unit")).returncode == 0
    )
    with (root / "content" / f"{LIST}.csv").open("a", encoding="utf-8") as file:
        file.write("star,only two\n")
    build(root, "--removals")
    assert holding(root / "site", [word("other")[:-2]]) == [f"{ANNOUNCED}/index.html"]


@pytest.mark.slow
def test_one_line_of_a_list(root):
    person = ("--name", word("other", "name"), "--unit", word("other", "unit"))
    done = withdraw(root, LIST, *person, "--date", "2026-11-21")
    assert done.returncode == 0, done.stderr
    build(root)
    left = [f"content/{ANNOUNCED}.md", f"site/{ANNOUNCED}/index.html"]
    assert holding(root, [word("other")[:-2]]) == left
