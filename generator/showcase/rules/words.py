"""Every string of a subject with the key it was written at, and the place of a paragraph.

The walk is generic on purpose: a field added to the model tomorrow is scanned tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from showcase.model.source import Source

_SKIPPED = frozenset({"source", "office_contact", "official_url"})
"""The place of a record; the one field where an office's number may stand; an address of the web."""


_WALKED: dict[type, tuple[str, ...]] = {}
"""The fields of each type met so far that are walked; () for what is no dataclass."""


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _WALKED:
        known = fields(kind) if is_dataclass(kind) else ()
        _WALKED[kind] = tuple(field.name for field in known if field.name not in _SKIPPED)
    return _WALKED[kind]


def strings_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (key path, text) of every non-empty string in `value`: ("photos[0].alt", "…")."""
    if type(value) is str:  # not a StrEnum: its words are ours
        if value:
            yield path, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", ())
        for place, item in enumerate(value):
            yield from strings_of(item, f"{path}.{names[place]}" if names else f"{path}[{place}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from strings_of(item, f"{path}.{key}")
    else:
        for name in _names(type(value)):
            yield from strings_of(getattr(value, name), f"{path}.{name}" if path else name)


def place_of(source: Source, path: str) -> str:
    """Return `path`, or "body" for text below the front matter whose own lines are not known."""
    below = path.startswith(("showcase_text", "sections", "text"))
    return "body" if below and path not in source.places else path
