import dataclasses
import datetime
import tracemalloc

import pytest
from folders import tree

from showcase.model.address import RecordAddress
from showcase.model.artefact import Artefact, Page
from showcase.model.library import Showcase
from showcase.model.media import Film, Picture, Shelf
from showcase.model.parts import Honour
from showcase.model.records import Star
from showcase.model.settings import Settings
from showcase.model.terms import Level, Stage
from showcase.publish.build import BuildReport, Materials, build

DAY = datetime.date(2024, 10, 20)
HONOUR = Honour(
    year=2024, level=Level.NATIONAL, title="之星", stage=Stage.APPROVED, document="示例1号", date=DAY
)


def star(serial):
    return Star(
        address=RecordAddress("stars", 2024, "henan", serial), name=f"姓名{serial}", honours=(HONOUR,)
    )


def page(address, main="", record="", **values):
    return Page(
        address=address,
        kind="star",
        section="stars",
        title="",
        description="",
        main=main,
        record=record,
        **values,
    )


def wrap(one):
    mark = f' data-record="{one.record}"' if one.record else ""
    robots = '<meta name="robots" content="noindex">' if one.noindex else ""
    return f"{robots}<main{mark}>{one.main}</main>".encode()


@pytest.fixture
def materials(tmp_path):
    """Return a function that makes the materials of a site of the stars with these serials."""
    masters = tmp_path / "derivatives"
    masters.mkdir()

    def make(*serials, notices=(), settings=None, assets=(), pages=None):
        files = {}
        for serial in serials:
            (masters / serial).write_bytes(serial.encode())
            files[f"media/ab/{serial}.jpg"] = masters / serial
        picture = Picture((), "")
        records = [
            page(f"stars/2024/henan/{s}", f"media/ab/{s}.jpg", f"stars/2024/henan/{s}") for s in serials
        ]
        left = [page(address, noindex=True) for address in notices]
        return Materials(
            showcase=Showcase(stars=tuple(star(serial) for serial in serials)),
            shelf=Shelf(
                files=files,
                pictures={"x": picture},
                films={"y": Film((), picture, 1), "z": Film((), picture, 1)},
            ),
            settings=settings or Settings(site_url="https://example.cn/"),
            today=DAY,
            pages=iter([page("stars/"), *records, *left]) if pages is None else pages,
            wrap=wrap,
            assets=[Artefact("assets/x.css", b"css"), *assets],
            index=[Artefact("find/names.json", "、".join(serials).encode())],
        )

    return make


def test_a_build_reports_what_the_site_holds(site, materials):
    first = build(site, materials("012", "013"))
    assert first == BuildReport(2, 3, 1, 2, first.written, 0, 0)
    assert len(tree(site)) == first.written
    again = build(site, materials("012", "013"))
    assert again == BuildReport(2, 3, 1, 2, 0, first.written, 0)


def test_pages_media_index_and_outputs_take_their_places(site, materials):
    build(site, materials("012"))
    files = tree(site)
    assert files["stars/2024/henan/012/index.html"] == (
        b'<main data-record="stars/2024/henan/012">media/ab/012.jpg</main>'
    )
    assert (files["media/ab/012.jpg"], files["find/names.json"]) == (b"012", b"012")
    assert b"https://example.cn/stars/2024/henan/012/" in files["sitemaps/stars-1.xml"]
    assert "姓名012".encode() in files["feed.xml"]


def test_without_directory_urls_pages_are_files(site, materials):
    build(site, materials("012", settings=Settings(directory_urls=False, site_url="https://example.cn/")))
    files = tree(site)
    assert {path for path in files if path.endswith(".html")} == {
        "stars/index.html",
        "stars/2024/henan/012.html",
    }
    assert b"https://example.cn/stars/2024/henan/012.html" in files["feed.xml"]


def test_who_is_withdrawn_leaves_no_trace_but_the_notice(site, materials):
    build(site, materials("012", "013"))
    build(site, materials("013", notices=["stars/2024/henan/012"]))
    files = tree(site)
    assert files["stars/2024/henan/012/index.html"] == (
        b'<meta name="robots" content="noindex"><main></main>'
    )
    assert [path for path, data in files.items() if "姓名012".encode() in data or "012.jpg" in path] == []
    again = build(site, materials("013", notices=["stars/2024/henan/012"]))
    assert (again.written, again.deleted) == (0, 0)


def test_a_take_down_does_not_wait_for_a_build_that_fails(site, materials):
    def broken():
        yield page("stars/", "new")
        raise ZeroDivisionError

    build(site, materials("012", "013"))
    before = tree(site)
    with pytest.raises(ZeroDivisionError):
        build(site, materials("013", pages=broken()))
    gone = {"stars/2024/henan/012/index.html", "media/ab/012.jpg"}
    assert tree(site) == {path: data for path, data in before.items() if path not in gone}


def test_removals_let_nobody_in(site, materials):
    build(site, materials("012", "013"))
    build(site, materials("013", "099"), removed=["stars/2024/henan/012"])
    pages = [path for path in tree(site) if path.startswith("stars/2024/")]
    assert pages == ["stars/2024/henan/013/index.html"]


def test_robots_written_by_hand_win(site, materials):
    build(site, materials("012", assets=[Artefact("robots.txt", b"mine")]))
    assert tree(site)["robots.txt"] == b"mine"


def test_films_and_sounds_served_from_elsewhere_are_not_published(site, materials, tmp_path):
    made = materials("012", settings=Settings(media_url="https://media.example.cn/x"))
    file = next(iter(made.shelf.files.values()))
    more = {f"media/ab/{name}": file for name in ("a-720p.mp4", "a-sound.m4a", "a-poster.jpg", "a-captions.vtt")}
    build(site, dataclasses.replace(made, shelf=Shelf(files={**made.shelf.files, **more})))
    published = [path for path in tree(site) if path.startswith("media/")]
    assert published == ["media/ab/012.jpg", "media/ab/a-captions.vtt", "media/ab/a-poster.jpg"]


def test_memory_does_not_grow_with_the_bytes_of_pages(site, materials):
    def peak(size):
        pages = (page(f"stars/{n}", "x" * size) for n in range(300))
        tracemalloc.start()
        build(site, materials(pages=pages))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(100_000) - peak(10) < 3_000_000  # 300 pages hold 30 MB, one 0.1 MB
