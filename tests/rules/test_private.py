import pytest

from rules.samples import (
    ANNOUNCEMENT_FILE,
    BODY_LINE,
    FILE,
    LINES,
    announcement,
    photo,
    problems,
    project,
    star,
)
from showcase.model.parts import OfficeContact, Section
from showcase.model.problem import Problem, Severity
from showcase.rules.disguise import number_runs, windows
from showcase.rules.private_facts import Found, Kind, find_private

LAW = "个人信息保护法第二十五条"
ID = "99000019000101018X"  # no such area: nobody's number, but its check digit is right


def test_a_mobile_number_in_disguise():
    assert problems(star(post="志愿者，１３８ ００００ ００００")) == [
        Problem(
            "private-phone",
            Severity.ERROR,
            FILE,
            LINES["post"],
            3,
            "这里有电话号码：138****0000",
            LAW,
            "删去；办公电话写到 office_contact: {office, telephone}",
        )
    ]


def test_an_identity_number():
    assert problems(star(name=f"沈玉兰 {ID}")) == [
        Problem(
            "private-id-number",
            Severity.ERROR,
            FILE,
            LINES["name"],
            3,
            "这里有身份证号码：99****18X",
            LAW,
            "删去；证件信息只留在办公室的纸质材料里",
        )
    ]


def test_an_e_mail_address():
    assert problems(star(post="领读人 someone＠example.org")) == [
        Problem(
            "private-email",
            Severity.ERROR,
            FILE,
            LINES["post"],
            3,
            "这里有电子邮箱：so****",
            LAW,
            "删去；联系方式只写 office_contact",
        )
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        star(showcase_text=("学" * 280 + "电话13800000000。",)),
        star(sections=(Section("主要事迹", "打 138-0000-0000 找她"),)),
    ],
)
def test_a_number_in_the_text_is_placed_below_the_front_matter(hidden):
    assert [(p.rule, p.line) for p in problems(hidden)] == [("private-phone", BODY_LINE)]


@pytest.mark.parametrize("change", [{"caption": "0371-65900000"}, {"credit": "摄影 13800000000"}])
def test_captions_and_credits_are_scanned(change):
    found = problems(star(photos=(photo("a.jpg", **change), photo("b.jpg"))))
    assert [p.rule for p in found] == ["private-phone"]


def kinds(text):
    return {found.kind for found in find_private(text)}


def test_office_contact_is_the_one_place_for_a_number():
    contact = OfficeContact("青柳县教育局职成教股", "0371-65900000")
    assert problems(project(office_contact=contact), announcements=(announcement(),)) == []
    assert problems(announcements=(announcement(office_contact=contact),)) == []
    (found,) = problems(announcements=(announcement(title="公示，电话 0371-65900000"),))
    assert (found.rule, found.file, found.line) == ("private-phone", ANNOUNCEMENT_FILE, LINES["title"])


def test_an_offices_contact_is_a_landline():
    mobile = OfficeContact("青柳县教育局职成教股", "138 0000 0000")
    (found,) = problems(project(office_contact=mobile))
    assert (found.rule, found.severity) == ("private-office-contact", Severity.WARNING)
    assert found.message == "这里有电话号码：138****0000"
    hidden = OfficeContact("青柳县教育局 0371-65900000", "0371-65900000")
    assert [p.rule for p in problems(project(office_contact=hidden))] == ["private-office-contact"]


@pytest.mark.parametrize(
    "text",
    [
        "13800000000",
        "手机：138 0000 0000",
        "１３８－００００－００００",
        "一三八〇〇〇〇〇〇〇〇",
        "幺三八零零零零零零零零",
        "1 3 8 0 0 0 0 0 0 0 0",
        "+86 138 0000 0000",
        "8613800000000",
        "138\u200b0000\u200b0000",
        "0371-65900000 138 0000 0000",
    ],
)
def test_disguised_mobile_numbers_are_found(text):
    assert [(f.kind, f.mobile) for f in find_private(text)][-1] == (Kind.PHONE, True)


@pytest.mark.parametrize(
    "text",
    ["0371-65900000", "（0371）65900000", "010 8888 0000", "电话：65900000", "０３７１６５９０００００"],
)
def test_disguised_landlines_are_found(text):
    assert [(f.kind, f.mobile) for f in find_private(text)] == [(Kind.PHONE, False)]


@pytest.mark.parametrize(
    "text", [ID, f"{ID[:6]} {ID[6:14]} {ID[14:]}", "９９００００　１９０００１０１　０１８Ｘ"]
)
def test_disguised_identity_numbers_are_found(text):
    assert kinds(text) == {Kind.ID_NUMBER}


@pytest.mark.parametrize(
    "text",
    [
        "2019 2020 2021 2022",
        "1600 2000 300 人",
        "1600、2000、3000 人次",
        "教办职成〔2024〕85号",
        "ISBN 978-7-04-012345-6",
        "2023.05—2024.05",
        "GB/T 37668-2019",
        "mmexport1712345678901.mp4",
        "IMG_20240501_123456.jpg",
        "同意书2024-012",
        "2024-06-17 至 2024-06-23",
        "服务热线 12345",
        "一、二、三、四、五、六、七、八、九",
        "990000190001010000",
        "355200 人次",
        "91410100MA44000000",
    ],
)
def test_years_counts_and_papers_are_no_private_numbers(text):
    assert kinds(text) == set()


@pytest.mark.parametrize("row", ["123456789a" * 80_000, "1" * 200_000])
def test_a_file_of_digits_in_one_row_is_read_in_one_pass(row):
    """Each number that looked over all the rest of the row would take longer than a test may."""
    said = Found(Kind.PHONE, len(row) + 1, len(row) + 12, mobile=True)
    assert find_private(f"{row}，13800000000") == (said,)


def test_the_work_for_a_digit_does_not_grow_with_its_run():
    """A card of 20 digits at the most: each digit begins at the most 20 rows, however long the run."""
    (run,) = number_runs("4 " * 2_000)
    assert len(list(windows(run, 9, 20))) == 12 * 2_000 - sum(range(9, 21)) + 12
