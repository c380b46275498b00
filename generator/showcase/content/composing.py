"""YAML text to nodes that know their place. No value is guessed: a scalar stays the text as written."""

from __future__ import annotations

import re

import yaml

from showcase.content.composers import MAX_DEPTH, TOO_DEEP, composer
from showcase.content.reading import Reading


def compose(reading: Reading, text: str, *, trusted: bool = False) -> yaml.Node | None:
    """Return the root node of `text`, None when it is no YAML or an empty one; problems are reported.

    `trusted`: anchors, aliases and tags are let through (mkdocs.yml, where MkDocs knows them).
    """
    if not trusted and _has_marks(reading, text):
        return None
    try:
        node = composer(text).get_single_node()
    except yaml.YAMLError as error:
        _report_syntax(reading, text, error)
        return None
    return node if isinstance(node, yaml.Node) else None


def _has_marks(reading: Reading, text: str) -> bool:
    """Report a tab, or the first anchor, alias or tag. All three are rare, so a look comes before a scan."""
    if "\t" in text:
        before = text[: text.index("\t")]
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        reading.at(place, "record-tab", "这里有制表符（Tab），YAML 不允许", "改成空格；缩进一律用两个空格")
        return True
    if not ("&" in text or "*" in text or "!" in text):
        return False
    return _scan_marks(reading, text)


def _scan_marks(reading: Reading, text: str) -> bool:
    scanner = composer(text)
    try:
        while scanner.check_token():
            token: yaml.Token | None = scanner.get_token()  # type: ignore[no-untyped-call]
            if token is not None and (refusal := _REFUSED.get(type(token))):
                reading.report(token, *refusal)
                return True
    except yaml.YAMLError:
        return False  # composing the same text finds and reports the same error
    return False


_QUOTES = "给整段文字加上引号"
_ANCHOR = (
    "record-alias",
    "不支持 YAML 的锚点（&）和引用（*）",
    f"把内容直接写出来；文字以 & 或 * 开头时，{_QUOTES}",
)
_TAG = ("record-tag", "不支持 YAML 的类型标记（!）", f"删去这个标记；文字以 ! 开头时，{_QUOTES}")
_REFUSED: dict[type, tuple[str, str, str]] = {
    yaml.AnchorToken: _ANCHOR,
    yaml.AliasToken: _ANCHOR,
    yaml.TagToken: _TAG,
}


_SENTENCES = (
    (TOO_DEEP, f"层次超过 {MAX_DEPTH} 层", "去掉多余的缩进或括号"),
    ("mapping values are not allowed", "这一行里多了一个“: ”", "值里有冒号时，给整段文字加上引号"),
    ("could not find expected ':'", "这一行缺少“: ”", "写成“项目名: 内容”，用半角冒号，冒号后空一格"),
    ("unexpected end of stream", "引号没有成对", "补上右边的引号"),
    ("expected ',' or", "括号没有成对，或者中间缺少逗号", "检查 [ ] { } 和半角逗号"),
    ("did not find expected key", "缩进没有对齐，或者括号、引号没有成对", "同一层的各项左边对齐"),
    ("did not find expected '-' indicator", "缩进没有对齐，或者括号、引号没有成对", "同一层的各项左边对齐"),
    ("expected <block end>", "缩进没有对齐，或者括号、引号没有成对", "同一层的各项左边对齐"),
    ("cannot start any token", "这个字符不能出现在内容的开头", "给整段文字加上引号"),
    ("alphabetic or numeric character", "文字不能以 & 或 * 开头", "给整段文字加上引号"),
    ("single document", "分隔线 --- 多于一处", "删去多余的 ---"),
)


def _report_syntax(reading: Reading, text: str, error: yaml.YAMLError) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if _has_colon_trouble(reading, text, line):
        return
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    message, fix = "这里不符合 YAML 的写法", "检查冒号、缩进、引号和括号"
    for words, *sentences in _SENTENCES:
        if words in said:
            message, fix = sentences
            break
    rule = "record-depth" if TOO_DEEP in said else "record-yaml"
    reading.at((line, column), rule, message, fix)


_COLON = re.compile(r"[ ]*(?:- )?([A-Za-z_]+)[ ]?(：|:(?![ /]|$))")
"""A key whose colon is full-width, or has no space behind it; an address (https://) is none."""

_LINES_BACK = 3
"""So many lines before the one at which the parser gave up: it takes such a line for a text that goes on."""


def _has_colon_trouble(reading: Reading, text: str, line: int) -> bool:
    """Report the key, on this line or just before it, whose colon the parser could not see."""
    lines = text.split("\n")
    for number in range(min(line, len(lines)), max(line - _LINES_BACK, 0), -1):
        if found := _COLON.match(lines[number - 1]):
            wide = found[2] == "："
            message = "这一行的冒号是全角的“：”" if wide else "这一行的冒号后面没有空格"
            fix = f"{'改成半角冒号，后面空一格' if wide else '冒号后面空一格'}：{found[1]}: 内容"
            reading.at((number, found.start(2) + 1), "record-yaml", message, fix)
            return True
    return False
