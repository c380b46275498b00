"""A tour: its stops in order of time, linked with it and with each other."""

from pages.year_samples import day, page_at, view_of, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import Event
from showcase.model.records import Star
from showcase.model.terms import EventKind
from showcase.pages.event_lists import by_time
from showcase.pages.events import event_pages
from showcase.pages.visits import visits

TOUR = "events/2024/2024-05-01-tour"
STAR = Star(address=RecordAddress("stars", 2024, "henan", "001"), name="沈玉兰")


def stop(text, title, end="", **more):
    date = day(text)
    last = day(end) if end else None
    kind = EventKind.TOUR_STOP
    return Event(
        address=f"events/2024/{date}-stop", kind=kind, date=date, end=last, title=title, tour=TOUR, **more
    )


EVENTS = (
    stop("6-30", "丙县站", place="丙县文化馆"),
    Event(address=TOUR, kind=EventKind.TOUR, date=day("5-1"), title="学习之星巡展"),
    stop("6-17", "乙县站", "6-23", place="乙县文化馆", region="henan", records=(str(STAR.address),)),
    stop("6-1", "甲县站", place="甲县文化馆"),
)


def view(today="2024-6-19", events=EVENTS):
    return view_of(today, events=events, stars=(STAR,), by_address={str(STAR.address): STAR})


def main_of(address, **said):
    return page_at(event_pages(view(**said)), address).main


def test_a_tour_s_page_lists_its_stops_in_order_with_days_places_and_standing():
    said = words_of(main_of(TOUR))
    stops = (
        "各站共3站2024年6月1日甲县站甲县文化馆，已举行"
        "2024年6月17日至23日乙县站河南，乙县文化馆，正在举行2024年6月30日丙县站丙县文化馆，将要举行"
    )
    assert stops in said
    assert (
        "时间2024年6月1日至30日河南" not in said and "时间2024年6月1日至30日" in said and "日，周" not in said
    )


def test_a_stop_leads_to_its_tour_and_to_the_stops_beside_it():
    main = main_of("events/2024/2024-06-17-stop")
    assert "路线学习之星巡展，第2站，共3站" in words_of(main)
    assert "上一站甲县站下一站丙县站" in words_of(main)
    links = [TOUR, "events/2024/2024-06-01-stop", "events/2024/2024-06-30-stop"]
    assert [f'href="\x02{link}/"' in main for link in links] == [True] * 3


def test_the_first_stop_has_none_before_it_and_the_last_none_after_it():
    first, last = (words_of(main_of(f"events/2024/2024-06-{d}-stop")) for d in ("01", "30"))
    assert ("上一站" in first, "下一站" in first) == (False, True)
    assert ("上一站" in last, "下一站" in last) == (True, False)


def test_a_tour_is_going_on_until_its_last_stop_is_over():
    found = {d: [len(rows) for rows in by_time(EVENTS[1:2], view(f"2024-{d}"))] for d in ("6-30", "7-1")}
    assert found == {"6-30": [1, 0, 0], "7-1": [0, 0, 1]}


def test_a_tour_without_stops_is_a_plain_event():
    alone = main_of(TOUR, events=EVENTS[1:2])
    assert "各站" not in words_of(alone) and "2024年5月1日，周三" in words_of(alone)


def test_a_stop_whose_tour_is_not_shown_says_nothing_of_it():
    assert "路线" not in words_of(main_of("events/2024/2024-06-17-stop", events=(EVENTS[2],)))


def test_a_star_s_page_says_where_the_star_is_now():
    found = visits(view(), STAR)
    assert [(row.day, row.title, row.line, row.standing, row.last) for row in found.rows] == [
        ("2024年6月17日至23日", "乙县站", "巡展，乙县文化馆", "正在举行", "2024-06-23")
    ]
    assert (found.title, found.ask) == ("将要去的地方", "\x02events/#ask")
