"""Who may be printed: what is given away cannot be called back, so it follows the consent for kits."""

import datetime
from dataclasses import replace

from showcase.check.gate import open_gate
from showcase.content.library import read_library
from showcase.model.campaign import Event
from showcase.model.terms import Asset, EventKind
from showcase.sheets.asking import asked_for, records_of_tour, tour_of

STAR = "stars/2024/henan/012"


def without_kit(press, address):
    """Return the press of a site on which one star has not agreed to kits."""
    library, _ = read_library(press.layout)
    stars = tuple(
        replace(star, consent=replace(star.consent, permissions=_but(star.consent.permissions, Asset.KIT)))
        if str(star.address) == address
        else star
        for star in library.stars
    )
    showcase = open_gate(replace(library, stars=stars), press.settings, press.today)
    return replace(press, showcase=showcase)


def _but(permissions, asset):
    return {key: each for key, each in permissions.items() if key is not asset}


def test_a_star_who_has_agreed_is_printed(press):
    asked = asked_for(press, [STAR, STAR])
    assert [str(record.address) for record in asked.records] == [STAR]
    assert asked.refused == ()


def test_a_star_without_consent_for_kits_is_not_printed(press):
    asked = asked_for(without_kit(press, STAR), [STAR])
    assert asked.records == ()
    assert asked.refused == (
        f"{STAR}：没有同意做成资料带走（consent 里的 kit），印出来的东西收不回来，所以不印。",
    )


def test_what_is_not_public_is_not_printed(press):
    asked = asked_for(press, ["stars/2024/henan/draft-k3v9q2"])
    assert asked.records == ()
    assert asked.refused[0].startswith("stars/2024/henan/draft-k3v9q2：没有这一份，或者还没有公开")


def test_pictures_that_may_not_go_into_a_kit_are_not_printed(press):
    library, _ = read_library(press.layout)
    star = next(star for star in library.stars if str(star.address) == STAR)
    kit = replace(star.consent.permissions[Asset.KIT], includes=(Asset.TEXT,))
    narrow = replace(
        star, consent=replace(star.consent, permissions={**star.consent.permissions, Asset.KIT: kit})
    )
    showcase = open_gate(replace(library, stars=(narrow,)), press.settings, press.today)
    (record,) = asked_for(replace(press, showcase=showcase), [STAR]).records
    assert record.photos == ()


def test_a_tour_is_printed_in_the_order_of_its_stops(press):
    def stop(day, *records):
        return Event(
            address=f"events/2025/{day}-stop",
            kind=EventKind.TOUR_STOP,
            date=datetime.date.fromisoformat(day),
            title=day,
            tour="events/2025/2025-03-01-route",
            records=records,
        )

    route = Event(
        address="events/2025/2025-03-01-route",
        kind=EventKind.TOUR,
        date=datetime.date(2025, 3, 1),
        title="读书的人",
    )
    later, sooner = stop("2025-04-02", "stars/b", "stars/a"), stop("2025-03-02", "stars/c", "stars/b")
    touring = replace(press, showcase=replace(press.showcase, events=(later, route, sooner)))
    assert tour_of(touring, "读书的人") == tour_of(touring, "events/2025/2025-03-01-route") == route
    assert tour_of(touring, "events/2025/2025-04-02-stop") is None
    assert records_of_tour(touring, route) == ["stars/c", "stars/b", "stars/a"]
