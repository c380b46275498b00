"""The text below the front matter: plain paragraphs, then sections of Markdown under `## ` headings."""

from __future__ import annotations

import re

from showcase.content.reading import Reading
from showcase.model.parts import Section
from showcase.model.problem import Severity

_SECTION = re.compile(r"^## +(\S(?:.*[^ \t\n])?)[ \t]*$", re.MULTILINE)
_GAP = re.compile(r"\n(?:[ \t\u3000]*\n)+")
_HTML = re.compile(r"<(?!https?://|mailto:)[A-Za-z/!?]")
_IMAGE = re.compile(r"!\[")
_HEADING = re.compile(r"^[ \t]*#+", re.MULTILINE)


HOST_SCRIPT = "主持词"
"""The heading below which stands what a host says: it goes into kits and onto no page."""


def read_sections(
    reading: Reading, body: str
) -> tuple[tuple[str, ...], tuple[Section, ...], tuple[str, ...]]:
    """Return the paragraphs before the first `## ` heading, what follows under each, and the 主持词."""
    first, *rest = _SECTION.split(body) if "## " in body else (body,)
    sections = tuple(Section(title, text.strip()) for title, text in zip(rest[::2], rest[1::2], strict=True))
    _check(reading, body, first)
    script = (part for section in sections if section.title == HOST_SCRIPT for part in _plain(section))
    kept = tuple(section for section in sections if section.title != HOST_SCRIPT)
    return _paragraphs(first), kept, tuple(script)


def _plain(section: Section) -> tuple[str, ...]:
    return _paragraphs(section.markdown)


def read_paragraphs(reading: Reading, body: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that has no sections."""
    _check(reading, body, body)
    return _paragraphs(body)


def _paragraphs(text: str) -> tuple[str, ...]:
    text = text.strip()
    return tuple(_joined(part) for part in _GAP.split(text)) if text else ()


def _joined(paragraph: str) -> str:
    """Join the lines of one paragraph: with a space only where Latin letters would run together."""
    if "\n" not in paragraph:
        return paragraph.strip()
    joined = ""
    for line in paragraph.split("\n"):
        words = line.strip()
        gap = " " if joined and words and joined[-1].isascii() and words[0].isascii() else ""
        joined += gap + words
    return joined


def _check(reading: Reading, body: str, plain: str) -> None:
    """Report raw HTML and pictures anywhere, and headings where the text is plain."""
    if "<" in body:
        for found in _HTML.finditer(body):
            message, fix = "正文里不能写 HTML 标签", "删去标签；要写小于号时用全角“＜”"
            reading.at(_place(reading, body, found.start()), "record-html", message, fix)
    if "![" in body:
        for found in _IMAGE.finditer(body):
            message, fix = "正文里不能放图片：图片要逐张有同意", "照片写到 photos"
            reading.at(_place(reading, body, found.start()), "record-image", message, fix)
    if "#" in plain:
        for found in _HEADING.finditer(plain):
            message = "这一段是纯文本，# 会原样显示出来"
            fix = "小标题写成“## 标题”（两个 #，空一格），只用在文末的补充材料"
            place = _place(reading, plain, found.end() - 1)
            reading.at(place, "record-heading", message, fix, Severity.WARNING)


def _place(reading: Reading, body: str, index: int) -> tuple[int, int]:
    line = reading.body_line + body.count("\n", 0, index)
    return line, index - body.rfind("\n", 0, index)
