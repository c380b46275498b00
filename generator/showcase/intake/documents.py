"""One paper's pages to what it is: forms, registers, or a text beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from showcase.intake.forms import FormReader, form_kind, from_paragraphs, goes_on
from showcase.intake.grids import Pages
from showcase.intake.papers import NominationForm, Papers, Pasted, TextPaper
from showcase.intake.registers import read_register, register_kind

_TEXTS = (
    (re.compile("总结"), "work_summary"),
    (re.compile("宣传展示"), "showcase_text"),
    (re.compile("事迹"), "deeds"),
    (re.compile("基本情况|项目介绍|项目简介"), "description"),
)
"""By a word in the file's name, or in the first lines: what a paper without a form is."""

_HEAD_LINES, _LEAST_CHARACTERS = 3, 60


def papers_in(pages: Pages, file: str) -> Papers:
    """Return what a paper holds; empty when it is none of a packet's papers. `file` is its shown name."""
    found = Papers()
    readers: list[FormReader] = []
    for grid in pages.grids:
        if readers:
            readers[-1].foot(grid.title)
        if register := register_kind(grid):
            found.registers.append(read_register(grid, *register, file, pages))
        elif paper := form_kind(grid):
            readers.append(FormReader(paper, file))
            readers[-1].read(grid)
        elif readers and goes_on(grid, readers[-1].paper):
            readers[-1].read(grid)
    if readers:
        readers[-1].foot(pages.foot)
        found.forms = [form for reader in readers for form in reader.close()]
        found.forms = [*found.forms[:-1], _with_pictures(found.forms[-1], pages)]
    elif not found.registers:
        found.forms = [_with_pictures(form, pages) for form in from_paragraphs(pages, file)]
    if not found.forms and not found.registers and (paper_of_text := _text(pages, file)):
        found.texts.append(paper_of_text)
    if not found.forms and not found.registers:
        in_tables = (name for grid in pages.grids for line in grid.lines for c in line for name in c.pictures)
        found.pictures = tuple(dict.fromkeys((*pages.pictures, *in_tables)))
    return found


def _with_pictures(form: NominationForm, pages: Pages) -> NominationForm:
    """Add what is pasted between the tables to a document's form."""
    loose = tuple(Pasted(file) for file in pages.pictures if file not in {p.file for p in form.pictures})
    return replace(form, pictures=form.pictures + loose)


def _text(pages: Pages, file: str) -> TextPaper | None:
    paragraphs = [*pages.paragraphs, *(grid.text for grid in pages.grids)]
    lines = [line.strip(" \t\u3000") for text in paragraphs for line in text.split("\n")]
    lines = [line for line in lines if line]
    if sum(map(len, lines)) < _LEAST_CHARACTERS:
        return None
    name = file.rpartition("/")[2]
    for where in (name, "\n".join(lines[:_HEAD_LINES]), file):
        for pattern, field in _TEXTS:
            if pattern.search(where):
                return TextPaper(field, file, tuple(_without_title(lines)))
    return None


def _without_title(lines: list[str]) -> list[str]:
    """Return the lines of a text less a first one that is only its title."""
    first = lines[0]
    return (
        lines[1:] if len(lines) > 1 and len(first) < 40 and not first.endswith(("。", "！", "？")) else lines
    )
