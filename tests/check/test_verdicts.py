"""A packet that fits its notice passes; one change gives one rule; another notice, another verdict."""

import datetime
from dataclasses import replace

import pytest

from check.packets import BOOKS, FILM, PREFERRED, TODAY, announcement, nominated, packet, photo_facts, photos
from showcase.model.campaign import ActivityWeek, Candidate, ListedName, OfficialList
from showcase.model.days import Move
from showcase.model.parts import Count, Honour, Learners, Section, Video
from showcase.model.problem import Severity
from showcase.model.settings import Settings
from showcase.model.terms import CountUnit, Level, Mode, PhotoKind, Stage
from showcase.model.waiver import Waiver
from showcase.rules.catalogue import RULES

HENAN = packet("henan-2024")
STAR, PROJECT = HENAN.star, HENAN.project
TOP = packet("henan-2024", top=True)
FILMED = HENAN.with_star(video=Video(file="film.mp4")).change(
    films={f"{STAR.address}/film.mp4": replace(FILM, duration_s=250.0)}
)
CITY = packet("city-districts-2024")
MIXED_UNITS = Learners(2023, Count(990, CountUnit.PEOPLE, Mode.ONSITE))
OF_2022 = Honour(
    year=2022, level=Level.PROVINCIAL, title="河南省“百姓学习之星”", stage=Stage.APPROVED,
    document="示例教〔2022〕9号", date=datetime.date(2022, 6, 20),
)  # fmt: skip


def the_list(*names: ListedName, level: Level = Level.PROVINCIAL) -> OfficialList:
    return OfficialList(
        address="lists/2022-provincial-henan", year=2022, level=level, region="henan",
        title="“百姓学习之星”名单", document="示例教〔2022〕9号", names=names,
    )  # fmt: skip


def without(key: str):
    return HENAN.change(photos={k: v for k, v in HENAN.photos.items() if k != key})


def film(**changes):
    return FILMED.change(films={f"{STAR.address}/film.mp4": replace(FILM, **changes)})


def picture(key: str, **changes):
    return HENAN.change(photos={**HENAN.photos, key: replace(HENAN.photos[key], **changes)})


def retake(place: int, kind: PhotoKind):
    return tuple(replace(p, kind=kind) if n == place else p for n, p in enumerate(STAR.photos))


def with_alt(alt: str):
    return (replace(STAR.photos[0], alt=alt), *STAR.photos[1:])


ID_PHOTO, LIFE = f"{STAR.address}/0.jpg", f"{STAR.address}/1.jpg"
SHORT = Learners(2023, Count(900, CountUnit.VISITS, Mode.ONSITE))
DRAFT = STAR.address._replace(serial="draft-k3v9q2")
APPROVED = nominated(
    BOOKS["henan-2024"], stage=Stage.APPROVED, document="示例教〔2024〕9号", date=datetime.date(2024, 4, 1)
)


def twenty_one():
    """A province that planned for twenty stars and approved twenty-one, from bodies of their own."""
    zhejiang = packet("zhejiang-2021")
    paper = {"stage": Stage.APPROVED, "document": "示例教〔2021〕9号", "date": datetime.date(2021, 8, 30)}
    honours = (PREFERRED, nominated(BOOKS["zhejiang-2021"], **paper))
    return zhejiang.with_star(honours=honours, nominated_by=()).with_others(20, 0)


