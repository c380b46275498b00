"""What a chat or a search engine shows of a page: Open Graph for every record."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup, escape

from showcase.model.artefact import ROOT
from showcase.model.passing import CARD_PX, PassedOn
from showcase.pages.pictures import Drawn
from showcase.pages.view import View


def absolute(view: View, link: str) -> str:
    """Return the full address of a link below ROOT, "" without a `site_url`; other links as they are."""
    if not link.startswith(ROOT):
        return link
    site_url = view.site.settings.site_url
    return site_url + quote(link.removeprefix(ROOT), safe="/.-_~#") if site_url else ""


def open_graph(
    view: View, *, title: str, description: str, og_type: str, address: str, picture: Drawn | None
) -> Markup:
    """Return the og: tags of a page: its own card, else the site's, else its picture cut for links.

    Its addresses stand in full or not at all.
    """
    tags = [
        ("og:site_name", view.site.settings.site_name),
        ("og:type", og_type),
        ("og:title", title),
        ("og:description", description),
    ]
    if url := absolute(view, view.href(address)):
        tags.append(("og:url", url))
    return _tags([*tags, *_image(view, address, title, picture)])


def _image(view: View, address: str, title: str, picture: Drawn | None) -> list[tuple[str, str]]:
    passed = view.site.shelf.passed
    card = (passed.get(address) or passed.get("") or PassedOn("")).card
    link = ROOT + card if card else picture.link if picture else ""
    if not link or not (image := absolute(view, link)):
        return []
    alt = title if card or not picture else picture.alt
    size = [("og:image:width", str(CARD_PX[0])), ("og:image:height", str(CARD_PX[1]))] if card else []
    return [("og:image", image), *size, ("og:image:alt", alt)]


def _tags(tags: list[tuple[str, str]]) -> Markup:
    return Markup("\n".join([f'<meta property="{name}" content="{escape(words)}">' for name, words in tags]))
