"""Converters of what the law asks of a footer: numbers as they are issued, an office's telephone, a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from showcase.content.layout import Layout
from showcase.content.reading import MISSING, Reading
from showcase.content.values import Shaped, written
from showcase.content.written_pages import PICTURES


def _issued(form: str, rule: str, what: str, example: str) -> Shaped:
    """Return the converter of a number that an office has issued: it has its form, or it is a mistake."""
    fix = f"照发下来的写，例如 {example}；还没有的就空着，页脚不会显示"
    return Shaped(re.compile(form), rule, f"“{{text}}”不像{what}", fix)


ICP = _issued(
    r"[\u4e00-\u9fff]{1,2}ICP[备证]\d{4,10}号(-\d+)?",
    "setting-icp",
    "ICP备案号",
    "豫ICP备00000000号-1",
)
POLICE = _issued(
    r"[\u4e00-\u9fff]公网安备\s?\d{14}号",
    "setting-police",
    "公安备案号",
    "豫公网安备00000000000000号",
)
SITE_CODE = _issued(r"[A-Za-z0-9]{10}", "setting-site-code", "网站标识码", "0000000000")

_LINE = r"(0\d{2,3}[- ]?)?\d{7,8}(([转-])\d{1,6})?|1\d{4}|400[- ]?\d{3}[- ]?\d{4}"


@dataclass(frozen=True, slots=True)
class OfficeTelephones:
    """One or more telephones of an office, never somebody's own."""

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the telephones as written, or "" when there is none."""
        text = written(reading, node)
        if text is None:
            return MISSING
        given = [one.strip() for one in re.split(r"[、，,；;]", text)] if text else []
        wrong = [one for one in given if not re.fullmatch(_LINE, one)]
        if wrong:
            fix = "只写办公室的座机，例如 0000-0000000；几个之间用“、”"
            reading.report(node, "setting-telephone", f"“{wrong[0]}”不是办公电话", fix)
            return MISSING
        return text


def check_mark(reading: Reading, layout: Layout, name: str) -> None:
    """Report a 党政机关标识 whose picture is not among the hand-written pages, from where it is published."""
    pages = layout.content / "pages"
    path = pages / name
    is_inside = path.resolve().is_relative_to(pages.resolve())
    if name and not (is_inside and path.is_file() and name.lower().endswith(PICTURES)):
        fix = f"图片（{' '.join(PICTURES)}）放到 content/pages 里，这里写它的位置，例如 images/mark.png"
        place = reading.places.get("government_mark", (0, 0))
        reading.at(place, "setting-government-mark", f"content/pages 里没有图片“{name}”", fix)
