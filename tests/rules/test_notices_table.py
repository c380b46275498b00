"""Every cell of the table of notices, written out by hand from the notices, against the rulebooks.

A cell says what a notice asks: the numbers, whether it is soft, whether it must be there, what is
named, and in which clause it stands. `SILENT`: the notice does not say. `UNPRINTED`: it stands in a
form that was not printed with our copy.
"""

from pathlib import Path

import pytest

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.rulebook import Knowledge, Limit

ROOT = Path(__file__).parents[2]
BOOKS = {book.id: book for book in read_library(Layout(ROOT))[0].rulebooks}

HENAN = ("henan-2024", "教办职成〔2024〕85号 ")
CITY = ("city-districts-2024", "市级通知（无文号）")
JILIN = ("jilin-2022", "吉林省教育厅2022年通知 ")
ZHEJIANG = ("zhejiang-2021", "浙成职协〔2021〕20号 ")
NATION = ("moe-2024", "教职成厅函〔2024〕7号 ")
SILENT = Limit(knowledge=Knowledge.SILENT)
UNPRINTED = Limit(knowledge=Knowledge.NOT_IN_COPY)
LEVELS = ("national", "provincial", "city", "county")
ABOVE_CITY = ("national", "provincial")


def hard(clause, *values, low=None, high=None, about=None, required=False, soft=False):
    return Limit(
        clause=clause,
        low=low,
        high=high,
        about=about,
        tolerance=0.2 if about else 0.0,
        values=values,
        soft=soft,
        required=required,
    )


def soft(clause, *values, **numbers):
    return hard(clause, *values, soft=True, **numbers)


def each(clause, number, *values, **more):
    """A number that is both the least and the most."""
    return hard(clause, *values, low=number, high=number, **more)


OPEN = "“征集推介对象和条件”首段"
PERSON = "“征集推介对象和条件”（一）1"
NOTE = "“征集推介对象和条件”（一）1 注"
PROJECT = "“征集推介对象和条件”（二）1"
LASTING = "“征集推介对象和条件”（二）2（5）"
UNITS = ("企业", "机关", "学校", "科研院所", "社会组织", "街道社区", "农村", "人民解放军和武警部队连队")
MANY = ("从业人员", "技术能手", "高素质农民", "退役军人", "老年人", "残疾人")
NEAR = ("基层员工", "社区居民", "乡村农民", "退役军人", "老年人", "残疾人")
INCH = ("2寸", "免冠", "彩色")
SCHOOLS = ("教职成厅函〔2021〕14号", "教职成厅函〔2021〕23号")
FORMS = ("推介表", "推介登记表")
COUNTY_CITY = ("区县市级教育部门", "省级教育部门")
OFFICES = ("县（市、区）级教育行政部门", "市（地）级教育行政部门", "省级教育行政部门")
BUREAUS = ("县（市、区）级教育部门", "市（地）级教育部门", "省级教育部门")

