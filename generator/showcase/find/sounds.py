"""`find/sounds.json`: how common characters are read, so that a wrong one leads to the right name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pypinyin.constants import PINYIN_DICT

from showcase.find.shards import as_json
from showcase.model.artefact import Artefact
from showcase.model.readings import syllables


def sounds_file() -> Artefact:
    """Return the file: an object from toneless syllable (ü as v) to the characters read so."""
    found: dict[str, str] = defaultdict(str)
    for char in sorted(_common_characters()):
        given = PINYIN_DICT.get(ord(char), "").partition(",")[0] if len(char) == 1 else ""
        if given:
            found["".join(syllables(char, person=False, given=given))] += char
    return Artefact("find/sounds.json", as_json(dict(sorted(found.items()))))


def _common_characters() -> Iterator[str]:
    """Yield the 6,763 characters of GB 2312: Python's codec knows them."""
    for row in range(0xB0, 0xF8):
        yield from bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
            "gb2312", "ignore"
        )
