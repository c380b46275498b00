"""JSON-LD: what a page is, in the words of schema.org.

Addresses stand in it in full or not at all: a reader of JSON-LD does not know where the page lay.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from showcase.pages.sharing import absolute
from showcase.pages.view import View

Thing = dict[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

LANGUAGE = "zh-CN"


def script(things: Sequence[Mapping[str, Any]]) -> Markup:
    """Return the things in one script element; `<` is escaped, so no text can end it."""
    text = _ENCODER.encode({"@context": "https://schema.org", "@graph": things})
    safe = text.replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{safe}</script>')


def said(**facts: object) -> Thing:
    """Return those of `facts` that say something, in their order."""
    return {name: value for name, value in facts.items() if value}


def organisations(names: Sequence[str]) -> list[Thing]:
    """Return an Organization for each name."""
    return [{"@type": "Organization", "name": name} for name in names]


def breadcrumbs(view: View, steps: Sequence[tuple[str, str]]) -> Thing:
    """Return the path of a page: (words, link); the last step is the page and has no link."""
    items = []
    for position, (words, link) in enumerate(steps, 1):
        item: Thing = {"@type": "ListItem", "position": position, "name": words}
        items.append(item | said(item=link and absolute(view, link)))
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(view: View, description: str) -> Thing:
    """Return the site, with the way to ask its search page where its address is known."""
    settings = view.site.settings
    thing: Thing = {"@type": "WebSite", "name": settings.site_name, "inLanguage": LANGUAGE}
    thing |= said(
        description=description,
        url=absolute(view, view.href("")),
        publisher=next(iter(organisations([settings.owner] if settings.owner else [])), None),
    )
    if search := absolute(view, view.href("search/")):
        target = {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"}
        asking = {"@type": "SearchAction", "target": target, "query-input": "required name=words"}
        thing["potentialAction"] = asking
    return thing
