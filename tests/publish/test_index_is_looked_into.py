"""Private facts do not hide in what is packed: texts of the search index, compressed siblings."""

import gzip

import brotli
import pytest

from showcase.check.scan.site import scan_site
from showcase.find.documents import RECORDS, Document, numbered
from showcase.find.index import files_of
from showcase.model.settings import Settings
from showcase.publish.inspecting import inspect
from showcase.publish.plan import PublishError

MOBILE, OFFICE = "13800000000", "0371-65900000"
LONG = "她每天晚上在楼梯间点一盏灯，" * 60


def document(at, text=LONG, **more):
    address = f"stars/2024/henan/{at:03d}"
    facts = {"name": f"沈玉兰{at}", "line": "学习之星", "band": RECORDS, "year": 2024, "texts": (LONG, text)}
    return Document(address=address, **(facts | more))


def index_of(folder, *documents):
    """Write the index of `documents` below `folder`; return its files as a build hands them on."""
    changed = []
    for file in files_of(numbered(documents), Settings()):
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
        changed.append((file.path, str(place)))
    return changed


@pytest.mark.parametrize(
    ("planted", "file"),
    [
        ({"line": f"学习之星　电话{MOBILE}"}, "find/cards/1.bin"),
        ({"units": (f"桥头社区{MOBILE}",)}, "find/cards/1.bin"),
        ({"texts": (f"短，电话{MOBILE}",)}, "find/cards/1.bin"),
        ({"texts": (LONG, f"长文的末尾，电话{MOBILE}")}, "find/texts/1.bin"),
    ],
)
def test_the_check_of_a_site_reads_every_text_of_the_index(tmp_path, planted, file):
    index_of(tmp_path, document(1), document(2, **planted), document(3))
    found = scan_site(tmp_path, ())
    assert [(p.rule, p.file) for p in found if p.file.endswith(".bin")] == [("private-phone", file)]


def test_what_an_index_holds_of_people_is_no_fault(tmp_path):
    index_of(tmp_path, *(document(at) for at in range(30)))
    assert scan_site(tmp_path, ()) == []


def test_an_office_s_number_may_be_found(tmp_path):
    index_of(tmp_path, document(1, text=f"请打{OFFICE}。"))
    assert [p.rule for p in scan_site(tmp_path, ())] == ["private-phone"]
    assert scan_site(tmp_path, {"037165900000"}) == []


def test_texts_that_nobody_can_read_are_named(tmp_path):
    index_of(tmp_path, document(1), document(2))
    (tmp_path / "find" / "lexicon.json").write_bytes(b"{}")
    assert {p.rule for p in scan_site(tmp_path, ())} == {"private-unreadable"}


def test_a_build_reads_the_texts_of_the_index_as_it_reads_pages(tmp_path):
    """Every twentieth file of a round: with the planted fact in all texts none of them gets through."""
    changed = index_of(tmp_path, *(document(at, text=f"电话{MOBILE}。") for at in range(60)))
    with pytest.raises(PublishError, match=r"find/(cards|texts)/\d+\.bin"):
        inspect(changed, (), tmp_path)
    inspect(index_of(tmp_path, *(document(at) for at in range(60))), (), tmp_path)


def test_texts_that_changed_alone_are_read_by_the_lexicon_that_is_live(tmp_path):
    changed = index_of(tmp_path, document(1, text=f"电话{MOBILE}。"))
    only = [pair for pair in changed if pair[0].startswith("find/texts/")]
    with pytest.raises(PublishError, match="find/texts/0"):
        inspect(only, (), tmp_path)


def test_the_digits_of_a_hash_are_nobody_s_number(tmp_path):
    package = tmp_path / "data" / "datapackage.json"
    package.parent.mkdir()
    package.write_text(f'{{"hash": "sha256:{"ab" + MOBILE:f<64}"}}', encoding="utf-8")
    assert scan_site(tmp_path, ()) == []
    package.write_text(f'{{"hash": "sha256:{MOBILE}"}}', encoding="utf-8")
    assert {p.rule for p in scan_site(tmp_path, ())} >= {"private-phone"}


@pytest.mark.parametrize(("ending", "packed"), [(".gz", gzip.compress), (".br", brotli.compress)])
def test_a_sibling_that_says_something_else_is_read(tmp_path, ending, packed):
    page = f"<main>{LONG}</main>".encode()
    (tmp_path / "index.html").write_bytes(page)
    sibling = tmp_path / f"index.html{ending}"
    sibling.write_bytes(packed(page))
    assert scan_site(tmp_path, ()) == []
    sibling.write_bytes(packed(f"<main>她的电话{MOBILE}</main>".encode()))
    assert [(p.rule, p.file) for p in scan_site(tmp_path, ())] == [("private-phone", f"index.html{ending}")]
    sibling.write_bytes(b"no archive")
    assert [p.rule for p in scan_site(tmp_path, ())] == ["private-unreadable"]