ONE_CHANGE = {
    "text-showcase-length": HENAN.with_star(showcase_text=("学" * 412,)),
    "text-section-length": HENAN.with_star(sections=(Section("主要事迹", "学" * 640),)),
    "text-half-width-punctuation": HENAN.with_star(quote="字认得慢不要紧,我有的是晚上。"),
    "text-wording": HENAN.with_star(
        photos=(replace(STAR.photos[0], caption="获奖后留影。"), *STAR.photos[1:])
    ),
    "photo-number": without(LIFE).with_star(photos=STAR.photos[:1]),
    "photo-kinds": picture(ID_PHOTO, width_px=1600, height_px=1200).with_star(
        photos=retake(0, PhotoKind.LIFE)
    ),
    "photo-alt": HENAN.with_star(photos=with_alt("沈玉兰的照片")),
    "photo-id-shape": picture(ID_PHOTO, width_px=900, height_px=900),
    "photo-id-size": picture(ID_PHOTO, width_px=250, height_px=350),
    "photo-small": picture(LIFE, width_px=480, height_px=360),
    "photo-twice": picture(f"{PROJECT.address}/1.jpg", sha256=HENAN.photos[LIFE].sha256),
    "film-length": film(duration_s=370.0),
    "film-technique": film(video_codec="hevc"),
    "film-silent": film(silent=True),
    "film-missing": TOP.with_star(video=None).change(films={}),
    "eligibility-earlier": HENAN.with_more(lists=(the_list(ListedName("沈 玉蘭", STAR.unit, "star")),)),
    "eligibility-earlier-honours": HENAN.with_star(honours=(PREFERRED, *STAR.honours)),
    "eligibility-earlier-nomination": CITY.with_star(
        honours=(
            Honour(year=2023, level=Level.CITY, title="“百姓学习之星”", stage=Stage.NOMINATED),
            *CITY.star.honours,
        )
    ),
    "eligibility-rank": HENAN.with_star(post="云溪市文化局局长"),
    "eligibility-occupation": CITY.with_star(post="青柳县实验小学教师"),
    "eligibility-nationality": CITY.with_star(post="外籍专家"),
    "eligibility-honours-preferred": packet("zhejiang-2021").with_star(
        honours=(nominated(BOOKS["zhejiang-2021"]),)
    ),
    "project-two-years": HENAN.with_project(started=2023, learners=(Learners(2024, MIXED_UNITS.count),)),
    "project-learners": HENAN.with_project(learners=(SHORT,)),
    "project-name-is-unit": HENAN.with_project(name="青柳县老年大学"),
    "project-hosts": HENAN.with_project(hosts=()),
    "quota-body": HENAN.with_others(1, 0),
    "quota-body-unknown": HENAN.with_star(nominated_by=("某某教育局",)),
    "quota-results": twenty_one(),
    "announcement-early-approval": HENAN.with_star(honours=(APPROVED,)).with_more(
        announcements=(announcement(candidates=(Candidate(STAR.name, STAR.unit),)),)
    ),
    "announcement-days": HENAN.with_more(announcements=(announcement(last_day=datetime.date(2024, 4, 4)),)),
    "announcement-contact": HENAN.with_more(announcements=(announcement(office_contact=None),)),
    "announcement-outcome": HENAN.with_more(announcements=(announcement(),)).change(
        today=datetime.date(2024, 4, 8)
    ),
    "announcement-holidays": HENAN.with_more(
        announcements=(
            announcement(
                year=2031,
                first_day=datetime.date(2031, 3, 3),
                last_day=datetime.date(2031, 3, 7),
                counted="working",
            ),
        )
    ),
    "date-deadline": packet("jilin-2022").change(today=datetime.date(2022, 8, 23)),
    "date-honour-stage": HENAN.change(today=datetime.date(2026, 4, 1)),
    "record-honour-ahead": HENAN.with_star(
        honours=(
            replace(OF_2022, level=Level.COUNTY, year=2024, date=datetime.date(2024, 12, 30)),
            *STAR.honours,
        )
    ),
    "date-honour-year": HENAN.with_star(
        honours=(replace(OF_2022, level=Level.COUNTY, date=datetime.date(2021, 6, 20)), *STAR.honours)
    ),
    "date-week-year": HENAN.with_more(
        weeks=(ActivityWeek(year=2024, region="henan", start=datetime.date(2023, 6, 17)),)
    ),
    "date-week-moves": HENAN.with_more(
        weeks=(
            ActivityWeek(
                year=2024,
                region="henan",
                start=datetime.date(2024, 7, 8),
                moved_from=datetime.date(2024, 6, 17),
                moves=(Move(start=datetime.date(2024, 7, 1)),),
            ),
        )
    ),
    "reference-record": HENAN.with_star(related=("projects/2024/henan/999",)),
    "reference-photo": without(LIFE),
    "reference-film": FILMED.change(films={}),
    "reference-unused": HENAN.change(
        photos={**HENAN.photos, f"{STAR.address}/old.jpg": replace(HENAN.photos[LIFE], sha256="old")}
    ),
    "reference-document": HENAN.with_star(
        honours=(replace(OF_2022, level=Level.COUNTY), *STAR.honours)
    ).with_more(lists=(the_list(ListedName("钱多多", "某单位", "star"), level=Level.COUNTY),)),
    "reference-rulebook": HENAN.with_star(
        honours=(*STAR.honours, replace(OF_2022, level=Level.COUNTY, rulebook="x"))
    ),
    "record-honour-incomplete": HENAN.with_star(honours=(replace(APPROVED, document=""),)),
    "record-draft-approved": HENAN.with_star(honours=(APPROVED,), address=DRAFT).change(
        photos={
            **{key: found for key, found in HENAN.photos.items() if key.startswith("projects")},
            **photo_facts(str(DRAFT), 2),
        }
    ),
    "record-undecided-public": HENAN.with_project(honours=(replace(PROJECT.honours[0]),)).change(
        settings=Settings(repository="public")
    ),
    "waiver-unused": HENAN.with_more(
        waivers=(
            Waiver(rule="photo-number", record=str(STAR.address), reason="同名", date=TODAY["henan-2024"]),
        )
    ),
    "waiver-unknown": HENAN.with_more(
        waivers=(
            Waiver(rule="private-phone", record=str(STAR.address), reason="无", date=TODAY["henan-2024"]),
        )
    ),
}


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("top", [False, True])
def test_a_packet_that_fits_its_notice_passes(name, top):
    assert packet(name, top=top).problems() == []


