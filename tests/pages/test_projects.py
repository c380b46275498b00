import datetime
import re

from showcase.model.days import Month
from showcase.model.parts import Count, Learners, OfficeContact
from showcase.model.terms import CountUnit, Mode
from showcase.pages.projects import project_pages, since

from .people import linked_data, project, star, values, view_of, words

PEOPLE, VISITS = CountUnit.PEOPLE, CountUnit.VISITS


def page_of(record, *others):
    pages = {page.address: page for page in project_pages(view_of(record, *others))}
    return pages[str(record.address)]


def learners(*entries):
    return tuple(Learners(year, Count(value, unit, mode)) for year, value, unit, mode in entries)


def test_a_projects_facts_stand_in_their_order_and_only_those_known():
    full = project(
        hosts=("县教育局", "县妇联"),
        organisers=("村小学",),
        co_organisers=("图书馆",),
        nominated_by=("市教育局",),
        started=Month(2009, 3),
        audience="渔家妇女",
        venue="九个村",
        how_to_join="到教室报名",
        office_contact=OfficeContact("职成股", "0591-0000"),
    )
    facts = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", page_of(full).main)
    assert facts == [
        ("主办", "县教育局、县妇联"),
        ("承办", "村小学"),
        ("协办", "图书馆"),
        ("推荐", "市教育局"),
        ("始于", "2009年3月"),
        ("给谁", "渔家妇女"),
        ("在哪", "九个村"),
        ("怎样参加", "到教室报名"),
        ("联系", "职成股　0591-0000"),
    ]
    assert re.findall("<dt>(.*?)</dt>", page_of(project()).main) == ["主办"]


def test_the_beginning_is_as_exact_as_it_is_known():
    times = [None, 2009, Month(2009, 3), datetime.date(2009, 3, 5)]
    assert [since(project(started=time)) for time in times] == ["", "2009年", "2009年3月", "2009年3月5日"]
    assert since(project(started=2009, ended=Month(2020, 6))) == "2009年，至2020年6月"


def bars(main):
    """Each table as (caption, rows); a row is (year, length, online share, words)."""
    row = r'<th scope="row">(\d+)</th>.*?--v:([\d.]+)"><i style="--o:(\d+)".*?ls-num">(.*?)</td>'
    tables = re.findall(r"<caption>(.*?)</caption>(.*?)</table>", main, re.DOTALL)
    return [(caption, re.findall(row, body)) for caption, body in tables]


def test_people_and_visits_never_share_a_chart_and_modes_are_not_added():
    entries = learners(
        (2023, 100, PEOPLE, Mode.BOTH),
        (2023, 40, PEOPLE, Mode.ONLINE),
        (2024, 300, VISITS, Mode.ONSITE),
        (2024, 355200, VISITS, Mode.ONLINE),
        (2022, 50, PEOPLE, Mode.BOTH),
    )
    assert bars(page_of(project(learners=entries)).main) == [
        (
            "每年参与的情况，按人计；斜纹是线上部分",
            [("2022", "50.0", "0", "50人"), ("2023", "100.0", "40", "100人，线上40")],
        ),
        (
            "每年参与的情况，按人次计；斜纹是线上部分",
            [("2024", "0.1", "0", "线下300人次"), ("2024", "100.0", "100", "线上355,200人次")],
        ),
    ]


def test_a_year_without_anyone_draws_no_bar():
    entries = learners((2023, 0, PEOPLE, Mode.BOTH))
    assert bars(page_of(project(learners=entries)).main) == [
        ("每年参与的情况，按人计", [("2023", "0.0", "0", "0人")])
    ]


def test_marks_of_a_name_survive_in_title_path_and_facts_for_machines():
    name = "“非遗”技艺《千字帖》<计划>"
    page = page_of(project(name=name, showcase_text=("学。",)))
    assert page.title == f"{name}　品牌项目　2024河南"
    assert linked_data(page)["CreativeWork"]["name"] == name
    assert linked_data(page)["CreativeWork"]["creator"] == [{"@type": "Organization", "name": "县教育局"}]
    assert [step["name"] for step in linked_data(page)["BreadcrumbList"]["itemListElement"]] == [
        "品牌项目", "2024", "河南", name,
    ]  # fmt: skip


def test_people_of_a_project_are_linked():
    page = page_of(project(related=("stars/2024/henan/001",)), star(name="林阿秀"))
    assert "项目里的人林阿秀" in words(page.main)
    assert "\x02stars/2024/henan/001/" in values(page.main, "href")