FOUR = (HENAN, CITY, JILIN, ZHEJIANG)
TABLE = {
    # 表格：名称，盖章纸质几份
    "star.forms": (
        each("二（三）1（1）", 1, *FORMS, required=True),
        each("二（二）1（1）", 2, *FORMS, required=True),
        each("二（三）1（1）", 3, "推介表", "推介汇总表", required=True),
        each("二（三）1（1）", 3, "推荐表", "推荐登记表", required=True),
    ),
    "project.forms": (
        each("二（三）2（1）", 1, *FORMS, required=True),
        each("二（二）2（1）", 2, *FORMS, required=True),
        each("二（三）2（1）", 3, "推介表", "推介汇总表", required=True),
        each("二（三）2（1）", 3, "推荐表", "推荐登记表", required=True),
    ),
    "submission.electronic": (hard("二（二）"), SILENT, hard("二（三）"), hard("二（二）")),
    "submission.to": (SILENT, SILENT, hard("二（一）"), hard("二（二）")),
    "submission.collected_by": (
        hard("三"),
        hard("附表2 注1；附表4 注1"),
        hard("二（一）"),
        hard("二（一）1"),
    ),
    # 人物：推介谁，不推介谁
    "star.officials": (soft("一（一）1"), soft(PERSON), soft("一（一）1"), soft("一（一）2（3）")),
    "star.earlier_honours": (
        soft("一（一）1", *ABOVE_CITY),
        SILENT,
        soft("一（一）1", *ABOVE_CITY),
        SILENT,
    ),
    "star.honours_preferred": (SILENT, SILENT, SILENT, soft("一（一）2（2）", *ABOVE_CITY)),
    "star.earlier_stars": (
        hard("一（一）1", *ABOVE_CITY),
        hard(OPEN, *LEVELS),
        hard("一（一）2（5）", *LEVELS),
        soft("一（一）2（5）", *LEVELS),
    ),
    "star.earlier_nominations": (SILENT, soft("附表2 注3"), SILENT, SILENT),
    "star.nationality": (SILENT, hard(PERSON, "中国"), SILENT, SILENT),
    "star.record": (SILENT, hard(PERSON), SILENT, SILENT),
    "star.students_and_teachers": (SILENT, soft(NOTE, "在校学生", "在职教师"), SILENT, SILENT),
    "star.retired_preferred": (SILENT, soft(NOTE), SILENT, SILENT),
    "star.candidates": (
        soft("一（一）1", *MANY),
        soft(PERSON, *NEAR),
        soft("一（一）1", *MANY),
        soft("一（一）1；一（一）2（3）", *MANY),
    ),
    "star.grass_roots": (SILENT, soft(OPEN, *UNITS), SILENT, SILENT),
    "star.epidemic": (SILENT, SILENT, soft("一（一）2（4）"), soft("一（一）2（4）")),
    "star.conduct": (
        hard("一（一）2（1）"),
        hard("“征集推介对象和条件”（一）2（1）"),
        hard("一（一）2（1）"),
        SILENT,
    ),
    "star.values_upheld": (SILENT, hard("“征集推介对象和条件”（一）2（2）"), SILENT, SILENT),
    "star.deeds_quality": (
        hard("一（一）2（2）"),
        hard("“征集推介对象和条件”（一）2（3）"),
        hard("一（一）2（2）"),
        hard("一（一）2（1）"),
    ),
    "star.recognition": (
        hard("一（一）2（3）"),
        hard("“征集推介对象和条件”（一）2（4）"),
        hard("一（一）2（3）"),
        hard("一（一）2（2）"),
    ),
    "star.example": (
        hard("一（一）2（4）"),
        hard("“征集推介对象和条件”（一）2（4）"),
        hard("一（一）2（4）"),
        hard("一（一）2（4）"),
    ),
    # 人物：写多少，附什么
    "star.showcase_text": (soft("附件1", about=300), soft("附件1", about=200), UNPRINTED, UNPRINTED),
    "star.deeds": (hard("附件1", low=1000), hard("附件1", low=1500), UNPRINTED, UNPRINTED),
    "star.unit_opinion": (hard("附件1", low=100), SILENT, UNPRINTED, UNPRINTED),
    "star.opinions": (
        hard("附件1", "本人所在单位", *COUNTY_CITY),
        hard("附件1", "本人所在单位", *OFFICES),
        UNPRINTED,
        UNPRINTED,
    ),
    "star.agreement_of_form_and_register": (SILENT, SILENT, UNPRINTED, UNPRINTED),
    "star.photos": (
        each("二（三）1（2）", 2),
        each("二（二）1（2）", 2),
        each("二（三）1（2）", 2),
        each("二（三）1（2）", 2),
    ),
    "star.photo_kinds": (
        hard("二（三）1（2）", "id-photo", "life"),
        hard("二（二）1（2）", "id-photo"),
        hard("二（三）1（2）", "id-photo", "activity"),
        hard("二（三）1（2）", "id-photo"),
    ),
    "star.id_photo": (
        hard("二（三）1（2）", *INCH),
        hard("二（二）1（2）", *INCH),
        hard("二（三）1（2）", *INCH),
        hard("二（三）1（2）", *INCH),
    ),
    "star.video": (
        soft("二（三）1（3）", "mp4"),
        soft("二（二）1（3）", "mp4"),
        soft("二（三）1（3）", "mp4"),
        SILENT,
    ),
    "star.video_minutes": (
        hard("二（三）1（3）", low=3, high=5),
        hard("二（二）1（3）", low=4, high=5),
        hard("二（三）1（3）", low=3, high=4),
        SILENT,
    ),
    # 项目：推介什么，不推介什么
    "project.running_years": (
        hard("一（二）2（6）", low=2),
        hard(LASTING, low=2),
        hard("一（二）2（5）", low=2),
        hard("一（二）2（5）", low=2),
    ),
    "project.learners.people": (SILENT, SILENT, SILENT, soft("一（二）2（4）", low=2000)),
    "project.learners.people_onsite": (SILENT, SILENT, hard("一（二）2（5）", low=1000), SILENT),
    "project.learners.visits": (
        hard("一（二）2（6）", low=1000),
        SILENT,
        SILENT,
        soft("一（二）2（4）", low=6000),
    ),
    "project.learners.visits_onsite": (SILENT, hard(LASTING, low=1000), SILENT, SILENT),
    "project.learners.visits_online": (SILENT, hard(LASTING, low=3000), SILENT, SILENT),
    "project.learners.visits_both": (
        hard("一（二）2（6）", low=3000),
        SILENT,
        hard("一（二）2（5）", low=3000),
        SILENT,
    ),
    "project.name": (
        soft("一（二）2（5）"),
        hard("“征集推介对象和条件”（二）2（3）"),
        soft("一（二）2（6）"),
        soft("一（二）2（6）"),
    ),
    "project.hosts": (hard("一（二）2（6）"), hard(PROJECT), hard("一（二）2（5）"), hard("一（二）2（5）")),
    "project.host_record": (
        SILENT,
        hard(PROJECT, "国家企业信用信息公示系统", "信用中国"),
        SILENT,
        SILENT,
    ),
    "project.host_conditions": (SILENT, SILENT, hard("一（二）1", *SCHOOLS), SILENT),
    "project.preferred": (SILENT, SILENT, SILENT, soft("一（二）2（7）")),
    "project.earlier_projects": (
        hard("一（二）1", *ABOVE_CITY),
        hard(OPEN, *LEVELS),
        hard("一（二）2（7）", *LEVELS),
        soft("一（二）2（8）", *LEVELS),
    ),
    "project.earlier_nominations": (SILENT, soft("附表4 注3"), SILENT, SILENT),
    "project.grass_roots": (SILENT, soft(OPEN, *UNITS), SILENT, SILENT),
    "project.range": (hard("一（二）1"), hard(PROJECT), hard("一（二）1"), hard("一（二）1")),
    "project.values_upheld": (
        hard("一（二）2（1）"),
        hard("“征集推介对象和条件”（二）2（1）"),
        hard("一（二）2（1）"),
        hard("一（二）2（1）"),
    ),
    "project.open_to_all": (hard("一（二）2（2）"), SILENT, hard("一（二）2（2）"), SILENT),
    "project.management": (
        hard("一（二）2（3）"),
        hard("“征集推介对象和条件”（二）2（4）"),
        hard("一（二）2（3）"),
        hard("一（二）2（2）；一（二）2（3）"),
    ),
    "project.online": (
        hard("一（二）2（4）"),
        hard("“征集推介对象和条件”（二）2（2）"),
        hard("一（二）2（4）"),
        SILENT,
    ),
    "project.lasting": (SILENT, hard(LASTING), SILENT, SILENT),
    "project.benefit": (SILENT, SILENT, SILENT, hard("一（二）2（4）")),
    "project.content": (
        hard("一（二）2（5）"),
        hard("“征集推介对象和条件”（二）2（3）"),
        hard("一（二）2（6）"),
        hard("一（二）2（6）"),
    ),
    # 项目：写多少，附什么
    "project.showcase_text": (soft("附件3", about=300), soft("附件3", about=200), UNPRINTED, UNPRINTED),
    "project.description": (hard("附件3", low=2000), hard("附件3", low=1500), UNPRINTED, UNPRINTED),
    "project.opinions": (
        hard("附件3", "主办单位", *COUNTY_CITY),
        hard("附件3", "主办单位", *BUREAUS),
        UNPRINTED,
        UNPRINTED,
    ),
    "project.agreement_of_form_and_register": (
        SILENT,
        hard("附表4 注5", required=True),
        UNPRINTED,
        UNPRINTED,
    ),
    "project.work_summary": (
        soft("二（三）2（2）", about=2000, required=True),
        soft("二（二）2（2）", about=1500, required=True),
        soft("二（三）2（2）", about=1500, required=True),
        hard("二（三）2（2）", about=2000, required=True),
    ),
    "project.work_summary_copies": (SILENT, SILENT, each("二（三）2（2）", 3), SILENT),
    "project.photos": (
        hard("二（三）2（2）", low=3, high=5),
        hard("二（二）2（2）", low=3, high=5),
        hard("二（三）2（2）", low=4, high=8),
        hard("二（三）2（2）", required=True),
    ),
    "project.video": (
        soft("二（三）2（3）", "mp4"),
        soft("二（二）2（3）", "mp4"),
        soft("二（三）2（3）", "mp4"),
        SILENT,
    ),
    "project.video_minutes": (
        hard("二（三）2（3）", low=3, high=5),
        hard("二（二）2（3）", low=4, high=5),
        hard("二（三）2（3）", low=4, high=5),
        SILENT,
    ),
    "project.participants": (hard("附件4", "推介登记表"), hard("附件3；附表4", *FORMS), UNPRINTED, UNPRINTED),
    # 最高类别
    "top.scope": (SILENT, SILENT, SILENT, hard("二（三）3", "national")),
    "top.photos": (
        hard("二（三）3", low=3, high=5, required=True),
        hard("二（二）3", low=3, high=5),
        hard("二（三）3（2）", low=3, high=5, required=True),
        hard("二（三）3（1）", low=3, high=5, required=True),
    ),
    "top.video": (
        hard("二（三）3", required=True),
        hard("二（二）3"),
        hard("二（三）3（2）", required=True),
        hard("二（三）3（1）", required=True),
    ),
    "top.photos_or_video": (SILENT, hard("二（二）3", "photos", "video", required=True), SILENT, SILENT),
    "top.besides": (hard("二（三）3", required=True), SILENT, SILENT, hard("二（三）3（1）", required=True)),
    "top.video_content": (
        hard("二（三）3"),
        hard("二（二）3"),
        hard("二（三）3（2）"),
        hard("二（三）3（1）"),
    ),
    "top.marked": (
        hard("二（三）4", required=True),
        hard("附表2 注4；附表4 注4", required=True),
        hard("二（三）3（1）", required=True),
        UNPRINTED,
    ),
    # 短片的技术要求：河南、市里管所有短片，吉林、浙江只管最高类别的
    "technique.container": (hard("二（三）4", "mp4"), hard("二（二）1（3）", "mp4"), SILENT, SILENT),
    "technique.video_codec": (hard("二（三）4", "h264"), hard("二（二）1（3）", "h264"), SILENT, SILENT),
    "technique.resolution": (
        hard("二（三）4", "1280x720"),
        hard("二（二）1（3）", "1280x720"),
        SILENT,
        SILENT,
    ),
    "technique.frame_rate": (hard("二（三）4", "25"), hard("二（二）1（3）", "25"), SILENT, SILENT),
    "technique.minutes": (
        hard("二（三）4", low=4, high=5),
        hard("二（二）1（3）", low=4, high=5),
        SILENT,
        SILENT,
    ),
    "top.technique.container": (SILENT, SILENT, hard("二（三）3（3）", "mp4"), hard("二（三）3（2）", "mp4")),
    "top.technique.video_codec": (
        SILENT,
        SILENT,
        hard("二（三）3（3）", "h264"),
        hard("二（三）3（2）", "h264"),
    ),
    "top.technique.resolution": (
        SILENT,
        SILENT,
        hard("二（三）3（3）", "1280x720"),
        hard("二（三）3（2）", "1280x720"),
    ),
    "top.technique.frame_rate": (SILENT, SILENT, hard("二（三）3（3）", "25"), hard("二（三）3（2）", "25")),
    "top.technique.minutes": (
        SILENT,
        SILENT,
        hard("二（三）3（3）", low=4, high=5),
        hard("二（三）3（2）", low=4, high=5),
    ),
    # 名额
    "quota.prefecture.star": (
        hard("二（一）1", low=3, high=5),
        SILENT,
        SILENT,
        hard("二（一）1", high=3),
    ),
    "quota.prefecture.project": (
        hard("二（一）1", low=3, high=5),
        SILENT,
        SILENT,
        hard("二（一）1", high=3),
    ),
    "quota.prefecture.top_star": (hard("二（三）4", high=1), SILENT, hard("二（三）3（1）", high=1), SILENT),
    "quota.prefecture.top_project": (
        hard("二（三）4", high=1),
        SILENT,
        hard("二（三）3（1）", high=1),
        SILENT,
    ),
    "quota.special-zone.star": (hard("二（一）1", low=1, high=2), SILENT, SILENT, SILENT),
    "quota.special-zone.project": (hard("二（一）1", low=1, high=2), SILENT, SILENT, SILENT),
    "quota.special-zone.top_star": (hard("二（三）4", high=1), SILENT, SILENT, SILENT),
    "quota.special-zone.top_project": (hard("二（三）4", high=1), SILENT, SILENT, SILENT),
    "quota.province-managed-county.star": (hard("二（一）1", low=1, high=2), SILENT, SILENT, SILENT),
    "quota.province-managed-county.project": (hard("二（一）1", low=1, high=2), SILENT, SILENT, SILENT),
    "quota.province-managed-county.top_star": (hard("二（三）4", high=1), SILENT, SILENT, SILENT),
    "quota.province-managed-county.top_project": (hard("二（三）4", high=1), SILENT, SILENT, SILENT),
    "quota.school.star": (hard("二（一）1", high=1), SILENT, SILENT, SILENT),
    "quota.school.project": (hard("二（一）1", high=1), SILENT, SILENT, SILENT),
    "quota.school.top_star": (SILENT, SILENT, SILENT, SILENT),
    "quota.school.top_project": (SILENT, SILENT, SILENT, SILENT),
    "quota.community-education-zone.star": (SILENT, hard("二（一）1", low=1, high=2), SILENT, SILENT),
    "quota.community-education-zone.project": (SILENT, hard("二（一）2", low=1, high=2), SILENT, SILENT),
    "quota.any.star": (SILENT, each("二（一）1", 1), hard("二（二）", low=6, high=10), SILENT),
    "quota.any.project": (SILENT, each("二（一）2", 1), hard("二（二）", low=5, high=8), SILENT),
    "quota.any.top_star": (SILENT, SILENT, SILENT, SILENT),
    "quota.any.top_project": (SILENT, SILENT, SILENT, SILENT),
    "quota.named-prefecture.star": (SILENT, SILENT, SILENT, hard("二（一）1", high=4)),
    "quota.named-prefecture.project": (SILENT, SILENT, SILENT, hard("二（一）1", high=4)),
    "quota.named-prefecture.top_star": (SILENT, SILENT, SILENT, SILENT),
    "quota.named-prefecture.top_project": (SILENT, SILENT, SILENT, SILENT),
    "quota.provincial-centre.either": (SILENT, SILENT, SILENT, hard("二（一）2", high=1)),
    "results.provincial.star": (SILENT, SILENT, SILENT, hard("二（一）", high=20)),
    "results.provincial.project": (SILENT, SILENT, SILENT, hard("二（一）", high=20)),
    "results.national": (SILENT, SILENT, hard("二（一）"), hard("二（一）")),
    "submission.variety": (SILENT, SILENT, hard("二（二）"), SILENT),
    # 顺序，截止，公示
    "submission.order": (SILENT, hard("附表2 注2；附表4 注2", "推介顺序"), SILENT, SILENT),
    "submission.register_copied": (SILENT, hard("附表2 注5；附表4 注6"), UNPRINTED, UNPRINTED),
    "deadline.day": (SILENT, SILENT, hard("二（三）", "2022-08-22"), hard("二（二）", "2021-08-31")),
    "deadline.late": (hard("三"), SILENT, SILENT, SILENT),
    "announcement.days": (hard("二（四）", low=5), SILENT, hard("二（一）", low=5), SILENT),
    "announcement.counted": (SILENT, SILENT, SILENT, SILENT),
    "announcement.place": (
        hard("二（四）", "河南省教育厅官方网站"),
        SILENT,
        hard("二（一）", "长春全民学习网"),
        SILENT,
    ),
    "announcement.lists": (hard("二（四）", *ABOVE_CITY), SILENT, hard("二（一）", "provincial"), SILENT),
    "showing.channels": (hard("二（五）"), SILENT, SILENT, hard("二（三）3（2）")),
}

