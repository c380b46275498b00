"""All the empty papers of one notice: names of files, and their bytes."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.form_labels import Paper
from showcase.desk.empty_forms import sheets, word
from showcase.model.rulebook import Rulebook

_FORMS = {Paper.STAR_FORM: "star-form", Paper.PROJECT_FORM: "project-form"}
_REGISTERS = {Paper.STAR_REGISTER: "star-register", Paper.PROJECT_REGISTER: "project-register"}


def empty_papers(book: Rulebook) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, bytes): 推介表 and 登记表 as .docx and .xlsx, 单独同意书 as .docx (it is signed)."""
    for paper, name in _FORMS.items():
        yield f"{name}.docx", word.form(paper, book)
        yield f"{name}.xlsx", sheets.form(paper, book)
    for paper, name in _REGISTERS.items():
        yield f"{name}.docx", word.register(paper, book)
        yield f"{name}.xlsx", sheets.register(paper, book)
    yield "consent-adult.docx", word.consent(child=False)
    yield "consent-child.docx", word.consent(child=True)
