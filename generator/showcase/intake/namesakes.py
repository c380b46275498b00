"""Whom a finding is about, and how a report tells two of one name apart."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.intake.items import Item, place_of
from showcase.intake.secrets import cleaned, secrets_of


def whose(about: Item | None, items: Sequence[Item]) -> int | None:
    """Return which of a report's items a finding is about, None for the packet as a whole.

    Papers that came since may have added to an item: the only one of its name is meant in any case.
    """
    if about is None:
        return None
    named = [at for at, item in enumerate(items) if (item.kind, item.key) == (about.kind, about.key)]
    if len(named) == 1:
        return named[0]
    of_address = [at for at in named if about.address and items[at].address == about.address]
    return of_address[0] if of_address else place_of(list(items), about)


def apart(item: Item, items: Sequence[Item]) -> str:
    """Return what tells an item from its namesakes: its unit, else the file that names it; "" without any."""
    namesakes = [each for each in items if (each.kind, each.key) == (item.kind, item.key)]
    if len(namesakes) < 2:
        return ""
    units = [each.unit for each in namesakes]
    if not item.unit or units.count(item.unit) > 1:
        return item.said("name").where
    return cleaned(item.unit, secrets_of([item]))[0]
