"""字 as offices count them, and marks as Chinese texts print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[!-~\u00a1-\u00b6\u00b8-\u024f]+|\S")

HALF_WIDTH_MARK = re.compile(
    r"[\u3400-\u9fff][,;:!?()\"']|[,;:!?()\"'][\u3400-\u9fff]|[\u3400-\u9fff]\.(?!\w)"
)
"""A half-width mark that touches a Chinese character. Times (8:30) and names of files do not match."""

_QUOTED = re.compile("“[^”]*”|《[^》]*》|「[^」]*」|‘[^’]*’|『[^』]*』")


def count_characters(paragraphs: Iterable[str]) -> int:
    """Return 字数 as Word prints it: characters and marks one each, a run of Latin or digits one."""
    return sum(len(_WORD.findall(paragraph)) for paragraph in paragraphs)


def without_quotations(text: str) -> str:
    """Return `text` with everything between quotation or book marks left out."""
    return _QUOTED.sub("", text)


def squeezed(name: str) -> str:
    """Return a name without spaces, quotation and book marks, to compare it with another."""
    return re.sub(r"[\s“”‘’《》「」『』\"']", "", name)
