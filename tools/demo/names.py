"""Writes the official lists of the demo: 200 invented names, units and titles, from one seed.

`python -m tools.demo.names`. A few lines are demo records, so that list and record find each other.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SEED = 20241018
LISTS = Path(__file__).parents[2] / "content" / "lists"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
COMPOUND = ["欧阳", "上官", "司马", "诸葛", "东方", "令狐", "单", "仇", "曾", "解", "查", "区"]
GIVEN = "桂春秋云松柏兰芳明远志文启平和安宁书田雨禾青山石泉晓晨月华秀珍玉敏勤学思源长根金水银花素梅广林"
STEMS = [
    "青柳",
    "芦汀",
    "槐渡",
    "笔溪",
    "荻湾",
    "云栈",
    "稻津",
    "榴台",
    "竹栈",
    "麦原",
    "沙泉",
    "桦影",
    "莲渡",
    "雾茶",
]
SUFFIXES = ("县", "县", "县", "市")
PLACES = [
    "机械厂",
    "老年大学",
    "社区学校",
    "人民医院",
    "图书馆",
    "供电所",
    "农机站",
    "文化馆",
    "实验小学",
    "公交公司",
    "邮政服务点",
    "合作社",
    "自来水公司",
    "职业中专",
    "林场",
    "环卫所",
]
THINGS = [
    "读书会",
    "夜校",
    "田间课堂",
    "手机课",
    "合唱班",
    "手艺课",
    "家长学校",
    "流动书屋",
    "识字班",
    "科普角",
]
MARKS = ("“{}”{}", "《{}》{}", "{}{}", "{}{}")
WORDS = [
    "一盏灯",
    "清早六点",
    "邻里",
    "银龄",
    "向阳",
    "巷口",
    "渡口",
    "老槐树",
    "一页书",
    "星期六",
    "炉边",
    "小板凳",
]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One list: its file, what is printed over it, how many names, and the records that stand in it."""

    file: str
    head: str
    document: str
    stars: int
    projects: int
    known: tuple[tuple[str, str, str], ...] = ()


WHAT = "“百姓学习之星”“终身学习品牌项目”入选推介名单（示例）"

PLANS = (
    Plan(file="2024-provincial-henan", head="河南省2024年",
         document="示例教〔2024〕85号", stars=56, projects=24,
         known=(("project", "楼梯间读书会", "青柳县城关镇桥头社区"),)),
    Plan(file="2024-national", head="2024年新时代",
         document="示例函〔2024〕12号", stars=34, projects=16,
         known=(("star", "沈玉兰", "青柳县城关镇桥头社区"), ("star", "刘䶮", "槐渡县快递服务点"),
                ("star", "古丽娜尔·艾合买提", "绸河县织绸合作社"),
                ("project", "“一盏灯”渔村夜校", "屿头县教育局"),
                ("star", "林阿秀", "屿头县屿头村"),
                ("star", "韦大勇", "雾岭县云脚茶叶合作社"),
                ("star", "岑小满", "云栈县民族小学"),
                ("star", "苏和", "银驼旗哈纳嘎查"),
                ("star", "马德山", "沙枣县沙枣滩村"),
                ("star", "央金", "雪杉县杉措村小学"),
                ("project", "“非遗”技艺传习《一支笔的一百二十八步》", "笔溪县文化馆"),
                ("project", "楼梯间读书会", "青柳县城关镇桥头社区"),
                ("project", "《千字帖》街坊临写计划", "芦汀市老年大学"),
                ("project", "老院子手艺课", "汾台县文化馆"),
                ("project", "板凳电影课", "竹栈县文化馆"),
                ("project", "水乡船上图书角", "莲渡镇成人文化技术学校"))),
    Plan(file="2025-provincial-xinjiang", head="新疆维吾尔自治区2025年",
         document="示例教〔2025〕17号", stars=26, projects=14,
         known=(("star", "阿依古丽·买买提·吐尔逊·热合曼",
                "绸河县第三人民医院护理部与绸河县桑葚沟村联合健康夜课教学点"),)),
    Plan(file="2023-provincial-henan", head="河南省2023年",
         document="示例教〔2023〕85号", stars=20, projects=10,
         known=(("star", "沈玉兰", "青柳县城关镇桥头社区"),)),
)  # fmt: skip


def person(rng: Random) -> str:
    """Return an invented name of two to four characters."""
    surname = rng.choice(COMPOUND) if rng.random() < 0.08 else rng.choice(SURNAMES)
    return surname + "".join(rng.sample(GIVEN, 1 if rng.random() < 0.25 else 2))


def project(rng: Random) -> str:
    """Return an invented project's name, with the marks that real ones carry."""
    return rng.choice(MARKS).format(rng.choice(WORDS), rng.choice(THINGS))


def unit(rng: Random) -> str:
    """Return an invented unit in an invented county."""
    return rng.choice(STEMS) + rng.choice(SUFFIXES) + rng.choice(PLACES)


def lines(plan: Plan, rng: Random) -> Iterator[tuple[str, str, str]]:
    """Yield kind, name and unit: the records first, then invented ones, none twice."""
    seen = set(plan.known)
    for kind, count in (("star", plan.stars), ("project", plan.projects)):
        known = [line for line in plan.known if line[0] == kind]
        yield from known
        left = count - len(known)
        while left:
            line = (kind, person(rng) if kind == "star" else project(rng), unit(rng))
            if line not in seen:
                seen.add(line)
                left -= 1
                yield line


def written(plan: Plan, rng: Random) -> str:
    """Return the list as CSV."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("kind", "name", "unit", "title", "document"))
    rows.writerows((*line, plan.head + WHAT, plan.document) for line in lines(plan, rng))
    return out.getvalue()


def main() -> None:
    """Write all lists; the same seed gives the same names."""
    LISTS.mkdir(parents=True, exist_ok=True)
    rng = Random(SEED)
    for plan in PLANS:
        (LISTS / f"{plan.file}.csv").write_text(written(plan, rng), encoding="utf-8")


if __name__ == "__main__":
    main()
