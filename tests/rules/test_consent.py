import pytest

from rules.samples import FILE, FILM, LINES, consent, day, nominated, photo, problems, project, source, star
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.parts import Audio, Consent
from showcase.model.problem import Problem, Severity
from showcase.model.terms import Asset, EventKind, Group, PhotoKind, Sensitive
from showcase.rules.sensitive_words import sensitive_in

LAW = "个人信息保护法第二十五条"
NAMED_LAW = "个人信息保护法第二十八条、第二十九条"


def test_each_asset_without_consent_is_noted():
    held = star(consent=consent(Asset.TEXT), video=FILM, audio=Audio(file="reading.mp3"))
    found = [(p.rule, p.severity, p.message) for p in problems(held)]
    assert sorted(found) == sorted(
        ("consent-missing", Severity.NOTE, f"没有{name}的单独同意，该项不会展示")
        for name in ("肖像", "生活、活动照片", "视频", "有声版")
    )


def test_without_consent_for_the_text_nothing_is_shown():
    assets = (Asset.PORTRAIT, Asset.PHOTOS)
    assert problems(star(consent=consent(*assets))) == [
        Problem(
            "consent-missing",
            Severity.NOTE,
            FILE,
            LINES["consent.text"],
            3,
            "没有文字的单独同意，这一件不会展示",
            LAW,
            "取得同意后补 consent: {text: {date: …, evidence: …}}",
        )
    ]


def test_a_consent_that_begins_later_is_missing_today():
    late = consent(date=day("2024-09-01"))
    assert {p.rule for p in problems(star(consent=late))} == {"consent-missing"}


def test_nominations_need_no_consent_yet():
    assert problems(nominated(consent=Consent(), video=FILM)) == []


def test_an_expired_consent():
    expired = consent(Asset.TEXT, until=day("2024-07-31"))
    assert problems(star(consent=expired, photos=(), honours=star().honours[:0])) == [
        Problem(
            "consent-expired",
            Severity.WARNING,
            FILE,
            LINES["consent.text.until"],
            3,
            "文字的同意已于 2024-07-31 到期，不再展示",
            LAW,
            "重新取得同意并更新日期；不再同意的，从文件里删去",
        )
    ]


def test_the_last_day_of_a_consent_is_included():
    assert problems(star(consent=consent(until=day("2024-08-01")))) == []


def test_a_group_that_the_paper_does_not_name():
    assert problems(star(groups=(Group.DISABLED_PEOPLE,))) == [
        Problem(
            "consent-not-named",
            Severity.WARNING,
            FILE,
            LINES["groups"],
            3,
            "人群写了残疾人，同意书没有写明",
            NAMED_LAW,
            "取得写明此项的同意后，在 consent.text 里补 covers: [disability]；否则删去",
        )
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"post": "失明十年的领读人"}, "文字写到残疾（失明），同意书没有写明"),
        ({"post": "患尿毒症后自学中医"}, "文字写到疾病（尿毒症），同意书没有写明"),
        (
            {"photos": (photo("a.jpg", minors=True), photo("b.jpg"))},
            "照片 a.jpg 里有未成年人，同意书没有写明",
        ),
    ],
)
def test_sensitive_facts_that_the_paper_does_not_name(change, message):
    assert [(p.rule, p.message) for p in problems(star(**change))] == [("consent-not-named", message)]


def test_a_paper_that_names_them_passes():
    named = consent(covers=tuple(Sensitive))
    assert problems(star(post="失明十年的领读人", groups=(Group.DISABLED_PEOPLE,), consent=named)) == []


def test_serving_disabled_people_says_nothing_of_ones_own_health():
    assert problems(star(post="残疾人读书会志愿者", unit="青柳县盲人学校")) == []
    assert problems(project(audience="失明、失聪人士")) == []


def week(**changes):
    return ActivityWeek(year=2024, region="henan", source=source("content/weeks/2024/henan.md"), **changes)


def event(**changes):
    good = {"address": "events/2024/2024-09-12-school", "kind": EventKind.SCHOOL_VISIT, "title": "走访"}
    return Event(
        **good, date=day("2024-09-12"), source=source("content/events/2024/2024-09-12-school.md"), **changes
    )


