"""地级行政区 of GB/T 2260, for `city`: 地级市 地区 自治州 盟, and counties governed by their province.

`prefectures.csv` holds 333 prefectures (four digits) and the directly governed 省直辖县级行政区划 of
河南 湖北 海南 新疆 (six digits). 直辖市, 港澳台 and 兵团 have none: what stands there is not checked.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from showcase.model.regions import REGIONS

_FILE = Path(__file__).with_name("prefectures.csv")


@cache
def prefectures() -> dict[str, str]:
    """Return every name by its code, in the order of the codes: {"4101": "郑州市", …}."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@cache
def prefectures_of(region: str) -> tuple[str, ...]:
    """Return the names that may stand as `city` in the region of that slug; () where none is listed.

    A 计划单列市 has its own name only; its province counts it among its cities as well.
    """
    code = REGIONS[region].code if region in REGIONS else ""
    return tuple(name for key, name in prefectures().items() if code and key.startswith(code))


@cache
def city_called(region: str, slug: str) -> str:
    """Return 郑州市 for zhengzhou of henan; a city that the table lacks keeps its slug."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its tables take 0.3 s to load, and few commands ask

    found = [name for name in prefectures_of(region) if "".join(lazy_pinyin(name)).startswith(slug)]
    return min(found, key=len, default=slug)


@cache
def region_of(city: str) -> str:
    """Return the slug of the province that a prefecture of that name lies in, or ""."""
    codes = {region.code: region.slug for region in REGIONS.values()}
    return next((codes[key[:2]] for key, name in prefectures().items() if name == city), "")
