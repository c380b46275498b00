"""What a build puts into the site: a path and its bytes, or the file that holds them; and a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = "\x02"
"""Stands for the site's root at the start of every link in a Page: `href="\x02stars/2024/"`.

Whoever writes a page out replaces it by "../../" or whatever its depth asks for, so one rendered card
serves lists at every depth. A control character: the reader of records refuses it in any text.
"""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of the site. `path` is relative to its root, forward slashes, lower-case ASCII.

    `data` is the content, or the Path of a file on disk whose bytes are it (media, never in memory).
    """

    path: str
    data: bytes | Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page before the theme's chrome is put around it.

    `address`: "" is home, "stars/2024/henan/012" a record; the engine turns it into a URL.
    `kind` names the template ("home", "star", "list" …), `section` the tab that is current
    ("stars", "projects", "weeks", "regions", "events", "search" …).
    `main` is the HTML inside <main>; `head` further HTML for <head> (JSON-LD, Open Graph).
    Every link in both begins with ROOT. `record` becomes `data-record` of <main>.
    `canonical` is the address that search engines are to keep, where it is another page's.
    `lastmod` (ISO day) goes to the sitemap; `noindex` keeps the page out of it.
    """

    address: str
    kind: str
    section: str
    title: str
    description: str
    main: str
    head: str = ""
    record: str = ""
    noindex: bool = False
    canonical: str = ""
    lastmod: str = ""


def relative_root(url: str) -> str:
    """Return what ROOT means on the page at `url` ("stars/2024/"): "../../"; "./" at the top."""
    return "../" * url.count("/") or "./"


def rooted(html: str, url: str) -> str:
    """Return `html` as it stands on the page at `url`: each ROOT a relative address.

    A link to a folder above the page, or into its own, is the shortest: "../", "./slides/". One to
    another record keeps its whole address: by that a removal finds the pages that name it.
    """
    folders = url.split("/")[:-1]
    html = str(html)  # Markup would escape the quotation mark
    if url.endswith("/"):
        html = html.replace(f"{ROOT}{url}", "./")
    for up in range(1, len(folders)):
        html = html.replace(f'{ROOT}{"/".join(folders[:-up])}/"', f'{"../" * up}"')
    return html.replace(ROOT, relative_root(url))
