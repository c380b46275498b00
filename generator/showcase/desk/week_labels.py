"""What stands above and in the columns of a schedule: headings, names of places, states."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pypinyin import lazy_pinyin

from showcase.content.reading import meant
from showcase.model.prefectures import city_called, prefectures_of, region_of
from showcase.model.regions import BY_NAME, REGIONS
from showcase.model.terms import STATUS_NAMES

LABELS: Mapping[str, str] = {
    "region": "地区 省份 省市 省区市 举办地区 各地 省 单位 举办单位 省级单位",
    "city": "城市 地市 市 市州 地级市 举办城市",
    "start": "开始 开始日期 开始时间 起始日期 起始时间 起 第一天",
    "end": "结束 结束日期 结束时间 截止日期 止 最后一天",
    "days": "时间 日期 举办时间 举办日期 活动时间 起止时间 起止日期 活动周时间 时间安排",
    "theme": "主题 活动主题 活动周主题",
    "subtitle": "副题 副标题 副主题 地方主题",
    "hosts": "主办 主办单位",
    "organisers": "承办 承办单位",
    "co_organisers": "协办 协办单位",
    "with": "联合举办 合办 合办单位",
    "venues": "地点 举办地点 活动地点 会场 主会场",
    "live": "直播 直播地址 线上地址 直播网址",
    "status": "状态",
    "next_host": "下一届 下一家",
}
"""The columns that are read, by the key that they fill, with the words that stand above them."""

LISTS = ("hosts", "organisers", "co_organisers", "venues")
_BY_LABEL = {label: key for key, labels in LABELS.items() for label in labels.split()}
STATUSES = {name: status.value for status, name in STATUS_NAMES.items()} | {
    "确定": "confirmed", "已确定": "confirmed", "计划中": "planned", "计划": "planned", "待定": "planned",
    "延期": "postponed", "取消": "cancelled", "已办": "held", "举办": "held",
}  # fmt: skip


class NotAPlace(ValueError):  # noqa: N818 - reads as the sentence that it prints
    """The names are no unit that holds weeks; `args` are a Chinese sentence and its cure."""

    def __init__(self, message: str, fix: str, *, is_city: bool = False) -> None:
        super().__init__(message, fix)
        self.is_city = is_city


def key_of(label: str) -> str:
    """Return the key that a column with this heading fills, or ""."""
    return _BY_LABEL.get(re.sub(r"\s|[(（][^)）]*+(?:[)）]|\Z)|[*＊:：、]", "", label), "")


_SLUGS = {name: region.slug for name, region in BY_NAME.items()}


def whose(region: str, city: str) -> tuple[str, str, str]:
    """Return (henan or henan.zhengzhou, henan, the other unit of a joint week); raises NotAPlace."""
    own, _, joint = re.sub(r"\s", "", region).partition("暨")
    slug = _SLUGS.get(own, "")
    if not own:
        raise NotAPlace("没有写地区", "写上省级单位的名称，例如“河南省”")
    if not slug:
        raise NotAPlace(f"没有叫“{own}”的地区", meant(own, _SLUGS, "写省级单位或计划单列市的全称"))
    name = re.sub(r"\s", "", city)
    return (_of_city(slug, name), slug, joint) if name else (slug, slug, joint)


def _of_city(region: str, name: str) -> str:
    own = REGIONS.get(_SLUGS.get(name, ""))
    if own and region in (own.slug, own.parent):  # a 计划单列市 is a unit of its own; 北京市 beside 北京市
        return own.slug
    known = prefectures_of(region)
    full = next((each for each in known if name in (each, each.removesuffix("市"))), "")
    if not full:
        elsewhere = region_of(name)
        why = f"，它属于{REGIONS[elsewhere].name}" if elsewhere else ""
        fix = meant(name, known, "写地级市、地区、自治州或盟的全称")
        raise NotAPlace(f"{REGIONS[region].name}没有叫“{name}”的地市{why}", fix, is_city=True)
    return f"{region}.{''.join(lazy_pinyin(full.removesuffix('市')))}"


def title_of(name: str) -> str:
    """Return 河南省 for henan, 郑州市 for henan.zhengzhou."""
    region, _, city = name.partition(".")
    return city_called(region, city) if city else REGIONS[region].name
