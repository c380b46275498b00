import dataclasses
import shutil

import pytest
from PIL import Image

from showcase.cards.drawing import forget_others, with_cards
from showcase.cards.words import words_of
from showcase.content.layout import Layout
from showcase.model.library import Showcase
from showcase.model.media import Shelf, media_key
from showcase.model.settings import Settings
from showcase.model.terms import PhotoKind

SITE = Settings(site_url="https://www.example.cn/a/")


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


@pytest.fixture(scope="session")
def few(ready):
    """Two stars, a project, a week and an event of the demo."""
    whole = ready.showcase
    stars = [star for star in whole.stars if star.photos][:2]
    return Showcase(
        stars=tuple(stars), projects=whole.projects[:1], weeks=whole.weeks[:1], events=whole.events[:1]
    )


def drawn(layout):
    return {path.name: path.stat().st_mtime_ns for path in (layout.cache / "cards").glob("*/*")}


def test_everything_that_is_passed_on_has_its_pictures(layout, few, ready, fonts):
    shelf = with_cards(layout, few, ready.shelf, SITE, fonts)
    addresses = [str(thing.address) for thing in (*few.stars, *few.projects, *few.weeks, *few.events)]
    assert list(shelf.passed) == ["", *addresses]
    with_poster = [address for address, each in shelf.passed.items() if each.poster]
    assert with_poster == addresses[:3]
    for each in shelf.passed.values():
        for path, size in ((each.card, (1200, 630)), (each.poster, (900, 1600))):
            if path:
                with Image.open(shelf.files[path]) as image:
                    assert (image.format, image.size) == ("JPEG", size)
                assert shelf.files[path].stat().st_size < 160_000


def test_a_second_build_draws_nothing(layout, few, ready, fonts):
    first = with_cards(layout, few, ready.shelf, SITE, fonts)
    before = drawn(layout)
    assert with_cards(layout, few, ready.shelf, SITE, fonts) == first
    assert drawn(layout) == before


def test_two_machines_draw_the_same(tmp_path, few, ready, fonts):
    one, other = Layout(tmp_path / "one"), Layout(tmp_path / "other")
    a, b = (with_cards(each, few, ready.shelf, SITE, fonts) for each in (one, other))
    assert a.passed == b.passed
    paths = [path for each in a.passed.values() for path in (each.card, each.poster) if path]
    assert [path for path in paths if a.files[path].read_bytes() != b.files[path].read_bytes()] == []


def test_a_changed_word_draws_that_card_alone(layout, few, ready, fonts):
    first = with_cards(layout, few, ready.shelf, SITE, fonts)
    star = dataclasses.replace(few.stars[0], unit="另一个单位")
    changed = dataclasses.replace(few, stars=(star, *few.stars[1:]))
    second = with_cards(layout, changed, ready.shelf, SITE, fonts)
    assert [a for a in first.passed if first.passed[a] != second.passed[a]] == [str(star.address)]


def test_another_address_draws_the_codes_anew_and_no_card(layout, few, ready, fonts):
    first = with_cards(layout, few, ready.shelf, SITE, fonts)
    second = with_cards(layout, few, ready.shelf, Settings(site_url="https://www.example.cn/b/"), fonts)
    for address, each in first.passed.items():
        there = second.passed[address]
        assert (each.card == there.card, each.code != there.code) == (True, True)
        assert not each.poster or each.poster != there.poster


def test_without_a_site_url_there_is_no_code(layout, few, ready, fonts):
    shelf = with_cards(layout, few, ready.shelf, Settings(), fonts)
    assert {each.code for each in shelf.passed.values()} == {""}


def test_what_is_no_longer_wanted_leaves_the_cache(layout, few, ready, fonts):
    with_cards(layout, few, ready.shelf, SITE, fonts)
    less = dataclasses.replace(few, stars=few.stars[:1])
    shelf = with_cards(layout, less, ready.shelf, SITE, fonts)
    forget_others(layout, shelf)
    paths = [path for each in shelf.passed.values() for path in (each.card, each.poster) if path]
    assert sorted(drawn(layout)) == sorted(path.rpartition("/")[2] for path in paths)


def test_a_photograph_that_may_not_be_seen_is_on_no_card(ready):
    """The gate drops the photograph; the words take only what is left."""
    star = next(star for star in ready.showcase.stars if any(p.kind is PhotoKind.PORTRAIT for p in star.photos))
    hidden = dataclasses.replace(star, photos=())
    (said,) = [w for w in words_of(Showcase(stars=(hidden,)), ready.shelf, SITE) if w.kind == "star"]
    assert (said.pictures, said.files, said.blank) == ((), (), star.name[:1])


def test_an_id_photo_is_never_drawn(ready):
    star = next(star for star in ready.showcase.stars if len(star.photos) == 1)
    form = dataclasses.replace(star, photos=(dataclasses.replace(star.photos[0], kind=PhotoKind.ID_PHOTO),))
    (said,) = [w for w in words_of(Showcase(stars=(form,)), ready.shelf, SITE) if w.kind == "star"]
    assert said.pictures == ()


def test_a_draft_that_was_killed_halfway_is_drawn_again(layout, few, ready, fonts):
    shelf = with_cards(layout, few, ready.shelf, SITE, fonts)
    card = shelf.files[shelf.passed[""].card]
    data = card.read_bytes()
    card.rename(card.with_name(f".{card.name}.1.part"))
    with_cards(layout, few, ready.shelf, SITE, fonts)
    assert card.read_bytes() == data


def test_pictures_come_from_the_shelf_alone(layout, few, fonts, ready):
    star = few.stars[0]
    key = media_key(star.address, star.photos[0].file)
    without = dataclasses.replace(
        ready.shelf, pictures={k: v for k, v in ready.shelf.pictures.items() if k != key}
    )
    with_it = with_cards(layout, few, ready.shelf, SITE, fonts).passed[str(star.address)]
    assert with_cards(layout, few, without, SITE, fonts).passed[str(star.address)] != with_it
    assert with_cards(layout, few, Shelf(), SITE, fonts).passed[str(star.address)] != with_it
    shutil.rmtree(layout.cache)
