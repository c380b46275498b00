"""What a notice asks for, as a page to read and to print: each limit with its clause and its softness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.model.artefact import Page
from showcase.model.days import chinese_day
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.pages.heads import head
from showcase.pages.view import View

_GROUPS = {
    "star": "百姓学习之星",
    "project": "终身学习品牌项目",
    "top": "事迹特别感人、特别受百姓喜爱的",
    "technique": "短片的技术要求",
    "quota": "可以推荐多少",
    "submission": "怎样交",
    "deadline": "什么时候交",
    "announcement": "公示",
    "showing": "怎样展示",
}

_WORDS = """
candidates 推介对象
officials 领导干部
earlier_honours 已有的荣誉
earlier_stars 往年入选的
earlier_projects 往年入选的
conduct 品行
deeds_quality 事迹
recognition 群众认可
example 带动他人
nationality 国籍
record 有无违法违纪
host_record 举办单位有无违法违纪
students_and_teachers 在校师生
forms 填什么表
form 推介表
register 登记表
showcase_text 宣传展示材料
deeds 主要事迹
description 基本情况
work_summary 工作总结
unit_opinion 单位意见
opinions 推荐意见
photos 照片
photo_kinds 照片的种类
video 短片
video_minutes 短片长度
video_content 短片内容
marked 怎样注明
container 格式
video_codec 编码
resolution 分辨率
frame_rate 帧率
minutes 长度
range 推介范围
values_upheld 方向
open_to_all 面向社会
management 组织管理
online 线上线下
content 项目内容
name 名称
hosts 举办单位
running_years 办了多久
learners 每年参与学习
visits 人次
visits_both 线上线下人次
participants 参与人数
prefecture 地市
school 学校
star 学习之星
project 品牌项目
top_star 特别感人的
top_project 特别受喜爱的
electronic 电子版和纸质版
collected_by 由谁汇总
order 排列顺序
agreement_of_form_and_register 两张表是否一致
day 截止日期
late 逾期
days 公示几天
counted 天数怎样计算
place 在哪里公示
lists 公示哪些名单
channels 展示渠道
"""

_LABELS = dict(line.split() for line in _WORDS.splitlines() if line)
"""Names of limits in a notice's own words; a name that is not here shows its sentence alone."""

_NOT_IN_COPY = "写在没有随通知印出的表里，请以原件为准。"


class Asked(NamedTuple):
    """One limit: its name, its sentence, clause, note, whether it is a 建议, whether it is stated."""

    label: str
    text: str
    clause: str
    note: str
    soft: bool
    stated: bool


class Group(NamedTuple):
    """What the notice asks about one thing, and the names of what it does not mention."""

    title: str
    rows: list[Asked]
    unsaid: list[str]


def rulebook_pages(view: View) -> Iterator[Page]:
    """Yield /rulebooks/ and a page for each notice."""
    books = sorted(view.site.showcase.rulebooks, key=lambda book: (_newest(book), book.id), reverse=True)
    yield _index(view, books)
    for book in books:
        yield _rulebook(view, book)


def _newest(book: Rulebook) -> str:
    return str(max(book.years)) if book.years else ""


def _index(view: View, books: list[Rulebook]) -> Page:
    path = [("通知要求", "")]
    about = "每一份征集通知要交什么、交多少、什么时候交，一条一条写清楚。"
    return Page(
        address="rulebooks/",
        kind="rulebooks",
        section="rulebooks",
        title="通知要求",
        description=about,
        main=view.templates.render("rulebooks.html", books=books, path=path, source=source),
        head=head(view, "rulebooks/", "通知要求", about, path),
    )


def _rulebook(view: View, book: Rulebook) -> Page:
    address = f"rulebooks/{book.id}"
    path = [("通知要求", view.href("rulebooks/")), (book.document or book.title, "")]
    about = f"{source(book)}。这里写明要交什么、交多少、什么时候交。"
    regions = "、".join(REGIONS[slug].name for slug in book.regions if slug in REGIONS)
    main = view.templates.render(
        "rulebook.html", book=book, groups=groups(book), path=path, source=source(book), regions=regions
    )
    return Page(
        address=address,
        kind="rulebook",
        section="rulebooks",
        title=book.title,
        description=about,
        main=main,
        head=head(view, address, book.title, about, path),
    )


def source(book: Rulebook) -> str:
    """Return issuer, number and date of the notice in one line."""
    date = chinese_day(book.date) if book.date else ""
    return "，".join(filter(None, (book.issuer, book.document, date)))


def groups(book: Rulebook) -> list[Group]:
    """Return the limits by what they are about, in the notice's order."""
    found: dict[str, Group] = {}
    for name, limit in book.limits.items():
        title = _GROUPS.get(name.partition(".")[0], "其他要求")
        group = found.setdefault(title, Group(title, [], []))
        if limit.knowledge is not Knowledge.SILENT:
            group.rows.append(asked(name, limit))
        elif label_of(name):
            group.unsaid.append(label_of(name))
    return list(found.values())


def label_of(name: str) -> str:
    """Return the name of the limit `star.showcase_text` in a notice's words, or ""."""
    return "，".join(filter(None, (_LABELS.get(part, "") for part in name.split(".")[1:])))


def asked(name: str, limit: Limit) -> Asked:
    """Return one limit in words; what our copy lacks is said to be lacking."""
    stated = limit.knowledge is Knowledge.STATED
    text = limit.text or (_numbers(limit) if stated else _NOT_IN_COPY)
    return Asked(label_of(name), text, limit.clause, limit.note, limit.soft, stated)


def _numbers(limit: Limit) -> str:
    if limit.values:
        return "、".join(limit.values)
    if limit.about is not None:
        return f"{limit.about:g}左右"
    if limit.low is not None and limit.high is not None:
        return f"{limit.low:g}至{limit.high:g}" if limit.low != limit.high else f"{limit.low:g}"
    if limit.low is not None:
        return f"不少于{limit.low:g}"
    if limit.high is not None:
        return f"不超过{limit.high:g}"
    return "必须有" if limit.required else "见通知"
