"""After an edit the index is made from the one before, and says the same to the byte as one made anew."""

from __future__ import annotations

import ast
import dataclasses
import random
from pathlib import Path

import pytest

import showcase.find.records
import showcase.model.facets
from showcase.content.wording import ui
from showcase.find.index import index_files
from showcase.find.ledger import load, save
from showcase.find.lexicon import is_sample
from showcase.find.made import Wishes
from showcase.find.memory import Kept, made_anew, made_from
from showcase.find.prints import UNSEEN, Sources
from showcase.find.walk import Limits
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.records import Star
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus

RECORDS = 700
WISHES = Wishes(settings=Settings(), limits=Limits(common=10, rare=3))
NEW_WORDS = ("新写的一句话", "学习", "活到老，学到老", "Wi-Fi 7", "𠮷野", "")


def sources(showcase: Showcase) -> Sources:
    return Sources(showcase, Shelf())


def with_star(showcase: Showcase, place: int, **changes: object) -> Showcase:
    stars = list(showcase.stars)
    stars[place] = dataclasses.replace(stars[place], **changes)
    return dataclasses.replace(showcase, stars=tuple(stars))


def out_of_the_sample(showcase: Showcase) -> list[int]:
    """Places of stars that the lexicon is not drawn from."""
    documents = dict(enumerate(document for _, document in documents_of(showcase)))
    drawn = {one.address for one in documents.values() if is_sample(one, len(documents))}
    return [place for place, star in enumerate(showcase.stars) if str(star.address) not in drawn]


def edited(draw: random.Random, showcase: Showcase, star: Star) -> dict[str, object]:
    """Return what an editor may change in a record."""
    other = draw.choice(showcase.stars)
    text = "\n".join(star.showcase_text)
    begin = draw.randrange(len(text) + 1)
    end = draw.choice((begin, begin, begin + 3, len(text)))
    changed = text[:begin] + draw.choice((*NEW_WORDS, other.showcase_text[0])) + text[end:]
    return draw.choice(
        (
            {"showcase_text": tuple(changed.split("\n"))},
            {"showcase_text": tuple(changed.split("\n"))},
            {"showcase_text": (*star.showcase_text, *other.showcase_text)},
            {"showcase_text": ()},
            {"name": other.name, "unit": other.unit},
            {"topics": ("新主题", "茶"), "post": "茶"},
            {"pinyin": "shan yu lan"},
        )
    )


@pytest.fixture(scope="module")
def first() -> tuple[Showcase, Kept]:
    showcase = corpus(RECORDS)
    return showcase, made_anew(sources(showcase), WISHES)


def said(kept: Kept) -> dict[str, bytes]:
    return {file.path: file.data for file in kept.made.artefacts()}


@pytest.mark.slow
def test_random_edits_one_after_another_give_the_bytes_of_an_index_made_anew(first):
    showcase, kept = first
    draw, places, remade = random.Random(3), out_of_the_sample(showcase), 0
    for turn in range(8):
        for place in draw.sample(places, draw.choice((1, 1, 1, 2))):
            changes = edited(draw, showcase, showcase.stars[place])
            showcase = with_star(showcase, place, **changes)
        now = made_from(kept, sources(showcase), WISHES)
        remade += now is not None
        kept = now or made_anew(sources(showcase), WISHES)
        if turn % 4 == 3:
            assert said(kept) == said(made_anew(sources(showcase), WISHES)), turn
    assert remade >= 3


def test_an_edit_that_makes_a_pair_common_or_no_longer_lets_keys_of_other_shards_grow(first):
    showcase, kept = first
    places = out_of_the_sample(showcase)
    pair = "鼯鼱"
    for many in (10, 11, 10):
        now = showcase
        for place in places[:many]:
            now = with_star(now, place, quote=f"他养鼯鼱又放走鼯鼱，第{place}回")
        kept = made_from(kept, sources(now), WISHES)
        assert kept
        assert said(kept) == said(made_anew(sources(now), WISHES)), (pair, many)


