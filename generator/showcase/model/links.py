"""From a page's address to its URL below the root."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model.artefact import ROOT
from showcase.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Links:
    """Writes links in the owner's style: `…/012/`, or `…/012.html` without directory URLs."""

    directory_urls: bool = True

    def url(self, address: str) -> str:
        """Return the URL of the page at `address` below the root: "" home, "stars/2024/henan/012/".

        An address that ends with "/" is an index ("stars/"), which needs its file name when the
        owner wants no directory URLs.
        """
        if not address:
            return "" if self.directory_urls else "index.html"
        if self.directory_urls:
            return address.rstrip("/") + "/"
        return address + "index.html" if address.endswith("/") else address + ".html"

    def path(self, address: str) -> str:
        """Return the path of the file that holds the page at `address`."""
        url = self.url(address)
        return url + "index.html" if url.endswith("/") or not url else url

    def href(self, address: object) -> str:
        """Return the link to `address`, beginning with ROOT."""
        return ROOT + self.url(str(address))


def public_address(settings: Settings, address: object) -> str:
    """Return the full address of a page on the site online, "" when there is none.

    A copy on a disk gives that of the site it is a copy of: what is scanned there leads to the network.
    """
    online = settings.online or settings
    return online.site_url + Links(online.directory_urls).url(str(address)) if online.site_url else ""
