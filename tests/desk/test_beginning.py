"""Records begun by answers, in a file or line by line: they pass, and say what was answered."""

import datetime
import io
import shutil

import pytest

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.tables_year import EVENT
from showcase.desk.beginning.questions import FORMS
from showcase.kit.papers import labels
from sites import ROOT

PHOTO = ROOT / "media/stars/2024/henan/012/portrait.jpg"
STAR = """year: 2026
region: henan
name: 王示例
unit: 青柳县城关镇
post: 退休教师
city: 郑州市
groups: [older-people]
nominated_by: [青柳县教育局]
level: provincial
approved: {approved}
{decided}text: |
  她退休以后教邻居识字。

  # 第二段
photos:
  - from: 王示例.jpg
    kind: portrait
    alt: "老人: 捧着书"
consent:
  text: {{date: 2026-03-12, evidence: 同意书2026-001, covers: [health]}}
  portrait: {{date: 2026-03-12, until: 2031-03-12, evidence: 同意书2026-001}}
"""
DECIDED = "document: 示例教〔2026〕85号\ndate: 2026-06-26\n"


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "site"
    (root / "content/weeks/2026").mkdir(parents=True)
    (root / "media").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: 示例\nplugins: [{showcase: {repository: private}}]\n", "utf-8"
    )
    (root / "content/weeks/2026/campaign.yml").write_text("theme: 学习\n", "utf-8")
    shutil.copy(PHOTO, tmp_path / "王示例.jpg")
    return root


@pytest.fixture
def new(root, capsys, monkeypatch):
    """Begin a record from a text of answers, or from lines that are typed: exit code and what was printed."""

    def run(kind, answers="", lines=None, options=()):
        if lines is None:
            path = root.parent / "answers.yml"
            path.write_text(answers, "utf-8")
            options = ("--answers", str(path), *options)
        else:
            monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = main(["new", kind, "--root", str(root), "--today", "2026-11-22", *options])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def library(root):
    found, problems = read_library(Layout(root))
    assert problems == []
    return found


def checked(root, capsys):
    code = main(["check", "--root", str(root), "--today", "2026-11-22"])
    return code, capsys.readouterr().out


def test_a_star_that_was_approved_gets_the_next_serial_and_passes(root, new, capsys):
    code, said = new("star", STAR.format(approved="true", decided=DECIDED))
    assert code == 0, said
    (star,) = library(root).stars
    assert (str(star.address), star.name, star.unit, star.post, star.city) == (
        "stars/2026/henan/001",
        "王示例",
        "青柳县城关镇",
        "退休教师",
        "郑州市",
    )
    (honour,) = star.honours
    assert (honour.stage, honour.title, honour.document, str(honour.date)) == (
        "approved",
        "河南省“百姓学习之星”",
        "示例教〔2026〕85号",
        "2026-06-26",
    )
    assert {
        a: (str(p.date), str(p.until), p.evidence, p.covers) for a, p in star.consent.permissions.items()
    } == {
        "text": ("2026-03-12", "None", "同意书2026-001", ("health",)),
        "portrait": ("2026-03-12", "2031-03-12", "同意书2026-001", ()),
    }
    assert [(p.file, p.kind, p.alt) for p in star.photos] == [("portrait.jpg", "portrait", "老人: 捧着书")]
    assert star.showcase_text == ("她退休以后教邻居识字。", "＃ 第二段")
    assert (root / "media/stars/2026/henan/001/portrait.jpg").read_bytes() == PHOTO.read_bytes()
    assert checked(root, capsys)[0] == 0


def test_the_next_one_gets_the_next_serial_and_nothing_is_overwritten(root, new):
    answers = STAR.format(approved="true", decided=DECIDED)
    assert [new("star", answers)[0], new("star", answers.replace("王示例\nunit", "李示例\nunit"))[0]] == [
        0,
        0,
    ]
    assert [str(star.address) for star in library(root).stars] == [f"stars/2026/henan/00{n}" for n in (1, 2)]


