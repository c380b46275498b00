"""What a notice asks for, as a page to read and to print: each limit with its clause and its softness."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from showcase.model.artefact import Page
from showcase.model.days import chinese_day
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.pages.heads import head
from showcase.pages.view import View

_GROUPS = {
    "star": "百姓学习之星要交什么",
    "project": "终身学习品牌项目要交什么",
    "top": "事迹特别感人、特别受百姓喜爱的",
    "technique": "短片的技术要求",
    "quota": "各单位可以推荐多少",
    "announcement": "公示",
    "deadline": "什么时候交",
}

_LABELS = {
    "showcase_text": "宣传展示材料",
    "deeds": "主要事迹",
    "description": "基本情况",
    "work_summary": "工作总结",
    "opinion": "推荐意见",
    "photos": "照片",
    "id_photo": "证件照",
    "life_photo": "生活照",
    "video": "短片",
    "video_minutes": "短片长度",
    "minutes": "长度",
    "format": "格式",
    "codec": "编码",
    "width": "宽",
    "height": "高",
    "resolution": "分辨率",
    "frame_rate": "帧率",
    "name": "名称",
    "running_years": "已办年数",
    "learners": "每年参与学习的人",
    "visits": "人次",
    "visits_both": "人次（线上线下）",
    "people": "人数",
    "days": "公示几天",
    "form": "推介表",
    "register": "推介登记表",
    "earlier_honours": "往年已入选的",
    "eligibility": "推介对象",
    "conditions": "条件",
    "star": "百姓学习之星",
    "project": "终身学习品牌项目",
}
"""Names of limits in a notice's own words; a name that is not here shows its sentence alone."""

_KNOWN = {
    Knowledge.SILENT: "通知没有提到。",
    Knowledge.NOT_IN_COPY: "通知里有，但我们手上的文本缺这一部分，请以原件为准。",
}


class Asked(NamedTuple):
    """One limit: its name, its sentence, clause, note, whether it is a 建议, whether it is stated."""

    label: str
    text: str
    clause: str
    note: str
    soft: bool
    stated: bool


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


def groups(book: Rulebook) -> list[tuple[str, list[Asked]]]:
    """Return the limits by what they are about, in the notice's order."""
    found = []
    for name, limits in groupby(book.limits.items(), key=lambda item: item[0].partition(".")[0]):
        found.append((_GROUPS.get(name, "其他要求"), [asked(key, limit) for key, limit in limits]))
    return found


def asked(name: str, limit: Limit) -> Asked:
    """Return one limit in words; what the notice does not say is said to be unsaid."""
    labels = [_LABELS.get(part, "") for part in name.split(".")[1:]]
    stated = limit.knowledge is Knowledge.STATED
    text = limit.text or (_numbers(limit) if stated else _KNOWN[limit.knowledge])
    return Asked("，".join(filter(None, labels)), text, limit.clause, limit.note, limit.soft, stated)


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
