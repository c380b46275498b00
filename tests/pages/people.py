"""Values for tests of record pages: stars, projects, pictures by a short line; a view of them; links."""

import datetime
import json
import re
from html.parser import HTMLParser

from showcase.content.layout import theme_dir
from showcase.model.address import parse_record_address
from showcase.model.library import Showcase
from showcase.model.media import Picture, Rendition, Shelf
from showcase.model.parts import Honour, Photo
from showcase.model.records import Project, Star
from showcase.model.settings import Settings
from showcase.model.terms import Level, PhotoKind, Stage
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View

LEVELS = {level.value: level for level in Level}


def honour(year=2024, level="national", title="新时代“百姓学习之星”", **more):
    date = datetime.date(year, 10, 18)
    facts = {"stage": Stage.APPROVED, "document": f"示例函〔{year}〕12号", "date": date} | more
    return Honour(year=year, level=LEVELS[level], title=title, **facts)


def star(serial="001", region="henan", year=2024, **more):
    address = parse_record_address(f"stars/{year}/{region}/{serial}")
    facts = {"name": "沈玉兰", "unit": "桥头社区", "honours": (honour(year),), "showcase_text": ("她。",)}
    return Star(address=address, **(facts | more))


def project(serial="001", region="henan", year=2024, **more):
    address = parse_record_address(f"projects/{year}/{region}/{serial}")
    facts = {"name": "“一盏灯”夜校", "hosts": ("县教育局",), "honours": (honour(year, title="项目"),)}
    return Project(address=address, **(facts | more))


def photo(file="portrait.jpg", kind=PhotoKind.PORTRAIT, **more):
    return Photo(file=file, kind=kind, **({"alt": f"{file}的画面"} | more))


def picture(name, width=360, height=480):
    """A picture in two forms at one width; its files are named after `name`."""
    return Picture(
        tuple(
            Rendition(f"media/ab/{name}-{width}.{end}", f"image/{kind}", width, height, 1)
            for kind, end in (("webp", "webp"), ("jpeg", "jpg"))
        ),
        "data:image/webp;base64,AAAA",
    )


def view_of(*records, shelf=None, settings=None, today="2024-10-01", **showcase):
    """A view of those records, sorted as a showcase is."""
    ordered = sorted(records, key=lambda record: record.address)
    seen = Showcase(
        stars=tuple(record for record in ordered if isinstance(record, Star)),
        projects=tuple(record for record in ordered if isinstance(record, Project)),
        by_address={str(record.address): record for record in ordered},
        **showcase,
    )
    day = datetime.date.fromisoformat(today)
    site = Site(seen, shelf or Shelf(), settings or Settings(), day)
    return View(site, Templates(site, [theme_dir() / "templates"]))


class _Reader(HTMLParser):
    """Collects what a page's markup holds: tags, attributes by name, text outside of tags."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        self.text.append(data)


def read(html):
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return reader


def values(html, name):
    """All values of the attribute `name`, in order."""
    return [value for _, found, value in read(html).attributes if found == name]


def addresses(html):
    """Every address that the markup asks for or links to: href, src, poster, each part of srcset."""
    found = [value for name in ("href", "src", "poster") for value in values(html, name)]
    parts = [part.split()[0] for value in values(html, "srcset") for part in value.split(",")]
    return found + parts


def words(html):
    """What a reader sees, without white space and without what waits for a script."""
    seen = re.sub(r"<span data-ls-closed hidden>.*?</span>", "", str(html))
    return re.sub(r"\s", "", "".join(read(seen).text))


def linked_data(page):
    """The things of the page's JSON-LD by their type."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', str(page.head), re.DOTALL)
    return {thing["@type"]: thing for thing in json.loads(text.replace("\x02", ""))["@graph"]}


def inside(html, name, *, tag="[a-z0-9]+"):
    """The markup inside each element whose class attribute begins with `name` (no nesting of its tag)."""
    pattern = rf'<({tag}) class="{re.escape(name)}[^"]*"[^>]*>(.*?)</\1>'
    return [words(found[1]) for found in re.findall(pattern, str(html), re.DOTALL)]
