"""A further text in Markdown as plain blocks that paper can set: headings, paragraphs, items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_KINDS = {
    "heading_open": "title",
    "heading_close": "text",
    "list_item_open": "item",
    "list_item_close": "text",
}


@dataclass
class _Table:
    """The row that is being read, and the names of the columns once they are known."""

    heads: Sequence[str] = ()
    cells: list[str] = field(default_factory=list)


def blocks_of(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield kind (title, text or item) and plain text of each block; a row of a table is an item."""
    kind, table = "text", _Table()
    for token in _MARKDOWN.parse(markdown):
        kind = _KINDS.get(token.type, kind)
        if token.type == "inline" and kind != "row":
            yield kind, _plain(token)
        elif token.type == "inline":
            table.cells.append(_plain(token).strip())
        elif token.type in ("tr_open", "table_close"):
            kind = "row" if token.type == "tr_open" else "text"
            table.cells = []
        elif token.type in ("thead_open", "thead_close"):
            table.heads = table.cells if token.type == "thead_close" else ()
        elif token.type == "tr_close" and table.heads:
            yield "item", row_told(table.heads, table.cells)


def _plain(token: Token) -> str:
    return "".join([child.content or " " for child in token.children or () if not child.nesting])


def row_told(heads: Sequence[str], cells: Sequence[str]) -> str:
    """Return a row of a table as one line, such as 船证（学什么：认自己的名字；用什么：复印件）.

    Its first cell is what the row is about; each further one stands behind the name of its column.
    """
    first, *rest = cells
    named = [f"{head}：{cell}" if head else cell for head, cell in zip_longest(heads[1:], rest) if cell]
    return f"{first}（{'；'.join(named)}）" if first and named else first or "；".join(named)
