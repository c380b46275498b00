"""Ask a form's questions one after another, until each is answered so that a record can hold it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from showcase.content.answers import problems_of
from showcase.content.numbers import Day
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.values import Choice, Text, Value
from showcase.content.whereabouts import RegionSlug
from showcase.desk.beginning.forms import Ask, Form, words_of
from showcase.model.problem import Severity
from showcase.model.regions import BY_NAME

_LEAST = 1
_DAY = re.compile(r"([0-9]{4})\s?[-./年]\s?([0-9]{1,2})\s?[-./月]\s?([0-9]{1,2})\s?[日号]?")
"""A day as people write it: 2026.6.3, 2026年6月3日. Which order a day of two figures has, nobody knows."""


@dataclass
class Conversation:
    """One form while it is filled in. `hear` returns the next line and raises EOFError behind the last."""

    form: Form
    today: datetime.date
    say: Callable[[str], object]
    hear: Callable[[], str]
    said: dict[str, Any] = field(default_factory=dict)

    def hold(self) -> dict[str, Any]:
        """Ask everything and return the answers."""
        for ask in self.form.parts_of(""):
            if ask.when(self.said, self.today):
                answer = self._part(ask, _field_of(self.form.shape, ask.path))
                if answer not in ("", [], {}):
                    self.said[ask.path] = answer
        return self.said

    def _part(self, ask: Ask, asked: Field) -> Any:  # noqa: ANN401 - a text, a list or a dict
        value = asked.value
        if isinstance(value, Shape):
            return self._shape(ask.path, value)
        if isinstance(value, ListOf) and isinstance(value.item, Shape):
            return self._several(ask.path, value.item)
        if isinstance(value, ListOf):
            return self._one(ask, value.item, asked.required, many=True)
        if isinstance(value, Text) and value.lines and "." not in ask.path:
            return self._paragraphs(ask)
        return self._one(ask, value, asked.required)

    def _several(self, path: str, shape: Shape) -> list[dict[str, Any]]:
        items = []
        while item := self._shape(path, shape):
            items.append(item)
        return items

    def _shape(self, path: str, shape: Shape) -> dict[str, Any]:
        """Return one part; an empty answer to its first question means that there is none."""
        found: dict[str, Any] = {}
        asks = self.form.parts_of(path)
        for place, ask in enumerate(asks):
            if not ask.when(self.said, self.today):
                continue
            key, asked = ask.path.rpartition(".")[2], _field_of(shape, ask.path.rpartition(".")[2])
            opens = place == 0 and not isinstance(asked.value, Shape)
            answer = self._one(ask, asked.value, required=False) if opens else self._part(ask, asked)
            if opens and not answer:
                return {}
            if answer not in ("", [], {}):
                found[key] = answer
        return found

    def _one(self, ask: Ask, value: Value, required: bool, *, many: bool = False) -> Any:  # noqa: ANN401 - as above
        default = ask.default(self.said)
        self.say(ask.words + (f"（直接回车就是：{default}）" if default else ""))
        if isinstance(value, Choice):
            for number, name in enumerate(words_of(value).values(), _LEAST):
                self.say(f"  {number} {name}")
        while True:
            line = self.hear().strip() or default
            if not line and not required:
                return [] if many else ""
            texts = [
                _meant(value, text)
                for text in (re.split(rf"\s*[{ask.between}]\s*", line) if many else [line])
                if text
            ]
            if texts and self._can_stand(value, texts) and self._is_there(ask, texts):
                return texts if many else texts[0]
            if not texts:
                self.say("  这一项一定要有，请再答一次。")

    def _can_stand(self, value: Value, texts: list[str]) -> bool:
        if isinstance(value, Choice) and (unknown := [text for text in texts if text not in value.values]):
            most = len(value.values)
            self.say(f"  没有“{unknown[0]}”这一项。写号码 {_LEAST} 到 {most}，或者照上面的名称写。")
            self.say("  请再答一次。")
            return False
        problems = [p for text in texts for p in problems_of(value, text, self.said.get("region", ""))]
        for problem in problems:
            self.say(f"  {problem.message}。{problem.fix}。")
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        if wrong:
            self.say("  请再答一次。")
        return not wrong

    def _is_there(self, ask: Ask, texts: list[str]) -> bool:
        """Whether the file that was named lies there; any other answer names none."""
        missing = ask.path.endswith(".from") and not Path(texts[0]).expanduser().is_file()
        if missing:
            self.say(f"  没有找到 {texts[0]}。请核对它在哪里，文件名有没有写对，再答一次。")
        return not missing

    def _paragraphs(self, ask: Ask) -> str:
        self.say(ask.words)
        lines: list[str] = []
        while line := self.hear().strip():
            if self._can_stand(Text(), [line]):
                lines.append(line)
        return "\n".join(lines)


def _field_of(shape: Shape, key: str) -> Field:
    return next(each for each in shape.fields if each.key == key)


def _meant(value: Value, text: str) -> str:
    """Return the word that a number or a Chinese name stands for; anything else as it is."""
    if isinstance(value, Choice):
        names = words_of(value)
        if text.isdecimal() and _LEAST <= int(text) <= len(names):
            return list(names)[int(text) - _LEAST]
        return next((word for word, name in names.items() if text == name.partition("（")[0]), text)
    if isinstance(value, Day) and (day := _DAY.fullmatch(text)):
        return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
    if isinstance(value, RegionSlug):
        return BY_NAME[text].slug if text in BY_NAME else text
    return text
