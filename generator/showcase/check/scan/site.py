"""The built site as a visitor gets it: words and attributes of pages, data, calendars, feeds."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from showcase.check.scan.files import closed, look
from showcase.check.scan.index_texts import LEXICON, index_texts, is_coded, is_keys
from showcase.check.scan.packed import NotPacked, unpacked
from showcase.check.scan.spots import Sighting, Spot, digits_in, problem_of, sightings
from showcase.model.campaign import Announcement, Event
from showcase.model.library import Library, Showcase
from showcase.model.problem import Problem
from showcase.model.records import Project
from showcase.model.settings import Settings
from showcase.model.siblings import plain_of
from showcase.rules.private_facts import find_private

_PAGES = {".html", ".htm", ".xml", ".svg"}
_CODE = {".js", ".css", ".map", ".woff", ".woff2", ".ttf", ".ico"}
"""The theme's own programs and fonts: nothing of a record is in them."""
_TEXTS = {".csv", ".txt", ".vtt", ".md", ".webmanifest"}

_KIT = re.compile(r"kits/[a-z0-9-]+\.zip")
"""What a school takes away: our own zip, so it can be opened."""

_SILENT = re.compile(r"<(script|style|svg)\b(?![^>]*ld\+json)[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_JOINING = re.compile(
    r"</?(?:b|strong|em|i|u|s|mark|sub|sup|small|big|font|wbr|ruby)(?:\s[^>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(
    r"\s(?:alt|title|content|label|aria-[a-z]+|placeholder|value|data-(?!md)[a-z-]+)=(?:\"([^\"]+)\"|'([^']+)')"
)
_CALLING = re.compile(r"href=[\"']?(?:tel|mailto|sms):([^\"'\s>?]+)", re.IGNORECASE)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_HASH = re.compile(r'"sha256:[0-9a-f]{64}"')
"""Of a data file, in datapackage.json: some hold eleven digits in a row."""
_FOLD = re.compile(r"\r?\n[ \t]|(?m:^UID:.*)")
"""Lines of a calendar go on after a break and a gap; a UID only looks like an address."""


def office_numbers(library: Library | Showcase, settings: Settings) -> frozenset[str]:
    """Return the digits of every telephone that may stand on the site: of offices, and the owner's."""
    holders: Sequence[Project | Event | Announcement]
    holders = (*library.projects, *library.events, *library.announcements)
    contacts = [holder.office_contact.telephone for holder in holders if holder.office_contact]
    numbers = (
        number
        for text in (*contacts, settings.contact, settings.telephone)
        for number in re.split(r"[、，,；;/转]", text)
    )
    return frozenset(filter(None, map(digits_in, numbers)))


def scan_site(folder: Path, allowed: Collection[str]) -> list[Problem]:
    """Return the private facts in a built site; files are named below `folder`."""
    files = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    texts = index_texts(files, folder / LEXICON)
    return [
        problem_of(name, one, public=True)
        for name, path in files.items()
        for one in _look(name, path, allowed, texts)
    ]


def _look(name: str, path: Path, allowed: Collection[str], texts: Mapping[str, str]) -> list[Sighting]:
    if plain_of(name):
        return _look_beside(name, path, allowed)
    return look_into(name, path, allowed, set(), texts)


def look_into(
    name: str, path: Path, allowed: Collection[str], seen: set[str], texts: Mapping[str, str]
) -> list[Sighting]:
    """Return the private facts of the site's file `name`, whose bytes lie at `path`.

    `seen` keeps the lines of earlier files of this round: what repeats on every page is read once.
    `texts`: what the files of the search index say (index_texts).
    """
    ending = PurePosixPath(name).suffix.lower()
    if ending in _CODE or is_keys(name):
        return []
    if is_coded(name):
        return _look_coded(texts.get(name), allowed)
    if _KIT.fullmatch(name):
        return _look_packed(path, allowed, seen)
    if _is_told(ending):
        return _look_text(ending, path.read_text(encoding="utf-8", errors="replace"), allowed, seen)
    with path.open("rb") as file:
        return look(name, file)


