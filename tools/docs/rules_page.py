"""Write docs/rules.md from the rule catalogue: every rule with its manual text, clause and two examples.

Run `python -m tools.docs.rules_page` after a rule was added or changed; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from showcase.model.problem import Severity
from showcase.rules.catalogue import RULES
from showcase.rules.registry import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

CONCERNS = {
    "announcement": "公示",
    "captions": "字幕",
    "consent": "同意",
    "date": "日期",
    "eligibility": "推介资格",
    "event": "活动",
    "film": "视频",
    "moved": "换了的地址",
    "notice": "通知（规则文件）",
    "page": "手写的网页",
    "photo": "照片",
    "private": "隐私",
    "project": "项目",
    "quota": "名额",
    "record": "记录",
    "reference": "指向别处的内容",
    "text": "文字",
    "waiver": "例外",
    "week": "活动周",
    "withdrawal": "撤下",
}
"""What a rule's id begins with, in Chinese."""

SUBJECTS = {
    "Star": "人物",
    "Project": "项目",
    "Campaign": "活动周",
    "ActivityWeek": "地区活动周",
    "Event": "活动",
    "Announcement": "公示",
    "OfficialList": "推介名单",
    "Rulebook": "通知",
    "Withdrawal": "撤下的记录",
    "Waiver": "例外",
    "WrittenPage": "手写的网页",
    "Library": "全部资料",
}
"""What a rule judges, by the name of its type."""

WEIGHTS = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.NOTE: "提示",
    None: "批准以前是错误（通知留有余地的是警告），批准以后是提示",
}

_HEAD = (
    "# 规则表\n\n"
    "<!-- 由 tools/docs/rules_page.py 生成，不要手改：改 generator/showcase/rules/ 里的说明，"
    "再运行 python -m tools.docs.rules_page -->\n\n"
    "`showcase check` 用到的全部规则，共 {count} 条。每条写明查什么、依据、一个反例和一个正例。"
    "通知里的数字（几张、几分钟、几天）不写在这里，写在 `content/rulebooks/` 各通知的文件里，"
    "检查结果会注明条款。\n\n"
    "文件本身读不懂时的问题（编码、缩进、没有的项目、日期写错……）以 `record-` 开头，"
    "照片、影片打不开的以 `photo-`、`film-`、`audio-`、`captions-` 开头，制作规格写错的以 `preset-` 开头；"
    "它们不是规则，照提示改即可，不在本表。\n"
)


def rules_page() -> str:
    """Return the whole page, rules by concern and id."""
    return "\n".join([_HEAD.format(count=len(RULES)), *_sections()])


def _sections() -> Iterator[str]:
    for concern, rules in groupby(RULES, key=lambda rule: rule.id.partition("-")[0]):
        yield f"## {CONCERNS[concern]}\n"
        yield from map(_entry, rules)


def _entry(rule: Rule) -> str:
    return "\n".join(
        [
            f"### {rule.id}\n",
            f"{_plain(rule.manual)}\n",
            f"- 查：{'、'.join(SUBJECTS[subject.__name__] for subject in rule.subjects)}",
            f"- 严重程度：{WEIGHTS[rule.severity]}",
            f"- 依据：{_ground(rule)}",
            f"- 反例：{_code(rule.broken)}",
            f"- 正例：{_code(rule.good)}",
            "",
        ]
    )


def _plain(words: str) -> str:
    """Return `words` so that Markdown takes a tag in them for words."""
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _ground(rule: Rule) -> str:
    """Return the law behind the rule; a rule that compares with a notice cites it in each problem."""
    ours = "本站的约定" if rule.severity else "通知的条款，见检查结果；没有写条款的是本站的约定"
    return rule.clause or ours


def _code(example: str) -> str:
    """Return `example` as one span of code: two backticks where it holds one itself."""
    words = " ".join(example.split())
    return f"`` {words} ``" if "`" in words else f"`{words}`"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
