"""The front matter of two records while they are united: lists made anew, keys taken over, conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_FILES = ("file", "captions")
_OF_HONOUR = ("year", "level", "title")


@dataclass
class Fronts:
    """What both records say. `names`: each file of the one that goes, by its name beside those that stay.

    `unsure`: files that the one that goes names and does not have, though the other has one of that name.
    """

    keep: Mapping[str, Any]
    other: Mapping[str, Any]
    names: Mapping[str, str]
    both: frozenset[str]
    unsure: frozenset[str] = frozenset()
    made: dict[str, Any] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def unite(self) -> None:
        """Go through the keys of the one that goes."""
        for key, value in self.other.items():
            mine = self.keep.get(key)
            if key in ("photos", "honours", "consent") and value:
                self._parts(key, mine, value)
            elif not mine:
                self._take(key, value)
            elif isinstance(value, list) and isinstance(mine, list):
                self._list(key, mine, value)
            elif self._named(value) != mine:
                self.conflicts.append(key)
        related = self.made.get("related", self.keep.get("related", []))
        if isinstance(related, list) and set(related) & self.both:
            self.made["related"] = [address for address in related if address not in self.both]

    def _take(self, key: str, value: Any) -> None:  # noqa: ANN401 - as the file says it
        if self._named(value) != value:
            self.made[key] = self._named(value)
        elif value:
            self.taken.append(key)

    def _named(self, value: Any) -> Any:  # noqa: ANN401 - as above
        """Return a photo, film or sound with the names that its files get; anything else as it is."""
        if not isinstance(value, dict) or "file" not in value:
            return value
        return {
            key: self.names.get(said, said) if isinstance(said, str) else said for key, said in value.items()
        }

    def _list(self, key: str, mine: list[Any], value: list[Any]) -> None:
        more = [item for item in value if item not in mine]
        if more:
            self.made[key] = [*mine, *more]

    def _parts(self, key: str, mine: Any, value: Any) -> None:  # noqa: ANN401 - as the file says it
        if key == "photos":
            self._photos(list(mine or []), value)
        elif key == "honours":
            known = {_honour(each): each for each in mine or []}
            if any(known.get(_honour(each), each) != each for each in value):
                self.conflicts.append(key)
            self._list(key, list(mine or []), [each for each in value if _honour(each) not in known])
        else:
            both = dict(mine or {})
            self.conflicts += [
                f"consent.{asset}" for asset in value if both.get(asset, value[asset]) != value[asset]
            ]
            self.made[key] = {**value, **both}

    def _photos(self, mine: list[dict[str, Any]], value: list[dict[str, Any]]) -> None:
        """One picture that both have stands there once, with what either says of it."""
        places = {photo["file"]: place for place, photo in enumerate(mine)}
        for theirs in value:
            photo = self._named(theirs)
            at = places.get(photo["file"])
            if theirs["file"] in self.unsure:
                self.conflicts.append(f"photos：{theirs['file']}")
            elif at is None:
                mine.append(photo)
            else:
                differs = any(mine[at].get(key, said) != said for key, said in photo.items())
                self.conflicts += [f"photos：{photo['file']}"] if differs else []
                mine[at] = {**photo, **mine[at]}
        self.made["photos"] = mine


def _honour(honour: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(honour.get(key) for key in _OF_HONOUR)
