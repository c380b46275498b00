"""A seeded year: 500 people and projects who are new, 12 who are on earlier lists under other spellings."""

import datetime
import random
from dataclasses import dataclass, field, replace

from opencc import OpenCC

from showcase.model.address import RecordAddress
from showcase.model.campaign import ListedName, OfficialList
from showcase.model.parts import Honour
from showcase.model.records import Project, Star
from showcase.model.source import Source
from showcase.model.terms import Level, Stage

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "玉兰秀英建国志强丽华明德文海春燕小满永福桂芳山望潮田晓梅长青立夏白露清和松柏石泉云霞"
TOWNS = tuple(
    "青柳 芦汀 屿头 沙枣 桥溪 河口 竹园 云栈 石塘 柳湾 平川 松岭 麦原 笔溪 槐渡 莲渡 榴台 雾茶".split()  # noqa: SIM905 - one line reads better
)
OFFICES = tuple(
    "文化馆 图书馆 老年大学 社区学校 实验小学 农机站 林场 人民医院 公交公司 供电所 邮政所 棉纺厂".split()  # noqa: SIM905 - one line reads better
)
CORES = tuple(
    "楼梯间 小板凳 星期六 一盏灯 清早六点 银龄 渡口 巷口 邻里 田埂 灶台边 马扎 老井 半亩 旧书桌 晒谷场".split()  # noqa: SIM905 - one line reads better
)
TYPES = tuple(
    "读书会 识字班 手机课 流动书屋 夜校 手艺课 田间课堂 书画社 合唱团 故事会 口述史小组 家门口学堂".split()  # noqa: SIM905 - one line reads better
)
PROVINCES = tuple(
    "河北 吉林 浙江 四川 甘肃 湖南".split()  # noqa: SIM905 - one line reads better
)
TO_TRADITIONAL = OpenCC("s2t").convert


@dataclass
class Year:
    """Lists and records of earlier years, and the nominations of 2024 in Henan."""

    draw: random.Random
    lists: list[OfficialList] = field(default_factory=list)
    records: list[Star | Project] = field(default_factory=list)
    repeats: dict[str, str] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)
    serial: int = 0

    def person(self, region: str, letters: int = 2) -> str:
        return self._new(lambda: self.draw.choice(SURNAMES) + "".join(self.draw.choices(GIVEN, k=letters)), region)

    def project(self, region: str) -> str:
        return self._new(lambda: self.draw.choice(CORES) + self.draw.choice(TOWNS) + self.draw.choice(TYPES), region)

    def _new(self, make, region: str) -> str:
        """Draw until nobody of this region has the name: who is new must be new."""
        while (name := make(), region) in self.taken:
            pass
        self.taken.add((name, region))
        return name

    def unit(self, town: str = "", office: str = "") -> str:
        return f"{town or self.draw.choice(TOWNS)}县{office or self.draw.choice(OFFICES)}"

    def nominate(self, kind: str, name: str, unit: str) -> str:
        """Add a nomination of 2024; return its address."""
        self.serial += 1
        address = RecordAddress(kind, 2024, "henan", f"{self.serial:04d}")
        honour = Honour(year=2024, level=Level.PROVINCIAL, title="推介", stage=Stage.NOMINATED, rulebook="henan-2024")
        parts = {"address": address, "name": name, "honours": (honour,), "source": Source(str(address))}
        self.records.append(Star(**parts, unit=unit) if kind == "stars" else Project(**parts, hosts=(unit,)))
        return str(address)

    def repeat(self, disguise: str, kind: str, name: str, unit: str) -> None:
        self.repeats[self.nominate(kind, name, unit)] = disguise

    def line(self, number: int, name: str, unit: str, kind: str = "star") -> ListedName:
        """Put a name on the list of that number."""
        line = ListedName(name, unit, kind)
        old = self.lists[number]
        self.lists[number] = replace(old, names=(*old.names, line))
        return line


def year(seed: int) -> Year:
    """Return the year of that seed."""
    made = Year(random.Random(seed))
    _earlier(made)
    _repeats(made)
    _others(made)
    return made


