"""Who sends a packet: as asked, as its register says, as its name tells, as it sent before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from showcase.intake.arriving import Arrival
from showcase.intake.items import place_of
from showcase.intake.private_folder import PrivateFolder
from showcase.model.bodies import Body


def sender_of(
    arrival: Arrival, asked: str, bodies: Sequence[Body], private: PrivateFolder, rulebook: str
) -> str:
    """Return the name of the sender, that of content/bodies.yml where it is registered; "" when unknown."""
    if said := asked or arrival.sender:
        return _registered(said, bodies) or said
    names = "/".join((arrival.packet.name, *(file.name for file in arrival.packet.files)))
    named = max(_named(names, bodies), key=len, default="")
    return _registered(named, bodies) or _known(arrival, names, private, rulebook)


def _registered(name: str, bodies: Sequence[Body]) -> str:
    plain = re.sub(r"\s", "", name)
    return next((body.name for body in bodies if plain and plain in (body.name, *body.aliases)), "")


def _named(text: str, bodies: Sequence[Body]) -> Iterator[str]:
    return (name for body in bodies for name in (body.name, *body.aliases) if name in text)


def _known(arrival: Arrival, names: str, private: PrivateFolder, rulebook: str) -> str:
    """Return the sender whose earlier packet was about the same people: this one brings what was missing."""
    for folder in private.senders(rulebook):
        items = folder.items()
        if any(place_of(items, item) is not None for item in arrival.items):
            return folder.sender
        if any(item.key and item.key in names for item in items):
            return folder.sender
    return ""
