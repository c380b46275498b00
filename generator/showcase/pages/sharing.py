"""What a chat or a search engine shows of a page: Open Graph for every record."""

from __future__ import annotations

from markupsafe import Markup, escape

from showcase.model.artefact import ROOT
from showcase.pages.pictures import Drawn
from showcase.pages.view import View


def absolute(view: View, link: str) -> str:
    """Return the full address of a link that begins with ROOT; without `site_url` the link as it is."""
    site_url = view.site.settings.site_url
    return link.replace(ROOT, site_url, 1) if site_url else link


def open_graph(
    view: View, *, title: str, description: str, og_type: str, address: str, picture: Drawn | None
) -> Markup:
    """Return the og: tags of a page. Chats take a JPEG of 300 px and more: the cut for link cards."""
    tags = [
        ("og:site_name", view.site.settings.site_name),
        ("og:type", og_type),
        ("og:title", title),
        ("og:description", description),
        ("og:url", absolute(view, view.href(address))),
    ]
    if picture:
        tags.append(("og:image", absolute(view, picture.link)))
        tags.append(("og:image:alt", picture.alt))
    return Markup("\n".join([f'<meta property="{name}" content="{escape(words)}">' for name, words in tags]))
