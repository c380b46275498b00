"""Form and register cell by cell: what both say must be one (注5 of the city's notice)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from showcase.content.form_labels import PAPERS, Paper
from showcase.intake.findings import Finding, of_packet
from showcase.intake.items import Item
from showcase.intake.papers import Said
from showcase.intake.secrets import cleaned, is_private, secrets_of
from showcase.intake.values import days_in
from showcase.model.problem import Severity
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.rules.judgement import citation

_PAIRS = {
    "star": (
        ("sex", ("sex",)),
        ("nation", ("nation",)),
        ("born", ("born",)),
        ("title", ("title",)),
        ("education", ("education",)),
        ("telephone", ("telephone", "mobile", "contact")),
        ("id_number", ("id_number",)),
        ("address", ("address",)),
    ),
    "project": (
        ("hosts", ("hosts",)),
        ("started", ("started",)),
        ("learners", ("learners",)),
        ("contact", ("host_telephone", "organiser_telephone", "contact", "mobile", "email")),
    ),
}
"""The register's field, and the form's that may say the same."""
_FIX = "请核对后改成一致，两张表一起重新送"
_NUMBERS = re.compile(r"\d[\d,\- ]*\d|\d")


def differences(item: Item, book: Rulebook) -> Iterator[Finding]:
    """Yield a finding for each field that form and register, both filled in, say differently."""
    limit = book.limit(f"{item.kind}.agreement_of_form_and_register")
    if not item.form or not item.row:
        return
    for field, others in _PAIRS[item.kind]:
        row = item.row.get(field)
        forms = [item.form[name] for name in others if name in item.form]
        if row and forms and not any(_agree(field, row, form) for form in forms):
            yield _finding(item, field, row, forms[0], limit)
    if item.kind == "star" and (pair := _unit_differs(item)):
        yield _finding(item, "unit_post", *pair, limit)


def _finding(item: Item, field: str, row: Said, form: Said, limit: Limit) -> Finding:
    stated = limit.knowledge == Knowledge.STATED
    told = "" if is_private(item, field) else f"：“{_short(item, form)}”，“{_short(item, row)}”"
    return of_packet(
        "form-differs",
        f"推介表和登记表的“{_words(item, field)}”不一致（{form.where}；{row.where}）{told}",
        _FIX,
        about=item,
        severity=Severity.ERROR if stated and not limit.soft else Severity.WARNING,
        clause=citation(limit),
    )


def _words(item: Item, field: str) -> str:
    papers = (Paper.STAR_REGISTER, Paper.STAR_FORM) if item.kind == "star" else (Paper.PROJECT_REGISTER,)
    return next(label.words[0] for paper in papers for label in PAPERS[paper] if label.field == field)


def _short(item: Item, said: Said) -> str:
    line, _ = cleaned(" ".join(said.text.split()), secrets_of([item]))
    return line if len(line) <= 30 else f"{line[:30]}…"


def _agree(field: str, one: Said, other: Said) -> bool:
    if field in ("born", "started"):
        return _same_day(one.text, other.text)
    if field == "learners":
        return bool(_numbers(one.text, 1) & _numbers(other.text, 1))
    if field in ("telephone", "contact"):
        return bool(_numbers(one.text, 7) & _numbers(other.text, 7)) or _folded(one.text) == _folded(
            other.text
        )
    return _folded(one.text) == _folded(other.text)


def _same_day(one: str, other: str) -> bool:
    """Whether two dates agree as far as the shorter one goes: 1952年3月 and 1952.03.08 do."""
    first, second = days_in(one)[:1], days_in(other)[:1]
    if not first or not second:
        return _folded(one) == _folded(other)
    return first[0].startswith(second[0]) or second[0].startswith(first[0])


def _numbers(text: str, least: int) -> set[str]:
    plain = unicodedata.normalize("NFKC", text)
    found = (re.sub(r"\D", "", number) for number in _NUMBERS.findall(plain))
    return {number.lstrip("0") for number in found if len(number) >= least}


def _folded(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).removesuffix("族").lower()


def _unit_differs(item: Item) -> tuple[Said, Said] | None:
    """Return the register's and the form's cell when unit or post differ; the form may put both into one."""
    both, unit, post = item.form.get("unit_post"), item.row.get("unit"), item.row.get("post")
    own = item.form.get("unit")
    if unit and own and _folded(unit.text) != _folded(own.text):
        return unit, own
    if not both or not unit:
        return None
    said = _folded(both.text)
    if _folded(unit.text) not in said:
        return unit, both
    return (post, both) if post and _folded(post.text) not in said else None
