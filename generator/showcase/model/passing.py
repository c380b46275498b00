"""What a page is passed on with: the picture of its link in a chat, its poster, its QR code."""

from __future__ import annotations

from dataclasses import dataclass

CARD_PX = (1200, 630)
"""Width and height of a card, as chats ask for it."""

POSTER_PX = (900, 1600)
"""Width and height of a poster, the shape of a phone."""


def kit_path(address: object) -> str:
    """Return where the kit of the record at `address` lies on the site: kits/stars-2024-henan-012.zip."""
    return f"kits/{str(address).replace('/', '-')}.zip"


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Drawn for one address; paths are relative to the site's root, "" where nothing was drawn.

    `code` is the QR code of the page's full address as a data: URI of a few hundred bytes; "" without
    a `site_url`.
    """

    card: str
    poster: str = ""
    code: str = ""
