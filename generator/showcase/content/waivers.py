"""例外: content/waivers.yml, what was looked at and let stand, with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from showcase.content.documents import is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.reading import MISSING, Reading
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import DAY, TEXT
from showcase.content.whereabouts import Address
from showcase.model.source import Source
from showcase.model.waiver import Waiver

WAIVER = Shape(
    "例外",
    Waiver,
    (
        Field("rule", "规则", TEXT, required=True),
        Field("record", "记录", Address(), required=True),
        Field("reason", "理由", TEXT, required=True),
        Field("by", "决定单位", TEXT),
        Field("date", "日期", DAY, required=True),
    ),
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A waiver with the places of its own keys, so that what it lacks is reported at its line."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the waiver, or MISSING."""
        waiver = WAIVER.read(reading, node, path)
        if not isinstance(waiver, Waiver):
            return MISSING
        own = f"{path}."
        places = {key.removeprefix(own): at for key, at in reading.places.items() if key.startswith(own)}
        return replace(waiver, source=Source(reading.file, places))


def read_waivers(tree: Tree) -> tuple[Waiver, ...]:
    """Return the waivers of content/waivers.yml, in file order; none when the file is not there."""
    path = tree.layout.content / "waivers.yml"
    reading = Reading(tree.name_of(path), "", tree.problems)
    root = read_yaml(reading, str(path)) if path.is_file() and not tree.leads_outside(path) else None
    found = ListOf(_Placed()).read(reading, root, "") if root and not is_blank(root) else ()
    return tuple(each for each in found if isinstance(each, Waiver)) if isinstance(found, tuple) else ()
