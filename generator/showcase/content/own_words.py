"""content/words.yml: an owner's own wording, held against the words that it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from showcase.content.documents import as_mapping, is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.reading import Reading, meant
from showcase.content.wording import shipped

RULE = "words"
_SLOT = re.compile(r"\{\w*\}|[{}]")
_LINK = re.compile(r"[\[\]]")
_MARKUP = re.compile(r'[<>&"\\]')


def read_words(tree: Tree) -> tuple[tuple[str, str], ...]:
    """Return pairs such as (`header.skip`, text), in file order; none when the file is not there."""
    path = tree.layout.content / "words.yml"
    reading = Reading(tree.name_of(path), "", tree.problems)
    root = read_yaml(reading, str(path)) if path.is_file() and not tree.leads_outside(path) else None
    mapping = as_mapping(reading, root) if root and not is_blank(root) else None
    return tuple(_sections(reading, mapping)) if mapping else ()


def _sections(reading: Reading, root: yaml.MappingNode) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, section in root.value:
        texts = shipped().get(str(name.value))
        if texts is None:
            fix = meant(str(name.value), shipped(), "可以写的在 theme/words/zh.yml")
            reading.report(name, RULE, f"界面文字里没有“{name.value}”这一部分", fix)
            continue
        inner = as_mapping(reading, section)
        for key, text in inner.value if inner else ():
            if _is_sound(reading, key, text, texts):
                found.append((f"{name.value}.{key.value}", str(text.value)))
    return found


def _is_sound(reading: Reading, key: yaml.Node, text: yaml.Node, texts: Mapping[str, str]) -> bool:
    """Report what is wrong with one line; whether it can be used."""
    if key.value not in texts:
        fix = meant(str(key.value), texts, "可以写的在 theme/words/zh.yml")
        reading.report(key, RULE, f"界面文字里没有“{key.value}”这一句", fix)
        return False
    if not isinstance(text, yaml.ScalarNode) or not str(text.value).strip():
        reading.report(text, RULE, "这里应当是一句话", "写一句话，或者删去这一行")
        return False
    usual, own = str(texts[key.value]), str(text.value)
    wrong = next(_wrongs(usual, own), None)
    if wrong:
        reading.report(text, RULE, *wrong)
    return not wrong


def _wrongs(usual: str, own: str) -> Iterator[tuple[str, str]]:
    if _MARKUP.search(own):
        yield '界面文字里不能有 < > & " \\', "引号用“”，其余的换一种说法"
    if sorted(_SLOT.findall(own)) != sorted(_SLOT.findall(usual)):
        slots = "、".join(_SLOT.findall(usual))
        yield "花括号里的内容和原来的不一样", f"照原样写 {slots}" if slots else "这一句不用花括号"
    if own.count("|") != usual.count("|"):
        yield "用 | 分开的几个词，个数和原来的不一样", f"原来的是：{usual}"
    if _LINK.findall(own) != _LINK.findall(usual):
        yield "方括号里的字要做成链接，个数和原来的不一样", f"原来的是：{usual}"
