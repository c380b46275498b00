"""JSON-LD: what a page is, in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from showcase.model.artefact import ROOT
from showcase.model.records import Project, Star
from showcase.pages.films import PLAIN, FilmPart
from showcase.pages.pictures import Drawn
from showcase.pages.sharing import absolute
from showcase.pages.view import View

Thing = dict[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED_ROOT = _ENCODER.encode(ROOT)[1:-1]


def script(things: Sequence[Mapping[str, Any]]) -> Markup:
    """Return the things in one script element; `<` is escaped, so no text can end it."""
    text = _ENCODER.encode({"@context": "https://schema.org", "@graph": things})
    safe = text.replace("<", "\\u003c").replace(_ESCAPED_ROOT, ROOT)
    return Markup(f'<script type="application/ld+json">{safe}</script>')


def person(view: View, star: Star, description: str, picture: Drawn | None) -> Thing:
    """Return the star as a Person."""
    thing = _thing(view, "Person", star, description, picture)
    if star.post:
        thing["jobTitle"] = star.post
    if star.unit:
        thing["affiliation"] = _organisation(star.unit)
    return thing


def creative_work(view: View, project: Project, description: str, picture: Drawn | None) -> Thing:
    """Return the project as a CreativeWork of its hosts."""
    thing = _thing(view, "CreativeWork", project, description, picture)
    if project.hosts:
        thing["creator"] = [_organisation(host) for host in project.hosts]
    return thing


def video_object(view: View, film: FilmPart) -> Thing:
    """Return the film as a VideoObject."""
    return {
        "@type": "VideoObject",
        "name": film.title,
        "duration": f"PT{round(film.duration_s)}S",
        "thumbnailUrl": absolute(view, film.poster),
        "contentUrl": absolute(view, next(src for src, mime, _ in film.sources if mime == PLAIN)),
    }


def breadcrumbs(view: View, steps: Sequence[tuple[str, str]]) -> Thing:
    """Return the path of a page: (words, link); the last step is the page and has no link."""
    items = []
    for position, (words, link) in enumerate(steps, 1):
        item: Thing = {"@type": "ListItem", "position": position, "name": words}
        if link:
            item["item"] = absolute(view, link)
        items.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _thing(view: View, kind: str, record: Star | Project, description: str, picture: Drawn | None) -> Thing:
    thing: Thing = {
        "@type": kind,
        "name": record.name,
        "description": description,
        "url": absolute(view, view.href(record.address)),
    }
    if picture:
        thing["image"] = absolute(view, picture.src)
    return thing


def _organisation(name: str) -> Thing:
    return {"@type": "Organization", "name": name}
