"""The colours of the pages, read from where they stand: theme/assets/css/tokens.css, the light scheme."""

from __future__ import annotations

import re
from functools import cache

from showcase.content.layout import theme_dir

_LIGHT = re.compile(r':root, \[data-md-color-scheme="default"\] \{(.*?)\n\}', re.DOTALL)
_COLOUR = re.compile(r"--ls-([a-z0-9-]+):\s*(#[0-9a-f]{6})\b")


@cache
def colours() -> dict[str, str]:
    """Return name → "#rrggbb": paper, leaf, ink, ink-2, rule, seal, seal-fill, on-seal, vermilion, wash …."""
    text = (theme_dir() / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    found = _LIGHT.search(text)
    return dict(_COLOUR.findall(found[1])) if found else {}
