"""The paper to sign: every asset with its box, one A4 page, nothing from elsewhere."""

import re

import pytest

from rules.samples import project, star
from showcase.cli import main
from showcase.desk.consent_forms import ADULT, CHILD, SENSITIVE, SENSITIVE_CHILD, consent_forms
from showcase.model.settings import Settings
from showcase.model.terms import Asset, Sensitive
from sites import ROOT

LONG = Settings(
    site_url="https://www.example.cn/zhongshen/xuexi/baixing/",
    owner="示例省全民终身学习活动周办公室（示例省职业教育与成人教育处）",
    contact="0000-6600100，示例省示例市示例路一号",
)


def papers(settings=LONG, record=None):
    return {form.file: form.html for form in consent_forms(settings, record)}


def test_every_asset_and_every_sensitive_matter_has_a_box():
    assert ADULT.keys() == CHILD.keys() == set(Asset)
    assert SENSITIVE.keys() | {Sensitive.MINORS} == SENSITIVE_CHILD.keys() == set(Sensitive)
    adult, child = papers().values()
    for html, tables in ((adult, (ADULT, SENSITIVE)), (child, (CHILD, SENSITIVE_CHILD))):
        told = re.findall(r'<li><span class="box"></span>(.*?)</li>', html)
        assert told == [words for table in tables for words in table.values()]


def test_both_say_where_how_long_that_it_is_free_and_how_to_withdraw():
    for html in papers().values():
        for words in (
            LONG.site_url,
            LONG.owner,
            LONG.contact,
            "放多久",
            "可以不同意",
            "和同意一样容易",
            "一式两份",
        ):
            assert words in html
        assert re.findall("第[一二三四五六七八九十]+条", html) == [
            "第十五条",
            "第二十五条",
            "第二十九条",
            "第三十一条",
        ]
    adult, child = papers().values()
    assert ("监护人签名" in adult, "监护人签名" in child, "孩子签名" in child) == (False, True, True)


def test_a_record_fills_in_name_unit_and_number():
    filled = papers(record=star())
    assert list(filled) == [
        "consent-stars-2024-henan-012-adult.html",
        "consent-stars-2024-henan-012-child.html",
    ]
    adult, child = filled.values()
    lines = re.findall(r'<span class="fill[^"]*">(.*?)</span>', adult)
    assert lines[:4] == ["2024-henan-012", "沈玉兰", "青柳县城关镇桥头社区", LONG.site_url]
    assert "关于：沈玉兰" in child
    of_project = papers(record=project())["consent-projects-2024-henan-003-adult.html"]
    lines = re.findall(r'<span class="fill[^"]*">(.*?)</span>', of_project)
    assert lines[:3] == ["2024-henan-003", "\u00a0", "青柳县老年大学"]
    assert "项目：楼梯间读书会" in of_project


def test_names_are_text():
    name = '<b onload="x">&'
    assert (
        "&lt;b onload=&#34;x&#34;&gt;&amp;"
        in papers(record=star(name=name))["consent-stars-2024-henan-012-adult.html"]
    )


RECORDS = {
    "blank": (Settings(), None),
    "star": (LONG, star(unit="示例维吾尔自治州示例自治县示例镇示例社区居民委员会老年学校")),
    "project": (
        LONG,
        project(
            name="“楼梯间的灯”社区居民晚间共读与手抄练习读书会",
            hosts=("示例省示例市老年大学", "示例区图书馆"),
        ),
    ),
}


@pytest.mark.parametrize("about", RECORDS)
def test_each_paper_prints_on_one_page_and_asks_nothing_of_others(tmp_path, browser, about):
    for form in consent_forms(*RECORDS[about]):
        path = tmp_path / form.file
        path.write_text(form.html, encoding="utf-8")
        page, asked = browser.new_page(), []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(path.as_uri())
        pdf = page.pdf(prefer_css_page_size=True)
        page.close()
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1
        assert asked == [path.as_uri()]


def test_letters_are_large():
    for html in papers().values():
        (size,) = re.findall(r"body \{ font: ([\d.]+)pt", html)
        assert float(size) >= 14


def run(*arguments, capsys):
    code = main(["forms", *arguments, "--root", str(ROOT)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_writes_both(tmp_path, capsys):
    code, said, _ = run("--consent", "stars/2024/henan/012", "--out", str(tmp_path / "表"), capsys=capsys)
    names = ["consent-stars-2024-henan-012-adult.html", "consent-stars-2024-henan-012-child.html"]
    assert (code, sorted(path.name for path in (tmp_path / "表").iterdir())) == (0, names)
    assert said.splitlines()[:2] == [f"做好了：{tmp_path / '表' / name}" for name in names]
    assert run("--consent", "--out", str(tmp_path / "空"), capsys=capsys)[0] == 0
    assert sorted(p.name for p in (tmp_path / "空").iterdir()) == ["consent-adult.html", "consent-child.html"]


@pytest.mark.parametrize("place", [".", "content", "content/pages", "media/stars", "site", "site/forms"])
def test_filled_papers_go_neither_where_records_lie_nor_into_the_site(capsys, place):
    code, _, said = run("--consent", "--out", str(ROOT / place), capsys=capsys)
    assert (code, f"是放{'网站' if place.startswith('site') else '资料'}的地方" in said) == (2, True)


def test_an_unknown_record(tmp_path, capsys):
    code, _, said = run("--consent", "stars/2024/henan/12", "--out", str(tmp_path), capsys=capsys)
    asked = "没有找到 stars/2024/henan/12 这个人物或项目。是不是想写 stars/2024/henan/012？"
    assert (code, said, list(tmp_path.iterdir())) == (2, f"不能继续：{asked}\n", [])
