"""Take-downs do not wait: what leaves the live folder first, and a build that does nothing else.

The live folder itself is the record of the last good site: which addresses it shows, and which media
their pages name. Nothing is remembered elsewhere, so nothing can disagree with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from showcase.model.artefact import Artefact
from showcase.model.campaign import ActivityWeek, Announcement, Event, OfficialList
from showcase.model.library import Showcase
from showcase.model.records import Record
from showcase.publish.live import LiveSite
from showcase.publish.plan import Plan

_OWNED = re.compile(
    r"((?:stars|projects)/\d{4}/[a-z]+/(?:\d{3,4}|draft-[a-z0-9]{6})"
    r"|events/\d{4}/\d{4}-\d\d-\d\d[^/.]*"
    r"|weeks/\d{4}/(?!index\.|changes[/.])[a-z]+(?:\.[a-z]+)??"
    r"|(?:announcements|lists|rulebooks)/(?!index\.)[^/.]+)(?:/|\.html\Z)"
)
_CALENDAR = re.compile(r"calendar/((?:weeks|events)/.+)\.ics\Z")
_KIT = re.compile(r"kits/(?P<stem>(stars|projects)-(\d{4})-([a-z]+)-(\d{3,4}))\b")
_MEDIA = re.compile(rb"media/[0-9a-f]{2}/[A-Za-z0-9._-]+")
_RECORD = re.compile(r"(?:stars|projects)/")
_LISTS = ("announcements/", "lists/", "rulebooks/")
"""What may change in a removals build without being removed: names leave them one by one."""
_NEUTRAL = re.compile(rb'<meta[^>]*\bname="robots"[^>]*\bnoindex')


def owner_of(path: str) -> str:
    """Return the address of the record, event, week, 公示, list or rulebook whose file `path` is, or "".

    Its page, what lies below it (slides/), its calendar, and its school kit.
    """
    if found := _OWNED.match(path) or _CALENDAR.match(path):
        return found[1]
    kit = _KIT.match(path)
    return "/".join(kit.groups()[1:]) if kit else ""


def public_addresses(showcase: Showcase) -> frozenset[str]:
    """Return the addresses that may be seen."""
    records: list[Record] = [*showcase.stars, *showcase.projects]
    others: list[Event | ActivityWeek | Announcement | OfficialList] = [*showcase.events, *showcase.weeks]
    others += [*showcase.announcements, *showcase.lists]
    found = {*(str(record.address) for record in records), *(other.address for other in others)}
    return frozenset(found | {f"rulebooks/{book.id}" for book in showcase.rulebooks})


def live_records(live: LiveSite) -> set[str]:
    """Return the addresses that the live folder shows: records, events, weeks, 公示, lists, rulebooks.

    A neutral notice shows nobody and does not count: a record that was taken down comes back by a
    whole build only.
    """
    pages = [path for path in live.files if _is_page_of(owner_of(path), path)]
    return {owner_of(path) for path in pages if not _is_notice(live, path)}


def taken_down(live: LiveSite, public: Collection[str], media: Collection[str]) -> list[str]:
    """Return the live files to delete first: of every address not in `public`, the media before the page.

    `media` are the media paths that stay. Notices stand already and stay until they are rewritten.
    """
    files = [path for path in live.files if (owner := owner_of(path)) and owner not in public]
    files = sorted(path for path in files if not _is_notice(live, path))
    return sorted(media_of(live, files) - set(media)) + files


def _is_page_of(owner: str, path: str) -> bool:
    return bool(owner) and path in (f"{owner}/index.html", f"{owner}.html")


def _is_notice(live: LiveSite, path: str) -> bool:
    """Whether the page at `path` is the neutral notice that stands where something was taken down.

    A record's own page marks its <main> with the address; where a page bears no mark, only the notice
    is closed to search engines. A 公示 stays a 公示 after its last day.
    """
    owner = owner_of(path)
    if owner.startswith("announcements/") or not _is_page_of(owner, path):
        return False
    html = live.read(path)
    if f'data-record="{owner}"'.encode() in html.partition(b"<main")[2].partition(b">")[0]:
        return False
    return bool(_RECORD.match(owner) or _NEUTRAL.search(html))


def media_of(live: LiveSite, pages: Iterable[str]) -> set[str]:
    """Return the live media files that these live pages name."""
    found: set[str] = set()
    for path in pages:
        if path.endswith(".html"):
            found.update(name.decode() for name in _MEDIA.findall(live.read(path)))
    return found & live.files


def removal_plan(
    plan: Plan,
    live: LiveSite,
    removed: Collection[str],
    media: Collection[str],
    withheld: Collection[str] = (),
) -> Plan:
    """Return `plan` cut down to what the removal of the addresses `removed` asks for.

    `plan` is the whole build of a showcase that holds only records which are without error and live
    already (`live_records`); `media` are its media paths, `withheld` the keys of media that nobody may see
    any more, and the names of kits that the site may not offer any more. Of it are written: browsing pages,
    index, feeds, data and all else that is no record's own; notices; 公示 and lists, which lose names one by
    one; and the records' pages that name a removed one or show what is withheld. All other live records
    keep their files as they are, whether they have errors or not, and none enters. A page that must change
    and is not in `plan` (it has errors) goes, until a whole build brings it back: the one who asked to be
    taken down comes first.
    """
    naming = _pages_naming(live, removed, withheld)
    kits = _kits_to_renew(live, naming, withheld)

    def stay(site: LiveSite) -> set[str]:
        kept = site.files - naming - kits
        own = {path for path in kept if (owner := owner_of(path)) and owner not in removed}
        return own | media_of(site, own)

    def leave(site: LiveSite) -> list[str]:
        gone = taken_down(site, live_records(site) - set(removed), {*media, *stay(site)})
        return list(dict.fromkeys([*sorted(kits), *gone]))

    def may_be_written(path: str) -> bool:
        owner = owner_of(path)
        if not owner or owner in removed or owner.startswith(_LISTS):
            return True
        return path in naming or path in kits or (path in live.files and _is_notice(live, path))

    groups = [_only(group, may_be_written) for group in plan.groups]
    return Plan(groups, gone=leave, kept=stay, siblings=plan.siblings)


def _pages_naming(live: LiveSite, removed: Collection[str], withheld: Collection[str]) -> set[str]:
    """Return the live pages of records and the like whose bytes name a removed address or withheld media."""
    # 012 is not 0123, and henan is not henan.kaifeng
    words = [rf"{re.escape(address)}(?![\w-]|\.(?!html))" for address in sorted(removed)]
    words += [rf"/{re.escape(key)}[-.]" for key in sorted(withheld)]
    if not words:
        return set()
    one = re.compile("|".join(words).encode())
    own = [path for path in live.files if path.endswith(".html") and owner_of(path)]
    return {path for path in own if one.search(live.read(path))}


def _kits_to_renew(live: LiveSite, naming: Collection[str], withheld: Collection[str]) -> set[str]:
    """Return the live kits that may hold what must go: those withheld, and of records whose page changes."""
    owners = {owner_of(path) for path in naming}
    kits = {path: found["stem"] for path in live.files if (found := _KIT.match(path))}
    return {path for path, stem in kits.items() if stem in withheld or owner_of(path) in owners}


def _only(group: Iterable[Artefact], wanted: Callable[[str], bool]) -> Iterator[Artefact]:
    return (artefact for artefact in group if wanted(artefact.path))
