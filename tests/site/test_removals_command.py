"""`build --removals`: take-downs go out at once, whatever is wrong with other records, and nothing else does."""

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from test_secrets import holding

from showcase.check.takedowns import line_mark
from sites import TODAY, build, copy_demo, showcase

GONE, BESIDE, NEW = "stars/2024/henan/960", "stars/2024/henan/961", "stars/2024/henan/970"
BROKEN, EDITED = "stars/2023/qinghai/901", "stars/2023/hainan/901"  # of another year: no neighbours of the rest
EVENT = "events/2024/2024-05-04-visit"
LIST, OTHER_LIST = "lists/2024-county-henan", "lists/2023-county-henan"
NOTICE_TITLE = "这一页已应要求撤下"


def word(name, field=""):
    """Return a word that occurs nowhere else and that no folding changes."""
    return f"zq{name}{field}qz"


def star(name, more="", year=2024):
    return f"""---
name: {word(name, "name")}
unit: {word(name, "unit")}
post: {word(name, "post")}
topics: [{word(name, "topic")}]
quote: {word(name, "quote")}
photos:
  - {{file: life.png, kind: life, alt: {word(name, "alt")}, caption: {word(name, "caption")}}}
honours:
  - {{year: {year}, level: provincial, title: {word(name, "title")}, stage: approved, document: 示例1号, date: {year}-10-18}}
consent:
  text: {{date: 2024-05-01, evidence: 示例1, until: 2027-01-01}}
  photos: {{date: 2024-05-01, evidence: 示例2, until: 2026-12-31}}
  data: {{date: 2024-05-01, evidence: 示例3}}
{more}---
{word(name, "text")}，第一段。

## 主要事迹

{word(name, "deeds")}
"""


def write(root, address, text, colour=None):
    path = root / "content" / f"{address}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if colour:
        picture = root / "media" / address / "life.png"
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (640, 480), colour).save(picture)


@pytest.fixture(scope="module")
def built(tmp_path_factory, derivatives):
    """The demo with four more people, an event that two of them share and lists that name one; built."""
    demo = copy_demo(tmp_path_factory.mktemp("removals") / "demo", derivatives)
    write(demo, GONE, star("gone"), "magenta")
    write(demo, BESIDE, star("beside", f"related: [{GONE}]\n"), "cyan")
    write(demo, BROKEN, star("broken", year=2023), "blue")
    write(demo, EDITED, star("edited", year=2023), "lime")
    write(
        demo,
        EVENT,
        f"---\nkind: school-visit\ntitle: 示例走访\nplace: 青柳县\nregion: henan\nrecords: [{GONE}, {BESIDE}]\n---\n走访一次。\n",
    )
    write_list(demo, LIST, "gone", "other")
    write_list(demo, OTHER_LIST, "third")
    build(demo)
    assert [holding(demo / "site", word(name, "name")) != [] for name in ("gone", "beside", "broken")] == [True] * 3
    assert [len(pictures(demo, colour)) > 1 for colour in ("magenta", "cyan", "blue", "lime")] == [True] * 4
    return demo


@pytest.fixture
def root(built, tmp_path):
    """A copy of that: its own content, media and site by link (builds and tests replace files, never write into them)."""
    root = tmp_path / "demo"
    shutil.copytree(built, root, ignore=lambda folder, _: ["media", "site"] if Path(folder) == built else [])
    for name in ("media", "site"):
        shutil.copytree(built / name, root / name, copy_function=os.link)
    return root


def write_list(root, address, *names):
    lines = [f"star,{word(name, 'name')},{word(name, 'unit')},示例名单,示例〔2024〕1号" for name in names]
    text = "\n".join(["kind,name,unit,title,document", *lines, ""])
    (root / "content" / f"{address}.csv").write_text(text, encoding="utf-8")


def pictures(root, colour):
    """Return the pictures on the site that are made of the photo in that colour."""
    wanted = ImageColor.getrgb(colour)
    found = {p for kind in ("*.jpg", "*.webp") for p in (root / "site" / "media").rglob(kind)}
    return {p for p in found if all(abs(a - b) < 8 for a, b in zip(middle(p), wanted, strict=True))}


SEEN = {}
"""The middle of each picture by its name, which says what is in it."""


def middle(path):
    if path.name not in SEEN:
        with Image.open(path) as image:
            SEEN[path.name] = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    return SEEN[path.name]


def page(root, address):
    return root / "site" / address / "index.html"


def withdraw(root, *addresses):
    path = root / "content" / "withdrawn.yml"
    lines = "".join(f"- {{address: '{address}', date: 2026-11-20}}\n" for address in addresses)
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")


def delete(root, address):
    (root / "content" / f"{address}.md").unlink()
    shutil.rmtree(root / "media" / address)


def break_record(root, address):
    path = root / "content" / f"{address}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("unit:", "nuit:"), encoding="utf-8")


def edit(root, address):
    path = root / "content" / f"{address}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("第一段", "又改了一句"), encoding="utf-8")


