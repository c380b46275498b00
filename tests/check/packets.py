"""Packets that fit a real notice, one for each notice; a test changes one thing in one of them."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.address import RecordAddress
from showcase.model.bodies import Body
from showcase.model.campaign import Announcement
from showcase.model.library import Library
from showcase.model.media import FilmFacts, PhotoFacts, Shelf
from showcase.model.parts import (
    Consent,
    Count,
    Honour,
    Learners,
    OfficeContact,
    Permission,
    Photo,
    Section,
    Video,
)
from showcase.model.records import Project, Star
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.settings import Settings
from showcase.model.source import Source
from showcase.model.terms import Asset, CountUnit, Distinction, Level, Mode, PhotoKind, Stage

BOOKS = {
    book.id: book
    for book in read_library(Layout(Path(__file__).parents[2]))[0].rulebooks
    if book.id != "moe-2024"
}
TODAY = {
    "henan-2024": datetime.date(2024, 4, 1),
    "city-districts-2024": datetime.date(2024, 5, 6),
    "jilin-2022": datetime.date(2022, 8, 22),
    "zhejiang-2021": datetime.date(2021, 8, 31),
}
REGION = {
    "henan-2024": "henan",
    "city-districts-2024": "henan",
    "jilin-2022": "jilin",
    "zhejiang-2021": "zhejiang",
}
CLASS = {
    "henan-2024": "school",
    "city-districts-2024": "unit",
    "jilin-2022": "unit",
    "zhejiang-2021": "prefecture",
}
FURTHER = {"jilin-2022": (5, 4)}
"""A notice that wants 6 to 10 stars and 5 to 8 projects from each body is not served with one."""
KINDS = [PhotoKind.ID_PHOTO, PhotoKind.LIFE, PhotoKind.ACTIVITY, *[PhotoKind.ACTIVITY] * 9]
BODY = "云溪推荐单位"
SURNAMES = "钱孙周吴郑冯陈褚卫蒋韩杨朱秦尤许何吕施张"
CONSENT = Consent(dict.fromkeys(Asset, Permission(date=datetime.date(2019, 5, 1), evidence="同意书012")))
PREFERRED = Honour(
    year=2019, level=Level.PROVINCIAL, title="全省优秀志愿者", stage=Stage.APPROVED,
    document="示例文〔2019〕3号", date=datetime.date(2019, 5, 4),
)  # fmt: skip


@dataclass(frozen=True)
class Packet:
    """What one body sends under one notice. `more` are further parts of the library."""

    book: Rulebook
    star: Star
    project: Project
    photos: dict = field(default_factory=dict)
    films: dict = field(default_factory=dict)
    more: dict = field(default_factory=dict)
    today: datetime.date = datetime.date(2024, 4, 1)
    body: Body = field(default_factory=lambda: Body(BODY, "unit"))
    settings: Settings = field(default_factory=Settings)

    def change(self, **changes):
        return replace(self, **changes)

    def with_star(self, **changes):
        return replace(self, star=replace(self.star, **changes))

    def with_project(self, **changes):
        return replace(self, project=replace(self.project, **changes))

    def with_more(self, **more):
        return replace(self, more={**self.more, **more})

    def with_others(self, stars: int, projects: int):
        """Add so many others like the packet's own, each with its own name, address and pictures."""
        kinds = {"stars": (self.star, stars), "projects": (self.project, projects)}
        made = {kind: tuple(_another(one, n) for n in range(count)) for kind, (one, count) in kinds.items()}
        facts = {
            key: found
            for record in (*made["stars"], *made["projects"])
            for key, found in photo_facts(str(record.address), len(record.photos)).items()
        }
        return replace(self, photos={**self.photos, **facts}, more={**self.more, **made})

    def problems(self):
        """Every problem, as the command would find it."""
        fixed = {
            "stars": (self.star, *self.more.get("stars", ())),
            "projects": (self.project, *self.more.get("projects", ())),
            "rulebooks": tuple(BOOKS.values()),
            "bodies": (self.body,),
        }
        shelf = Shelf(photo_facts=self.photos, film_facts=self.films)
        keys = frozenset({*self.photos, *self.films})
        return check(Library(**{**self.more, **fixed}), self.settings, self.today, shelf, keys)


def _another(record, number: int):
    """Return a record like this one that is somebody else's."""
    address = record.address._replace(serial=f"{101 + number}")
    ours = tuple(replace(honour, distinction=None) for honour in record.honours)
    name = (SURNAMES[number] + "多多") if address.kind == "stars" else f"{SURNAMES[number]}家巷夜校"
    return replace(
        record, address=address, name=name, honours=ours, video=None, photos=record.photos[: 2 if address.kind == "stars" else None],
        source=Source(f"content/{address}.md"),
    )  # fmt: skip


