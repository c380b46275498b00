"""`find/sounds.json`: how common characters are read, so that a wrong one leads to the right name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pypinyin import lazy_pinyin

from showcase.find.shards import as_json
from showcase.model.artefact import Artefact


def sounds_file() -> Artefact:
    """Return the file: an object from toneless syllable (ü as v) to the characters read so."""
    found: dict[str, str] = defaultdict(str)
    for char in sorted(_common_characters()):
        reading = lazy_pinyin(char, errors="ignore")
        if reading and len(char) == 1:
            found[reading[0]] += char
    return Artefact("find/sounds.json", as_json(dict(sorted(found.items()))))


def _common_characters() -> Iterator[str]:
    """Yield the 6,763 characters of GB 2312: Python's codec knows them."""
    for row in range(0xB0, 0xF8):
        yield from bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
            "gb2312", "ignore"
        )
