"""Find what is kept and no record wants, here and in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.content.layout import Layout
from showcase.media.sharing.holdings import Holdings
from showcase.media.sharing.remote import DERIVATIVES, MASTERS, Remote
from showcase.media.sharing.verifying_made import by_key
from showcase.media.storing.places import Here, Place


@dataclass(frozen=True, slots=True)
class Needless:
    """Files of one place that can go, in the order in which they should, and their size together."""

    place: Place
    what: str
    names: tuple[str, ...]
    size_bytes: int

    def remove(self) -> None:
        """Delete them. Raises StoreTrouble, OSError."""
        for name in self.names:
            self.place.remove(name)


def needless(
    layout: Layout, holdings: Holdings, remote: Remote | None, *, masters: bool
) -> Iterator[Needless]:
    """Yield what no record wants; masters only when asked for. Raises StoreTrouble."""
    yield _derivatives(Here(layout.media), holdings)
    if remote:
        yield _derivatives(remote.files, holdings)
    if remote and masters:
        sizes = dict(remote.files.names(MASTERS))
        names = tuple(name for name in sorted(sizes) if name.rpartition("/")[2] not in holdings.sums)
        yield Needless(remote.files, "原件", names, sum(sizes[name] for name in names))


def _derivatives(place: Place, holdings: Holdings) -> Needless:
    """The json goes first: what is no longer complete is not trusted any more."""
    sizes = dict(place.names(DERIVATIVES))
    keys, strange = by_key(sizes)
    unwanted = [name for key, names in keys.items() if key not in holdings.keys for name in names]
    names = (*sorted(unwanted, key=lambda name: not name.endswith(".json")), *strange)
    return Needless(place, "成品", names, sum(sizes[name] for name in names))
