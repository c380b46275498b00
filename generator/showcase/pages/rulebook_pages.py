"""What a notice asks for, as a page to read and to print: each limit with its clause and its softness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.model.artefact import Page
from showcase.model.days import chinese_day
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.pages.heads import framed
from showcase.pages.rulebook_words import GROUPS, LABELS
from showcase.pages.view import View

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
    return framed(
        view,
        address="rulebooks/",
        kind="rulebooks",
        section="rulebooks",
        title="通知要求",
        description=about,
        main=view.templates.render("rulebooks.html", books=books, path=path, source=source),
        path=path,
    )


def _rulebook(view: View, book: Rulebook) -> Page:
    address = f"rulebooks/{book.id}"
    path = [("通知要求", view.href("rulebooks/")), (book.document or book.title, "")]
    about = f"{source(book)}。这里写明要交什么、交多少、什么时候交。"
    regions = "、".join(REGIONS[slug].name for slug in book.regions if slug in REGIONS)
    main = view.templates.render(
        "rulebook.html", book=book, groups=groups(book), path=path, source=source(book), regions=regions
    )
    return framed(
        view,
        address=address,
        kind="rulebook",
        section="rulebooks",
        title=book.title,
        description=about,
        main=main,
        path=path,
    )


def source(book: Rulebook) -> str:
    """Return issuer, number and date of the notice in one line."""
    date = chinese_day(book.date) if book.date else ""
    return "，".join(filter(None, (book.issuer, book.document, date)))


def groups(book: Rulebook) -> list[Group]:
    """Return the limits by what they are about, in the notice's order."""
    found: dict[str, Group] = {}
    for name, limit in book.limits.items():
        title = GROUPS.get(name.partition(".")[0], "其他要求")
        group = found.setdefault(title, Group(title, [], []))
        if limit.knowledge is not Knowledge.SILENT:
            group.rows.append(asked(name, limit))
        elif label_of(name):
            group.unsaid.append(label_of(name))
    return list(found.values())


def label_of(name: str) -> str:
    """Return the name of the limit `star.showcase_text` in a notice's words, or ""."""
    return "，".join(filter(None, (LABELS.get(part, "") for part in name.split(".")[1:])))


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
