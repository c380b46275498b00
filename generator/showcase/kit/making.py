"""Makes kits that are not there yet, in parallel. A kit that is there by its key is not made again.

They lie in .cache/kits, each named by its record's address, edition and key, so that what was made of a
record that is taken down can be found and deleted by its address alone.
"""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from showcase.content.layout import Layout
from showcase.content.wording import ui
from showcase.kit.archive import write_kit
from showcase.kit.assembly import kit_of, stem_of
from showcase.kit.bench import Bench

FOLDER = "kits"
"""Below .cache/."""
WITH_FILM, SMALL = "full", "small"
_FEW = 4
"""So many are made here: starting workers costs as much."""

Told = Callable[[int, int], None]
"""Hears how many of how many are done."""


class Order(NamedTuple):
    """One kit that is wanted, and with or without its film."""

    address: str
    film: bool


class Made(NamedTuple):
    """Where a kit lies, and whether it had to be made."""

    order: Order
    place: Path
    fresh: bool


def make_kits(bench: Bench, orders: Sequence[Order], told: Told | None = None) -> Iterator[Made]:
    """Yield the kits in the order asked for; each address is one of `Showcase.kits`."""
    for done, made in enumerate(_made(bench, orders), 1):
        if told:
            told(done, len(orders))
        yield made


def _made(bench: Bench, orders: Sequence[Order]) -> Iterator[Made]:
    if len(orders) <= _FEW:
        yield from (make_kit(bench, order) for order in orders)
        return
    # spawn, not fork: MkDocs' preview has threads, and a fork would take their locks along
    way = multiprocessing.get_context("spawn")
    workers = min(len(orders), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, way, initializer=_prepare, initargs=(bench,)) as pool:
        yield from pool.map(_make, orders, chunksize=4)


_BENCH: list[Bench] = []
"""The bench of a worker process."""


def _prepare(bench: Bench) -> None:
    ui.speak(bench.site.settings.words)
    _BENCH[:] = [bench]


def _make(order: Order) -> Made:
    return make_kit(_BENCH[0], order)


def make_kit(bench: Bench, order: Order) -> Made:
    """Return one kit; editions of the same record that were made before go."""
    kit = kit_of(bench, bench.site.showcase.kits[order.address], film=order.film)
    edition = WITH_FILM if order.film else SMALL
    place = _folder(bench.layout) / f"{kit.stem}.{edition}.{kit.key}.zip"
    if place.is_file():
        return Made(order, place, fresh=False)
    members = {**kit.members, **{name: make() for name, make in kit.costly.items()}}
    write_kit(place, members)
    for old in _folder(bench.layout).glob(f"{kit.stem}.{edition}.*.zip"):
        if old != place:
            old.unlink(missing_ok=True)
    return Made(order, place, fresh=True)


def forget_kits(layout: Layout, address: str) -> None:
    """Delete the kits made of one record, and every programme and collection: it may stand in any."""
    gone = re.compile(rf"{re.escape(stem_of(address))}(?:-small)?\.|programme-|collection-")
    for place in _folder(layout).rglob("*.zip"):
        if gone.match(place.name):
            place.unlink(missing_ok=True)


def forget_kits_but(layout: Layout, addresses: frozenset[str]) -> None:
    """Delete the kits of all records but these: whoever has no consent any more lies in no cache."""
    kept = {stem_of(address) for address in addresses}
    for place in _folder(layout).glob("*.zip"):
        if place.name.partition(".")[0] not in kept:
            place.unlink(missing_ok=True)


def _folder(layout: Layout) -> Path:
    return layout.cache / FOLDER
