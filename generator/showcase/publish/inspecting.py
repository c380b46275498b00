"""The last look before files go live: a private fact in any of them stops the build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from showcase.check.scan.site import look_into
from showcase.publish.plan import PublishError
from showcase.publish.staging import is_named_by_content

_SHOWN = 10
_EVERY = 20
_DERIVED = re.compile(r"(?:stars|projects)/\d{4}/|(?:find|data|feeds|calendar)/")


def inspect(changed: Sequence[tuple[str, str]], allowed: Collection[str]) -> None:
    """Raise PublishError when a file of `changed` (path, waiting file) holds a private fact.

    The records were looked through before; this finds what templates, overrides and pages add.
    Pages and lists of records, the search index and data files are templates and judged strings only,
    so of these every twentieth is looked into (`showcase check --site` looks into all).
    Derived media hold nothing but what was made here.
    """
    seen: set[str] = set()
    chosen = (each for at, each in enumerate(changed) if at % _EVERY == 0 or not _DERIVED.match(each[0]))
    found = [line for path, waiting in chosen for line in _lines(path, waiting, allowed, seen)]
    if found:
        more = f"\n  还有 {len(found) - _SHOWN} 处" if len(found) > _SHOWN else ""
        listed = "\n  ".join(found[:_SHOWN])
        raise PublishError(f"网页里有个人信息，没有发布，网站保持原样：\n  {listed}{more}")


def _lines(path: str, waiting: str, allowed: Collection[str], seen: set[str]) -> Iterator[str]:
    if not is_named_by_content(path):
        for one in look_into(path, Path(waiting), allowed, seen):
            yield f"{path}:{one.line}: [{one.rule}] {one.message}"
