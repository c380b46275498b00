"""Who may be seen, asset by asset."""

from dataclasses import replace

import pytest

from rules.samples import (
    FILM,
    TODAY,
    announcement,
    consent,
    day,
    honour,
    library,
    nominated,
    photo,
    project,
    star,
)
from showcase.check.gate import open_gate
from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Candidate, Event, Withdrawal
from showcase.model.parts import Audio, Consent
from showcase.model.settings import Settings
from showcase.model.terms import Asset, EventKind, Group, PhotoKind, Sensitive, Stage

ID_PHOTO = photo("id.jpg", PhotoKind.ID_PHOTO)
PORTRAIT = photo("portrait.jpg", PhotoKind.PORTRAIT)
LIFE = photo("life.jpg", PhotoKind.LIFE)
ACTIVITY = photo("activity.jpg", PhotoKind.ACTIVITY)
CHILD = photo("child.jpg", PhotoKind.ACTIVITY, minors=True)
PHOTOS = (ID_PHOTO, PORTRAIT, LIFE, ACTIVITY, CHILD)


def seen(*records, settings=None, preview=False, today=TODAY, **changes):
    return open_gate(library(*records, **changes), settings or Settings(), today, preview)


def given(*assets: Asset, covers: tuple[Sensitive, ...] = ()) -> Consent:
    return consent(Asset.TEXT, *assets, covers=covers, evidence="")


@pytest.mark.parametrize(
    ("paper", "photos"),
    [
        (given(), ()),
        (given(Asset.PORTRAIT), (PORTRAIT,)),
        (given(Asset.PHOTOS), (LIFE, ACTIVITY)),
        (given(Asset.PHOTOS, covers=(Sensitive.MINORS,)), (LIFE, ACTIVITY, CHILD)),
        (given(Asset.PORTRAIT, covers=(Sensitive.ID_PHOTO,)), (ID_PHOTO, PORTRAIT)),
        (given(Asset.PORTRAIT, Asset.PHOTOS, covers=tuple(Sensitive)), PHOTOS),
    ],
)
def test_each_photo_by_its_own_consent(paper, photos):
    assert seen(star(photos=PHOTOS, consent=paper)).stars[0].photos == photos


@pytest.mark.parametrize(
    ("assets", "video", "audio"),
    [((), None, None), ((Asset.VIDEO,), FILM, None), ((Asset.VOICE,), None, Audio(file="a.mp3"))],
)
def test_film_and_sound_by_their_own_consent(assets, video, audio):
    (record,) = seen(star(video=FILM, audio=Audio(file="a.mp3"), consent=given(*assets))).stars
    assert (record.video, record.audio) == (video, audio)


@pytest.mark.parametrize(
    ("covers", "groups"),
    [
        ((), (Group.RESIDENTS,)),
        ((Sensitive.HEALTH,), (Group.RESIDENTS,)),
        ((Sensitive.DISABILITY,), (Group.DISABLED_PEOPLE, Group.RESIDENTS)),
    ],
)
def test_the_group_disabled_people_only_when_the_paper_names_it(covers, groups):
    held = star(groups=(Group.DISABLED_PEOPLE, Group.RESIDENTS), consent=given(covers=covers))
    assert seen(held).stars[0].groups == groups


@pytest.mark.parametrize(
    ("today", "is_seen"),
    [("2024-04-30", False), ("2024-05-01", True), ("2025-05-01", True), ("2025-05-02", False)],
)
def test_consent_holds_from_its_day_to_its_last_day(today, is_seen):
    held = star(consent=consent(until=day("2025-05-01")), honours=(honour(date=day("2024-04-01")),))
    assert bool(seen(held, today=day(today)).stars) == is_seen


def test_only_approved_honours_are_seen():
    approved = (honour(year=2023), honour())
    honours = (approved[0], honour(Stage.ANNOUNCED), honour(Stage.REVOKED), approved[1])
    assert seen(star(honours=honours)).stars[0].honours == approved


def test_permissions_stay_without_the_numbers_of_their_papers():
    (record,) = seen(star()).stars
    assert record.consent == consent(evidence="")
    assert record.consent.holds(Asset.KIT, TODAY)


