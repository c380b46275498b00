"""Marks every string of a value, and collects every string that can be reached from one."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from showcase.model.address import RecordAddress


def marked(value, token: str):
    """Return `value` with `token` in each of its strings; addresses, closed words and gaps stay."""
    if isinstance(value, Enum | RecordAddress):
        return value
    if isinstance(value, str):
        return value and f"{token}{value}"
    if isinstance(value, tuple):
        return tuple(marked(item, token) for item in value)
    if isinstance(value, Mapping):
        return {key: marked(item, token) for key, item in value.items()}
    if is_dataclass(value):
        kept = {"source", "address"}
        changes = {f.name: marked(getattr(value, f.name), token) for f in fields(value) if f.name not in kept}
        return replace(value, **changes)
    return value


def strings_in(value) -> Iterator[str]:
    """Yield every string reachable from `value`, keys and places of sources included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from strings_in(item)
    elif isinstance(value, Mapping):
        yield from strings_in(tuple(value))
        yield from strings_in(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
