"""Whose kit may be given away, and what may lie in it."""

from dataclasses import replace

import pytest

from rules.samples import FILM, TODAY, consent, library, photo, star
from showcase.check.gate import open_gate
from showcase.model.parts import Consent
from showcase.model.settings import Settings
from showcase.model.terms import Asset, PhotoKind, Sensitive

PORTRAIT = photo("portrait.jpg", PhotoKind.PORTRAIT)
LIFE = photo("life.jpg", PhotoKind.LIFE)
CHILD = photo("child.jpg", PhotoKind.ACTIVITY, minors=True)
SHOWN = (Asset.TEXT, Asset.PORTRAIT, Asset.PHOTOS, Asset.VIDEO)


def gate(record, settings=None, *, preview=False):
    return open_gate(library(record), settings or Settings(), TODAY, preview)


def given(*assets, text=(), photos=(), **kit) -> Consent:
    papers = dict(consent(*assets).permissions)
    papers[Asset.TEXT] = replace(papers[Asset.TEXT], covers=text)
    if Asset.PHOTOS in papers:
        papers[Asset.PHOTOS] = replace(papers[Asset.PHOTOS], covers=photos)
    if Asset.KIT in papers:
        papers[Asset.KIT] = replace(papers[Asset.KIT], **kit)
    return Consent(papers)


def test_without_consent_for_it_there_is_no_kit_though_the_page_stands():
    seen = gate(star(consent=given(*SHOWN)))
    assert (len(seen.stars), dict(seen.kits)) == (1, {})


def test_a_preview_gives_no_kit_away():
    assert dict(gate(star(consent=given(*SHOWN, Asset.KIT)), preview=True).kits) == {}


@pytest.mark.parametrize(
    ("kit", "photos", "film"),
    [
        ({}, (PORTRAIT, LIFE), FILM),
        ({"covers": (Sensitive.MINORS,)}, (PORTRAIT, LIFE, CHILD), FILM),
        ({"includes": (Asset.TEXT,)}, (), None),
        ({"includes": (Asset.TEXT, Asset.VIDEO)}, (), FILM),
        ({"includes": (Asset.TEXT, Asset.PORTRAIT)}, (PORTRAIT,), None),
    ],
)
def test_a_kit_holds_what_its_paper_includes(kit, photos, film):
    paper = given(*SHOWN, Asset.KIT, photos=(Sensitive.MINORS,), **kit)
    seen = gate(star(photos=(PORTRAIT, LIFE, CHILD), video=FILM, consent=paper))
    assert seen.stars[0].photos == (PORTRAIT, LIFE, CHILD)
    (held,) = seen.kits.values()
    assert (held.photos, held.video) == (photos, film)


def test_a_kit_never_holds_a_picture_that_the_page_may_not_show():
    seen = gate(star(photos=(PORTRAIT, LIFE), consent=given(Asset.TEXT, Asset.PORTRAIT, Asset.KIT)))
    assert [held.photos for held in seen.kits.values()] == [(PORTRAIT,)]


def test_a_paper_that_leaves_out_the_text_allows_no_kit():
    assert dict(gate(star(consent=given(*SHOWN, Asset.KIT, includes=(Asset.PHOTOS,)))).kits) == {}


@pytest.mark.parametrize("named", [Sensitive.HEALTH, Sensitive.DISABILITY])
def test_what_the_text_tells_of_illness_the_kits_paper_must_name_too(named):
    told = given(*SHOWN, Asset.KIT, text=(named,))
    both = given(*SHOWN, Asset.KIT, text=(named,), covers=(named,))
    assert [len(gate(star(consent=paper)).kits) for paper in (told, both)] == [0, 1]


@pytest.mark.parametrize(
    ("kits", "public_kit", "offered"),
    [("none", True, 0), ("chosen", False, 0), ("chosen", True, 1), ("all", False, 1)],
)
def test_the_setting_says_whose_kit_can_be_downloaded(kits, public_kit, offered):
    record = star(public_kit=public_kit, consent=given(*SHOWN, Asset.KIT))
    assert len(gate(record, Settings(kits=kits)).downloads) == offered


def test_no_setting_offers_a_kit_without_consent():
    assert gate(star(public_kit=True, consent=given(*SHOWN)), Settings(kits="all")).downloads == frozenset()