def _earlier(made: Year) -> None:
    """Three provincial lists of 100, one national of 100 from everywhere."""
    for place, (level, region) in enumerate([("provincial", "henan")] * 3 + [("national", "")]):
        names = []
        for number in range(100):
            province = made.draw.choice(PROVINCES) + "省" if level == "national" else ""
            kind = "project" if number % 3 == 0 else "star"
            name = made.project("henan") if kind == "project" else made.person("henan")
            names.append(ListedName(name, province + made.unit(), kind))
        address = f"lists/{2020 + place}-{level}" + (f"-{region}" if region else "")
        head = {"year": 2020 + place, "level": Level(level), "region": region}
        paper = {"title": "“百姓学习之星”名单", "document": f"示例教〔{2020 + place}〕1号"}
        made.lists.append(OfficialList(address=address, names=tuple(names), **head, **paper))


def _repeats(made: Year) -> None:
    """Twelve who come again, each disguised in another way."""
    town, other = made.draw.sample(TOWNS, 2)
    office, new_office = made.draw.sample(OFFICES, 2)
    unit = made.unit(town, office)
    provincial = made.draw.randrange(3)

    short = made.line(provincial, made.person("henan", 1), unit)
    made.repeat("space", "stars", f"{short.name[0]}　{short.name[1:]}", unit)
    made.line(provincial, "阿依古丽·买买提", unit)
    made.repeat("middle dot", "stars", f"阿依古丽{made.draw.choice('•・．‧∙')}买买提", unit)
    old = made.line(provincial, f"{made.person('henan', 1)}国华", unit)
    made.repeat("Traditional", "stars", TO_TRADITIONAL(old.name), TO_TRADITIONAL(unit))
    old = made.line(provincial, made.person("henan"), unit)
    made.repeat("another unit of the county", "stars", old.name, made.unit(town, new_office))
    old = made.line(provincial, made.person("henan"), unit)
    made.repeat("another county", "stars", old.name, made.unit(other, new_office))
    old = made.line(3, made.person("henan"), f"河南省{town}县教育局")
    made.repeat("a renamed unit, national", "stars", old.name, f"{town}县教育体育局")
    old = made.line(provincial, made.person("henan"), unit)
    made.repeat("all at once", "stars", " ".join(TO_TRADITIONAL(old.name)), made.unit(town, new_office))

    made.line(provincial, "“灯下”百家读书会", unit, "project")
    made.repeat("quotation marks and 项目", "projects", "灯下百家读书会项目", unit)
    made.line(provincial, "《城门口》邻里故事会", unit, "project")
    made.repeat("one character", "projects", "城门口街里故事会", unit)
    made.line(provincial, "“清河两岸”家庭阅读行动", unit, "project")
    made.repeat("two characters, another host", "projects", "清河两岸家庭亲子阅读计划", made.unit(town, new_office))
    made.line(provincial, "E路同行数字课堂", unit, "project")
    made.repeat("full-width letters, Traditional", "projects", "Ｅ路同行數字課堂2024年活動", unit)
    made.line(provincial, "银发乐学田间大课堂", unit, "project")
    made.repeat("another county's host", "projects", "银发乐学·田间大课堂", made.unit(other, new_office))


def _others(made: Year) -> None:
    """Five hundred who are new, a fifth of them chosen to look like somebody else."""
    for number in range(500):
        kind = "projects" if number % 3 == 0 else "stars"
        line = made.draw.choice(made.lists[made.draw.randrange(3)].names)
        there = line.unit[: line.unit.index("县") + 1]
        far = made.draw.choice([town for town in TOWNS if f"{town}县" != there])
        if number % 5:
            name = made.project("henan") if kind == "projects" else made.person("henan")
            made.nominate(kind, name, made.unit())
        elif kind == "stars" and line.kind == "star":
            # one letter of the name differs, in the very same unit
            name = line.name[:-1] + made.draw.choice([letter for letter in GIVEN if letter != line.name[-1]])
            new = (name, "henan") not in made.taken
            made.nominate(kind, name if new else made.person("henan"), line.unit)
        else:
            # a generic short name, a short personal name: common, and in another county
            name = made.draw.choice(TYPES[:3]) if kind == "projects" else made.person("elsewhere", 1)
            made.nominate(kind, name, made.unit(far))


TODAY = datetime.date(2024, 4, 1)