def consent_problems(**library):
    return [(p.rule, p.severity, p.message) for p in problems(**library) if p.rule.startswith("consent-")]


CROWD = (photo("a.jpg", PhotoKind.ACTIVITY),)


def test_weeks_and_events_need_consent_for_what_they_show():
    missing = [("consent-missing", Severity.NOTE, "没有生活、活动照片的单独同意，该项不会展示")]
    film = ("consent-missing", Severity.NOTE, "没有视频的单独同意，该项不会展示")
    assert consent_problems(events=(event(photos=CROWD),)) == missing
    assert consent_problems(weeks=(week(photos=CROWD, video=FILM),)) == [*missing, film]
    given = consent(Asset.PHOTOS, Asset.VIDEO)
    assert consent_problems(weeks=(week(photos=CROWD, video=FILM, consent=given),), events=(event(),)) == []


def test_consents_of_events_end_too():
    ended = consent(Asset.PHOTOS, until=day("2024-07-31"))
    assert consent_problems(events=(event(photos=CROWD, consent=ended),)) == [
        ("consent-expired", Severity.WARNING, "生活、活动照片的同意已于 2024-07-31 到期，不再展示")
    ]


@pytest.mark.parametrize("kind", ["weeks", "events"])
def test_children_on_photos_of_weeks_and_events_need_their_guardians(kind):
    children = (photo("a.jpg", PhotoKind.ACTIVITY, minors=True),)
    make = {"weeks": week, "events": event}[kind]
    said = "照片 a.jpg 里有未成年人，同意书没有写明"
    assert consent_problems(**{kind: (make(photos=children, consent=consent(Asset.PHOTOS)),)}) == [
        ("consent-not-named", Severity.WARNING, said)
    ]
    named = consent(Asset.PHOTOS, covers=(Sensitive.MINORS,))
    assert consent_problems(**{kind: (make(photos=children, consent=named),)}) == []


@pytest.mark.parametrize(
    ("alt", "word"),
    [
        ("三个小学生举着奖状", "小学生"),
        ("老人和孩子一起念书", "孩子"),
        ("孩子们的背影，前面是黑板", None),
        ("书架上摆着儿童文学", None),
        ("幼儿园门口的石阶", None),
        ("一双手在写字", None),
    ],
)
def test_a_photo_that_speaks_of_children_is_to_be_looked_at(alt, word):
    shown = event(photos=(photo("a.jpg", PhotoKind.ACTIVITY, alt=alt),), consent=consent(Asset.PHOTOS))
    said = f"照片 a.jpg 的说明写到“{word}”，没有写 minors，请核对"
    assert consent_problems(events=(shown,)) == ([("consent-minors", Severity.WARNING, said)] if word else [])


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("沈玉兰同意书1", "写了姓名"),
        ("待补", "写的是“待补”，没有编号"),
        ("有", "写的是“有”，没有编号"),
        ("同意书2024-012", None),
        ("第三号", None),
        ("", None),  # the reader of records reports a missing number
    ],
)
def test_the_number_of_the_paper(evidence, said):
    held = star(
        consent=Consent({**consent().permissions, **consent(Asset.TEXT, evidence=evidence).permissions})
    )
    expected = [("consent-evidence", Severity.WARNING, f"文字的同意书编号{said}")] if said else []
    assert [(p.rule, p.severity, p.message) for p in problems(held)] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("患帕金森多年", [(Sensitive.HEALTH, "帕金森")]),
        ("集中风力资料", []),
        ("其中风琴两架", []),
        ("中风以后学写字", [(Sensitive.HEALTH, "中风")]),
        ("防癌宣传", []),
        ("残疾人读书会", []),
        ("领了残疾人证", [(Sensitive.DISABILITY, "残疾人证")]),
        ("左腿残疾", [(Sensitive.DISABILITY, "残疾")]),
    ],
)
def test_words_of_the_table(text, found):
    assert list(sensitive_in(text, Sensitive.HEALTH, Sensitive.DISABILITY)) == found
