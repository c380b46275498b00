"""That the benchmark compares like with like: the same records, texts and, within 10 %, bytes. No clock."""

import re
from html import unescape

import pytest

from benchmarks.corpus import star
from benchmarks.sides import built, hugo, ours, write_both

COUNT = 300

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    mine, theirs = write_both(tmp_path_factory.mktemp("bench"), COUNT)
    ours(mine)()
    hugo(theirs)()
    return mine, theirs


def test_the_same_records_have_pages_on_both_sides(both):
    mine, theirs = map(built, both)
    wanted = {f"stars/{star(number)[0]}/index.html" for number in range(COUNT)}
    assert set(mine.records) == set(theirs.records) == wanted


def test_every_record_page_has_the_same_bytes_within_a_tenth(both):
    mine, theirs = map(built, both)
    off = [path for path, size in mine.records.items() if abs(theirs.records[path] / size - 1) > 0.1]
    assert off == []
    assert abs(theirs.bytes_each / mine.bytes_each - 1) <= 0.1


def test_the_same_lists_are_cut_into_as_many_pages(both):
    def lists(root):
        stars = root / "site" / "stars"
        pages = {path.relative_to(stars).as_posix() for path in stars.rglob("index.html")}
        records = re.compile(r"\d{3}/(?:slides/)?index")  # slides are ours alone: the peer writes less
        return {path.replace("page/", "page-") for path in pages if not records.search(path)}

    mine, theirs = map(lists, both)
    assert mine == theirs


def test_every_record_page_says_the_same_words(both):
    mine, theirs = both
    for path in built(mine).records:
        assert words(mine / "site" / path) == words(theirs / "site" / path), path


def words(path):
    """The words inside <main>, tags and white space apart; attributes and links have none."""
    main = path.read_text(encoding="utf-8").partition("<!--ls-main-->")[2] or path.read_text(encoding="utf-8")
    main = main[main.index('<nav class="ls-path') : main.index("<footer")]
    main = re.sub(r"(?s)<script.*?</script>", "", main)
    return "".join(unescape(re.sub(r"(?s)<[^>]*>", "", main)).split())
