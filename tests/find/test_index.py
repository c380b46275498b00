"""The files of the index: the same bytes every time, few changes for an edit, nothing that is not public."""

from __future__ import annotations

import dataclasses
import json
from itertools import islice
from typing import Any

from showcase.find.documents import HandPage
from showcase.find.index import index_files
from showcase.model.library import Showcase
from showcase.model.media import Picture, Rendition, Shelf
from showcase.model.parts import Photo
from showcase.model.readings import syllables
from showcase.model.settings import Settings
from showcase.model.terms import PhotoKind

from .corpus import corpus


def files(
    showcase: Showcase, settings: Settings | None = None, shelf: Shelf | None = None
) -> dict[str, bytes]:
    pages = [HandPage("about", "关于本站", "本站由示例办公室编印。")]
    found = index_files(showcase, shelf or Shelf(), settings or Settings(), pages)
    return {artefact.path: bytes(artefact.data) for artefact in found}


def lines(data: bytes, lexicon: dict[str, Any]) -> list[str]:
    """Read a coded text as docs/search-format.md says, bit by bit."""
    bits = "".join(f"{byte:08b}" for byte in data)
    known, code, pieces = {}, 0, iter(lexicon["pieces"].split("\x1f"))
    for length, count in enumerate(lexicon["lengths"], 1):
        code *= 2
        for piece in islice(pieces, count):
            known[f"{code:0{length}b}"] = piece
            code += 1
    found, at = "", 0
    while True:
        end = next(end for end in range(at + 1, len(bits) + 1) if bits[at:end] in known)
        piece, at = known[bits[at:end]], end
        if piece == "\0":
            return found.split("\n")
        if piece == "\x01":
            piece, at = chr(int(bits[at : at + 21], 2)), at + 21
        found += piece


def cards(written: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the lines of each card by id: address, url's end, name, line, reading, picture, more, fields, texts."""
    lexicon = json.loads(written["find/lexicon.json"])
    found = [path for path in written if path.startswith("find/cards/")]
    return {
        path.removeprefix("find/cards/").removesuffix(".bin"): lines(written[path], lexicon) for path in found
    }


def test_the_same_showcase_gives_the_same_bytes():
    assert files(corpus(60)) == files(corpus(60))


def test_an_edited_word_changes_only_its_shards_its_cards_and_the_head():
    before = corpus(300)
    star = dataclasses.replace(before.stars[0], post=before.stars[0].post + "鼯鼱")
    after = dataclasses.replace(before, stars=(star, *before.stars[1:]))
    old, new = files(before), files(after)
    assert old.keys() == new.keys()
    changed = [path for path in old if old[path] != new[path]]
    assert len([path for path in changed if path.startswith("find/cards/")]) == 1
    assert len(changed) <= 12


def test_a_new_record_of_the_last_year_leaves_older_ids_alone():
    before = corpus(60)
    last = max(before.stars, key=lambda star: (star.honours[0].year, str(star.address)))
    added = dataclasses.replace(last, address=last.address._replace(serial="9999"), name="新来人")
    after = dataclasses.replace(before, stars=(*before.stars, added))
    old, new = cards(files(before)), cards(files(after))
    assert [place for place in old if old[place][0] != new[place][0]] == []


def test_candidates_of_an_announcement_are_in_no_file():
    found = files(corpus(60))
    written = b"".join(found.values()).decode(errors="ignore")
    written += "".join("\n".join(card) for card in cards(found).values())
    assert [word for word in ("待定人名", "待定单位", "待定") if word in written] == []
    assert "2025年河南省百姓学习之星推介名单公示" in written


def test_every_shard_that_the_head_names_is_there_and_paths_are_lower_case_ascii():
    written = files(corpus(60))
    head = json.loads(written["find/index.json"])
    expected = {f"find/grams/{place}.bin" for place in range(head["grams"]["shards"])}
    assert {path for path in written if path.startswith("find/grams/")} == expected
    assert [path for path in written if not path.isascii() or path != path.lower()] == []


def test_links_follow_the_owners_style():
    shown = {}
    for directory_urls in (True, False):
        written = files(corpus(6), Settings(directory_urls=directory_urls))
        shown[directory_urls] = next(card[1] for card in cards(written).values() if card[0] == "about")
    assert shown == {True: "/", False: ".html"}


def test_the_picture_of_a_card_is_the_narrow_jpeg_of_the_portrait():
    showcase = corpus(6)
    star = showcase.stars[0]
    photos = (
        Photo(file="b.jpg", kind=PhotoKind.ACTIVITY, alt="活动"),
        Photo(file="a.jpg", kind=PhotoKind.PORTRAIT, alt="像"),
    )
    star = dataclasses.replace(star, photos=photos)
    sizes = [
        Rendition(f"media/ab/x-{width}.{kind}", f"image/{mime}", width, width * 4 // 3, 9)
        for width in (360, 720)
        for kind, mime in (("webp", "webp"), ("jpg", "jpeg"))
    ]
    shelf = Shelf(pictures={f"{star.address}/a.jpg": Picture(tuple(sizes), "")})
    found = cards(files(Showcase(stars=(star,)), shelf=shelf))
    assert found["1"][5] == "media/ab/x-360.jpg\t360\t480"
    hosted = cards(files(Showcase(stars=(star,)), Settings(media_url="https://media.example"), shelf))
    assert hosted["1"][5] == "media/ab/x-360.jpg\t360\t480"


def test_readings_know_surnames_and_obey_the_record():
    known = {
        "单玉兰": "shan yu lan",
        "仇英": "qiu ying",
        "曾青": "zeng qing",
        "解放": "xie fang",
        "查良": "zha liang",
        "区明": "ou ming",
    }
    assert {name: " ".join(syllables(name, person=True)) for name in known} == known
    assert syllables("吕绿", person=True) == ("lv", "lv")
    assert syllables("单玉兰", person=True, given="Dān Yù Lán") == ("dan", "yu", "lan")
    assert syllables("单县读书会", person=False)[0] == "dan"
