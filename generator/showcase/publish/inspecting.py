"""The last look before files go live: a private fact in any of them stops the build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from showcase.check.scan.index_texts import LEXICON, index_texts
from showcase.check.scan.site import look_into
from showcase.publish.plan import PublishError
from showcase.publish.staging import is_named_by_content

_SHOWN = 10
_EVERY = 20
_DERIVED = re.compile(r"(?:stars|projects)/\d{4}/|(?:find|data|feeds|calendar|kits)/")


def inspect(changed: Sequence[tuple[str, str]], allowed: Collection[str], site: Path) -> None:
    """Raise PublishError when a file of `changed` (path, waiting file) holds a private fact.

    The records were looked through before; this finds what templates, overrides and pages add.
    Pages and lists of records, the search index and data files are templates and judged strings only,
    so of these every twentieth is looked into (`showcase check --site` looks into all).
    Texts of the index are coded: by its new lexicon, or by the one that lies in the live folder `site`.
    Derived media hold nothing but what was made here.
    """
    seen: set[str] = set()
    chosen = (each for at, each in enumerate(changed) if at % _EVERY == 0 or not _DERIVED.match(each[0]))
    files = {path: Path(waiting) for path, waiting in chosen}
    texts = index_texts(files, Path(dict(changed).get(LEXICON, site / LEXICON)))
    found = [line for path, file in files.items() for line in _lines(path, file, allowed, seen, texts)]
    if found:
        more = f"\n  还有 {len(found) - _SHOWN} 处" if len(found) > _SHOWN else ""
        listed = "\n  ".join(found[:_SHOWN])
        raise PublishError(f"网页里有个人信息，没有发布，网站保持原样：\n  {listed}{more}")


def _lines(
    path: str, waiting: Path, allowed: Collection[str], seen: set[str], texts: Mapping[str, str]
) -> Iterator[str]:
    if not is_named_by_content(path):
        for one in look_into(path, waiting, allowed, seen, texts):
            yield f"{path}:{one.line}: [{one.rule}] {one.message}"