def target(limit: Limit, otherwise: float = 0) -> int:
    """Return a number that fits a limit."""
    number = limit.about if limit.about is not None else limit.low
    return round(otherwise if number is None else number)


def texts(book: Rulebook, kind: str, *names: str) -> tuple[Section, ...]:
    """Return the sections that the notice gives a length for, each long enough."""
    titles = {
        "deeds": "主要事迹",
        "description": "基本情况",
        "work_summary": "工作总结",
        "unit_opinion": "单位推荐意见",
    }
    limits = {name: book.limit(f"{kind}.{name}") for name in names}
    stated = {name: limit for name, limit in limits.items() if limit.knowledge == Knowledge.STATED}
    return tuple(Section(titles[name], "学" * target(limit)) for name, limit in stated.items())


def photos(number: int, first: int = 0) -> tuple[Photo, ...]:
    return tuple(
        Photo(file=f"{n}.jpg", kind=KINDS[n + first], alt=f"窗边第 {n} 排桌上摊着一本书")
        for n in range(number)
    )


def nominated(book: Rulebook, **changes) -> Honour:
    first = Honour(
        year=TODAY[book.id].year,
        level=Level.PROVINCIAL,
        title="推介",
        stage=Stage.NOMINATED,
        rulebook=book.id,
    )
    return replace(first, **changes)


def photo_facts(address: str, number: int) -> dict[str, PhotoFacts]:
    """Return facts of pictures, all different: the first is a 2寸 photograph of a star."""
    sizes = [(413, 579) if n == 0 and address.startswith("stars") else (1600, 1200) for n in range(number)]
    return {
        f"{address}/{n}.jpg": PhotoFacts(
            format="JPEG", width_px=width, height_px=height, size_bytes=9, sha256=f"{address}{n}"
        )
        for n, (width, height) in enumerate(sizes)
    }


FILM = FilmFacts(
    container="mov,mp4,m4a,3gp,3g2,mj2", video_codec="h264", audio_codec="aac", width_px=1280, height_px=720,
    frame_rate=25.0, duration_s=250.0, size_bytes=9, sha256="f",
)  # fmt: skip


def packet(name: str, *, top: bool = False) -> Packet:
    """Return the packet that fits the notice of that name; `top`: its star is of the top category."""
    book, year, region = BOOKS[name], TODAY[name].year, REGION[name]
    count = 7 if top else 2
    ours = (
        nominated(book, distinction=Distinction.MOST_MOVING, level=Level.NATIONAL) if top else nominated(book)
    )
    prefers = book.limit("star.honours_preferred").knowledge == Knowledge.STATED
    star = Star(
        address=RecordAddress("stars", year, region, "012"),
        name="沈玉兰",
        unit="青柳县城关镇桥头社区",
        post="退休挡车工，楼梯间读书会领读人",
        nominated_by=(BODY,),
        showcase_text=("学" * target(book.limit("star.showcase_text"), 280),),
        sections=texts(book, "star", "deeds", "unit_opinion"),
        photos=photos(count),
        video=Video(file="film.mp4") if top else None,
        honours=((PREFERRED, ours) if prefers else (ours,)),
        consent=CONSENT,
        source=Source(f"content/stars/{year}/{region}/012.md"),
    )
    number = target(book.limit("project.photos"), 3)
    project = Project(
        address=RecordAddress("projects", year, region, "003"),
        name="楼梯间读书会",
        hosts=("青柳县老年大学",),
        nominated_by=(BODY,),
        started=2016,
        learners=(Learners(year - 1, Count(9000, CountUnit.PEOPLE, Mode.ONSITE)),),
        showcase_text=("读" * target(book.limit("project.showcase_text"), 280),),
        sections=texts(book, "project", "description", "work_summary"),
        photos=photos(number, 1),
        honours=(nominated(book),),
        consent=CONSENT,
        source=Source(f"content/projects/{year}/{region}/003.md"),
    )
    made = Packet(
        book=book, star=star, project=project, today=TODAY[name], body=Body(BODY, CLASS[name], region),
        photos={**photo_facts(str(star.address), count), **photo_facts(str(project.address), number)},
        films={f"{star.address}/film.mp4": FILM} if top else {},
    )  # fmt: skip
    return made.with_others(*FURTHER.get(name, (0, 0)))


def announcement(**changes) -> Announcement:
    """Return a 公示 of five days in Henan that is open on the packet's day."""
    good = Announcement(
        address="announcements/2024-henan-list",
        title="拟推介名单公示",
        year=2024,
        level=Level.PROVINCIAL,
        region="henan",
        first_day=datetime.date(2024, 4, 1),
        last_day=datetime.date(2024, 4, 5),
        office_contact=OfficeContact("示例省职业教育与成人教育处", "0000-6600100"),
        source=Source("content/announcements/2024-henan-list.md"),
    )
    return replace(good, **changes)