NATIONAL = {
    "week.theme": hard("二", "让学习成为一种生活方式"),
    "week.season": hard("三", "2024-04", "2024-12"),
    "week.one_province_one_week": hard("一；三"),
    "week.opening": hard("三"),
    "week.schedule": UNPRINTED,
    "week.special": hard("四（一）"),
    "week.regular": hard("四（二）"),
    "week.stars": hard("四（三）"),
    "week.tours": hard("四（四）"),
    "week.digital": hard("四（五）", "友好、多终端学习界面", "大字版", "有声图书", "无障碍阅读环境"),
    "week.plan": hard("五（一）"),
    "week.cities": hard("五（一）"),
    "week.addressees": hard("主送", "教育", "宣传", "民政（老龄）", "文化和旅游", "工会"),
    "reports.highlights": hard("五（二）第二段", "2024-04-15"),
    "reports.highlights_columns": UNPRINTED,
    "reports.summary": hard("五（二）第二段", "2024-12-15"),
    "reports.summary_columns": UNPRINTED,
    "reports.cases": hard("五（二）第二段"),
    "showing.channels": hard("五（二）"),
}

CELLS = [
    *((*book, name, cell) for name, row in TABLE.items() for book, cell in zip(FOUR, row, strict=True)),
    *((*NATION, name, cell) for name, cell in NATIONAL.items()),
]


