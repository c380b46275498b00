"""A new notice is one YAML file: its own mistakes are found in it, at their lines."""

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library
from showcase.model.settings import Settings

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "content/rulebooks").glob("*.yml"))
TODAY = datetime.date(2024, 8, 1)
LIBRARY, READ_PROBLEMS = read_library(Layout(ROOT))

GOOD = """\
title: 关于推介的通知
issuer: 某省教育厅
document: 某教〔2024〕1号
date: 2024-03-28
regions: [henan]
years: [2024]
judged_on: 2024-03-28
limits:
  star:
    showcase_text: {about: 300, tolerance: 0.2, soft: true, clause: 某教〔2024〕1号 附件1, text: 300字左右。}
    photos: {low: 2, high: 2, clause: 某教〔2024〕1号 二1, text: 照片2张。}
    deeds: not-in-copy
    nationality: silent
  project:
    running_years: {low: 2, clause: 某教〔2024〕1号 一2, text: 不少于两年。}
  quota:
    prefecture:
      star: {low: 3, high: 5, clause: 某教〔2024〕1号 二, text: 3—5名。}
"""


@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "content/rulebooks"
    folder.mkdir(parents=True)

    def written(text, name="some-2024.yml", root=tmp_path):
        (folder / name).write_text(text, encoding="utf-8")
        library, read = read_library(Layout(root))
        found = check(library, Settings(), TODAY, read_problems=read)
        return [(p.rule, p.file.rpartition("/")[2], p.line, p.message, p.fix) for p in found]

    return written


def test_a_new_notice_is_one_file(write):
    assert write(GOOD) == []


