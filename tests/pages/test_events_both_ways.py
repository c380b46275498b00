"""Links between events and records are the same in both directions, and none leads to what is not there."""

import datetime
import random
import re

import pytest

from pages.people import project, star
from showcase.check.gate import open_gate
from showcase.content.layout import theme_dir
from showcase.model.campaign import Event, Withdrawal
from showcase.model.library import Library
from showcase.model.media import Shelf
from showcase.model.parts import Consent, Permission
from showcase.model.settings import Settings
from showcase.model.terms import Asset, EventKind
from showcase.pages.events import event_pages
from showcase.pages.projects import project_pages
from showcase.pages.site import Site
from showcase.pages.stars import star_pages
from showcase.pages.templates import Templates
from showcase.pages.view import View

TODAY = datetime.date(2024, 8, 1)
CONSENT = Consent({Asset.TEXT: Permission(date=datetime.date(2024, 1, 1), evidence="x")})
LINK = re.compile(r'href="(?:\x02|(?:\.\./)+)((?:stars|projects|events)/\d{4}/[^"#/]+(?:/\d+)?)/?"')
KINDS = [kind for kind in EventKind if kind is not EventKind.TOUR]


def records(count):
    """So many stars and a third as many projects, all of them to be seen."""
    serials = [f"{n:03d}" for n in range(1, count + 1)]
    stars = [star(serial, honours=star().honours, consent=CONSENT, name=f"甲{serial}") for serial in serials]
    projects = [project(serial, consent=CONSENT, name=f"夜校{serial}") for serial in serials[::3]]
    days = [datetime.date(2024, 1, 2)]
    return tuple(_decided(r, days[0]) for r in stars), tuple(_decided(r, days[0]) for r in projects)


def _decided(record, day):
    from dataclasses import replace

    return replace(record, honours=tuple(replace(honour, date=day) for honour in record.honours))


def generated(count, addresses, seed=7):
    """So many events with nought to four records each; some name a record that is not there."""
    chance = random.Random(seed)
    for number in range(count):
        date = datetime.date(2024, 2, 1) + datetime.timedelta(days=chance.randrange(330))
        chosen = chance.sample(addresses, chance.randrange(5))
        missing = ["stars/2024/henan/999"] * (chance.random() < 0.05)
        yield Event(
            address=f"events/2024/{date}-n{number}",
            kind=chance.choice(KINDS),
            date=date,
            title=f"第{number}场",
            records=tuple(chosen + missing),
        )


def shown(library):
    showcase = open_gate(library, Settings(), TODAY)
    site = Site(showcase, Shelf(), Settings(), TODAY)
    return View(site, Templates(site, [theme_dir() / "templates"]))


def links_both_ways(view):
    """Return the pairs (event, record) that events' pages link, and those that records' pages link."""
    there, back = set(), set()
    for page in event_pages(view):
        if re.fullmatch(r"events/\d{4}/.+", page.address):
            found = set(LINK.findall(page.main))
            there |= {(page.address, to) for to in found if to.startswith(("stars/", "projects/"))}
    for pages in (star_pages, project_pages):
        for page in pages(view):
            part = re.search(r'<section[^>]*id="visits".*?</section>', page.main, re.DOTALL)
            found = set(LINK.findall(part[0])) if part else set()
            back |= {(to, page.address) for to in found if to.startswith("events/")}
    return there, back


@pytest.fixture(scope="module")
def whole():
    stars, projects = records(60)
    addresses = [str(r.address) for r in (*stars, *projects)]
    return Library(stars=stars, projects=projects, events=tuple(generated(2000, addresses)))


@pytest.fixture(scope="module")
def linked(whole):
    return links_both_ways(shown(whole))


def wanted(library, gone=frozenset()):
    known = {str(r.address) for r in (*library.stars, *library.projects)} - gone
    events = (event for event in library.events if event.address not in gone)
    return {(event.address, address) for event in events for address in event.records if address in known}


def test_2000_events_and_their_records_link_each_other_in_both_directions(whole, linked):
    there, back = linked
    assert there == back == wanted(whole)
    assert len(there) > 3000


@pytest.mark.slow
@pytest.mark.parametrize("which", ["stars/2024/henan/007", "projects/2024/henan/004", None])
def test_what_is_taken_down_leaves_no_link_behind(whole, which):
    from dataclasses import replace

    gone = which or whole.events[5].address
    library = replace(whole, withdrawals=(Withdrawal(gone, TODAY),))
    there, back = links_both_ways(shown(library))
    assert there == back == wanted(library, {gone})
    assert [pair for pair in there | back if gone in pair] == []


def test_in_the_demo_too(demo_site):
    there, back = set(), set()
    for path in demo_site.glob("events/*/*/index.html"):
        event = path.parent.relative_to(demo_site).as_posix()
        main = path.read_text(encoding="utf-8").partition("<main")[2]
        there |= {(event, to) for to in _links(main, event) if to.startswith(("stars/", "projects/"))}
    for kind in ("stars", "projects"):
        for path in demo_site.glob(f"{kind}/*/*/*/index.html"):
            record = path.parent.relative_to(demo_site).as_posix()
            part = re.search(
                r'<section[^>]*id="visits".*?</section>', path.read_text(encoding="utf-8"), re.DOTALL
            )
            back |= {
                (to, record) for to in _links(part[0] if part else "", record) if to.startswith("events/")
            }
    assert there == back
    assert len(there) > 20


def _links(html, address):
    """Return the addresses of events and records that `html` links, none of their further pages."""
    import posixpath

    found = (posixpath.normpath(posixpath.join(address, to)) for to in re.findall(r'href="([^"#:]+)"', html))
    return {to for to in found if re.fullmatch(r"(?:stars|projects)/\d{4}/\w+/\d+|events/\d{4}/[^/]+", to)}
