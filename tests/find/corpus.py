"""Invented records by a seed: names of every shape, texts with hostile and foreign parts."""

from __future__ import annotations

import datetime
import random

from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Announcement, Candidate, Event, ListedName, OfficialList
from showcase.model.library import Showcase
from showcase.model.parts import Honour, Section
from showcase.model.records import Project, Star
from showcase.model.terms import Distinction, EventKind, Group, Level, Stage

SURNAMES = "沈王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马单仇曾解查区䶮𠮷"
GIVEN = "玉兰秀英桂芳建国志明春梅丽华文军海燕青松晓绿吕𬭎㛃一"
MINORITY = ("古丽娜尔·艾合买提", "阿卜杜热合曼·买买提吐尔逊", "扎西·次仁", "欧阳青", "John Smith", "丁一")
PLACES = ("青柳县", "白河区", "南湖街道", "桥头社区", "石门镇", "长堤乡", "東關街")
BODIES = ("开放大学", "社区学院", "老年学校", "文化馆", "图书馆", "农机站", "Python 编程社", "ＩＴ培训部")
TOPICS = ("阅读", "书法", "非遗", "茶", "数字生活", "农技", "英语角", "读书")
TITLES = ("楼梯间读书会", "“非遗”技艺传承计划", "银发学堂", "《诗经》夜读", "3.5公里学习圈", "茶")
PHRASES = (
    "她把楼梯间收拾出来，摆上六只旧课桌", "每周二、周五晚上七点开灯", "终身学习不是口号", "線上線下混合教學",
    "学习之路很长", "线上线下混合教学", "读书会领读人", "自学 Python 编程和 C++", "活到老，学到老",
    "<img src=x onerror=window.injected=1>", "<script>window.injected=1</script>", "（.*）$&[a-z]+\\d",
    "Café 里讲 Wi-Fi 6", "他说：“字认得慢不要紧。”", "全程３．５公里", "微信号已停用😀", "共借出１２３４册",
    "老年大学的短视频课", "爱学习的人", "乐学习、勤学习、善学习",
)
HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使"
    "点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
    "看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
    "象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶"
    "油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
    "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装"
)


def corpus(size: int, seed: int = 2024) -> Showcase:
    """Return a showcase of about `size` records and a fifth as many other things."""
    draw = random.Random(seed)
    stars = tuple(_star(draw, n) for n in range(size * 2 // 3))
    projects = tuple(_project(draw, n) for n in range(size - len(stars)))
    return Showcase(
        stars=stars,
        projects=projects,
        weeks=tuple(_week(year, region) for year in (2023, 2024) for region in ("henan", "shaanxi", "xjbt")),
        events=tuple(_event(draw, n) for n in range(size // 20)),
        announcements=(_announcement(),),
        lists=(_official(draw, size // 10),),
    )


def _name(draw: random.Random) -> str:
    if draw.random() < 0.08:
        return draw.choice(MINORITY)
    return draw.choice(SURNAMES) + "".join(draw.choices(GIVEN, k=draw.choice((1, 2, 2, 2))))


def _text(draw: random.Random) -> str:
    return "，".join(_clause(draw) for _ in range(draw.randint(4, 10))) + "。"


def _clause(draw: random.Random) -> str:
    return draw.choice(PHRASES) if draw.random() < 0.5 else "".join(draw.choices(HAN, k=draw.randint(8, 40)))


def _texts(draw: random.Random) -> tuple[str, ...]:
    return tuple(_text(draw) for _ in range(draw.randint(1, 2 if draw.random() < 0.95 else 20)))


def _honours(draw: random.Random, kind: str) -> tuple[Honour, ...]:
    year = draw.choice((2021, 2022, 2023, 2024))
    return (
        Honour(
            year=year,
            level=draw.choice(list(Level)),
            title=f"新时代“{kind}”" if year > 2022 else kind,
            stage=Stage.APPROVED,
            distinction=draw.choice((None, None, Distinction.MOST_MOVING)),
            document=f"示例教〔{year}〕{draw.randint(1, 99)}号",
            date=datetime.date(year, 9, 6),
        ),
    )


def _body(draw: random.Random) -> str:
    return draw.choice(PLACES) + draw.choice(BODIES)


def _star(draw: random.Random, number: int) -> Star:
    region = draw.choice(("henan", "shaanxi", "shanxi", "xinjiang", "ningbo", "beijing"))
    honours = _honours(draw, "百姓学习之星")
    return Star(
        address=RecordAddress("stars", honours[0].year, region, f"{number:04}"),
        name=_name(draw),
        unit=_body(draw),
        post=draw.choice(("退休挡车工", "农机修理工", "流动书车司机", "")),
        city=draw.choice(("郑州市", "")),
        groups=(draw.choice(list(Group)),),
        topics=(draw.choice(TOPICS),),
        quote="字认得慢不要紧，我有的是晚上。",
        showcase_text=_texts(draw),
        sections=(Section("主要事迹", f"## 起步\n\n他**白天**修车，\n晚上读书。\n\n- {_text(draw)}"),),
        honours=honours,
    )


def _project(draw: random.Random, number: int) -> Project:
    honours = _honours(draw, "终身学习品牌项目")
    region = draw.choice(("henan", "shanghai"))
    return Project(
        address=RecordAddress("projects", honours[0].year, region, f"{number:04}"),
        name=draw.choice(PLACES) + draw.choice(TITLES) if draw.random() < 0.8 else draw.choice(TITLES),
        hosts=(_body(draw), _body(draw)),
        started=draw.choice((None, 2016)),
        venue="桥头社区三楼",
        topics=tuple(draw.sample(TOPICS, 2)),
        showcase_text=_texts(draw),
        honours=honours,
    )


def _week(year: int, region: str) -> ActivityWeek:
    return ActivityWeek(year=year, region=region, theme="让学习成为一种生活方式", hosts=("青柳县开放大学",))


def _event(draw: random.Random, number: int) -> Event:
    day = datetime.date(2024, 1 + number % 12, 1 + number % 28)
    return Event(
        address=f"events/2024/{day}-{number}",
        kind=draw.choice(list(EventKind)),
        date=day,
        title=f"{_name(draw)}走进{_body(draw)}",
        place=_body(draw),
        region="henan",
        text=_texts(draw),
    )


def _announcement() -> Announcement:
    return Announcement(
        address="announcements/2025-henan-list",
        title="2025年河南省百姓学习之星推介名单公示",
        year=2025,
        level=Level.PROVINCIAL,
        first_day=datetime.date(2025, 6, 1),
        last_day=datetime.date(2025, 6, 7),
        region="henan",
        candidates=(Candidate("待定人名", "待定单位"),),
    )


def _official(draw: random.Random, size: int) -> OfficialList:
    names = tuple(ListedName(_name(draw), _body(draw), "star", n) for n in range(size))
    return OfficialList(
        address="lists/2022-provincial-henan",
        year=2022,
        level=Level.PROVINCIAL,
        region="henan",
        title="2022年百姓学习之星推介名单",
        document="示例教〔2022〕9号",
        names=names,
    )
