"""2,000 queries that nobody should type: none throws, and each gets the answer of a plain scan."""

from __future__ import annotations

import json
import random

import pytest

from .plain_scan import PlainScan
from .queries import drawn, hostile

PARTS = (
    "😀", "👨‍👩‍👧", "🇨🇳", "\ud842", "\udfb7", "𠮷", "\x00", "\x01", "\x1f", "\x7f", "\u200b", "\u202e", "\ufeff", "<b>", "<script>",
    "</script>", "<img src=x onerror=window.injected=1>", "&lt;", "[", "(", "*", "+?", "\\", "\\d", "$&", "^", "{2}", "|", "%00",
    " ", "　", "\n", "·", ".", "ü", "é", "ﬀ", "㈱", "１", "a", "Z", "学", "習", "读书", "学习之", "沈", "=", "\t", "__proto__",
)  # fmt: skip
ASK = """async (asked) => {
  const answers = [];
  for (const query of JSON.parse(asked)) answers.push((await lsFind.page.index.search(query)).ids);
  return answers;
}"""

pytestmark = pytest.mark.browser


def fuzz(texts: list[str], count: int) -> list[str]:
    draw = random.Random(99)
    found = list(hostile())
    while len(found) < count:
        parts = [draw.choice(draw.choice((PARTS, texts))) for _ in range(draw.choice((1, 2, 3, 5)))]
        query = "".join(parts)
        cut = draw.randrange(len(query))
        found.append(draw.choice((query, query[cut:], query[:cut], query[::-1], (query * 1000)[:1000])))
    return found


def test_two_thousand_hostile_queries_throw_nothing_and_inject_nothing(small, page):
    documents = [document for _, document in small.documents]
    queries = fuzz(drawn(documents, 200), 2000)
    page.goto(small.url)
    answers = page.evaluate(ASK, json.dumps(queries))
    scan = PlainScan(small.documents)
    assert [query for query, ids in zip(queries, answers, strict=True) if ids != scan.search(query)] == []
    assert page.evaluate("window.injected") is None
