"""What is to be said of a packet's forms as such: left empty, twice of one person, with unknown fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase.intake.findings import Finding, of_packet
from showcase.intake.items import Item, item_of, place_of
from showcase.intake.papers import NominationForm
from showcase.model.problem import Severity


def of_forms(
    forms: Sequence[NominationForm], items: list[Item], nameless: Sequence[NominationForm]
) -> Iterator[Finding]:
    """Yield the findings on the forms of a packet; `items` is what they were gathered to."""
    for form in nameless:
        message, fix = f"{form.file}：表里没有填姓名或名称，没有收", "请填好再送"
        yield of_packet("nameless", message, fix, file=form.file)
    for form in forms:
        if not form.fields:
            message, fix = f"{form.file}：是没有填的空表", "是要推介的，请填好再送；不是的不必处理"
            yield of_packet("empty", message, fix, file=form.file, severity=Severity.WARNING)
        if form.unknown:
            yield _unknown(form)
    yield from _twice([form for form in forms if "name" in form.fields], items)


def _unknown(form: NominationForm) -> Finding:
    """Tell the editor which cells of a form nobody took: what stands there is not repeated."""
    message = f"{form.file}：表里有通知的表没有的栏目，里面写的没有收：{'、'.join(form.unknown)}"
    item = item_of(form) if "name" in form.fields else None
    fix = "要用的，对照原件手工写进草稿"
    return of_packet(
        "unknown-label", message, fix, about=item, file=form.file, severity=Severity.NOTE, editors=True
    )


def _twice(forms: Sequence[NominationForm], items: list[Item]) -> Iterator[Finding]:
    """Yield who has several forms that say different things: the last of them is used."""
    by_item: dict[int, list[NominationForm]] = {}
    for form in forms:
        at = place_of(items, item_of(form))
        if at is not None:
            by_item.setdefault(at, []).append(form)
    for at, own in by_item.items():
        used = _texts(own[-1])
        others = [form.file for form in own[:-1] if _texts(form) != used]
        if others:
            message = f"收到 {len(own)} 份推介表，写得不一样，用了 {own[-1].file}，没有用 {'、'.join(others)}"
            fix = "请核实用得对不对；不对的，只送对的那一份"
            yield of_packet("forms-twice", message, fix, about=items[at], severity=Severity.WARNING)


def _texts(form: NominationForm) -> dict[str, str]:
    return {name: said.text for name, said in form.fields.items()}
