"""Setting Chinese: clauses that lines end between, names that break at their dot, sections in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_CLAUSE = re.compile(r"[^，、；。！？]+[，、；。！？]*[”’」』）》]*|[，、；。！？]+")
_CLOSING = frozenset("”’）》」』")
_LONG_NAME = 7
_COMPOUND_SURNAMES = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 "
    "太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 "
    "公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 "
    "西门 第五"
)
_COMPOUND = frozenset(_COMPOUND_SURNAMES.split())


def clause_list(text: str) -> list[str]:
    """Return the clauses of `text`, each with the marks that close it; together they are the text."""
    return _CLAUSE.findall(text)


def clauses(text: str) -> Markup:
    """Return `text` escaped, each clause in .ls-clause, so that lines end between clauses first."""
    safe = str(escape(text))
    parts = clause_list(safe)
    if len(parts) < 2:
        return Markup(safe)
    return Markup("".join([f'<span class="ls-clause">{part}</span>' for part in parts]))


def quotation(words: str) -> Markup:
    """Return a person's own words in quotation marks, by clauses; marks inside become single ones."""
    inner = words.replace("“", "‘").replace("”", "’")
    return clauses(f"“{inner}”")


def is_long(name: str) -> bool:
    """Whether the name takes the smaller setting (`--long`)."""
    return len(name) >= _LONG_NAME


def breakable(name: str) -> Markup:
    """Return the name escaped; a long one may break after its middle dot and nowhere else."""
    safe = escape(name)
    return Markup(safe.replace("·", Markup("·<wbr>"))) if is_long(name) else safe


def name_parts(name: str) -> list[str]:
    """Return the parts of a name, each with the middle dot behind it; together they are the name."""
    return re.findall("[^·]+·?|·", name)


def parted(name: str) -> Markup:
    """Return the name escaped, each of its parts in .ls-clause, so that lines end behind a middle dot."""
    clause, parts = Markup('<span class="ls-clause">{}</span>'), name_parts(name)
    return Markup("").join([clause.format(part) for part in parts]) if len(parts) > 1 else escape(name)


def surname(name: str) -> str:
    """Return what is set large where there is no portrait: 欧阳 of 欧阳青, 阿 of 阿卜杜热合曼·…."""
    return name[:2] if len(name) > 2 and name[:2] in _COMPOUND else name[:1]


def first_mark(title: str) -> str:
    """Return the first character of a project's name that is a word, not a quotation mark."""
    return next((sign for sign in title if sign.isalnum()), title[:1])


def excerpt(paragraphs: Iterable[str], length: int = 80) -> str:
    """Return the beginning of the text, at most `length` characters and “……”.

    It ends with a sentence, else with a clause and “……”, so that nobody is cut short in the middle of a word.
    """
    text = "".join(paragraphs)
    if len(text) <= length:
        return text
    head = text[:length]
    end = max(head.rfind(sign) for sign in "。！？…") + 1
    while end and head[end : end + 1] in _CLOSING and end < length:
        end += 1
    if end > length // 2:
        return head[:end]
    clause = max(head.rfind(sign) for sign in "。！？；，、：")
    return head[: clause if clause > length // 3 else length].rstrip("“‘（《") + "……"


_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").disable("image")


def markdown(text: str) -> Markup:
    """Return a section's Markdown as HTML; raw HTML stays text, headings begin at h3."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{max(int(token.tag[1]), 3)}"
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
