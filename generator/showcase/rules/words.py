"""Every string of a subject with the key it was written at, and the place of a paragraph.

The walk is generic on purpose: a field added to the model tomorrow is scanned tomorrow.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from showcase.model.source import Source

_SKIPPED = frozenset({"source", "office_contact", "official_url"})
"""The place of a record; the one field where an office's number may stand; an address of the web."""


_WALKED: dict[type, tuple[str, ...]] = {str: (), tuple: ()}
"""The fields of each type met so far that are walked; () for what is no dataclass."""


def strings_of(value: object) -> tuple[tuple[str, str], ...]:
    """Return (key path, text) of every non-empty string in `value`: ("photos[0].alt", "…")."""
    found: list[tuple[str, str]] = []
    _collect(value, "", found)
    return tuple(found)


def _collect(value: object, path: str, found: list[tuple[str, str]]) -> None:
    """Append what `value` holds; exact types, so that closed words (StrEnum) and addresses stay out."""
    kind = type(value)
    if kind is str:
        if value:
            found.append((path, str(value)))
    elif isinstance(value, tuple) and kind is tuple:
        for place, item in enumerate(value):
            _collect(item, f"{path}[{place}]", found)
    elif kind is dict and isinstance(value, dict):
        for key, item in value.items():
            _collect(item, f"{path}.{key}", found)
    else:
        for name in _WALKED.get(kind) or _names(kind):
            _collect(getattr(value, name), f"{path}.{name}" if path else name, found)


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _WALKED:
        known = fields(kind) if is_dataclass(kind) else ()
        _WALKED[kind] = tuple(field.name for field in known if field.name not in _SKIPPED)
    return _WALKED[kind]


def place_of(source: Source, path: str) -> str:
    """Return `path`, or "body" for text below the front matter whose own lines are not known."""
    below = path.startswith(("showcase_text", "sections", "text"))
    return "body" if below and path not in source.places else path
