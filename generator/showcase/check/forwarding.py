"""Which old addresses lead on: to what may be seen, never to what was taken down."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from showcase.model.forwarding import MovedAddress, destinations
from showcase.model.library import Library


def forwarded(library: Library, shown: Collection[str]) -> Iterator[MovedAddress]:
    """Yield one change for each old address whose last one is among `shown`, with that as its `after`.

    An address that something lies at again, or that was taken down itself, leads nowhere.
    """
    ends, taken = destinations(library.moved), {w.address for w in library.withdrawals}
    first = {each.before: each for each in reversed(library.moved)}
    for before in sorted(ends):
        if ends[before] in shown and before not in shown and before not in taken:
            yield replace(first[before], after=ends[before])
