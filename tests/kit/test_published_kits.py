"""A site that offers a kit of everybody who allows it (`kits: all`): a few real records, built by the command."""

from __future__ import annotations

import re
import shutil
import zipfile

import pytest

from sites import build

WITH_FILM, WITHOUT, PROJECT = "stars/2024/henan/012", "stars/2024/hebei/010", "projects/2024/fujian/006"
OTHERS = ("events", "weeks", "announcements", "lists", "withdrawn.yml")


@pytest.fixture
def few(demo):
    """A site of three records, of which one has no consent for kits."""
    content = demo / "content"
    for name in OTHERS:
        place = content / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for record in [*content.glob("stars/**/*.md"), *content.glob("projects/**/*.md")]:
        address = record.relative_to(content).as_posix()
        if not address.startswith((WITH_FILM, WITHOUT, PROJECT)):
            record.unlink()
            continue
        gone = r"(?m)^related:.*\n|^  kit: .*\n" if address.startswith(WITHOUT) else r"(?m)^related:.*\n"
        record.write_text(re.sub(gone, "", record.read_text("utf-8")), "utf-8")
    config = demo / "mkdocs.yml"
    settings = "demo: true\n      cards: false\n      kits: all"
    config.write_text(config.read_text("utf-8").replace("demo: true", settings), "utf-8")
    return demo


def kits(root):
    """Every kit, the published and the kept, with what changes when it is made again."""
    places = [*root.glob("site/kits/*"), *root.glob(".cache/kits/*")]
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in places}


def offered(root, address):
    """What the page of a record offers to take along."""
    page = (root / "site" / address / "index.html").read_text("utf-8")
    return re.findall(r'href="[./]*(kits/[^"]+)"', page)


@pytest.mark.slow
def test_everybody_who_allows_it_has_a_kit_without_film_and_a_second_build_makes_none(few):
    build(few)
    named = [f"kits/{address.replace('/', '-')}.zip" for address in (PROJECT, WITH_FILM)]
    assert sorted(path.name for path in few.glob("site/kits/*")) == [name[5:] for name in named]
    assert [offered(few, address) for address in (PROJECT, WITH_FILM, WITHOUT)] == [
        [named[0]],
        [named[1]],
        [],
    ]
    for name in named:
        with zipfile.ZipFile(few / "site" / name) as kit:
            assert kit.testzip() is None
            assert [each for each in kit.namelist() if each.startswith(("film", "files/film"))] == []
            assert {"start.html", "slides.html", "slides.pptx", "poster.pdf"} <= {*kit.namelist()}
        assert (few / "site" / name).stat().st_size < 5 * 1024**2

    made = kits(few)
    build(few)
    assert (kits(few), len(made)) == (made, 4)
