import pytest
from folders import plan, tree

from showcase.publish.live import scan
from showcase.publish.removals import live_records, owner_of, removal_plan, taken_down
from showcase.publish.sync import sync

NOTICE = b'<meta name="robots" content="noindex"><main id="main">gone</main>'


def record(address, *media, names=()):
    """Return a record's page with its pictures and the cards of other records."""
    cards = "".join(f'<li data-record="{name}"><a href="../{name}/">x</a></li>' for name in names)
    pictures = "".join(f'<img src="../../../../media/{medium}">' for medium in media)
    return f'<main id="main" data-record="{address}">{pictures}{cards}</main>'.encode()


A, B, C, D = (f"stars/2024/henan/{serial}" for serial in ("012", "0123", "014", "015"))
LIVE = {
    f"{A}/index.html": record(A, "ab/a.jpg", "ab/shared.jpg"),
    f"{A}/slides/index.html": b"slides of a",
    "kits/stars-2024-henan-012.zip": b"kit of a",
    f"{B}/index.html": record(B, "ab/b.jpg", "ab/shared.jpg"),
    f"{C}/index.html": record(C, "ab/c.jpg", "ab/a.jpg", names=[A]),
    f"{D}/index.html": record(D, "ab/d.jpg", "ab/a.jpg", names=[A]),
    "stars/index.html": record("", "ab/a.jpg", "ab/b.jpg", names=[A, B, C, D]),
    "stars/2023/henan/001/index.html": NOTICE,
    "events/2024/2024-09-12-school/index.html": b"<main>school</main>",
    "events/2024/2024-09-13-old/index.html": NOTICE,
    "weeks/2024/henan/index.html": b"<main>week</main>",
    "announcements/2024-henan-list/index.html": b'<meta name="robots" content="noindex"><main>names</main>',
    "media/ab/a.jpg": b"a",
    "media/ab/b.jpg": b"b",
    "media/ab/c.jpg": b"c",
    "media/ab/d.jpg": b"d",
    "media/ab/shared.jpg": b"shared",
}


@pytest.fixture
def live(site):
    sync(site, plan(LIVE))
    return scan(str(site))


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("stars/2024/henan/012/index.html", A),
        ("stars/2024/henan/012.html", A),
        ("stars/2024/henan/012/slides/index.html", A),
        ("kits/stars-2024-henan-012.zip", A),
        ("projects/2024/xjbt/1001.html", "projects/2024/xjbt/1001"),
        ("events/2024/2024-09-12-school.html", "events/2024/2024-09-12-school"),
        ("weeks/2024/henan.html", "weeks/2024/henan"),
        ("weeks/2024/henan.zhengzhou.html", "weeks/2024/henan.zhengzhou"),
        ("weeks/2024/henan.zhengzhou/index.html", "weeks/2024/henan.zhengzhou"),
        ("announcements/2024-henan-list/index.html", "announcements/2024-henan-list"),
        ("stars/2024/henan/index.html", ""),
        ("stars/2024/henan/2/index.html", ""),
        ("stars/index.html", ""),
        ("weeks/2024/index.html", ""),
        ("weeks/2024.html", ""),
        ("events/2024/index.html", ""),
        ("announcements/index.html", ""),
        ("lists/2024-provincial-henan/index.html", "lists/2024-provincial-henan"),
        ("lists/2024-provincial-henan/2/index.html", "lists/2024-provincial-henan"),
        ("rulebooks/henan-2024.html", "rulebooks/henan-2024"),
        ("lists/index.html", ""),
        ("index.html", ""),
    ],
)
def test_a_path_tells_whose_it_is(path, owner):
    assert owner_of(path) == owner


def test_the_live_folder_tells_what_is_shown_and_notices_do_not_count(live):
    others = {"events/2024/2024-09-12-school", "weeks/2024/henan", "announcements/2024-henan-list"}
    assert live_records(live) == {A, B, C, D} | others


def test_a_person_s_files_go_media_first_and_shared_media_stay(live):
    public = live_records(live) - {A}
    assert taken_down(live, public, {"media/ab/b.jpg", "media/ab/shared.jpg"}) == [
        "media/ab/a.jpg",
        "kits/stars-2024-henan-012.zip",
        f"{A}/index.html",
        f"{A}/slides/index.html",
    ]


def test_removals_publish_the_removal_and_nothing_else(site, live):
    """B changed, C named the removed A, D too but has errors now, N is new, 2023/001 stays a notice."""
    wanted = plan(
        {"media/ab/b.jpg": b"b", "media/ab/shared.jpg": b"shared", "media/ab/c.jpg": b"c"},
        {
            f"{A}/index.html": NOTICE,
            "stars/2023/henan/001/index.html": NOTICE,
            f"{B}/index.html": record(B, "ab/b.jpg", "ab/shared.jpg") + b"changed",
            f"{C}/index.html": record(C, "ab/c.jpg"),
            "stars/2025/henan/001/index.html": record("stars/2025/henan/001"),
            "stars/index.html": record("", "ab/b.jpg", names=[B, C]),
            "announcements/2024-henan-list/index.html": b"closed",
        },
        {"feed.xml": b"B C"},
    )
    media = {"media/ab/b.jpg", "media/ab/shared.jpg", "media/ab/c.jpg"}
    sync(site, removal_plan(wanted, live, {A}, media))
    untouched = [
        f"{B}/index.html",
        "events/2024/2024-09-12-school/index.html",
        "events/2024/2024-09-13-old/index.html",
        "weeks/2024/henan/index.html",
        "stars/2023/henan/001/index.html",
        *sorted(media),
    ]
    assert tree(site) == {path: LIVE[path] for path in untouched} | {
        f"{A}/index.html": NOTICE,
        f"{C}/index.html": record(C, "ab/c.jpg"),
        "stars/index.html": record("", "ab/b.jpg", names=[B, C]),
        "announcements/2024-henan-list/index.html": b"closed",
        "feed.xml": b"B C",
    }


def test_a_record_with_errors_that_names_nobody_removed_keeps_page_and_media(site, live):
    sync(site, removal_plan(plan({"stars/index.html": b"list"}), live, {C}, set()))
    gone = {f"{C}/index.html", "media/ab/c.jpg"}
    left = {path: data for path, data in LIVE.items() if path not in gone}
    assert tree(site) == left | {"stars/index.html": b"list"}


def test_without_anything_to_remove_only_what_is_nobody_s_own_is_written(site, live):
    wanted = plan({f"{B}/index.html": b"changed", "stars/index.html": b"list"})
    sync(site, removal_plan(wanted, live, set(), set()))
    assert tree(site) == LIVE | {"stars/index.html": b"list"}


def test_withheld_media_leave_a_page_and_a_page_that_cannot_be_written_anew_goes(site, live):
    wanted = plan({"media/ab/shared.jpg": b"shared", f"{B}/index.html": record(B, "ab/shared.jpg")})
    sync(site, removal_plan(wanted, live, set(), {"media/ab/shared.jpg"}, withheld={"b", "c"}))
    gone = {"media/ab/b.jpg", "media/ab/c.jpg", f"{C}/index.html", "stars/index.html"}
    left = {path: data for path, data in LIVE.items() if path not in gone}
    assert tree(site) == left | {f"{B}/index.html": record(B, "ab/shared.jpg")}
