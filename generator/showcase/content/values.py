"""Converters of single values: text as written becomes text, a choice, a truth, an address.

Each is a small frozen value with one method `read(reading, node, path)`: it returns what was written,
or MISSING after reporting why that cannot be. Tables (`tables_*.py`) put them together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import yaml
from yaml import ScalarNode

from showcase.content.reading import MISSING, Reading, meant
from showcase.content.texts import UNSEEN
from showcase.model.vocabularies import name_of


class Value(Protocol):
    """What every converter can do."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the value written at `node`, or MISSING with the problem reported."""


def written(reading: Reading, node: yaml.Node) -> str | None:
    """Return the text of one line that was written, or None when it is a list, or hides characters."""
    if type(node) is not ScalarNode:
        reading.report(node, "record-type", "这里应当是一段文字，不是列表或分项", "直接写在冒号后面")
        return None
    text: str = node.value
    if node.style == '"' and (found := UNSEEN.search(text)):  # an escape such as "\0"
        message = f"有一个看不见的控制字符（U+{ord(found[0]):04X}）"
        reading.report(node, "record-control-character", message, "删去反斜杠和后面的代码")
        return None
    return text.strip()


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text as written, never a number or a truth. `lines`: may run over several lines."""

    lines: bool = False

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the text without white space around it."""
        if type(node) is ScalarNode and not node.style and "\n" not in node.value:
            return node.value.strip()  # by far the most
        text = written(reading, node)
        if text is None:
            return MISSING
        if "\n" in text and not self.lines:
            reading.report(node, "record-type", "这一项只能写一行", "去掉换行")
            return MISSING
        return text


_DOT = re.compile(r"(?<=[^\W\d_])\s*[\u00b7\u2022\u2027\u30fb\uff65\uff0e\ufe52\u22c5]\s*(?=[^\W\d_])")


def with_middle_dots(name: str) -> str:
    """Return a name whose 间隔号 is U+00B7: other dots that circulate count, between letters only."""
    return name if name.isalpha() else _DOT.sub("\u00b7", name)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person or project: one 间隔号, whichever dot was typed."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the name."""
        text = Text().read(reading, node, path)
        return with_middle_dots(text) if isinstance(text, str) else text


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed vocabulary."""

    values: Mapping[str, object]

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return what the word stands for."""
        text = written(reading, node)
        if text is None:
            return MISSING
        value = self.values.get(text, MISSING)
        if value is MISSING:
            reading.report(node, "record-choice", f"不认识“{text}”", self._cure(text))
        return value

    def _cure(self, text: str) -> str:
        """Return the word whose Chinese name was written, the nearest one, or all that may stand here."""
        named = {name_of(value): word for word, value in self.values.items()}
        if text and text in named:
            return f"写成 {named[text]}"
        said = (f"{word}（{name}）" if (name := name_of(self.values[word])) else word for word in self.values)
        return meant(text, self.values, f"只能写：{'、'.join(said)}")


def choice(words: type[StrEnum]) -> Choice:
    """Return the converter for an enumeration's words."""
    return Choice({word.value: word for word in words})


def one_of(*words: str) -> Choice:
    """Return the converter for words that stay text."""
    return Choice({word: word for word in words})


TRUTH = Choice({"true": True, "false": False})
"""是 or 否, in the two words that YAML and MkDocs know."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text of one form, or nothing: whatever else is written is a mistake, which `said` names ({text})."""

    form: re.Pattern[str]
    rule: str
    said: str
    fix: str
    tail: str = ""
    """Signs at the end that mean nothing and are left out."""

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the text as written, or "" when it is empty."""
        text = written(reading, node)
        if text is None:
            return MISSING
        if text and not self.form.fullmatch(text):
            reading.report(node, self.rule, self.said.format(text=text), self.fix)
            return MISSING
        return text.rstrip(self.tail) if self.tail else text