def test_records_that_come_and_go_or_change_their_place_make_the_index_anew(first):
    showcase, kept = first
    fewer = dataclasses.replace(showcase, stars=showcase.stars[1:])
    year = showcase.stars[0].honours[0].year
    honours = (dataclasses.replace(showcase.stars[0].honours[0], year=year + 20),)
    assert made_from(kept, sources(fewer), WISHES) is None
    assert made_from(kept, sources(with_star(showcase, 0, honours=honours)), WISHES) is None


def test_an_edit_of_the_lexicons_sample_makes_the_index_anew(first):
    showcase, kept = first
    rest = set(out_of_the_sample(showcase))
    place = next(place for place in range(len(showcase.stars)) if place not in rest)
    assert made_from(kept, sources(with_star(showcase, place, quote="别的话")), WISHES) is None


def test_what_was_kept_is_read_again_as_it_was(first, tmp_path):
    _, kept = first
    save(tmp_path, "key", kept)
    read = load(tmp_path, "key")
    assert said(read) == said(kept)
    assert (read.prints, list(read.facts)) == (kept.prints, kept.facts)
    assert load(tmp_path, "another key") is None
    assert [path.name for path in tmp_path.iterdir()] == ["index.bin"]


@pytest.mark.parametrize("kept_bytes", [0, 5, 4000, -1])
def test_a_kept_index_that_is_broken_off_is_none(first, tmp_path, kept_bytes):
    save(tmp_path, "key", first[1])
    file = tmp_path / "index.bin"
    file.write_bytes(file.read_bytes()[:kept_bytes])
    assert load(tmp_path, "key") is None


def test_a_build_with_a_memory_gives_the_bytes_of_one_without(tmp_path):
    def files(showcase: Showcase, memory: Path | None) -> list[tuple[str, object]]:
        found = index_files(showcase, Shelf(), Settings(), (), memory)
        return [(file.path, file.data) for file in found]

    before = corpus(40)
    after = with_star(before, 3, quote="改过的话")
    for shown in (before, before, after, dataclasses.replace(after, stars=after.stars[2:]), after):
        assert files(shown, tmp_path / "find") == files(shown, None)


def test_an_index_that_was_kept_speaks_the_words_of_now(tmp_path):
    """An owner may call things otherwise (`words.yml`); then no record has changed, and yet every card."""
    shown, said = corpus(6), []
    try:
        for own in ((), (("sections.stars", "身边的人"),)):
            ui.speak(own)
            kept, anew = (
                {file.path: file.data for file in index_files(shown, Shelf(), Settings(), (), memory)}
                for memory in (tmp_path, None)
            )
            assert kept == anew
            said.append(kept)
    finally:
        ui.speak(())
    assert said[0] != said[1]


def test_a_take_down_leaves_no_word_of_it_in_what_is_kept(tmp_path):
    before = corpus(30)
    star = dataclasses.replace(before.stars[0], name="鼯鼱鼪", quote="鼯鼱鼪说的话")
    shown = dataclasses.replace(before, stars=(star, *before.stars[1:]))
    for now, there in ((shown, True), (dataclasses.replace(shown, stars=shown.stars[1:]), False)):
        for _ in index_files(now, Shelf(), Settings(), (), tmp_path):
            pass
        data = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        assert any(word.encode() in data for word in ("鼯鼱鼪",)) is there
        assert ("鼯鼱鼪".encode("utf-32-le") in data) is there


def test_no_document_reads_a_field_that_a_fingerprint_leaves_out():
    read = set()
    for module in (showcase.find.records, showcase.model.facets):
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        read |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert read & UNSEEN == set()


def test_every_other_field_of_a_record_changes_its_fingerprint():
    star = corpus(3).stars[0]
    values = {"groups": (), "address": star.address._replace(serial="9999"), "photos": ("x",), "video": "x"}
    seen = [each.name for each in dataclasses.fields(star) if each.name not in UNSEEN | {"photos", "video"}]
    old = sources(Showcase(stars=(star,))).prints
    for name in seen:
        value = getattr(star, name)
        changed = values.get(name, value[:-1] if isinstance(value, tuple) else value + "x")
        new = dataclasses.replace(star, **{name: ("x",) if value == () else changed})
        assert sources(Showcase(stars=(new,))).prints != old, name
