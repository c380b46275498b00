"""The sheet by which a reader passes a page on: address, QR code, poster."""

from __future__ import annotations

from typing import NamedTuple

from showcase.model.artefact import ROOT
from showcase.model.passing import PassedOn
from showcase.pages.sharing import absolute
from showcase.pages.view import View

_NOTHING = PassedOn("")


class Share(NamedTuple):
    """What the share macros write.

    `url` is the page's full address and `code` its QR code, both "" without a `site_url`; `card` and
    `poster` are links, "" where none was drawn; a saved poster is called `name`.
    """

    name: str
    url: str
    code: str
    card: str
    poster: str


def share_of(view: View, address: object, name: str) -> Share:
    """Return what there is to pass the page at `address` on with."""
    found = view.site.shelf.passed.get(str(address), _NOTHING)
    card, poster = (ROOT + path if path else "" for path in (found.card, found.poster))
    return Share(name, absolute(view, view.href(str(address))), found.code, card, poster)
