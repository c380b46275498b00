"""Interface sentences with something in them: `{…}` filled, `[…]` made a link."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

_LINK = re.compile(r"\[([^\]]*)\]")


def fill(text: str, /, **values: Any) -> Markup:  # noqa: ANN401 - whatever can be printed
    """Return `text` with `values` in its `{…}`; a value that is not markup is escaped."""
    if any(hasattr(value, "__html__") for value in values.values()):
        return escape(text).format(**values)
    return escape(text.format(**values))  # the same, several times faster


def linked(text: str, *links: str) -> Markup:
    """Return `text`, its first `[…]` a link to the first of `links`, and so on."""
    rest = iter(links)
    return Markup(_LINK.sub(lambda found: _anchor(next(rest), found[1]), str(escape(text))))


def _anchor(link: str, words: str) -> str:
    foreign = ' rel="noopener"' if "://" in link else ""
    return f'<a href="{escape(link)}"{foreign}>{words}</a>'
