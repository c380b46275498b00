"""Where a title's line may end."""

import datetime
import re

import pytest

from showcase.pages.titles import dotted, pieces, titled, whole_day


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "河南省2026年“百姓学习之星”“终身学习品牌项目”推介名单公示（示例）",
            ["河南省2026年", "“百姓学习之星”", "“终身学习品牌项目”", "推介名单公示", "（示例）"],
        ),
        ("沈玉兰走进青柳县第二小学", ["沈玉兰走进", "青柳县第二小学"]),
        ("“地头讲堂”来到沙河湾", ["“地头讲堂”", "来到沙河湾"]),
        ("《百鸟衣》花样库与寨子课堂", ["《百鸟衣》", "花样库与寨子课堂"]),
        ("一张红纸：剪纸共学日", ["一张红纸：", "剪纸共学日"]),
        ("某市“百姓学习之星”推介通知", ["某市“百姓学习之星”", "推介通知"]),
        ("《读“家书”记》，朗读会", ["《读“家书”记》，", "朗读会"]),
        ("楼梯间读书会", ["楼梯间读书会"]),
        ("没有“闭合的题目", ["没有“闭合的题目"]),
        ("", []),
    ],
)
def test_a_title_may_end_its_line_where_a_reader_pauses(title, expected):
    assert pieces(title) == expected
    assert "".join(pieces(title)) == title


def test_a_title_of_one_piece_needs_no_element_and_is_escaped():
    assert titled("楼梯间<读书会>") == "楼梯间&lt;读书会&gt;"


def test_pieces_are_escaped_each_in_its_clause():
    assert titled("“<b>”读书角") == (
        '<span class="ls-clause">“&lt;b&gt;”</span><span class="ls-clause">读书角</span>'
    )


def test_a_day_with_its_weekday_breaks_only_before_the_bracket():
    assert whole_day(datetime.date(2026, 11, 20)) == (
        '<span class="ls-keep">2026年11月20日</span><span class="ls-keep">（周五）</span>'
    )


def test_a_very_long_title_flows_and_no_line_begins_with_a_middle_dot():
    name = "阿依古丽·买买提·吐尔逊"
    keep = '<span class="ls-keep">{}</span>'.format
    assert dotted(name) == f"阿依古{keep('丽·')}买买{keep('提·')}吐尔逊"
    assert dotted("<·>") == keep("&lt;·") + "&gt;"
    assert titled(f"“{name}”走进校园：" + "读" * 40) == dotted(f"“{name}”走进校园：" + "读" * 40)
    assert "ls-clause" in titled(f"“{name}”走进校园：" + "读" * 10)


def test_the_longest_title_of_a_region_is_cut_like_those_of_the_others():
    title = "新疆维吾尔自治区2025年“百姓学习之星”“终身学习品牌项目”入选推介名单（示例）"
    assert re.findall(r">([^<]+)<", titled(title)) == pieces(title)
