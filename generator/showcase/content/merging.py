"""Three versions of a record's file to one: what was written last, what the editor made of it, what is new.

A file is taken apart into its keys and the parts of its text. Where only one side changed a part, the
change holds; where both did, the editor's stays and the part is named as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.content.composers import composer

_FENCED = re.compile(r"---[ ]*\n(.*?)^---[ ]*\n(.*)\Z", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^(?=[A-Za-z_]+:)", re.MULTILINE)
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
TEXT = "正文"
"""What the part of a file before its first section is called."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged file, the parts that took the new version, and those where both sides changed."""

    text: str
    taken: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def merged(base: str | None, mine: str, new: str) -> Merge:
    """Return `mine` (the editor's file) with what changed from `base` to `new` where `mine` did not.

    `base` None: nobody knows what stood there before, so every difference is a conflict.
    """
    if mine == new:
        return Merge(mine)
    parts = [_parts(text) for text in (base or "", mine, new)]
    before, own, coming = parts
    if not own or not coming:
        return Merge(mine, (), (TEXT,))
    taken, conflicts = [], []
    for name in dict.fromkeys([*coming, *before]):
        old, now, then = before.get(name), own.get(name), coming.get(name)
        if then in (now, old):
            continue
        if base is not None and now == old:
            taken.append(name)
            _put(own, name, then)
        else:
            conflicts.append(name)
    text = _joined(own)
    if taken and not _composes(text):
        return Merge(mine, (), tuple(taken + conflicts))
    return Merge(text, tuple(taken), tuple(conflicts))


def rebased(base: str | None, new: str, conflicts: Iterable[str]) -> str:
    """Return what counts as written now: `new`, but as before in the parts that are still in conflict."""
    before, parts = _parts(base or ""), _parts(new)
    for name in conflicts:
        _put(parts, name, before.get(name))
    return _joined(parts)


def with_parts(text: str, other: str, names: Iterable[str]) -> str:
    """Return the file `text` with the parts `names` (keys, TEXT, sections) as `other` writes them."""
    own, coming = _parts(text), _parts(other)
    for name in names:
        _put(own, name, coming.get(name))
    return _joined(own)


def texts_of(text: str) -> dict[str, str]:
    """Return the text before the first section (by TEXT) and the sections of a file that say anything."""
    parts = _parts(text).items()
    return {name: said for name, said in parts if said and (name == TEXT or name.startswith("## "))}


def _put(parts: dict[str, str], name: str, text: str | None) -> None:
    if text is None:
        parts.pop(name, None)
    else:
        parts[name] = text


def _parts(text: str) -> dict[str, str]:
    """Return the keys (“name”), the text and the sections (“## 主要事迹”) of a file; {} when it is none."""
    found = _FENCED.match(text)
    return dict(_named(found[1], found[2])) if found else {}


def _named(front: str, body: str) -> Iterator[tuple[str, str]]:
    for block in _KEY.split(front):
        name = block.partition(":")[0] if _KEY.match(block) else "#"
        if block:
            yield name, block
    first, *sections = _SECTION.split(body)
    yield TEXT, first.strip("\n")
    for section in sections:
        yield section.partition("\n")[0].strip(), section.strip("\n")


def _joined(parts: dict[str, str]) -> str:
    is_text = {name: name == TEXT or name.startswith("## ") for name in parts}
    front = "".join(
        text if text.endswith("\n") else f"{text}\n" for name, text in parts.items() if not is_text[name]
    )
    texts = [parts.get(TEXT, ""), *(text for name, text in parts.items() if name.startswith("## "))]
    return f"---\n{front}---\n" + "\n\n".join(filter(None, texts)).rstrip() + "\n"


def _composes(text: str) -> bool:
    found = _FENCED.match(text)
    try:
        return bool(found) and composer(found[1] if found else "").get_single_node() is not None
    except Exception:  # whatever a parser says of a text that it cannot read
        return False