def _look_packed(path: Path, allowed: Collection[str], seen: set[str]) -> list[Sighting]:
    """Return what the members of a kit tell, each looked into as if it lay on the site."""
    found: list[Sighting] = []
    with zipfile.ZipFile(path) as kit:
        for name in kit.namelist():
            ending = PurePosixPath(name).suffix.lower()
            if _is_told(ending):
                found += _look_text(ending, kit.read(name).decode(errors="replace"), allowed, seen)
            elif ending not in _CODE:
                found += look(name, io.BytesIO(kit.read(name)))
    return found


def _is_told(ending: str) -> bool:
    return ending in _PAGES | _TEXTS or ending in (".json", ".ics")


def _look_text(ending: str, text: str, allowed: Collection[str], seen: set[str]) -> list[Sighting]:
    if ending == ".json":
        text = _HASH.sub('""', text)
    return list(sightings(_spots(ending, text), allowed)) if _may_tell(ending, text, seen) else []


def _look_coded(text: str | None, allowed: Collection[str]) -> list[Sighting]:
    if text is None:
        return [closed()]
    return list(sightings([Spot(text, 1)], allowed)) if find_private(text) else []


def _look_beside(name: str, path: Path, allowed: Collection[str]) -> list[Sighting]:
    """Return what a compressed sibling tells, if that is not what the file beside it says."""
    plain = path.with_name(path.name[:-3])
    try:
        data = unpacked(path)
    except NotPacked:
        return [closed()]
    if plain.is_file() and plain.read_bytes() == data:
        return []
    ending = PurePosixPath(plain_of(name)).suffix
    return _look_text(ending, data.decode(errors="replace"), allowed, set()) if _is_told(ending) else []


def _may_tell(ending: str, text: str, seen: set[str]) -> bool:
    """Whether a quick look finds anything; what it finds is then looked for by line and attribute."""
    if ending == ".json" and "\\u" not in text:
        return bool(find_private(text))
    if ending not in _PAGES:
        return True
    shown = _JOINING.sub("", _new_lines(text, seen))
    attributes = "\0".join(found[1] or found[2] for found in _SAID.finditer(shown))
    calls = "\0".join(_CALLING.findall(shown))
    told = f"{_TAG.sub(chr(0), shown)}\0{attributes}\0{calls}"
    # these signs of JSON-LD and of our own <head> would call for the slow look on every page
    return bool(find_private(html.unescape(told.replace('"@', '"').replace("telephone=no", ""))))


def _new_lines(text: str, seen: set[str]) -> str:
    """Return the lines that no earlier page had. One that holds half a tag is never left out."""
    new = [line for line in text.split("\n") if line not in seen]
    seen.update(line for line in new if line.count("<") == line.count(">"))
    return "\n".join(new)


def _spots(ending: str, text: str) -> Iterator[Spot]:
    if ending in _PAGES:
        yield from _of_page(text)
    elif ending == ".json":
        for string in _STRING.finditer(text):
            if len(string[0]) > 7:
                yield Spot(_unquoted(string[0]), text.count("\n", 0, string.start()) + 1)
    elif ending == ".ics":
        yield Spot(_FOLD.sub("", text), 1)
    else:
        yield Spot(text, 1)


def _of_page(text: str) -> Iterator[Spot]:
    """Yield the words of a page with its lines kept, then what attributes say."""
    shown = _JOINING.sub("", _SILENT.sub(_gap, text))
    yield Spot(html.unescape(_TAG.sub(_gap, shown)), 1)
    said = ((found[1] or found[2], found.start()) for found in _SAID.finditer(shown))
    calls = ((found[1], found.start()) for found in _CALLING.finditer(shown))
    for value, place in (*said, *calls):
        if len(value) > 5:
            yield Spot(html.unescape(value), text.count("\n", 0, place) + 1, where="属性")


def _gap(tag: re.Match[str]) -> str:
    """Return a sign that parts words, and the line ends inside the tag."""
    return "\0" + "\n" * tag[0].count("\n")


def _unquoted(string: str) -> str:
    try:
        return str(json.loads(string))
    except ValueError:
        return string
