"""A good star, a good project and the notice that judges them; every test changes one thing."""

import datetime
from dataclasses import replace

from showcase.check.runner import check
from showcase.model.address import RecordAddress
from showcase.model.bodies import Body
from showcase.model.campaign import Announcement, Candidate
from showcase.model.days import Month
from showcase.model.library import Library
from showcase.model.parts import Consent, Count, Honour, Learners, OfficeContact, Permission, Photo, Video
from showcase.model.records import Project, Star
from showcase.model.rulebook import Limit, Rulebook
from showcase.model.settings import Settings
from showcase.model.source import Source
from showcase.model.terms import Asset, CountUnit, Distinction, Level, Mode, PhotoKind, Stage

TODAY = datetime.date(2024, 8, 1)
FILE = "content/stars/2024/henan/012-shen.md"
PROJECT_FILE = "content/projects/2024/henan/003.md"
ANNOUNCEMENT_FILE = "content/announcements/2024-henan-list.md"

_KEYS = [
    "name",
    "post",
    "nominated_by",
    "groups",
    "quote",
    "started",
    "learners",
    "learners[0]",
    "photos",
    "photos[0].file",
    "photos[0].alt",
    "photos[1]",
    "photos[1].alt",
    "video.file",
    "honours",
    "honours[0]",
    "honours[0].rulebook",
    "honours[0].date",
    "consent.text",
    "consent.text.until",
    "related[0]",
    "records[0]",
    "candidates[0].record",
    "first_day",
    "last_day",
    "address",
    "title",
]
LINES = {key: 2 + place for place, key in enumerate(_KEYS)}
BODY_LINE = 40


def source(file: str) -> Source:
    return Source(file, {key: (line, 3) for key, line in LINES.items()}, BODY_LINE)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def honour(stage: Stage = Stage.APPROVED, **changes) -> Honour:
    paper = {"document": "示例教〔2024〕85号", "date": day("2024-06-20")} if stage == Stage.APPROVED else {}
    first = Honour(
        year=2024,
        level=Level.PROVINCIAL,
        title="河南省新时代“百姓学习之星”",
        stage=stage,
        rulebook="henan-2024",
        **paper,
    )
    return replace(first, **changes)


def consent(*assets: Asset, **changes) -> Consent:
    permission = replace(Permission(date=day("2024-05-01"), evidence="同意书2024-012"), **changes)
    return Consent(dict.fromkeys(assets or tuple(Asset), permission))


def photo(file: str, kind: PhotoKind = PhotoKind.LIFE, **changes) -> Photo:
    return replace(Photo(file=file, kind=kind, alt="沈玉兰捧着一本书，身后是书架"), **changes)


def star(**changes) -> Star:
    good = Star(
        address=RecordAddress("stars", 2024, "henan", "012"),
        name="沈玉兰",
        unit="青柳县城关镇桥头社区",
        post="退休挡车工，楼梯间读书会领读人",
        nominated_by=("云溪职业技术学院",),
        quote="字认得慢不要紧，我有的是晚上。",
        showcase_text=("学" * 200 + "。", "习" * 99),
        photos=(photo("portrait.jpg", PhotoKind.PORTRAIT), photo("reading.jpg")),
        honours=(honour(),),
        consent=consent(),
        source=source(FILE),
    )
    return replace(good, **changes)


def nominated(**changes) -> Star:
    """The same star, not yet decided."""
    return star(**{"honours": (honour(Stage.NOMINATED),), "consent": Consent(), **changes})


def project(**changes) -> Project:
    good = Project(
        address=RecordAddress("projects", 2024, "henan", "003"),
        name="楼梯间读书会",
        hosts=("青柳县老年大学",),
        nominated_by=("云溪职业技术学院",),
        started=Month(2016, 9),
        learners=(Learners(2023, Count(2600, CountUnit.VISITS, Mode.ONSITE)),),
        showcase_text=("读" * 300,),
        photos=tuple(photo(f"{n}.jpg", PhotoKind.ACTIVITY) for n in range(3)),
        honours=(honour(Stage.NOMINATED),),
        source=source(PROJECT_FILE),
    )
    return replace(good, **changes)


def announcement(**changes) -> Announcement:
    good = Announcement(
        address="announcements/2024-henan-list",
        title="2024 年拟推介名单公示",
        year=2024,
        level=Level.PROVINCIAL,
        region="henan",
        first_day=day("2024-06-03"),
        last_day=day("2024-06-07"),
        candidates=(Candidate("沈玉兰", "青柳县城关镇桥头社区"),),
        office_contact=OfficeContact("青柳县教育局职成教股", "0000-6600100"),
        outcome="公示期内没有收到不同意见。",
        source=source(ANNOUNCEMENT_FILE),
    )
    return replace(good, **changes)


def _limit(clause: str, **values) -> Limit:
    return Limit(clause=f"示例教〔2024〕1号 {clause}", **values)


LIMITS = {
    "star.showcase_text": _limit("附件1", about=300, tolerance=0.2, soft=True, text="300字左右。"),
    "star.photos": _limit("二1", low=2, high=2),
    "star.video_minutes": _limit("二2", low=3, high=5),
    "project.photos": _limit("三1", low=3, high=5),
    "project.name": _limit("三2", soft=True, text="一般不以单位名称上报。"),
    "project.running_years": _limit("三3", low=2),
    "project.learners.visits": _limit("三4", low=1000),
    "project.learners.visits_both": _limit("三4", low=3000),
    "top.photos": _limit("四1", low=3, high=5),
    "top.besides": _limit("四1", text="在基本材料之外另交。"),
    "top.video": _limit("四2", required=True, text="须提交音像视频资料。"),
    "technique.container": _limit("五", values=("mp4",)),
    "technique.video_codec": _limit("五", values=("h264",)),
    "technique.resolution": _limit("五", values=("1280x720",)),
    "technique.frame_rate": _limit("五", values=("25",)),
    "technique.minutes": _limit("五", low=4, high=5),
    "quota.prefecture.star": _limit("六", low=3, high=5),
    "quota.school.star": _limit("六", high=1),
    "quota.school.project": _limit("六", high=1),
    "quota.school.top_star": _limit("六", high=1),
    "announcement.days": _limit("七", low=5),
}
BOOK = Rulebook(
    id="henan-2024",
    title="示例通知",
    regions=("henan",),
    years=(2024,),
    judged_on=day("2024-03-28"),
    limits=LIMITS,
)
BODIES = (
    Body("云溪职业技术学院", "school", "henan"),
    Body("云溪市教育局", "prefecture", "henan", ("云溪市教育体育局",)),
    Body("青柳县教育局", "county", "henan"),
)
MOST_MOVING = honour(Stage.NOMINATED, distinction=Distinction.MOST_MOVING)
FILM = Video(file="film.mp4")


def library(*records: Star | Project, **changes) -> Library:
    parts = {
        "stars": tuple(r for r in records if isinstance(r, Star)),
        "projects": tuple(r for r in records if isinstance(r, Project)),
        "rulebooks": (BOOK,),
        "bodies": BODIES,
    }
    return Library(**{**parts, **changes})


def problems(*records: Star | Project, settings=None, shelf=None, media_keys=None, **changes):
    """Every problem of a library with these records, on TODAY."""
    return check(library(*records, **changes), settings or Settings(), TODAY, shelf, media_keys)
