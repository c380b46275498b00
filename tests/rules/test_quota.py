from rules.samples import LINES, MOST_MOVING, nominated, problems, source, star
from showcase.model.address import RecordAddress
from showcase.model.problem import Problem, Severity

CLAUSE = "示例教〔2024〕1号 六"


def numbered(number: int, make=nominated, body: str = "云溪市教育局", **changes):
    serial = f"{number:03d}"
    file = source(f"content/stars/2024/henan/{serial}.md")
    address = RecordAddress("stars", 2024, "henan", serial)
    return make(address=address, nominated_by=(body,), source=file, **changes)


def test_too_many_from_one_body_is_an_error_at_the_last_record():
    assert problems(*(numbered(n) for n in range(1, 7))) == [
        Problem(
            "quota-body",
            Severity.ERROR,
            "content/stars/2024/henan/006.md",
            LINES["nominated_by"],
            3,
            "云溪市教育局推荐了 6 个百姓学习之星，名额是 3—5 个",
            CLAUSE,
            "请推荐单位确定取舍",
        )
    ]


def test_an_alias_counts_for_its_body():
    stars = [numbered(n) for n in range(1, 6)] + [numbered(6, body="云溪市教育体育局")]
    assert [p.rule for p in problems(*stars)] == ["quota-body"]


def test_too_few_is_only_a_hint():
    (found,) = problems(numbered(1))
    assert (found.severity, found.message) == (
        Severity.NOTE,
        "云溪市教育局推荐了 1 个百姓学习之星，名额是 3—5 个",
    )


def test_few_approved_say_nothing_about_how_many_were_sent():
    assert problems(numbered(1, star)) == []


def test_more_approved_than_the_quota_is_only_noted():
    assert [p.severity for p in problems(*(numbered(n, star) for n in range(1, 7)))] == [Severity.NOTE]


def test_the_top_category_has_its_own_quota():
    top = {"honours": (MOST_MOVING,), "video": None, "body": "云溪职业技术学院"}
    found = problems(numbered(1, **top), numbered(2, **top))
    quotas = [p.message for p in found if p.rule == "quota-body"]
    assert quotas == [
        "云溪职业技术学院推荐了 2 个事迹特别感人的百姓学习之星，名额不超过 1 个",
        "云溪职业技术学院推荐了 2 个百姓学习之星，名额不超过 1 个",
    ]


def test_a_body_that_is_not_registered_is_noted_once():
    found = problems(numbered(1, body="某某教育局"), numbered(2, body="某某教育局"))
    assert found == [
        Problem(
            "quota-body-unknown",
            Severity.NOTE,
            "content/stars/2024/henan/001.md",
            LINES["nominated_by"],
            3,
            "推荐单位“某某教育局”没有登记，名额无法核对（2 件）",
            "",
            "在 content/bodies.yml 里登记它的类别，或把它写成已登记单位的别名",
        )
    ]


def test_a_class_without_a_quota_is_not_counted():
    assert problems(*(numbered(n, body="青柳县教育局") for n in range(1, 9))) == []