@pytest.mark.parametrize("rule", ONE_CHANGE)
def test_one_change_gives_exactly_the_one_rule_meant(rule):
    problems = ONE_CHANGE[rule].problems()
    assert {p.rule for p in problems} == {rule}


CONCERNS = ("announcement", "date", "eligibility", "film", "photo", "project", "quota", "record", "reference")


def test_every_rule_on_packets_lists_and_dates_is_shown_by_a_change():
    meant = {rule.id for rule in RULES if rule.id.split("-")[0] in (*CONCERNS, "text", "waiver")}
    assert meant == set(ONE_CHANGE)


def verdict(kind: str, record, name: str):
    """Return what the notice of that name finds in `record`: (rule, severity, clause)."""
    base = packet(name)
    year, region = base.star.address.year, base.star.address.region
    honour = replace(getattr(base, kind).honours[-1])
    moved = replace(record, address=record.address._replace(year=year, region=region), honours=(honour,))
    judged = base.change(**{kind: moved, "photos": {}, "films": {}, "more": {}})
    found = judged.problems()
    return [
        (p.rule, p.severity, p.clause) for p in found if p.rule.startswith(("text", "project", "photo-n"))
    ]


SHOWN = replace(STAR, showcase_text=("学" * 300,), sections=(Section("主要事迹", "学" * 1200),))
READERS = replace(
    PROJECT,
    sections=(),
    photos=photos(4, 1),
    learners=(Learners(2020, Count(2500, CountUnit.VISITS, Mode.ONLINE)),),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("henan-2024", []),
        (
            "city-districts-2024",
            [
                (
                    "text-section-length",
                    Severity.ERROR,
                    BOOKS["city-districts-2024"].limit("star.deeds").clause,
                ),
                (
                    "text-showcase-length",
                    Severity.WARNING,
                    BOOKS["city-districts-2024"].limit("star.showcase_text").clause,
                ),
            ],
        ),
        ("jilin-2022", []),
        ("zhejiang-2021", []),
    ],
)
def test_the_same_star_by_four_notices(name, expected):
    assert verdict("star", SHOWN, name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("henan-2024", []),
        ("city-districts-2024", ["project-learners", Severity.ERROR]),
        ("jilin-2022", ["project-learners", Severity.ERROR]),
        ("zhejiang-2021", ["project-learners", Severity.WARNING]),
    ],
)
def test_the_same_project_by_four_notices(name, expected):
    found = [
        (rule, severity)
        for rule, severity, _ in verdict("project", READERS, name)
        if rule.startswith("project")
    ]
    assert [word for pair in found for word in pair] == expected


def test_an_earlier_provincial_honour_is_asked_about_in_henan_and_welcome_in_zhejiang():
    assert [p.rule for p in HENAN.with_star(honours=(PREFERRED, *STAR.honours)).problems()] == [
        "eligibility-earlier-honours"
    ]
    assert packet("zhejiang-2021").problems() == []


def test_a_waiver_turns_a_finding_into_a_note_with_its_reason():
    waiver = Waiver(
        rule="eligibility-earlier",
        record=str(STAR.address),
        reason="同名，不是同一人",
        by="青柳县教育局",
        date=datetime.date(2024, 4, 2),
    )
    lists = (the_list(ListedName(STAR.name, STAR.unit, "star")),)
    (found,) = HENAN.with_more(lists=lists, waivers=(waiver,)).problems()
    assert (found.rule, found.severity) == ("eligibility-earlier", Severity.NOTE)
    assert found.message.endswith("。已作例外（青柳县教育局，2024-04-02）：同名，不是同一人")


@pytest.mark.parametrize(
    "rule", [rule for rule in ONE_CHANGE if rule.split("-")[0] in ("text", "film", "photo")]
)
def test_what_was_approved_is_never_refused_by_a_call(rule):
    sent = ONE_CHANGE[rule]
    done = sent.with_star(
        honours=tuple(replace(APPROVED, distinction=h.distinction) for h in sent.star.honours)
    )
    assert {p.severity for p in done.problems() if p.rule == rule} <= {Severity.NOTE, Severity.WARNING}
