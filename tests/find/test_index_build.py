"""What makes the index quick to build changes nothing of what it says."""

from __future__ import annotations

import json
import random

import pytest
from markdown_it import MarkdownIt
from pypinyin import lazy_pinyin

from showcase.find.documents import RECORDS, numbered
from showcase.find.index import files_of
from showcase.find.records import plain_paragraphs
from showcase.model.folding import fold, fold_all
from showcase.model.parts import Section
from showcase.model.readings import syllables
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus

HOSTILE = (
    "",
    "ﬀ ½ ㎏ …",
    "3.5 公里.好",
    "Ａ．Ｂ",
    "学\u200b習\ud800",
    "古丽娜尔·艾合买提",
    "\U0002f800𬭎",
    "ü Ü é",
)


def test_the_order_of_the_input_leaves_the_bytes_alone():
    documents = [document for _, document in documents_of(corpus(60)) if document.band == RECORDS]
    straight, reversed_ = (
        [(file.path, file.data) for file in files_of(numbered(some), Settings())]
        for some in (documents, documents[::-1])
    )
    assert straight == reversed_


def test_many_texts_fold_as_each_alone():
    texts = [*HOSTILE, *(text for _, document in documents_of(corpus(40)) for text in document.texts)]
    assert fold_all(texts) == [fold(text) for text in texts]


def test_short_names_read_as_the_whole_name_does():
    names = ["玉兰", "重庆", "长乐", "王玉兰", "银行家", "行长", "吕绿", "朝阳区", "一行", "青柳县", "单"]
    assert {name: " ".join(syllables(name, person=False)) for name in names} == {
        name: " ".join(lazy_pinyin(name)).replace("ü", "v") for name in names
    }


def test_what_has_no_marks_is_read_as_markdown_reads_it():
    """The short way is taken for such lines only; drawn from what comes near to a mark."""
    signs = [
        "学",
        "，",
        "“",
        "a1",
        "12",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n\n\n",
        "\t",
        "\u3000",
        "\xa0",
        "\u2028",
        "·",
        "—",
    ]
    draw = random.Random(5)
    for _ in range(3000):
        text = "".join(
            draw.choices([*signs, "1.", "#", "-", "*"], [4] * len(signs) + [1] * 4, k=draw.randint(0, 14))
        )
        inline = [
            token for token in MarkdownIt("commonmark").parse(text) if token.type in {"inline", "code_block"}
        ]
        wanted = [
            "".join(map(_seen, token.children)) if token.children else token.content for token in inline
        ]
        assert list(plain_paragraphs(Section("", text))) == wanted, repr(text)


def _seen(token):
    return "\n" if token.type.endswith("break") else token.content


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_site_of_hardly_anything_has_an_index_of_one_shard(size):
    some = [document for _, document in documents_of(corpus(20)) if document.band == RECORDS][:size]
    files = {file.path: file.data for file in files_of(numbered(some), Settings())}
    head = json.loads(files["find/index.json"])
    assert (head["documents"], head["grams"]["shards"]) == (size, 1)
    assert {path for path in files if path.startswith("find/grams/")} == {"find/grams/0.bin"}
