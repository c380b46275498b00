"""Compressed siblings: they come, change and go with the file beside them, and are never of an older one."""

import gzip
import os
import subprocess
import sys
import time

import brotli
import pytest
from folders import plan, tree

from showcase.publish.live import scan
from showcase.publish.plan import SyncReport
from showcase.publish.removals import live_records, removal_plan
from showcase.publish.sync import sync

LONG = "一个字也可以。" * 200
A = "stars/2024/henan/012"
PAGE = f'<main id="main" data-record="{A}">沈玉兰{LONG}</main>'.encode()
NOTICE = f'<meta name="robots" content="noindex"><main id="main">已撤下{LONG}</main>'.encode()


def wanted(files):
    """The folder that a plan with siblings leaves: gzip and Brotli decoded, so that texts compare."""
    found = dict(files)
    for path, data in files.items():
        if path.endswith((".html", ".json", ".css")) and len(data) >= 1024:
            found |= {f"{path}.gz": data, f"{path}.br": data}
    return found


def decoded(folder):
    """All files of a folder; what siblings were made of."""
    ways = {".gz": gzip.decompress, ".br": brotli.decompress}
    return {path: ways.get(path[-3:], bytes)(data) for path, data in tree(folder).items()}


def beside(files, **wishes):
    return plan(files, siblings=True, **wishes)


FILES = {
    "index.html": PAGE,
    f"{A}/index.html": PAGE,
    "small.html": b"small",
    "data/stars.json": LONG.encode(),
    "find/cards/1.bin": os.urandom(3000),
    "media/ab/a.jpg": b"\xff\xd8" * 2000,
}


def test_texts_of_some_size_get_both_siblings_and_nothing_else_does(site):
    assert sync(site, beside(FILES)) == SyncReport(written=6, unchanged=0, deleted=0)
    assert decoded(site) == wanted(FILES)


def test_a_second_build_touches_nothing_and_two_builds_are_alike(site, tmp_path):
    sync(site, beside(FILES))
    before = {path: path.stat().st_ino for path in site.rglob("*")}
    assert sync(site, beside(FILES)) == SyncReport(written=0, unchanged=6, deleted=0)
    assert {path: path.stat().st_ino for path in site.rglob("*")} == before
    sync(tmp_path / "other", beside(FILES))
    assert tree(tmp_path / "other") == tree(site)


def test_siblings_change_with_the_file_and_leave_when_it_gets_small(site):
    sync(site, beside(FILES))
    changed = FILES | {"index.html": NOTICE, "data/stars.json": b"[]"}
    assert sync(site, beside(changed)) == SyncReport(written=2, unchanged=4, deleted=0)
    assert decoded(site) == wanted(changed)


def test_without_the_wish_they_leave(site):
    sync(site, beside(FILES))
    assert sync(site, plan(FILES)) == SyncReport(written=0, unchanged=6, deleted=0)
    assert tree(site) == FILES


@pytest.mark.parametrize("spoil", ["stale", "half", "alone", "orphan"])
def test_a_sibling_that_is_of_something_else_is_made_anew(site, spoil):
    sync(site, beside(FILES))
    place = site / "index.html.gz"
    if spoil == "stale":
        place.write_bytes(gzip.compress(NOTICE))
    elif spoil == "half":
        place.write_bytes(place.read_bytes()[:20])
    elif spoil == "alone":
        place.unlink()
    else:
        place.with_name("gone.html.gz").write_bytes(gzip.compress(PAGE))
    sync(site, beside(FILES))
    assert decoded(site) == wanted(FILES)


def test_what_is_taken_down_leaves_with_its_siblings_before_anything_else_happens(site):
    sync(site, beside(FILES))

    def fails():
        yield from ()
        raise RuntimeError("later")

    stopped = beside({})
    stopped = type(stopped)([fails()], gone=lambda live: [f"{A}/index.html"], siblings=True)
    with pytest.raises(RuntimeError):
        sync(site, stopped)
    assert [path for path in tree(site) if path.startswith(A)] == []
    assert "index.html.gz" in tree(site)


def test_siblings_do_not_count_as_files_of_the_site(site):
    sync(site, beside(FILES))
    live = scan(str(site))
    assert live.files == set(FILES)
    assert live_records(live) == {A}


@pytest.mark.parametrize("address", [f"{A}/index.html", f"{A}.html"])
def test_a_removal_leaves_no_sibling_behind_and_keeps_those_of_others(site, address):
    other = "stars/2024/henan/013/index.html"
    files = {address: PAGE, other: PAGE.replace(b"012", b"013"), "stars/index.html": PAGE}
    sync(site, beside(files))
    kept = tree(site)[f"{other}.gz"]
    after = {address: NOTICE, "stars/index.html": NOTICE}
    sync(site, removal_plan(beside(after), scan(str(site)), {A}, set()))
    assert decoded(site) == wanted(after | {other: files[other]})
    assert tree(site)[f"{other}.gz"] == kept


def test_a_page_that_names_the_removed_and_cannot_be_written_leaves_with_its_siblings(site):
    other = "stars/2024/henan/013/index.html"
    naming = (
        f'<main data-record="stars/2024/henan/013"><a href="../../../../{A}/">x</a>{LONG}</main>'.encode()
    )
    sync(site, beside({f"{A}/index.html": PAGE, other: naming}))
    sync(site, removal_plan(beside({f"{A}/index.html": NOTICE}), scan(str(site)), {A}, set()))
    assert decoded(site) == wanted({f"{A}/index.html": NOTICE})


PROGRAM = """
import sys
from pathlib import Path
from showcase.model.artefact import Artefact
from showcase.publish.plan import Plan
from showcase.publish.sync import sync

text = (sys.argv[2] * 60_000).encode()
print("go", flush=True)
sync(Path(sys.argv[1]), Plan([[Artefact(f"{n}.html", text) for n in range(150)]], siblings=True))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_no_kill_leaves_a_sibling_of_an_older_file(site):
    def start(letter):
        child = subprocess.Popen([sys.executable, "-c", PROGRAM, str(site), letter], stdout=subprocess.PIPE)
        assert child.stdout.readline() == b"go\n"
        return child

    began = time.monotonic()
    with start("a") as child:
        assert child.wait() == 0
    took = time.monotonic() - began
    for moment, letter in enumerate("bcdef", 1):
        with start(letter) as child:
            time.sleep(took * moment / 6)
            child.kill()
        files = decoded(site)
        stale = [path for path in files if path[-3:] in (".gz", ".br") and files[path] != files[path[:-3]]]
        assert stale == []
    with start("z") as child:
        assert child.wait() == 0
    assert set(decoded(site).values()) == {b"z" * 60_000}
    assert len(tree(site)) == 450