def test_a_star_that_was_not_decided_is_a_draft_and_twice_the_same_is_refused(root, new):
    answers = STAR.format(approved="false", decided="")
    assert new("star", answers)[0] == 0
    (star,) = library(root).stars
    assert (star.address.is_draft, star.honours[0].stage) == (True, "nominated")
    before = {
        path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts
    }
    code, said = new("star", answers)
    assert (code, f"已经有 {star.address} 了，什么也没有写" in said) == (2, True)
    assert before == {path: path.read_bytes() for path in before}


def test_in_a_public_repository_a_draft_lies_outside(root, new):
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("private", "public"), "utf-8")
    assert new("star", STAR.format(approved="false", decided=""))[0] == 0
    assert library(root).stars == ()
    outside = root.with_name("site-private")
    assert [path.name.partition("-")[0] for path in outside.rglob("*.md")] == ["draft"]
    assert len(list(outside.rglob("portrait.jpg"))) == 1
    assert list((root / "media").rglob("*.jpg")) == []


def test_a_project_passes(root, new, capsys):
    answers = f"""year: 2026
region: henan
name: “一页书”读书角
hosts: [青柳县教育局, 桥头社区]
started: 2016-09
venue: 桥头社区，每周三晚
level: city
city: 郑州市
approved: true
{DECIDED}text: 每周三晚上读一页书。
consent: {{text: {{date: 2026-03-12, evidence: 同意书2026-002}}}}
"""
    code, said = new("project", answers)
    assert code == 0, said
    (project,) = library(root).projects
    assert (project.name, project.hosts, str(project.started), project.honours[0].title) == (
        "“一页书”读书角",
        ("青柳县教育局", "桥头社区"),
        "2016-09",
        "郑州市“终身学习品牌项目”",
    )
    assert checked(root, capsys)[0] == 0


def test_a_week_passes_and_a_second_one_is_refused(root, new, capsys):
    answers = (
        "year: 2026\nregion: henan\nstart: 2026-06-17\nend: 2026-06-23\nstatus: held\nhosts: [河南省教育厅]\n"
    )
    assert new("week", answers)[0] == 0
    (week,) = library(root).weeks
    assert (week.address, str(week.start), str(week.end), week.status, week.hosts) == (
        "weeks/2026/henan",
        "2026-06-17",
        "2026-06-23",
        "held",
        ("河南省教育厅",),
    )
    assert checked(root, capsys)[0] == 0
    assert new("week", answers)[0] == 2
    assert new("week", answers + "city: zhengzhou\n")[0] == 0


WEEK = [
    "2026", "河南", "", "2026-06-17", "2026-06-23", "3", "", "中原灯火", "河南省教育厅", "郑州市教育局、郑州市文旅局",
    "", "郑州市", "郑州市图书馆", "河南教育电视台",
    "开幕式", "2026-06-17", "9:30", "报告厅", "1", "读书会", "", "", "", "", "",
    "5200", "2", "1", "", "老人、孩子同读一本书；夜校开到十点", "洛阳市", "",
]  # fmt: skip


def test_the_questions_of_a_week_ask_for_its_opening_and_who_holds_it(root, new):
    assert new("week", lines=WEEK)[0] == 0
    (week,) = library(root).weeks
    assert (week.theme, week.subtitle, week.joint, week.live) == ("", "中原灯火", "郑州市", "河南教育电视台")
    assert (week.hosts, week.organisers) == (("河南省教育厅",), ("郑州市教育局", "郑州市文旅局"))
    assert [(item.what, str(item.date or ""), item.time, item.place) for item in week.programme] == [
        ("开幕式", "2026-06-17", "9:30", "报告厅"),
        ("读书会", "", "", ""),
    ]
    assert [(count.value, count.unit, count.mode) for count in week.attendance] == [
        (5200, "visits", "onsite")
    ]
    assert (week.highlights, week.next_host) == (("老人、孩子同读一本书", "夜校开到十点"), "洛阳市")


