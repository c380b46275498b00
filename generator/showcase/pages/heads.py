"""What stands in <head> for pages of the year: what a chat shows, the path, the facts of an event."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from showcase.model.artefact import Page
from showcase.pages import jsonld
from showcase.pages.pictures import Drawn
from showcase.pages.sharing import open_graph
from showcase.pages.view import View


def head(
    view: View,
    address: str,
    title: str,
    description: str,
    path: Sequence[tuple[str, str]],
    *,
    picture: Drawn | None = None,
    things: Sequence[jsonld.Thing] = (),
    og_type: str = "article",
) -> Markup:
    """Return Open Graph tags and JSON-LD of the page at `address`."""
    graph = open_graph(
        view, title=title, description=description, og_type=og_type, address=address, picture=picture
    )
    return graph + Markup("\n") + jsonld.script([*things, jsonld.breadcrumbs(view, path)])


def framed(
    view: View,
    *,
    address: str,
    kind: str,
    section: str,
    title: str,
    description: str,
    main: str,
    path: Sequence[tuple[str, str]],
    picture: Drawn | None = None,
    things: Sequence[jsonld.Thing] = (),
    record: str = "",
    noindex: bool = False,
) -> Page:
    """Return the page with its head: what a chat shows, its path and the `things` that it is about."""
    return Page(
        address=address,
        kind=kind,
        section=section,
        title=title,
        description=description,
        main=main,
        head=head(view, address, title, description, path, picture=picture, things=things),
        record=record,
        noindex=noindex,
    )
