"""A film on its page: what may be kept of it, what it says to a reader of paper, what starts by itself (nothing)."""

import datetime

import pytest

from showcase.model.media import Film, Rendition, Shelf, media_key
from showcase.model.parts import Consent, Permission, Video
from showcase.model.terms import Asset
from showcase.pages.films import film_part

from .people import picture, read, star, view_of, words

DAY = datetime.date(2024, 10, 1)
UNTIL = datetime.date(2024, 9, 30)
VIDEO = Video(file="film.mp4", title="楼梯间的灯")


def written(consent):
    """The film's section on the page of a star with this consent, on DAY."""
    one = star(video=VIDEO, consent=consent)
    made = Film((Rendition("media/cd/720.mp4", "video/mp4", 1280, 720, 1),), picture("poster"), 192.0)
    view = view_of(one, shelf=Shelf(films={media_key(one.address, "film.mp4"): made}), today=DAY.isoformat())
    return str(view.macro("record", "film")(film_part(view, one)))


@pytest.mark.parametrize(
    ("permissions", "wish"),
    [
        ({}, ["nodownload"]),
        ({Asset.VIDEO: Permission(date=UNTIL)}, ["nodownload"]),
        ({Asset.KIT: Permission(date=UNTIL, until=UNTIL)}, ["nodownload"]),
        ({Asset.KIT: Permission(date=UNTIL)}, []),
    ],
)
def test_a_film_may_be_kept_only_with_consent_to_the_kit(permissions, wish):
    found = read(written(Consent(permissions))).attributes
    assert [value for tag, name, value in found if (tag, name) == ("video", "controlslist")] == wish


def test_a_film_waits_to_be_started_and_says_where_it_is_seen():
    html = written(Consent())
    names = {name for tag, name, _ in read(html).attributes if tag == "video"}
    assert {"controls", "playsinline", "preload"} <= names
    assert names & {"autoplay", "loop", "muted"} == set()
    assert "3分12秒" in words(html)
    assert "请到本页的网址看" in words(html)
