"""Addresses that were changed: where an old one leads."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from showcase.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class MovedAddress:
    """A change of address: what lay at `before` lies at `after` since `date`. No names."""

    before: str
    after: str
    date: datetime.date
    source: Source = field(default=NOWHERE, compare=False, repr=False)


def destinations(moved: Iterable[MovedAddress]) -> Mapping[str, str]:
    """Return where each old address leads in the end; one that leads round in a circle leads nowhere.

    Of two entries for one old address the first stands.
    """
    steps: dict[str, str] = {}
    for each in moved:
        steps.setdefault(each.before, each.after)
    ends = ((before, _end(steps, before)) for before in steps)
    return {before: end for before, end in ends if end}


def _end(steps: Mapping[str, str], address: str) -> str:
    seen = {address}
    while address in steps:
        address = steps[address]
        if address in seen:
            return ""
        seen.add(address)
    return address
