"""robots.txt. The build leaves it out where the owner has written one by hand."""

from __future__ import annotations

from showcase.model.artefact import Artefact
from showcase.model.settings import Settings
from showcase.outputs.addressing import absolute


def robots_file(settings: Settings, *, preview: bool, sitemap: bool) -> Artefact:
    """Return robots.txt: all may read, none a preview; names the sitemap where there is one."""
    lines = ["User-agent: *", "Disallow: /" if preview else "Disallow:"]
    if sitemap:
        lines += ["", f"Sitemap: {absolute(settings, 'sitemap.xml')}"]
    return Artefact("robots.txt", "\n".join([*lines, ""]).encode())
