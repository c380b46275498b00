"""Where things stand on the web: absolute addresses, and names that outlive a change of address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from showcase.model.settings import Settings

NO_HOST = "showcase.invalid"
"""Stands for the host while the owner has given no site_url; `.invalid` can never be anybody's (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page as the outputs need it.

    `address` is the record's ("stars/2024/henan/012", "" home), `url` where it stands below the root
    ("stars/2024/henan/012/"), `section` its tab, `title` what it is called, `lastmod` an ISO day or "".
    """

    address: str
    url: str
    section: str
    title: str = ""
    lastmod: str = ""
    noindex: bool = False


def by_address(pages: Iterable[PageRef]) -> Mapping[str, PageRef]:
    """Return the pages by address; an index is found by "regions" as by "regions/"."""
    return {page.address.rstrip("/"): page for page in pages}


def url_at(pages: Mapping[str, PageRef], address: str) -> str:
    """Return the URL below the root of the page at `address`, "" when there is none."""
    return pages[address].url if address in pages else ""


def absolute(settings: Settings, url: str) -> str:
    """Return the full address of `url` (below the root), percent-encoded; needs a site_url."""
    return settings.site_url + quote(url, safe="/.-_~")


def host_of(settings: Settings) -> str:
    """Return the site's host name, or NO_HOST."""
    return urlsplit(settings.site_url).hostname or NO_HOST


def tag_of(settings: Settings, year: int, name: str) -> str:
    """Return the tag: URI (RFC 4151) of `name`.

    Not the page's address: the id stays when the owner turns directory URLs on or off, so a reader's
    feed does not show every record as new. The path tells two sites on one host apart.
    """
    path = urlsplit(settings.site_url).path.strip("/")
    return f"tag:{host_of(settings)},{year}:" + quote(f"{path}/{name}".lstrip("/"), safe="/.-_~")
