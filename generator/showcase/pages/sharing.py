"""What a chat or a search engine shows of a page: Open Graph for every record."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup, escape

from showcase.model.artefact import ROOT
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
    """Return the og: tags of a page. Chats take a JPEG of 300 px and more: the cut for link cards.

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
    if picture and (image := absolute(view, picture.link)):
        tags += [("og:image", image), ("og:image:alt", picture.alt)]
    return Markup("\n".join([f'<meta property="{name}" content="{escape(words)}">' for name, words in tags]))
