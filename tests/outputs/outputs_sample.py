"""An invented site in every shape that outputs must cope with."""

import datetime

from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import Month
from showcase.model.library import Showcase
from showcase.model.media import Picture, Rendition, Shelf
from showcase.model.parts import (
    Consent,
    Count,
    Honour,
    Learners,
    OfficeContact,
    Permission,
    Photo,
    Section,
    Voice,
)
from showcase.model.records import Project, Star
from showcase.model.terms import (
    Asset,
    CountUnit,
    EventKind,
    Group,
    Level,
    Mode,
    PhotoKind,
    Stage,
    WeekStatus,
)
from showcase.outputs.addressing import PageRef

DAY = datetime.date
TODAY = DAY(2024, 11, 1)
HOSTILE = "“甲” <b>&\"'乙\x0b" + "长" * 60


def consent(*assets, number):
    """Return a consent whose evidence is a unique token, never to be seen anywhere."""
    given = {a: Permission(date=DAY(2024, 5, 1), evidence=f"EVIDENCE-{number}-{a.value}") for a in assets}
    return Consent(given)


def honour(day, *, year=2024, title="新时代“百姓学习之星”", stage=Stage.APPROVED):
    return Honour(
        year=year, level=Level.NATIONAL, title=title, stage=stage, document="示例教〔2024〕1号", date=day
    )


STARS = (
    Star(
        address=RecordAddress("stars", 2024, "henan", "012"),
        name="沈玉兰",
        unit="青柳县城关镇桥头社区",
        post="退休挡车工",
        city="郑州市",
        nominated_by=("青柳县教育局", "青柳县总工会"),
        groups=(Group.DISABLED_PEOPLE,),
        topics=("阅读",),
        quote="QUOTE-不出门",
        showcase_text=("第一段。", "第二段，读了 300 本。"),
        sections=(Section("主要事迹", "SECTION-不出门"),),
        photos=(
            Photo(file="id.jpg", kind=PhotoKind.ID_PHOTO, alt="证件照"),
            Photo(file="life.jpg", kind=PhotoKind.LIFE, alt="读书"),
            Photo(file="portrait.jpg", kind=PhotoKind.PORTRAIT, alt="沈玉兰"),
        ),
        honours=(
            honour(DAY(2023, 9, 6), year=2023, title="河南省“百姓学习之星”"),
            honour(DAY(2024, 10, 20)),
            honour(DAY(2024, 10, 30), title="UNDECIDED-公示中", stage=Stage.ANNOUNCED),
        ),
        consent=consent(Asset.TEXT, Asset.DATA, Asset.PORTRAIT, number=1),
    ),
    Star(
        address=RecordAddress("stars", 2024, "liaoning", "003"),
        name=HOSTILE,
        unit="=CMD()",
        showcase_text=("]]></content>&nbsp;\x02\n第二行",),
        honours=(honour(DAY(2024, 10, 21)),),
        consent=consent(Asset.TEXT, Asset.DATA, number=2),
    ),
    Star(
        address=RecordAddress("stars", 2024, "henan", "007"),
        name="不愿开放",
        showcase_text=("只在网页上。",),
        honours=(honour(DAY(2024, 10, 21)),),
        consent=consent(Asset.TEXT, number=3),
    ),
    Star(
        address=RecordAddress("stars", 2024, "henan", "009"),
        name="UNDECIDED-未定",
        honours=(honour(DAY(2024, 10, 22), stage=Stage.SHORTLISTED),),
        consent=consent(Asset.TEXT, Asset.DATA, number=4),
    ),
)

PROJECTS = (
    Project(
        address=RecordAddress("projects", 2023, "henan", "001"),
        name="“非遗”技艺进万家计划",
        hosts=("示例市教育局", "示例市文化馆"),
        started=Month(2016, 9),
        learners=(Learners(2023, Count(1200, CountUnit.PEOPLE, Mode.ONSITE)),),
        office_contact=OfficeContact("示例科", "0371-00000000"),
        showcase_text=("一段。",),
        honours=(honour(DAY(2023, 9, 6), year=2023, title="终身学习品牌项目"),),
        consent=consent(Asset.TEXT, Asset.DATA, number=5),
    ),
)

WEEKS = (
    ActivityWeek(
        year=2024,
        region="henan",
        start=DAY(2024, 6, 17),
        end=DAY(2024, 6, 23),
        status=WeekStatus.HELD,
        theme="让学习成为一种生活方式" * 4,
        hosts=("河南省教育厅",),
        venues=("桥头社区; 一楼, 东厅", "二楼"),
        attendance=(Count(300, CountUnit.PEOPLE, Mode.ONSITE), Count(355200, CountUnit.VISITS, Mode.ONLINE)),
        text=("WEEKTEXT-不出门",),
        consent=consent(Asset.TEXT, number=6),
    ),
    ActivityWeek(year=2024, region="hebei", start=Month(2024, 9)),
    ActivityWeek(
        year=2024,
        region="shanxi",
        start=DAY(2024, 7, 1),
        moved_from=DAY(2024, 6, 1),
        status=WeekStatus.PLANNED,
    ),
    ActivityWeek(
        year=2024,
        region="henan",
        city="zhengzhou",
        start=DAY(2024, 12, 31),
        end=DAY(2024, 12, 31),
        status=WeekStatus.CANCELLED,
    ),
    ActivityWeek(year=2025, region="beijing"),
)


def event(hint, **values):
    day = values.pop("date", DAY(2024, 9, 12))
    return Event(
        address=f"events/2024/{day}-{hint}", kind=EventKind.SCHOOL_VISIT, date=day, region="henan", **values
    )


EVENTS = (
    event("school", title="沈玉兰进校园", time="14:00", place="示例小学", records=("stars/2024/henan/012",)),
    event("talk", title="座谈", time="9:30-11:00", voices=(Voice("VOICE-不出门", "五年级学生"),)),
    event("late", title="全天", time="下午"),
    event("other", title="SECRET-不愿开放进校园", records=("stars/2024/henan/007",)),
)


def picture(name):
    """Return a Picture of one narrow and one wide JPEG."""
    made = [Rendition(f"media/ab/{name}-{w}.jpg", "image/jpeg", w, w, w * 10) for w in (400, 1200)]
    return Picture(tuple(made), "data:,")


SHELF = Shelf(
    pictures={f"stars/2024/henan/012/{n}.jpg": picture(n) for n in ("id", "life", "portrait")},
    files={},
)
SHOWCASE = Showcase(stars=STARS, projects=PROJECTS, weeks=WEEKS, events=EVENTS)
PAGES = (
    PageRef("", "", ""),
    PageRef("stars/", "stars/", "stars", lastmod="2024-10-21"),
    PageRef("stars/2024/henan/012", "stars/2024/henan/012/", "stars", lastmod="2024-10-20"),
    PageRef("stars/2024/liaoning/003", "stars/2024/liaoning/003/", "stars"),
    PageRef("weeks/2024/henan", "weeks/2024/henan/", "weeks", title="河南省2024年活动周"),
    PageRef("search/", "search/", "search", noindex=True),
)