def test_a_week_that_was_held_is_asked_what_came_of_it():
    asks = {ask.path: ask for ask in FORMS["week"].asks}
    today = datetime.date(2026, 6, 24)
    for said, asked in (
        ({"end": "2026-06-23"}, True),
        ({"end": "2026-06-24"}, False),
        ({"status": "held"}, True),
    ):
        assert [asks[path].when(said, today) for path in ("attendance", "highlights", "next_host")] == [
            asked
        ] * 3


def test_every_mistake_in_a_file_of_answers_is_told_and_nothing_written(root, new):
    code, said = new("star", "year: 2026年\nregion: 河南\nnmae: 王\nlevel: provincial\napproved: true\n")
    assert code == 1
    found = [
        line.partition("answers.yml:")[2].partition(" ")[0]
        for line in said.splitlines()
        if "answers.yml" in line
    ]
    assert found == ["1:7:", "2:9:", "3:1:"]
    assert "答案里的问题改好以前，什么也没有写。" in said
    assert library(root).stars == ()


def test_an_approval_without_its_document_is_refused(root, new):
    code, said = new("star", STAR.format(approved="true", decided=""))
    assert (code, "已经批准公布的，要写 document、date" in said) == (1, True)


def test_a_photo_that_is_not_there_is_told_before_anything_is_written(root, new):
    (root.parent / "王示例.jpg").unlink()
    code, said = new("star", STAR.format(approved="true", decided=DECIDED))
    assert (code, "什么也没有写" in said, list((root / "media").iterdir())) == (2, True, [])
    assert library(root).stars == ()


SHEET = [
    "99",  # 哪种活动: no such number
    "进校园",
    "2026-13-01",
    "2026年9月12日",
    "青柳县第二小学",
    "stars/2026/henan/001",
    "一百",
    "138",
    "1",
    "线下",
    "",
    "我也要读完这本书。",
    "五年级学生",
    "",
    "没有.jpg",
    "王示例.jpg",
    "4",
    "黑板前站着一位老师",
    "",
    "是",
    "",
    "2026.9.5",
    "同意书2026-311",
    "",
    "未成年人",
    "",
    "五年级三个班坐在报告厅里。",
    "",
]


def test_a_feedback_sheet_becomes_an_event_line_by_line(root, new, capsys, monkeypatch):
    new("star", STAR.format(approved="true", decided=DECIDED))
    monkeypatch.chdir(root.parent)
    code, said = new("event", lines=SHEET)
    assert code == 0, said
    assert [
        w
        for w in (
            "没有“99”这一项。写号码 1 到",
            "没有“2026-13-01”这一天",
            "“一百”不是整数",
            "没有找到 没有.jpg",
        )
        if w not in said
    ] == []
    (event,) = library(root).events
    assert (event.address, event.kind, event.place, event.records, event.region) == (
        "events/2026/2026-09-12-school-visit",
        "school-visit",
        "青柳县第二小学",
        ("stars/2026/henan/001",),
        "henan",
    )
    assert event.title == "进校园：青柳县第二小学"
    assert [(c.value, c.unit, c.mode) for c in event.attendance] == [(138, "people", "onsite")]
    assert [(v.text, v.who) for v in event.voices] == [("我也要读完这本书。", "五年级学生")]
    assert [(p.file, p.kind, p.minors) for p in event.photos] == [("activity.jpg", "activity", True)]
    assert event.consent.permissions["photos"].covers == ("minors",)
    assert checked(root, capsys)[0] == 0


def test_the_questions_of_an_event_come_in_the_order_of_the_feedback_sheet():
    asked = [ask.path for ask in FORMS["event"].parts_of("")]
    assert [key for key in asked if key in labels()] == list(labels())
    assert set(labels()) <= {field.key for field in EVENT.fields}


def test_answers_that_end_too_early_write_nothing(root, new):
    code, said = new("event", lines=SHEET[:6])
    assert (code, "没有答完，什么也没有写" in said, list(root.rglob("*school*"))) == (2, True, [])


def test_every_question_gives_an_example():
    forms = [ask.words for form in FORMS.values() for ask in form.asks if ask.words]
    assert [words for words in forms if "如" not in words and "写号码" not in words] == []