def remove(root, today=TODAY):
    """Run the removals build and return {record page: bytes} from before it."""
    before = own_pages(root)
    done = showcase("build", "--removals", "--today", today, root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return before


def own_pages(root):
    """Return {address: bytes} of every star's, project's, event's and week's page."""
    kinds = [(root / "site" / kind).glob("2*/*/*/index.html") for kind in ("stars", "projects")]
    kinds += [(root / "site" / kind).glob("2*/*/index.html") for kind in ("events", "weeks")]
    found = {p.parent.relative_to(root / "site").as_posix(): p for paths in kinds for p in paths}
    return {address: p.read_bytes() for address, p in found.items()}


def changed(root, before):
    after = own_pages(root)
    return {address for address in before.keys() | after.keys() if before.get(address) != after.get(address)}


def test_a_withdrawn_record_leaves_no_byte_while_another_record_is_broken(root):
    delete(root, GONE)
    withdraw(root, GONE, line_mark(LIST, word("gone", "name"), word("gone", "unit")))
    break_record(root, BROKEN)
    edit(root, EDITED)
    write(root, NEW, star("new"), "red")
    before = remove(root)
    assert holding(root / "site", word("gone")[:-2]) == []
    assert pictures(root, "magenta") == set()
    assert NOTICE_TITLE in page(root, GONE).read_text(encoding="utf-8")
    assert holding(root / "site", word("new")[:-2]) == []
    assert changed(root, before) - listing(before) == {GONE}
    assert own_pages(root)[BROKEN] == before[BROKEN]
    assert pictures(root, "blue")
    assert own_pages(root)[EDITED] == before[EDITED]
    assert {BESIDE, EVENT} <= listing(before)
    for address in (BESIDE, EVENT):
        assert GONE not in page(root, address).read_text(encoding="utf-8")
    assert word("other", "name") in page(root, LIST).read_text(encoding="utf-8")
    whole = showcase("build", "--today", TODAY, root=root)
    assert whole.returncode == 1  # the broken record still stops everything else


def listing(before):
    """Return the addresses of the pages that named the withdrawn record."""
    return {address for address, html in before.items() if f"{GONE}/".encode() in html} - {GONE}


@pytest.mark.slow
def test_a_second_removal_keeps_what_the_first_took(root):
    """The file still lies in the tree: by it the gate knows the name on the list."""
    withdraw(root, GONE)
    break_record(root, BROKEN)
    for _ in range(2):
        remove(root)
        assert holding(root / "site", word("gone")[:-2]) == []
        assert NOTICE_TITLE in page(root, GONE).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_closed_list_and_ended_consents_leave(root):
    """On 2027-01-05 the consents for text (01-01) and photos (12-31) have ended, and the 公示 is over."""
    write(root, "announcements/2026-henan-plain", notice("plain"))
    write(root, "announcements/2026-henan-faulty", notice("faulty"))
    write(root, "announcements/2026-henan-later", notice("later", last_day="2027-01-06"))
    build(root)
    for name in ("plain", "faulty", "later"):
        assert holding(root / "site", word(name)[:-2]) == [f"announcements/2026-henan-{name}/index.html"]
    write(root, "announcements/2026-henan-faulty", notice("faulty", "\nunknown: 1"))
    write(root, "announcements/2026-henan-later", notice("later", "\nunknown: 1", last_day="2027-01-06"))
    keep_text(root, EDITED)
    keep_text(root, BROKEN)
    break_record(root, BROKEN)
    remove(root, "2027-01-05")
    for name in ("plain", "faulty", "beside"):
        assert holding(root / "site", word(name)[:-2]) == [], name
    assert holding(root / "site", word("gone", "text")) == []  # the name is on an official list of its own
    assert page(root, "announcements/2026-henan-plain").is_file()
    assert holding(root / "site", word("later")[:-2]) == ["announcements/2026-henan-later/index.html"]
    assert [pictures(root, colour) for colour in ("magenta", "cyan", "blue", "lime")] == [set()] * 4
    assert page(root, EDITED).is_file()  # its text may stay, its photo not
    assert not page(root, BROKEN).exists()  # shows a photo that may not stay and cannot be written anew


def notice(name, more="", last_day="2026-12-04"):
    return f"""---
title: 示例公示
year: 2026
level: county
region: henan
first_day: 2026-11-20
last_day: {last_day}
candidates:
  - {{name: {word(name, "name")}, unit: {word(name, "unit")}, kind: star}}{more}
---
以下名单现予公示。
"""


def keep_text(root, address):
    path = root / "content" / f"{address}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(", until: 2027-01-01", ""), encoding="utf-8")


@pytest.mark.slow
def test_what_cannot_be_read_stays_and_a_broken_photo_stops_no_removal(root):
    (root / "content" / f"{BROKEN}.md").write_bytes(b"\xff\xfe broken")
    (root / "media" / EDITED / "life.png").unlink()
    (root / "media" / EDITED / "life.png").write_bytes(b"no picture")
    with (root / "content" / f"{OTHER_LIST}.csv").open("a", encoding="utf-8") as file:
        file.write("star,only two\n")
    delete(root, GONE)
    withdraw(root, GONE)
    before = remove(root)
    assert not holding(root / "site", word("gone", "text"))
    assert own_pages(root)[BROKEN] == before[BROKEN]
    assert own_pages(root)[EDITED] == before[EDITED]
    assert pictures(root, "blue")
    assert pictures(root, "lime")
    assert word("third", "name") in page(root, OTHER_LIST).read_text(encoding="utf-8")


def test_without_a_last_site_there_is_nothing_to_take_from(root):
    """A fresh checkout has no site/: publishing what little is left would empty the real one."""
    shutil.rmtree(root / "site")
    done = showcase("build", "--removals", "--today", TODAY, root=root)
    assert (done.returncode, (root / "site").exists()) == (1, False)
    assert "没有上一次发布的网站" in done.stderr
