"""What Material writes into every page and nobody needs: left out of its own output."""

from __future__ import annotations

import json
import re

_SETTINGS = re.compile(r"(?s)(\s*<script[^>]*>)(\{.*\})(</script>\s*)")
_ENTRY = re.compile(
    r'(<a [^>]*class="md-nav__link[^>]*>)\s*<span class="md-ellipsis">\s*([^<]*?)\s*</span>\s*</a>'
)
_MAKER = re.compile(r'\s*<meta name="generator"[^>]*>')
_ICON_SPACE = ' xmlns="http://www.w3.org/2000/svg"'


def lean_facts(head: str) -> str:
    """Return Material's <meta> without the versions of the programs, which help nobody but intruders."""
    return _MAKER.sub("", head)


def lean_settings(block: str, ours: bool = False) -> str:
    """Return Material's settings for its script without the empty ones and those of its search.

    We have a search of our own; and a page of `ours` has no code to copy, so no words for that.
    """
    found = _SETTINGS.fullmatch(block)
    if not found:
        return block
    values = {key: value for key, value in json.loads(found[2]).items() if value is not None}
    values.pop("search", None)
    unused: tuple[str, ...] = ("search.", "clipboard.") if ours else ("search.",)
    unused += () if "version" in values else ("select.",)
    words = values.get("translations", {})
    values["translations"] = {key: word for key, word in words.items() if not key.startswith(unused)}
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return found[1] + text + found[3]


def lean_entries(navigation: str) -> str:
    """Return Material's navigation with the bare title in each entry that holds nothing else."""
    return _ENTRY.sub(r"\1\2</a>", navigation)


def lean_icon(drawing: str) -> str:
    """Return an SVG as HTML needs it: without its name space, and passed over by screen readers."""
    return drawing.replace(_ICON_SPACE, "").replace("<svg", '<svg aria-hidden="true"', 1)
