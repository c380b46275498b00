"""A new record's file: values to front matter that reads back the same, texts to a body that is only text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showcase.content.composers import composer
from showcase.content.texts import UNSEEN

Plain = str | int | Sequence[str] | Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""What a key holds: a text, a number, a list of texts, a list of parts, one part, or parts by name."""

_SAFE = re.compile(r"[^\W_](?:[\w·.()（）“”‘’《》〈〉、，。；：！？—…〔〕-]| (?=[^\W_]))*")
_HEADING, _HTML = re.compile(r"^([ \t]*)(#+)", re.MULTILINE), re.compile(r"<(?=[A-Za-z/!?])")


def record_text(
    front: Mapping[str, Plain], paragraphs: Iterable[str], sections: Iterable[tuple[str, Sequence[str]]] = ()
) -> str:
    """Return the file of a record. Empty values are left out; `sections` are (title, paragraphs).

    Signs that would be marks of Markdown or HTML become their full-width forms: what people sent is text.
    """
    lines = [
        line for key, value in front.items() if value not in ("", (), [], {}) for line in _lines(key, value)
    ]
    body = [plain_paragraph(text) for text in paragraphs]
    for title, texts in sections:
        body += [f"## {title}", *map(plain_paragraph, texts)]
    return "\n".join(["---", *lines, "---", "\n\n".join(filter(None, body))]).rstrip() + "\n"


def plain_paragraph(text: str) -> str:
    """Return one paragraph on one line, of which nothing is a heading, a picture or a tag."""
    line = " ".join(UNSEEN.sub("", text).split("\n")).strip()
    line = _HEADING.sub(lambda found: found[1] + "＃" * len(found[2]), line)
    return _HTML.sub("＜", line.replace("![", "！["))


def scalar(text: str) -> str:
    """Return a text as YAML writes it: as it is where that reads back the same, in quotes else."""
    text = re.sub(r"[\t\n]+", " ", UNSEEN.sub("", text)).strip()
    if _SAFE.fullmatch(text) and _reads_back(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    node: Any = composer(f"a: [{text}]\n").get_single_node()
    items = node.value[0][1].value
    return len(items) == 1 and bool(items[0].value == text)


def _lines(key: str, value: Plain) -> Iterable[str]:
    if isinstance(value, str | int):
        return [f"{key}: {_value(value)}"]
    if isinstance(value, Mapping) and any(isinstance(part, Mapping) for part in value.values()):
        return [f"{key}:", *(f"  {name}: {_flow(part)}" for name, part in value.items())]
    if isinstance(value, Mapping):
        return [f"{key}: {_flow(value)}"]
    if all(isinstance(item, str) for item in value):
        return [f"{key}: {_value(value)}"]
    return [f"{key}:", *(line for item in value if isinstance(item, Mapping) for line in _item(item))]


def _item(item: Mapping[str, Any]) -> Iterable[str]:
    said = [f"{key}: {_value(value)}" for key, value in item.items() if value not in ("", ())]
    return [f"  - {said[0]}", *(f"    {line}" for line in said[1:])] if said else []


def _flow(part: Mapping[str, Any]) -> str:
    said = {key: value for key, value in part.items() if value not in ("", (), [])}
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in said.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else scalar(str(value))
