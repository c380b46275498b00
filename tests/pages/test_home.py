"""The first page: whose turn it is, what is on, and the ways to find."""

import datetime
import re

from pages.year_samples import day, view_of, week, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import Campaign
from showcase.model.media import Picture, Rendition, Shelf
from showcase.model.parts import Honour, Photo
from showcase.model.records import Star
from showcase.model.terms import Group, Level, PhotoKind, Stage
from showcase.pages.home import cover_person, home_page, in_turn
from showcase.pages.home_year import FEW, slip
from showcase.pages.prose import excerpt
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View

PORTRAIT = Photo(file="p.jpg", kind=PhotoKind.PORTRAIT, alt="画像")
PICTURE = Picture((Rendition("media/p.jpg", "image/jpeg", 720, 960, 1),), "")


def star(region, serial, *, quote="", photo=True, **more):
    honour = Honour(year=2024, level=Level.PROVINCIAL, title="星", stage=Stage.APPROVED)
    address = RecordAddress("stars", 2024, region, serial)
    photos = (PORTRAIT,) if photo else ()
    return Star(
        address=address, name=f"{region}{serial}", quote=quote, photos=photos, honours=(honour,), **more
    )


def view(stars, today="2024-6-19", **showcase):
    plain = view_of(today, stars=tuple(stars), **showcase)
    shelf = Shelf(pictures={f"{s.address}/p.jpg": PICTURE for s in stars if s.photos})
    site = Site(plain.site.showcase, shelf, plain.site.settings, plain.site.today)
    return View(site, Templates(site, plain.templates.directories))


def names_of_weeks(stars, weeks):
    days = [day("2024-6-17") + datetime.timedelta(days=7 * n) for n in range(weeks)]
    return [cover_person(view(stars, str(d))).star.name for d in days]


def test_the_cover_changes_every_monday_and_everybody_has_a_turn():
    stars = [star(region, "001", quote="话") for region in ("hebei", "henan", "jilin")]
    one_round = names_of_weeks(stars, 3)
    assert sorted(one_round) == ["hebei001", "henan001", "jilin001"]
    assert names_of_weeks(stars, 6) == one_round * 2
    monday, sunday = (cover_person(view(stars, d)).star for d in ("2024-6-17", "2024-6-23"))
    assert monday is sunday


def test_a_portrait_with_a_quotation_comes_before_a_portrait_before_a_name():
    said, seen, named = (
        star("henan", "001", quote="话"),
        star("jilin", "001"),
        star("hubei", "1", photo=False),
    )
    assert set(names_of_weeks([named, seen, said], 4)) == {"henan001"}
    assert set(names_of_weeks([named, seen], 4)) == {"jilin001"}
    assert set(names_of_weeks([named], 2)) == {"hubei1"}
    assert cover_person(view([])) is None


def test_new_faces_take_turns_until_everybody_was_shown():
    assert [in_turn("abcde", n, 2) for n in range(3)] == [["a", "b"], ["c", "d"], ["e", "a"]]
    assert in_turn("ab", 7, 8) == ["a", "b"]


def test_the_slip_has_two_columns_or_none():
    assert slip("让学习成为一种生活方式") == ["让学习成为", "一种生活方式"]
    assert slip("人人皆学，处处能学") == ["人人皆学", "处处能学"]
    assert slip("把学到的讲给别人听（示例主题）") == ["把学到的讲", "给别人听"]
    assert slip("这是一个长得两列也放不下的活动周主题") == []


def test_the_first_page_has_every_section_and_one_h1():
    stars = [star("henan", "001", quote="我有的是晚上。", groups=(Group.FARMERS,), topics=("阅读",))]
    stars += [star("jilin", "001")]
    one = view(stars, weeks=(week("henan", "6-17", "6-23"),), campaigns=(Campaign(year=2024, theme="学"),))
    page = home_page(one, "<h1>百姓学习之星</h1><p>欢迎。</p>")
    assert (page.address, page.title) == ("", "百姓学习之星")
    assert page.main.count("<h1") == 1
    said = words_of(page.main)
    assert "“我有的是晚上。”henan001" in said
    assert "本周6月17日至23日河南省全民终身学习活动周6月17日至23日，周一至周日" in said
    assert "欢迎。" in said
    assert re.findall(r'href="\x02search/\?q=([^"]+)"', page.main) == [
        "%E5%86%9C%E6%B0%91",
        "%E9%98%85%E8%AF%BB",
    ]


def test_on_its_first_day_a_site_says_what_it_will_be_and_shows_one_way_on():
    page = home_page(view_of(), "<h1>首页</h1><p>这里收录学习的人。</p>")
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", page.main) == ["百姓学习之星"]
    said = words_of(page.main)
    assert "这里收录学习的人。" in said
    assert "第一批人物和故事正在准备。" in said
    assert re.findall(r'<a [^>]*href="([^"]+)"', page.main) == ["\x02rulebooks/"]
    assert not re.search("ls-band|ls-now|ls-seek|<h2", page.main), (
        "no box over nothing, no heading without a section"
    )


def test_the_one_way_on_is_the_page_about_taking_part_where_somebody_wrote_it():
    plain = view_of()
    site = Site(
        plain.site.showcase, plain.site.shelf, plain.site.settings, plain.site.today, frozenset({"take-part"})
    )
    page = home_page(View(site, Templates(site, plain.templates.directories)), "")
    assert re.findall(r'<a [^>]*href="([^"]+)"', page.main) == ["\x02take-part/"]


REGIONS = ("beijing", "tianjin", "hebei", "shanxi", "liaoning", "jilin", "shanghai", "jiangsu")


def test_few_weeks_are_lines_in_order_of_time_and_many_are_a_band():
    held = [week(region, f"{n + 4}-1", f"{n + 4}-7") for n, region in enumerate(REGIONS)]
    few = home_page(view_of("2024-4-1", weeks=tuple(reversed(held[: FEW - 1]))), "").main
    assert "ls-band" not in few
    assert re.findall(r'ls-weeks__region" href="\x02weeks/2024/(\w+)/"', few) == list(REGIONS[: FEW - 1])
    assert "周空着" not in few and "ls-weeks__empty" not in few
    many = home_page(view_of("2024-4-1", weeks=tuple(held)), "").main
    assert "ls-band__spine" in many and "ls-weeks__region" not in many


def test_our_wording_never_awards():
    page = home_page(view([star("henan", "001", quote="话")]), "")
    assert not re.search("评选|表彰|获奖|十佳", page.main + page.description)


def test_an_excerpt_ends_with_a_sentence_or_a_clause():
    texts = ("他读了四十年。", "他说：“读书。”然后睡了一觉才起来", "羊一踩就没了，他再写一遍又一遍", "")
    assert [excerpt([text], 12) for text in texts] == [
        "他读了四十年。",
        "他说：“读书。”",
        "羊一踩就没了……",
        "",
    ]