def test_a_good_record_is_seen_whole():
    whole = star(photos=PHOTOS[1:4], video=FILM, related=("projects/2024/henan/003",), consent=given(*Asset))
    other = project(honours=(honour(),), consent=given())
    showcase = seen(whole, replace(other, photos=()))
    assert (showcase.stars, showcase.projects) == ((whole,), (replace(other, photos=()),))
    assert showcase.by_address == {
        "stars/2024/henan/012": whole,
        "projects/2024/henan/003": replace(other, photos=()),
    }


def test_weeks_and_events_are_seen_their_photos_with_consent():
    week = ActivityWeek(year=2024, region="henan", photos=(LIFE, CHILD), video=FILM)
    event = Event(
        address="events/2024/a", kind=EventKind.TALK, date=TODAY, title="报告会", photos=(LIFE, CHILD)
    )
    showcase = seen(weeks=(week,), events=(event,))
    assert showcase.weeks == (replace(week, photos=(), video=None),)
    assert showcase.events == (replace(event, photos=()),)
    paper = given(Asset.PHOTOS)
    showcase = seen(weeks=(replace(week, consent=paper),), events=(replace(event, consent=paper),))
    assert showcase.weeks == (replace(week, consent=paper, photos=(LIFE,), video=None),)
    assert showcase.events == (replace(event, consent=paper, photos=(LIFE,)),)


@pytest.mark.parametrize(
    ("today", "names", "outcome"),
    [
        ("2024-06-03", ["沈玉兰"], ""),
        ("2024-06-07", ["沈玉兰"], ""),
        ("2024-06-08", [], "公示无异议。"),
    ],
)
def test_names_of_an_announcement_only_while_it_is_open(today, names, outcome):
    (page,) = seen(announcements=(announcement(outcome="公示无异议。"),), today=day(today)).announcements
    assert ([c.name for c in page.candidates], page.outcome) == (names, outcome)


def test_a_candidate_keeps_the_link_to_a_public_record_only():
    known = Candidate("甲", "乙", "star", "stars/2024/henan/012")
    lost = Candidate("丙", "丁", "star", "stars/2024/henan/013")
    (page,) = seen(
        star(honours=(honour(date=day("2024-06-05")),)),
        announcements=(announcement(candidates=(known, lost)),),
        today=day("2024-06-05"),
    ).announcements
    assert page.candidates == (known, replace(lost, record=""))


def at(kind: str, region: str, make=star, **changes):
    return make(address=RecordAddress(kind, 2024, region, "012"), **changes)


def test_a_scope_keeps_the_region_and_its_own_cities():
    stars = [at("stars", region) for region in ("henan", "ningbo", "zhejiang")]
    weeks = tuple(ActivityWeek(year=2024, region=region) for region in ("henan", "ningbo", "zhejiang"))
    pages = (announcement(), announcement(region=""), announcement(region="ningbo"))
    scoped = seen(*stars, settings=Settings(scope="zhejiang"), weeks=weeks, announcements=pages)
    assert [s.address.region for s in scoped.stars] == ["ningbo", "zhejiang"]
    assert [w.region for w in scoped.weeks] == ["ningbo", "zhejiang"]
    assert [a.region for a in scoped.announcements] == ["", "ningbo"]
    assert scoped.rulebooks == ()
    assert [s.address.region for s in seen(*stars, settings=Settings(scope="henan")).stars] == ["henan"]


def test_a_preview_shows_every_stage_and_asset_but_no_take_down():
    draft = at("stars", "jilin", nominated, photos=PHOTOS, video=FILM)
    gone = at("stars", "hebei", name="李明")
    taken = Withdrawal("stars/2024/hebei/012", TODAY)
    later = announcement(first_day=day("2024-09-01"), last_day=day("2024-09-05"))
    showcase = seen(draft, gone, withdrawals=(taken,), announcements=(later,), preview=True)
    assert showcase.stars == (draft,)
    assert showcase.announcements == (later,)
    assert (showcase.withdrawn, showcase.preview) == ((taken,), True)


def test_no_preview_of_undecided_records_in_a_public_repository():
    showcase = seen(
        star(), at("stars", "jilin", nominated), settings=Settings(repository="public"), preview=True
    )
    assert [s.address.region for s in showcase.stars] == ["henan"]


def test_a_take_down_written_twice_has_one_notice():
    twice = (Withdrawal("stars/2024/henan/009", day("2024-06-01")), Withdrawal("stars/2024/henan/009", TODAY))
    assert seen(withdrawals=twice).withdrawn == twice[:1]
