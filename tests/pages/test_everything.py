"""The whole site: every page once, every link leads somewhere, a preview is no search engine's business."""

import re

from pages.year_samples import day, view_of, week
from showcase.model.address import RecordAddress
from showcase.model.campaign import Announcement, Campaign, Candidate, Event, OfficialList, Withdrawal
from showcase.model.parts import Honour
from showcase.model.records import Project, Star
from showcase.model.rulebook import Rulebook
from showcase.model.terms import EventKind, Level, Stage
from showcase.pages.everything import all_pages

HONOURS = (Honour(year=2024, level=Level.PROVINCIAL, title="星", stage=Stage.APPROVED),)
STAR = Star(
    address=RecordAddress("stars", 2024, "henan", "001"),
    name="沈玉兰",
    honours=HONOURS,
    showcase_text=("她读书。",),
)
PROJECT = Project(
    address=RecordAddress("projects", 2024, "henan", "001"),
    name="夜校",
    honours=HONOURS,
    showcase_text=("夜里上课。",),
)
WRITTEN_BY_OTHERS = re.compile(
    r"(calendar|assets|data|feeds|slides|kits)/|feed\.(xml|json)$|privacy/$|.*/slides/$"
)


def whole(**more):
    event = Event(
        address="events/2024/2024-06-17-a",
        kind=EventKind.TALK,
        date=day("6-17"),
        title="报告会",
        region="henan",
        records=("stars/2024/henan/001",),
    )
    announcement = Announcement(
        address="announcements/2024-a",
        title="公示",
        year=2024,
        level=Level.PROVINCIAL,
        first_day=day("6-17"),
        last_day=day("6-21"),
        candidates=(Candidate("甲", "乙"),),
    )
    official = OfficialList(
        address="lists/2024-national",
        year=2024,
        level=Level.NATIONAL,
        region="",
        title="名单",
        document="",
        names=(),
    )
    return view_of(
        stars=(STAR,),
        projects=(PROJECT,),
        campaigns=(Campaign(year=2024, theme="学"), Campaign(year=2025, theme="学")),
        weeks=(week("guangxi", "6-24", "6-30"), week("henan", "6-17", "6-23", next_host="广西壮族自治区")),
        events=(event,),
        announcements=(announcement,),
        lists=(official,),
        rulebooks=(Rulebook(id="henan-2024", title="通知", years=(2024,)),),
        withdrawn=(Withdrawal("stars/2024/henan/009", day("6-1")),),
        by_address={str(r.address): r for r in (STAR, PROJECT)},
        **more,
    )


def test_every_address_once_and_every_link_leads_to_a_page():
    view = whole()
    pages = list(all_pages(view, "<p>欢迎。</p>"))
    urls = [view.site.links.url(page.address) for page in pages]
    assert sorted(set(urls)) == sorted(urls)
    links = {(link, page.address) for page in pages for link in re.findall('href="\x02([^"#?]*)', page.main)}
    lost = {pair for pair in links if pair[0] not in urls and not WRITTEN_BY_OTHERS.match(pair[0])}
    assert lost == set()


def test_no_page_links_to_another_host_or_past_its_root():
    for page in all_pages(whole(), ""):
        assert re.findall(r'(?:href|src|action)="(?!\x02|#)([^"]*)', page.main) == [], page.address


def test_a_preview_is_closed_to_search_engines():
    assert {page.noindex for page in all_pages(whole(preview=True), "")} == {True}
    closed = {page.address for page in all_pages(whole(), "") if page.noindex}
    assert closed == {"announcements/", "announcements/2024-a", "stars/2024/henan/009"}


def test_every_page_has_a_title_a_description_and_one_first_heading():
    for page in all_pages(whole(), ""):
        assert page.title and page.description, page.address
        assert page.main.count("<h1") == 1, page.address


def test_our_own_words_never_award():
    for page in all_pages(whole(), ""):
        assert re.findall("评选|表彰|获奖|十佳", page.main + page.title + page.description) == [], (
            page.address
        )