def facts_of(limit: Limit) -> dict[str, object]:
    """What a cell holds: all of a limit but its words."""
    return {
        key: getattr(limit, key)
        for key in ("knowledge", "low", "high", "about", "tolerance", "values", "soft", "required")
    }


@pytest.mark.parametrize(
    ("book", "number", "name", "cell"), CELLS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_rulebook_holds_the_cell(book, number, name, cell):
    limit = BOOKS[book].limit(name)
    assert facts_of(limit) == facts_of(cell)
    assert limit.clause == (number + cell.clause if cell.clause else "")


@pytest.mark.parametrize("book", [book for book, _ in (*FOUR, NATION)])
def test_no_limit_stands_outside_the_table(book):
    known = NATIONAL if book == "moe-2024" else TABLE
    assert [name for name in BOOKS[book].limits if name not in known] == []


def test_the_table_knows_every_rulebook():
    assert sorted(BOOKS) == sorted(book for book, _ in (*FOUR, NATION))


@pytest.mark.parametrize("book", sorted(BOOKS))
def test_every_stated_limit_has_words_to_print(book):
    stated = {n: x for n, x in BOOKS[book].limits.items() if x.knowledge == Knowledge.STATED}
    assert [name for name, limit in stated.items() if not limit.text] == []


@pytest.mark.parametrize(
    ("book", "body_class", "kind", "least_and_most"),
    [
        ("jilin-2022", "school", "star", (6, 10)),
        ("jilin-2022", "prefecture", "project", (5, 8)),
        ("jilin-2022", "prefecture", "top_star", (None, 1)),
        ("jilin-2022", "school", "top_star", (None, None)),
        ("city-districts-2024", "county", "star", (1, 1)),
        ("city-districts-2024", "community-education-zone", "star", (1, 2)),
        ("henan-2024", "county", "star", (None, None)),
        ("zhejiang-2021", "prefecture", "star", (None, 3)),
        ("zhejiang-2021", "named-prefecture", "star", (None, 4)),
    ],
)
def test_a_class_that_is_not_named_apart_has_the_quota_of_all_others(book, body_class, kind, least_and_most):
    limit = BOOKS[book].quota(body_class, kind)
    assert (limit.low, limit.high) == least_and_most
