from collections import Counter

from markupsafe import Markup

from showcase.model.artefact import ROOT
from showcase.model.settings import Settings
from showcase.model.terms import Distinction, Group
from showcase.pages.cards import cards_of
from showcase.pages.lists import list_pages

from .people import addresses, honour, inside, linked_data, project, star, values, view_of, words


def pages_of(*records, **view):
    return {page.address: page for page in list_pages(view_of(*records, **view))}


def records_on(page):
    return values(page.main, "data-record")


def test_97_records_make_3_pages_and_each_stands_there_exactly_once():
    stars = [star(f"{n:03d}", name=f"沈{n}") for n in range(97)]
    pages = pages_of(*stars)
    for base in ("stars/", "stars/2024", "stars/2024/henan"):
        cut = [base, f"{base.rstrip('/')}/page-2", f"{base.rstrip('/')}/page-3"]
        assert [len(records_on(pages[address])) for address in cut] == [48, 48, 1]
        shown = Counter(record for address in cut for record in records_on(pages[address]))
        assert shown == Counter(str(s.address) for s in stars)
    assert f"{ROOT}stars/2024/page-3/" in values(pages["stars/2024/page-2"].main, "href")
    assert "stars/2024/page-4" not in pages


def test_a_full_page_needs_no_second():
    pages = pages_of(*(star(f"{n:03d}") for n in range(48)))
    assert "stars/page-2" not in pages
    assert inside(pages["stars/"].main, "ls-pager") == []


def test_the_pager_names_first_last_and_neighbours():
    pages = pages_of(*(star(f"{n:03d}") for n in range(48 * 9)))
    assert [inside(pages[a].main, "ls-pager") for a in ("stars/", "stars/page-5", "stars/page-9")] == [
        ["12…9下一页"],
        ["12…456…9下一页"],
        ["12…89"],
    ]


def test_regions_take_turns_on_the_page_of_a_year():
    stars = [star(f"{n:03d}", region) for region in ("henan", "beijing", "xinjiang") for n in (1, 2)]
    page = pages_of(*stars, star("003", "henan"))["stars/2024"]
    assert records_on(page) == [
        "stars/2024/beijing/001",
        "stars/2024/henan/001",
        "stars/2024/xinjiang/001",
        "stars/2024/beijing/002",
        "stars/2024/henan/002",
        "stars/2024/xinjiang/002",
        "stars/2024/henan/003",
    ]


def test_on_a_provinces_own_site_cities_take_turns():
    cities = [("001", "郑州市"), ("002", "郑州市"), ("003", "开封市")]
    stars = [star(serial, city=city) for serial, city in cities]
    page = pages_of(*stars, settings=Settings(scope="henan"))["stars/2024"]
    assert records_on(page) == [f"stars/2024/henan/00{n}" for n in (3, 1, 2)]


def test_a_star_stands_in_every_year_that_honoured_it_and_once_among_all():
    twice = star(honours=(honour(2024), honour(2021, "county", "县学习之家")))
    old = star("002", year=2023)
    pages = pages_of(twice, old)
    assert [records_on(pages[f"stars/{year}"]) for year in (2024, 2023, 2021)] == [
        ["stars/2024/henan/001"],
        ["stars/2023/henan/002"],
        ["stars/2024/henan/001"],
    ]
    assert records_on(pages["stars/"]) == ["stars/2024/henan/001", "stars/2023/henan/002"]
    assert "stars/2022" not in pages


def test_facets_count_and_link():
    stars = [
        star("001", topics=("阅读",), groups=(Group.OLDER_PEOPLE,)),
        star("002", "beijing", topics=("书画",), groups=(Group.FARMERS, Group.OLDER_PEOPLE)),
        star("003", "beijing", topics=("书画",)),
    ]
    pages = pages_of(*stars)
    assert inside(pages["stars/"].main, "ls-facet ", tag="div") == ["地区北京2人河南1人"]
    assert inside(pages["stars/"].main, "ls-facet", tag="div") == [
        "年份20243人", "地区北京2人河南1人", "人群老年人2人农民1人", "主题书画2人阅读1人",
    ]  # fmt: skip
    assert f"{ROOT}stars/2024/beijing/" in values(pages["stars/2024"].main, "href")
    assert inside(pages["stars/2024/beijing"].main, "ls-facet", tag="div")[0] == "年份20242人"


