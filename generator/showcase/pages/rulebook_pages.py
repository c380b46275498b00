"""What a notice asks for, as a page to read and to print: each limit with its clause and its softness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.days import chinese_day
from showcase.model.limit_names import label_of
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Knowledge, Rulebook
from showcase.pages.heads import framed
from showcase.pages.rulebook_glance import glance
from showcase.pages.rulebook_words import amount
from showcase.pages.view import View


class Asked(NamedTuple):
    """One limit that is stated: its name, its sentence, clause, note, whether it is a 建议."""

    label: str
    text: str
    clause: str
    note: str
    soft: bool


class Group(NamedTuple):
    """What the notice asks about one thing; what it does not mention; what our copy lacks."""

    title: str
    rows: list[Asked]
    unsaid: list[str]
    unprinted: list[str]


def rulebook_pages(view: View) -> Iterator[Page]:
    """Yield /rulebooks/ and a page for each notice."""
    books = sorted(view.site.showcase.rulebooks, key=lambda book: (_newest(book), book.id), reverse=True)
    yield _index(view, books)
    for book in books:
        yield _rulebook(view, book)


def _newest(book: Rulebook) -> str:
    return str(max(book.years)) if book.years else ""


def _index(view: View, books: list[Rulebook]) -> Page:
    path = [(ui.rulebook.title, "")]
    about = ui.rulebook.about
    return framed(
        view,
        address="rulebooks/",
        kind="rulebooks",
        section="rulebooks",
        title=ui.rulebook.title,
        description=about,
        main=view.templates.render("rulebooks.html", books=books, path=path, source=source),
        path=path,
    )


def _rulebook(view: View, book: Rulebook) -> Page:
    address = f"rulebooks/{book.id}"
    path = [(ui.rulebook.title, view.href("rulebooks/")), (book.document or book.title, "")]
    about = "。".join(filter(None, (source(book), ui.rulebook.about_one)))
    main = view.templates.render(
        "rulebook.html",
        book=book,
        glance=glance(book),
        groups=groups(book),
        path=path,
        label=list(_label(book)),
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


def _label(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield what the notice says of itself; what our copy lacks is said to be lacking."""
    lacking = ui.rulebook.lacking
    regions = [REGIONS[slug].name for slug in book.regions if slug in REGIONS]
    yield ui.rulebook.issuer, book.issuer or lacking
    yield ui.announcement.document, book.document or lacking
    yield ui.rulebook.date, chinese_day(book.date) if book.date else lacking
    if regions:
        yield ui.site.region, "、".join(regions)
    if book.years:
        yield ui.site.browse_years, ui.site.years.format(years="、".join(map(str, book.years)))


def groups(book: Rulebook) -> list[Group]:
    """Return the limits by what they are about, in the order of a page."""
    found = {name: Group(title, [], [], []) for name, title in vars(ui.asked).items()}
    for name, limit in book.limits.items():
        group = found.get(name.partition(".")[0], found["other"])
        if limit.knowledge is Knowledge.STATED:
            text = limit.text or amount(name, limit)
            group.rows.append(Asked(label_of(name), text, limit.clause, limit.note, limit.soft))
        elif label := label_of(name):
            (group.unsaid if limit.knowledge is Knowledge.SILENT else group.unprinted).append(label)
    return [group for group in found.values() if group.rows or group.unsaid or group.unprinted]
