"""What a sheet says of a record: plain texts in pieces, for the layouts of theme/print/ to set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from showcase.cards.fonts import Fonts
from showcase.content.wording import ui
from showcase.model.parts import Section
from showcase.model.records import Project, Record, Star
from showcase.pages.cards import latest_year, place
from showcase.pages.honours import honour_rows
from showcase.pages.prose import clause_list, first_mark, name_parts, surname
from showcase.pages.titles import pieces
from showcase.sheets.press import Press
from showcase.sheets.sections import blocks_of
from showcase.sheets.voices import drawable

_SENTENCE = re.compile(r"[^。！？…]*[。！？…]+[”’」』）》]*|[^。！？…]+$")
_LONG_SENTENCE = 90
_LONG_WORD = re.compile(r"[!-~\u00c0-\u024f]{16,}")
_ALONE = 8
_DOWN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af　，、·]+")
_ZERO_WIDTH = "\u200b"

Telling = dict[str, Any]


def told_of(press: Press, record: Record) -> Telling:
    """Return what is said of a record; the keys are described in docs/theming.md."""
    is_star = isinstance(record, Star)
    name = drawable(record.name, press.fonts)
    lines = _about(record)
    text = [_sentences(_broken(drawable(paragraph, press.fonts))) for paragraph in record.showcase_text]
    quote = drawable(record.quote, press.fonts) if isinstance(record, Star) else ""
    return {
        "star": is_star,
        "name": name,
        "ways": ways_down(name) if is_star else [],
        "title": [_broken(piece) for piece in pieces(name)],
        "blank": surname(name) if is_star else first_mark(name),
        "head": [_head(record), f"{place(record, press.settings.scope)}　{latest_year(record)}"],
        "post": [_broken(piece) for piece in clause_list(drawable(lines[0], press.fonts))],
        "down": _runs_down(lines[0]),
        "unit": _broken(drawable(lines[1], press.fonts)),
        "quote": [_broken(piece) for piece in clause_list(f"“{_inner(quote)}”")] if quote else [],
        "text": [["text", sentences] for sentences in text if sentences],
        "sections": [block for section in record.sections for block in _blocks(section, press.fonts)],
        "honours": [row._asdict() | {"source": "　".join(row.source)} for row in honour_rows(record.honours)],
        "facts": [[term, _broken(drawable(words, press.fonts))] for term, words in _facts(record) if words],
        "questions": [_broken(drawable(question.text, press.fonts)) for question in record.questions],
        "seal": [*(ui.print.seal_star if is_star else ui.print.seal_project)],
    }


def undrawn(press: Press, record: Record) -> str:
    """Return the letters of a record that no font draws, each once."""
    own = (record.post, record.unit, record.quote) if isinstance(record, Star) else record.hosts
    texts = (*own, *record.showcase_text, *(section.markdown for section in record.sections))
    letters = {sign for text in texts for sign in text if sign.isalpha()}
    return "".join(sorted(sign for sign in letters if not press.fonts.draws(sign)))


def ways_down(name: str) -> list[list[str]]:
    """Return the ways to set a name in 1, 2 … columns; a column ends behind a middle dot and nowhere else.

    Of all ways with so many columns, the one whose longest is shortest.
    """
    parts = name_parts(name)
    return [_even(parts, columns) for columns in range(1, len(parts) + 1)]


def _even(parts: Sequence[str], columns: int) -> list[str]:
    if columns == 1:
        return ["".join(parts)]
    ways = (
        ["".join(parts[:first]), *_even(parts[first:], columns - 1)]
        for first in range(1, len(parts) - columns + 2)
    )
    return min(ways, key=lambda way: max(map(len, way)))


def _head(record: Record) -> str:
    """Return the newest recommendation as it was printed in its year; else what the record is."""
    newest = honour_rows(record.honours)
    usual = ui.sections.people_star if isinstance(record, Star) else ui.sections.project_brand
    return newest[0].title if newest else usual


def _about(record: Record) -> tuple[str, str]:
    """Return what stands below the name, and whose the person or project is."""
    if isinstance(record, Project):
        return "", "、".join(record.hosts)
    return record.post, record.unit


def _runs_down(text: str) -> list[str]:
    """Return the columns of a text that can run down; none when it has figures, marks or Latin letters."""
    if not _DOWN.fullmatch(text):
        return []
    return [column for column in re.split("[，]", text.replace("、", "　")) if column]


def _facts(record: Record) -> list[tuple[str, str]]:
    if isinstance(record, Star):
        return []
    contact = record.office_contact
    return [
        (ui.project.venue, record.venue),
        (ui.project.audience, record.audience),
        (ui.project.how_to_join, record.how_to_join),
        (ui.event.contact, f"{contact.office}　{contact.telephone}".rstrip() if contact else ""),
    ]


def _inner(quote: str) -> str:
    return quote.replace("“", "‘").replace("”", "’")


def _sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph; one of unusual length comes in clauses, those in pieces."""
    return [part for sentence in _SENTENCE.findall(paragraph.strip()) for part in _shorter(sentence)]


def _shorter(sentence: str) -> Iterable[str]:
    if len(sentence) <= _LONG_SENTENCE:
        return [sentence]
    return [part for clause in clause_list(sentence) for part in _cut(clause, _LONG_SENTENCE)]


def _broken(text: str) -> str:
    """Let a very long word of Latin letters (an address, a number) end its line every few characters."""
    return _LONG_WORD.sub(lambda found: _ZERO_WIDTH.join(_cut(found[0], _ALONE)), text)


def _cut(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _blocks(section: Section, fonts: Fonts) -> Iterable[list[Any]]:
    """Yield a further text as [kind, sentences]; kind is title, text or item."""
    yield ["title", [drawable(section.title, fonts)]]
    for kind, plain in blocks_of(section.markdown):
        if sentences := _sentences(_broken(drawable(plain, fonts))):
            yield [kind, sentences]
