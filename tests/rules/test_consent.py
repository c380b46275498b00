import pytest

from rules.samples import FILE, FILM, LINES, consent, day, nominated, photo, problems, project, star
from showcase.model.parts import Audio, Consent
from showcase.model.problem import Problem, Severity
from showcase.model.terms import Asset, Group, Sensitive

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
