"""What schema.org and the readers of JSON-LD ask of the types that we write: facts, checked strictly."""

import datetime
import json
import re

SCHEMA = "https://schema.org/"
TEXT, DAY, MOMENT, URL, NUMBER = "text", "day", "moment", "url", "number"

EVENT_STATES = {"EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled"}
MODES = {f"{mode}EventAttendanceMode" for mode in ("Offline", "Online", "Mixed")}

# type: (what must be there, what else may be), each property with the kinds of value it takes
TYPES = {
    "Person": (
        {"name": TEXT},
        {"description": TEXT, "url": URL, "image": URL, "jobTitle": TEXT, "affiliation": "Organization",
         "knowsAbout": TEXT},
    ),
    "CreativeWork": (
        {"name": TEXT, "inLanguage": TEXT},
        {"description": TEXT, "url": URL, "image": URL, "creator": "Organization", "contributor": "Organization",
         "audience": "Audience", "contentLocation": "Place", "temporalCoverage": TEXT, "keywords": TEXT,
         "dateModified": DAY},
    ),
    "VideoObject": (
        {"name": TEXT, "duration": TEXT, "inLanguage": TEXT},
        {"description": TEXT, "uploadDate": DAY, "thumbnailUrl": URL, "contentUrl": URL, "caption": URL,
         "transcript": TEXT},
    ),
    "Event": (
        {"name": TEXT, "startDate": MOMENT, "eventStatus": EVENT_STATES},
        {"endDate": MOMENT, "previousStartDate": DAY, "eventAttendanceMode": MODES, "url": URL, "image": URL,
         "location": ("Place", "VirtualLocation"), "organizer": "Organization", "description": TEXT},
    ),
    "BreadcrumbList": ({"itemListElement": "ListItem"}, {}),
    "ListItem": ({"position": NUMBER, "name": TEXT}, {"item": URL}),
    "WebSite": (
        {"name": TEXT, "inLanguage": TEXT},
        {"description": TEXT, "url": URL, "publisher": "Organization", "potentialAction": "SearchAction"},
    ),
    "SearchAction": ({"target": "EntryPoint", "query-input": TEXT}, {}),
    "EntryPoint": ({"urlTemplate": URL}, {}),
    "Organization": ({"name": TEXT}, {}),
    "Audience": ({"audienceType": TEXT}, {}),
    "Place": ({"name": TEXT}, {"address": "PostalAddress"}),
    "PostalAddress": ({"addressCountry": TEXT}, {"addressRegion": TEXT}),
    "VirtualLocation": ({"url": URL}, {}),
    "Dataset": (
        {"name": TEXT, "description": TEXT, "inLanguage": TEXT},
        {"url": URL, "license": URL, "creator": "Organization", "distribution": "DataDownload"},
    ),
    "DataDownload": ({"name": TEXT, "encodingFormat": TEXT, "contentUrl": URL}, {}),
}  # fmt: skip

ALONE = {"Person", "CreativeWork", "VideoObject", "Event", "BreadcrumbList", "WebSite", "Dataset"}
"""Types that stand for themselves in a graph."""


def graphs_of(html):
    """Return the things of each JSON-LD script of a page."""
    found = []
    for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', str(html), re.DOTALL):
        value = json.loads(text)
        assert list(value) == ["@context", "@graph"] and value["@context"] == "https://schema.org"
        found.append(value["@graph"])
    return found


def faults(graph, site_url=""):
    """Return what is wrong with the things of a graph, a sentence each."""
    found = [f"{thing.get('@type')} stands for itself" for thing in graph if thing.get("@type") not in ALONE]
    for thing in graph:
        found += _of_thing(thing, site_url, thing.get("@type", "?"))
    return found


def _of_thing(thing, site_url, at):
    must, may = TYPES.get(thing.get("@type"), ({}, {}))
    found = [f"{at}: no {name}" for name in must if name not in thing]
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in must and name not in may:
            found.append(f"{at}: unknown {name}")
            continue
        kind = must.get(name) or may[name]
        for one in value if isinstance(value, list) else [value]:
            found += _of_value(one, kind, site_url, f"{at}.{name}")
    if thing.get("@type") == "Event":
        found += _of_event(thing, at)
    if thing.get("@type") == "BreadcrumbList":
        steps = [item["position"] for item in thing["itemListElement"]]
        found += [] if steps == list(range(1, len(steps) + 1)) else [f"{at}: steps {steps}"]
    return found


def _of_value(value, kind, site_url, at):
    if isinstance(value, dict):
        kinds = (kind,) if isinstance(kind, str) else tuple(kind)
        return (
            _of_thing(value, site_url, at) if value.get("@type") in kinds else [f"{at}: {value.get('@type')}"]
        )
    if isinstance(kind, set):
        return [] if value.removeprefix(SCHEMA) in kind and value.startswith(SCHEMA) else [f"{at}: {value}"]
    right = {
        TEXT: lambda: isinstance(value, str) and value == value.strip() != "",
        NUMBER: lambda: isinstance(value, int),
        DAY: lambda: bool(datetime.date.fromisoformat(value)),
        MOMENT: lambda: bool(datetime.datetime.fromisoformat(value)),
        URL: lambda: re.fullmatch(r"https?://[\x21-\x7e]+", value) is not None and _is_ours(value, site_url),
    }
    if kind not in right:
        return [f"{at}: {value!r} is no {kind}"]
    try:
        return [] if right[kind]() else [f"{at}: {value!r}"]
    except (TypeError, ValueError):
        return [f"{at}: {value!r}"]


def _is_ours(value, site_url):
    """Whether an address lies below the site's, or is one that records name themselves (a live stream)."""
    return (
        (bool(site_url) and value.startswith(site_url)) or "//live." in value or "//creativecommons" in value
    )


def _of_event(thing, at):
    state, found = thing.get("eventStatus", "").removeprefix(SCHEMA), []
    if ("previousStartDate" in thing) != (state == "EventRescheduled") and "previousStartDate" in thing:
        found.append(f"{at}: previousStartDate of {state}")
    if "endDate" in thing and thing["endDate"] < thing["startDate"]:
        found.append(f"{at}: ends before it begins")
    if "T" in thing["startDate"] and not thing["startDate"].endswith("+08:00"):
        found.append(f"{at}: hours without a zone")
    return found