def test_what_has_no_page_of_its_own_opens_the_search_page_within_the_same_list():
    two = (
        honour(2024, "national", distinction=Distinction.MOST_MOVING),
        honour(2023, "county", "县学习之星"),
    )
    pages = pages_of(star("001", topics=("阅读",), honours=two), star("002", topics=("书画",)))
    found = f"{ROOT}search/?kind=stars"
    asked = {
        a.replace("&amp;", "&") for a in values(pages["stars/2024/henan"].main, "href") if "search/" in a
    }
    assert asked == {
        f"{found}&year=2024&region=henan&{one}"
        for one in (
            "level=national", "level=county", "distinction=most-moving",
            "topic=%E9%98%85%E8%AF%BB", "topic=%E4%B9%A6%E7%94%BB",
        )
    }  # fmt: skip
    assert f"{found}&level=county" in {a.replace("&amp;", "&") for a in values(pages["stars/"].main, "href")}


def test_what_all_share_is_no_choice():
    alike = [star("001", topics=("阅读",)), star("002", topics=("阅读",))]
    assert inside(pages_of(*alike)["stars/2024/henan"].main, "ls-facet", tag="div") == [
        "年份20242人",
        "地区河南2人",
    ]


def test_the_roll_stands_by_reading_on_the_first_page_of_a_year():
    names = ["欧阳青", "单玉", "阿依古丽·买买提", "曾小满", "沈玉兰", "查济民"]
    stars = [star(f"{n:03d}", name=name) for n, name in enumerate(names)]
    pages = pages_of(*stars, *(star(f"1{n:02d}", name="朱一") for n in range(48)))
    roll = inside(pages["stars/2024"].main, "ls-roll")[0]
    order = ["阿依古丽·买买提", "欧阳青", "单玉", "沈玉兰", "曾小满", "查济民", "朱一"]
    assert [name for name in order if name in roll] == order
    assert [roll.index(name) for name in order] == sorted(roll.index(name) for name in order)
    assert inside(pages["stars/2024/page-2"].main, "ls-roll") == []
    assert f"{ROOT}stars/2024/#roll" in values(pages["stars/2024/page-2"].main, "href")


def test_an_empty_list_says_so_and_shows_one_way_on():
    pages = pages_of()
    assert sorted(pages) == ["projects/", "stars/"]
    assert inside(pages["stars/"].main, "ls-empty__title") == ["这里还没有刊出的学习之星"]
    assert values(pages["projects/"].main, "href") == [ROOT, f"{ROOT}weeks/"], "home, and one way on"


def test_projects_have_lists_of_their_own():
    pages = pages_of(star(), project())
    assert records_on(pages["projects/2024/henan"]) == ["projects/2024/henan/001"]
    assert "1个项目" in words(pages["projects/"].main)


def test_all_addresses_of_lists_begin_at_the_root_but_those_within_the_page():
    pages = pages_of(*(star(f"{n:03d}", topics=("阅读",)) for n in range(60)), project())
    found = {a for page in pages.values() for a in addresses(page.main)}
    assert {a for a in found if not a.startswith(ROOT)} == {"#roll"}


def test_a_later_page_says_its_number_in_title_and_path():
    page = pages_of(*(star(f"{n:03d}") for n in range(60)))["stars/2024/page-2"]
    assert page.title == "2024年百姓学习之星　第2页"
    steps = [step["name"] for step in linked_data(page)["BreadcrumbList"]["itemListElement"]]
    assert steps == ["学习之星", "2024", "第2页"]


def test_a_preview_keeps_its_pages_out_of_search_engines():
    pages = pages_of(star(), preview=True)
    assert {page.noindex for page in pages.values()} == {True}


def test_the_first_pictures_of_a_list_do_not_wait_the_others_do():
    cards = [Markup('<img src="a" loading="lazy">')] * 6
    first, *others = cards_of(cards, on_top=True).split("<img")[1:]
    assert first == ' src="a" fetchpriority="high">'
    assert others == [' src="a">'] * 3 + [' src="a" loading="lazy">'] * 2
    assert cards_of(cards) == Markup("").join(cards)
