"""A share of the work: the jobs of one of several machines that know nothing of each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Part:
    """The `number`-th of `of` parts, counted from 1. Together they hold every job once.

    The key alone decides, so every machine cuts alike, whatever is made already.
    """

    number: int = 1
    of: int = 1

    def has(self, key: str) -> bool:
        """Whether the job that makes `key` (hex digits) belongs to this part."""
        return int(key, 16) % self.of == self.number - 1


WHOLE = Part()


def part_of(text: str) -> Part:
    """Return the part that `3/8` names; ValueError when it names none."""
    found = _WRITTEN.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise ValueError(f"写成 3/8：八份里的第三份（写的是“{text}”）")
    return Part(int(found[1]), int(found[2]))
