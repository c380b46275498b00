"""地区: the 34 province-level divisions of GB/T 2260, 兵团 and the five 计划单列市, checked by hand.

Slugs are the table's own, never derived from pinyin: a tool that strips tones merges 陕西 (shaanxi)
and 山西 (shanxi). GB/T 2260 has no code for 兵团; it stands after 65 as `xjbt`.
"""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = ("华北", "东北", "华东", "中南", "西南", "西北", "港澳台", "兵团")


@dataclass(frozen=True, slots=True)
class Region:
    """省级单位.

    `code` as in GB/T 2260 (two digits; four for a 计划单列市, "" for 兵团), `parent` the slug of the
    province that a 计划单列市 lies in.
    """

    slug: str
    code: str
    name: str
    short: str
    group: str
    parent: str = ""


def _region(line: str) -> Region:
    slug, code, name, short, group, *parent = line.split()
    return Region(slug, code.strip("-"), name, short, group, *parent)


_TABLE = """
beijing      11 北京市 北京 华北
tianjin      12 天津市 天津 华北
hebei        13 河北省 河北 华北
shanxi       14 山西省 山西 华北
neimenggu    15 内蒙古自治区 内蒙古 华北
liaoning     21 辽宁省 辽宁 东北
dalian     2102 大连市 大连 东北 liaoning
jilin        22 吉林省 吉林 东北
heilongjiang 23 黑龙江省 黑龙江 东北
shanghai     31 上海市 上海 华东
jiangsu      32 江苏省 江苏 华东
zhejiang     33 浙江省 浙江 华东
ningbo     3302 宁波市 宁波 华东 zhejiang
anhui        34 安徽省 安徽 华东
fujian       35 福建省 福建 华东
xiamen     3502 厦门市 厦门 华东 fujian
jiangxi      36 江西省 江西 华东
shandong     37 山东省 山东 华东
qingdao    3702 青岛市 青岛 华东 shandong
henan        41 河南省 河南 中南
hubei        42 湖北省 湖北 中南
hunan        43 湖南省 湖南 中南
guangdong    44 广东省 广东 中南
shenzhen   4403 深圳市 深圳 中南 guangdong
guangxi      45 广西壮族自治区 广西 中南
hainan       46 海南省 海南 中南
chongqing    50 重庆市 重庆 西南
sichuan      51 四川省 四川 西南
guizhou      52 贵州省 贵州 西南
yunnan       53 云南省 云南 西南
xizang       54 西藏自治区 西藏 西南
shaanxi      61 陕西省 陕西 西北
gansu        62 甘肃省 甘肃 西北
qinghai      63 青海省 青海 西北
ningxia      64 宁夏回族自治区 宁夏 西北
xinjiang     65 新疆维吾尔自治区 新疆 西北
xjbt          - 新疆生产建设兵团 兵团 兵团
taiwan       71 台湾省 台湾 港澳台
xianggang    81 香港特别行政区 香港 港澳台
aomen        82 澳门特别行政区 澳门 港澳台
"""

REGIONS: dict[str, Region] = {
    region.slug: region for region in map(_region, filter(None, _TABLE.splitlines()))
}
"""By slug, in the order of GB/T 2260; a 计划单列市 follows its province."""

ORDER: dict[str, int] = {slug: place for place, slug in enumerate(REGIONS)}
"""The place of each slug in that order, for sorting."""

_ALSO = {"新疆兵团": "xjbt", "生产建设兵团": "xjbt"}

BY_NAME: dict[str, Region] = {
    name: region for region in REGIONS.values() for name in (region.name, region.short, region.slug)
} | {name: REGIONS[slug] for name, slug in _ALSO.items()}
"""Regions by whatever they are called: in full, in short, by slug; 兵团 has further names."""