def changed(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


MISTAKES = [
    ("    photos: {", "    photo: {", "notice-limit-unknown", 11, "没有叫 star.photo 的要求"),
    ("    deeds: not", "    deed: not", "notice-limit-unknown", 12, "没有叫 star.deed 的要求"),
    ("prefecture:", "prefectur:", "notice-limit-unknown", 18, "没有叫 quota.prefectur.star 的要求"),
    ("      star: {", "      stars: {", "notice-limit-unknown", 18, "没有叫 quota.prefecture.stars 的要求"),
    ("{low: 2, high: 2", "{low: 3, high: 2", "notice-limit-impossible", 11, "star.photos 下限 3 大于上限 2"),
    ("{low: 2, high: 2", "{low: -2, high: 2", "record-number", 11, "“-2”不是数字"),
    ("tolerance: 0.2", "tolerance: 1.2", "record-number", 10, "1.2 不在 0 到 1 之间"),
    (
        ", tolerance: 0.2",
        "",
        "notice-limit-impossible",
        10,
        "star.showcase_text 的“左右”（about）和幅度（tolerance）没有一起写",
    ),
    (
        "about: 300, tol",
        "about: 300, low: 200, tol",
        "notice-limit-impossible",
        10,
        "star.showcase_text 同时写了“左右”和上下限",
    ),
    (
        "nationality: silent",
        "nationality: {knowledge: silent, values: [中国]}",
        "notice-limit-impossible",
        13,
        "star.nationality 写了通知没有说的内容",
    ),
    (" clause: 某教〔2024〕1号 二1,", "", "notice-clause-missing", 11, "star.photos 没有写出处"),
    (
        "{low: 2, high: 2, clause: 某教〔2024〕1号 二1, text: 照片2张。}",
        "{clause: 某教〔2024〕1号 二1}",
        "notice-limit-empty",
        11,
        "star.photos 只有出处，没有写要求什么",
    ),
    (
        "judged_on: 2024-03-28\n",
        "",
        "notice-judged-on-missing",
        14,
        "要求办满几年，却没有写算到哪一天（judged_on）",
    ),
    ("judged_on: 2024-03-28", "judged_on: 2024-02-30", "record-date", 7, "没有“2024-02-30”这一天"),
    ("[henan]", "[henann]", "record-region", 5, "没有代号为“henann”的地区"),
    (
        "soft: true, ",
        "",
        "notice-soft-unmarked",
        10,
        "star.showcase_text 的原文写了“左右”，却没有写 soft: true",
    ),
    (
        "high: 2, clause",
        "high: 2, soft: true, clause",
        "notice-soft-unfounded",
        11,
        "star.photos 写了 soft: true，原文里没有留余地的话",
    ),
    ("    deeds: not-in-copy", "    deeds: unknown", "record-type", 12, "“deeds”不是一项要求"),
    ("    photos: {low", "    photos: {lwo", "record-unknown-key", 11, "要求没有“lwo”这一项"),
    (
        "    nationality: silent",
        "    earlier_stars: {values: [省级], clause: 某教〔2024〕1号 一, text: 不再推介。}",
        "notice-value-unknown",
        13,
        "star.earlier_stars 的“省级”不是级别",
    ),
    (
        "  quota:\n",
        "  deadline:\n    day: {values: [8月22日], clause: 某教〔2024〕1号 二, text: 8月22日前。}\n  quota:\n",
        "notice-value-unknown",
        17,
        "deadline.day 的“8月22日”不是日期",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [(old, new, (rule, "some-2024.yml", line, said)) for old, new, rule, line, said in MISTAKES],
    ids=[f"{m[2]}-{m[3]}-{m[1][:12]}" for m in MISTAKES],
)
def test_each_mistake_of_a_notice_is_one_problem_at_its_line(write, old, new, found):
    assert [problem[:4] for problem in write(changed(old, new))] == [found]


def test_an_unknown_name_is_cured_by_the_nearest_known_one(write):
    found = [
        write(changed(old, new))[0][4]
        for old, new in (
            ("photos:", "photo:"),
            ("prefecture:", "prefectur:"),
            ("nationality:", "qqqqqqqqqqqqqqqq:"),
        )
    ]
    assert found == [
        "是不是想写“star.photos”？",
        "是不是想写“quota.prefecture.star”？",
        "全部名称见 docs/rulebooks.md",
    ]


def test_a_class_of_a_registered_body_needs_no_code(write, tmp_path):
    (tmp_path / "content/bodies.yml").write_text(
        "- {name: 某师教育局, class: division, region: xjbt}\n", encoding="utf-8"
    )
    assert write(changed("prefecture:", "division:")) == []


def test_a_notice_is_written_once(write):
    write(GOOD)
    assert write(GOOD.replace("推介的通知", "征集的通知"), "some-2024-copy.yml") == [
        (
            "notice-twice",
            "some-2024-copy.yml",
            3,
            "这份通知已经写在 content/rulebooks/some-2024.yml 里",
            "删去一份；是另一份通知的，改正文件名、文号或标题",
        )
    ]


def test_two_notices_without_number_are_told_apart_by_their_titles(write):
    text = changed("document: 某教〔2024〕1号\n", "")
    write(text)
    assert write(text.replace("推介的通知", "征集的通知"), "other-2024.yml") == []
    assert [p[0] for p in write(text, "third-2024.yml")] == ["notice-twice"]


@pytest.mark.parametrize("name", ["Some-2024.yml", "河南-2024.yml", "some_2024.yml"])
def test_a_file_name_is_the_address_of_a_page(write, name):
    assert [problem[:3] for problem in write(GOOD, name)] == [("record-file-name", name, 0)]


def test_the_five_notices_have_no_mistake():
    found = check(Library(rulebooks=LIBRARY.rulebooks), Settings(), TODAY)
    assert [p for p in (*found, *READ_PROBLEMS) if p.file.startswith("content/rulebooks/")] == []
    assert [book.id for book in LIBRARY.rulebooks] == [
        "city-districts-2024",
        "henan-2024",
        "jilin-2022",
        "moe-2024",
        "zhejiang-2021",
    ]


def test_issuer_number_date_and_years_are_those_that_the_texts_print():
    printed = {
        book.id: (book.issuer, book.document, str(book.date or ""), book.years, str(book.judged_on or ""))
        for book in LIBRARY.rulebooks
    }
    ministries = "教育部办公厅、中央宣传部办公厅、民政部办公厅、文化和旅游部办公厅、全国总工会办公厅"
    assert printed == {
        "city-districts-2024": ("", "", "", (), "2024-12-31"),
        "henan-2024": ("河南省教育厅办公室", "教办职成〔2024〕85号", "2024-03-28", (2024,), "2024-03-28"),
        "jilin-2022": ("吉林省教育厅", "", "", (2022,), "2022-08-22"),
        "moe-2024": (ministries, "教职成厅函〔2024〕7号", "2024-04-01", (2024,), ""),
        "zhejiang-2021": (
            "浙江省成人教育与职业教育协会",
            "浙成职协〔2021〕20号",
            "2020-08-05",
            (2021,),
            "2021-08-31",
        ),
    }


@pytest.mark.parametrize(
    ("book", "said"),
    [
        ("henan-2024", "从宽按 3—5 分钟掌握"),
        ("henan-2024", "这是本站的约定，不是通知的规定"),
        ("city-districts-2024", "这是本站的约定，不是通知的规定"),
        ("city-districts-2024", "文件名里的 2024 是估计"),
        ("city-districts-2024", "所以只要求项目的两张表一致"),
        ("jilin-2022", "本站认定是同一张表，按附件的名称写“推介汇总表”"),
        ("jilin-2022", "这是本站的约定，不是通知的规定"),
        ("zhejiang-2021", "认定这是 2021 年的通知，落款的年份应是印错"),
        ("zhejiang-2021", "本站按人和项目合计 1 个掌握"),
        ("zhejiang-2021", "这是本站的约定，不是通知的规定"),
        ("moe-2024", "附件 3（活动开展情况汇总表）没有随文印出"),
    ],
)
def test_what_a_notice_leaves_open_is_decided_in_writing(book, said):
    (found,) = [b for b in LIBRARY.rulebooks if b.id == book]
    assert [remark for remark in found.remarks if said in remark]


def test_contradicting_clauses_are_both_kept():
    books = {book.id: book for book in LIBRARY.rulebooks}
    henan, jilin = books["henan-2024"], books["jilin-2022"]
    both = [henan.limit(name) for name in ("star.video_minutes", "technique.minutes")]
    assert [(limit.low, limit.high, bool(limit.note)) for limit in both] == [(3, 5, True), (4, 5, True)]
    names = [jilin.limit(name) for name in ("star.forms", "project.forms", "top.marked")]
    assert ["推介登记表" in limit.text + limit.note for limit in names] == [True, True, True]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_telephone_mail_or_web_address_of_a_notice_came_along(file):
    text = file.read_text(encoding="utf-8")
    found = re.findall(
        r"(?<!\d)1[3-9]\d{9}(?!\d)|\d{3,4}[-—－]\d{7,8}|(?<!\d)\d{7,}|\w@\w|https?:|www\.", text
    )
    assert found == []


def test_the_manual_holds_the_table_of_names():
    code = (
        "import sys; from tools.docs.rulebooks_page import PAGE, with_tables; "
        "sys.exit(with_tables(PAGE.read_text(encoding='utf-8')) != PAGE.read_text(encoding='utf-8'))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
