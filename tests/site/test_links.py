"""Every link of the built site leads somewhere, and every record is near."""

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from sites import build

BASE = "http://site.test/x/"


class Links(HTMLParser):
    """Collects what a page links to and loads."""

    def __init__(self):
        super().__init__()
        self.links, self.loads, self.ids = [], [], set()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.add(given["id"])
        if tag in ("a", "form"):
            self.links += [value for key in ("href", "action") if (value := given.get(key)) is not None]
            return
        self.loads += [value for key in ("src", "href", "poster") if (value := given.get(key)) is not None]
        self.loads += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]


def read(site):
    """Return {path below the root: Links} of every page."""
    pages = {}
    for path in site.rglob("*.html"):
        parser = Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix()] = parser
    return pages


def target(page, link):
    """Return the path below the root that `link` on `page` leads to; None for another host."""
    full = urlsplit(urljoin(BASE + page, link))
    if full.scheme not in ("http", "https") or full.netloc != "site.test":
        return None
    assert full.path.startswith("/x/"), f"{page}: {link} leaves the sub-path"
    path = unquote(full.path.removeprefix("/x/"))
    return path + "index.html" if path.endswith("/") or not path else path


def broken(site):
    """Return every link that leads nowhere, and every load from elsewhere."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    found = []
    for page, parser in read(site).items():
        if page == "404.html":
            continue  # stands at any depth, so its links begin at the server's root
        for link in parser.links + parser.loads:
            path = None if link.startswith("data:") else target(page, link)
            if path is not None and path not in files and f"{path}/index.html" not in files:
                found.append((page, link))
        found += [(page, link) for link in parser.loads if urlsplit(link).netloc]
    return found


def test_every_link_leads_somewhere_and_nothing_loads_from_elsewhere(demo_site):
    assert broken(demo_site) == []


@pytest.mark.slow
def test_links_hold_without_directory_urls(demo):
    config = demo / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("use_directory_urls: true", "use_directory_urls: false"), encoding="utf-8")
    build(demo)
    assert (demo / "site" / "stars" / "2024" / "henan" / "012.html").is_file()
    assert broken(demo / "site") == []


def test_every_record_is_three_clicks_from_home_without_script(demo_site):
    pages = read(demo_site)
    near, edge = {"index.html"}, {"index.html"}
    for _ in range(3):
        edge = {target(page, link) for page in edge for link in pages[page].links} & set(pages) - near
        near |= edge
    records = {page for page in pages if is_record(demo_site, page)}
    assert len(records) >= 40
    assert sorted(records - near) == []


def is_record(site, page):
    """Whether a page marks its <main> with its own address (a neutral notice does not)."""
    html = (site / page).read_text(encoding="utf-8")
    address = page.removesuffix("/index.html")
    return f'data-record="{address}"' in html.partition("<main")[2].partition(">")[0]
