"""A record before one notice: which limits bind it, and whether all is decided."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model.parts import Honour
from showcase.model.records import Record, Star
from showcase.model.rulebook import Limit, Rulebook
from showcase.model.terms import Stage


@dataclass(frozen=True, slots=True)
class Judgement:
    """A record's standing before one notice. `path` is the key of the honour that names the notice.

    `decided`: an honour under this notice is approved, so its limits are notes from now on.
    """

    rulebook: Rulebook
    path: str
    decided: bool
    distinguished: bool
    year: int


def kind_of(record: Record) -> str:
    """Return the name that limits of this kind of record begin with: "star" or "project"."""
    return "star" if isinstance(record, Star) else "project"


def citation(*limits: Limit) -> str:
    """Return the clauses of `limits`, each once, in order."""
    return "；".join(dict.fromkeys(limit.clause for limit in limits if limit.clause))


def _is_top(book: Rulebook, honour: Honour) -> bool:
    """Whether the top category's limits bind: at every level, or at those that the notice names."""
    levels = book.limit("top.scope").values
    return honour.distinction is not None and (not levels or honour.level in levels)


def judgement_under(book: Rulebook, place: int, honour: Honour, before: Judgement | None) -> Judgement:
    """Merge a further honour under the same notice: one packet may lead to two levels."""
    return Judgement(
        rulebook=book,
        path=before.path if before else f"honours[{place}].rulebook",
        decided=honour.stage == Stage.APPROVED or bool(before and before.decided),
        distinguished=_is_top(book, honour) or bool(before and before.distinguished),
        year=before.year if before else honour.year,
    )
