"""字 as offices count them, and marks as Chinese texts print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile(r"[!-~\u00a1-\u00b6\u00b8-\u024f]+")

_HALF_WIDTH = re.compile(
    r"[,;:!?()\"'.](?:(?<=[\u3400-\u9fff][^.])|(?<=[\u3400-\u9fff]\.)(?!\w)|(?<!\.)(?=[\u3400-\u9fff]))"
)
"""A half-width mark that touches a Chinese character. It begins with the marks, since a search for
one of a few characters is many times faster than one for any Chinese character."""

_MARKUP = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)|!?\[(?P<words>[^\]]*)\]\([^)]*\)|[*_`]{1,3}|\|",
    re.MULTILINE,
)

_QUOTED = re.compile("“[^”]*”|《[^》]*》|「[^」]*」|‘[^’]*’|『[^』]*』")


def count_characters(paragraphs: Iterable[str]) -> int:
    """Return 字数 as Word prints it: characters and marks one each, a run of Latin or digits one."""
    return sum(len("".join(_RUN.sub("字", paragraph).split())) for paragraph in paragraphs)


def without_markdown(text: str) -> str:
    """Return what a reader sees of Markdown: no marks of headings, lists, emphasis, links, pictures."""
    return _MARKUP.sub(lambda found: found["words"] or "", text)


def half_width_mark(text: str) -> str:
    """Return the first half-width mark beside a Chinese character, with that character, or "".

    Times (8:30), ratios and names of files have none.
    """
    found = _HALF_WIDTH.search(text)
    return text[max(found.start() - 1, 0) : found.end() + (not found.start())] if found else ""


def without_quotations(text: str) -> str:
    """Return `text` with everything between quotation or book marks left out."""
    return _QUOTED.sub("", text)


def squeezed(name: str) -> str:
    """Return a name without spaces, quotation and book marks, to compare it with another."""
    return re.sub(r"[\s“”‘’《》「」『』\"']", "", name)
