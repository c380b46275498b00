"""Converters of what points elsewhere: regions, cities, addresses of records and pages, media files."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from showcase.content.reading import MISSING, Reading, meant
from showcase.content.values import Shaped, Text, written
from showcase.model.address import parse_record_address
from showcase.model.prefectures import prefectures_of, region_of
from showcase.model.problem import Severity
from showcase.model.regions import BY_NAME, REGIONS


@dataclass(frozen=True, slots=True)
class RegionSlug:
    """地区, by its slug."""

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the slug."""
        text = written(reading, node)
        if text is None or text in REGIONS:
            return MISSING if text is None else text
        reading.report(node, "record-region", f"没有代号为“{text}”的地区", region_fix(text))
        return MISSING


def region_fix(text: str) -> str:
    """Return the cure for a region that is not known, whether a slug or a name was written."""
    known = BY_NAME.get(text)
    if known:
        return f"写成“{known.slug}”"
    return meant(text, REGIONS, "地区用拼音代号，例如 henan、shaanxi、xjbt")


@dataclass(frozen=True, slots=True)
class City:
    """地级行政区, by its full name; one that the region's table lacks is kept, with a warning."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the name."""
        text = Text().read(reading, node, path)
        known = prefectures_of(reading.region)
        if isinstance(text, str) and known and text not in known:
            elsewhere = region_of(text)
            why = f"“{text}”属于{REGIONS[elsewhere].name}" if elsewhere else f"没有叫“{text}”的地级行政区"
            message = f"{REGIONS[reading.region].name}{'之外：' if elsewhere else ''}{why}"
            fix = meant(text, known, "写地级市、地区、自治州或盟的全称，例如“郑州市”")
            reading.report(node, "record-city", message, fix, Severity.WARNING)
        return text


_ANY_ADDRESS = re.compile(
    r"(?:stars|projects|weeks|events|announcements|lists)/[a-z0-9]+(?:[-./#][a-z0-9]+)*"
)


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a star or project; `any_page`: of whatever has a page."""

    any_page: bool = False

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the address as text."""
        text = written(reading, node)
        if text is None:
            return MISSING
        known = _ANY_ADDRESS.fullmatch(text) if self.any_page else parse_record_address(text)
        if not known:
            fix = "写成 stars/2024/henan/012 的样子：没有开头的 / ，没有 .md"
            reading.report(node, "record-address", f"“{text}”不是记录的地址", fix)
            return MISSING
        return text


WEB_ADDRESS = Shaped(
    re.compile(r"https?://[^\s\"'<>]+"),
    "record-web-address",
    "“{text}”不是网址",
    "以 https:// 开头，完整地写",
)
"""The address of a page elsewhere; anything but http and https is refused."""

MEDIA_ORIGIN = Shaped(
    re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/%-]*)?"),
    "setting-media-url",
    "“{text}”不能作媒体网址",
    "只能是主办单位自己的网址，以 https:// 开头，不带 ?、# 和账号",
    tail="/",
)
"""The owner's other address for films: https, a folder of it at most, nobody's password; no slash behind."""


@dataclass(frozen=True, slots=True)
class FileName:
    """The name of a file in the record's own folder below media/."""

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the name."""
        text = written(reading, node)
        if text is None:
            return MISSING
        if text.startswith(".") or not re.fullmatch(r"[^\\/:*?\"<>|\n]+\.[A-Za-z0-9]+", text):
            fix = "文件放在 media/ 下这份记录自己的文件夹里，这里只写文件名，例如 portrait.jpg"
            reading.report(node, "record-media-name", f"“{text}”不是文件名", fix)
            return MISSING
        return text
