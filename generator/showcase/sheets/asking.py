"""Which records may go on paper, and why others may not: it follows the consent for kits."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model.campaign import Event
from showcase.model.library import Showcase
from showcase.model.records import Record
from showcase.model.terms import EventKind
from showcase.pages.site import Site
from showcase.sheets.press import Press

NOT_SHOWN = "没有这一份，或者还没有公开（要有已批准的推介和本人对文字的同意），或者已经撤下"
_NOT_GIVEN = "没有同意做成资料带走（consent 里的 kit），印出来的东西收不回来，所以不印"


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be printed of what was asked for, and for each other address a Chinese sentence why not."""

    records: tuple[Record, ...]
    refused: tuple[str, ...]


def asked_for(press: Press, addresses: list[str]) -> Asked:
    """Return the records at `addresses`, each once, as they may be given away."""
    wanted = list(dict.fromkeys(addresses))
    kits = press.showcase.kits
    refused = [
        f"{address}：{_NOT_GIVEN if address in press.showcase.by_address else NOT_SHOWN}。"
        for address in wanted
        if address not in kits
    ]
    return Asked(tuple(kits[address] for address in wanted if address in kits), tuple(refused))


def tours(showcase: Showcase) -> list[Event]:
    """Return the tours, and the stops that belong to none."""
    kinds = {EventKind.TOUR, EventKind.TOUR_STOP}
    return [event for event in showcase.events if event.kind in kinds and not event.tour]


def tour_of(press: Press, named: str) -> Event | None:
    """Return the tour, or the single stop, of that address or title."""
    return next((tour for tour in tours(press.showcase) if named in (tour.address, tour.title)), None)


def records_of_tour(press: Press, tour: Event) -> list[str]:
    """Return the addresses of whoever is on the panels of a tour, in the order of the route."""
    return records_on_route(Site(press.showcase, press.shelf, press.settings, press.today), tour)


def records_on_route(site: Site, tour: Event) -> list[str]:
    """Return the addresses in a tour and its stops, each once, in the order of the route."""
    route = (tour, *site.stops_of.get(tour.address, ()))
    return list(dict.fromkeys(address for event in route for address in event.records))
