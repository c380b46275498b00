"""A year begun from one spreadsheet: what is written, what is refused, and the corrected sheet after it."""

import csv
import datetime

import openpyxl
import pytest

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library

HEAD = ["序号", "地区", "城市", "开始", "结束", "主题", "承办单位", "状态"]


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "site"
    (root / "content/weeks/2025").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: 示例\n", "utf-8")
    (root / "content/weeks/2025/campaign.yml").write_text(
        "theme: 往年主题\nstart: 2025-09-07\nopening: {place: 甲馆}\n", "utf-8"
    )
    return root


@pytest.fixture
def year(root, capsys):
    """Run `new year 2026` on rows below HEAD: exit code and what it printed."""

    def run(*rows, head=HEAD, options=()):
        path = root.parent / "日程.csv"
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows([head, *rows])
        code = main(["new", "year", "2026", "--from", str(path), "--root", str(root), *options])
        return code, capsys.readouterr().out

    return run


def file(root, name):
    return (root / f"content/weeks/2026/{name}").read_text("utf-8")


def files(root):
    return sorted(p.name for p in (root / "content/weeks/2026").glob("*"))


def weeks(root):
    library, problems = read_library(Layout(root))
    assert [p for p in problems if "weeks/" in p.file] == []
    return {w.address.removeprefix("weeks/2026/"): w for w in library.weeks}


def test_a_year_without_a_sheet_is_the_last_ones_frame_without_its_data(root, capsys):
    assert main(["new", "year", "2026", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "  新写 content/weeks/2026/campaign.yml，请按今年的通知填写主题和日期\n"
    assert file(root, "campaign.yml") == (
        "# 2026 年全民终身学习活动周。按今年的通知填写；还不知道的先空着。\n"
        "theme:  # 主题，2025 年：往年主题\n"
        "start:  # 第一天，2025 年：2025-09-07\n"
        "end:  # 最后一天\n"
        "opening:  # 总开幕式，2025 年：{place: 甲馆}\n"
        "  date:  # 日期\n"
        "  place:  # 地点\n"
        "  region:  # 地区\n"
        "document:  # 文号\n"
    )
    library, problems = read_library(Layout(root))
    assert [p for p in problems if "weeks" in p.file] == []
    assert [(c.year, c.theme) for c in library.campaigns] == [(2025, "往年主题"), (2026, "")]
    assert main(["new", "year", "2026", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "已经是这样，没有要做的。\n"


def test_one_row_is_one_week(root, year):
    code, said = year(
        ["1", "河南省", "", "2026年6月17日", "23日", "灯下", "甲县；乙馆", "已定"],
        ["2", "浙江省暨宁波市", "", "10.21-10.27", "", "", "", ""],
        ["3", "江苏", "扬州", "9月", "", "", "", ""],
        ["", "", "苏州市", "待定", "", "", "", ""],
        ["4", "辽宁", "大连", "7/1", "", "", "", ""],
        ["5", "兵团", "", "", "", "", "", "取消"],
        ["注：示例", "", "", "", "", "", "", ""],
    )
    assert (code, files(root)) == (
        0,
        [
            "campaign.yml",
            "dalian.md",
            "henan.md",
            "jiangsu.suzhou.md",
            "jiangsu.yangzhou.md",
            "xjbt.md",
            "zhejiang.md",
        ],
    )
    assert "日程.csv：读到 6 个地方。\n没有用到的列：序号\n" in said
    assert file(root, "henan.md") == (
        "---\n# 日程表：2026-06-17 2026-06-23 confirmed\nstart: 2026-06-17\nend: 2026-06-23\n"
        "status: confirmed\ntheme: 灯下\norganisers: [甲县, 乙馆]\n---\n"
    )
    found = weeks(root)
    assert {name: (str(w.start), str(w.end), w.joint, w.status.value) for name, w in found.items()} == {
        "dalian": ("2026-07-01", "None", "", "planned"),
        "henan": ("2026-06-17", "2026-06-23", "", "confirmed"),
        "jiangsu.suzhou": ("None", "None", "", "planned"),
        "jiangsu.yangzhou": ("2026-09", "None", "", "planned"),
        "xjbt": ("None", "None", "", "cancelled"),
        "zhejiang": ("2026-10-21", "2026-10-27", "宁波市", "planned"),
    }


def test_cells_of_a_workbook_that_are_days_are_days(root, capsys):
    book = openpyxl.Workbook()
    book.active.title = "安排"
    for row in (
        ["2026年各地活动周安排"],
        [],
        ["省（区、市）", "起止时间"],
        ["海南", datetime.datetime(2026, 11, 2)],
    ):
        book.active.append(row)
    path = root.parent / "日程.xlsx"
    book.create_sheet("别的").append(["说明"])
    book.save(path)
    assert main(["new", "year", "2026", "--from", str(path), "--root", str(root)]) == 0
    assert "没有表头、没有读的工作表：别的\n" in capsys.readouterr().out
    assert weeks(root)["hainan"].start == datetime.date(2026, 11, 2)


def test_everything_that_does_not_fit_is_listed_and_nothing_is_written(root, year):
    code, said = year(
        ["1", "河南省", "", "6月中旬", "", "", "", ""],
        ["2", "湖北", "", "6月23日", "17日", "", "", ""],
        ["3", "河男", "", "6月17日", "", "", "", ""],
        ["4", "湖南", "武汉", "", "", "", "", "不知道"],
        ["5", "", "", "6月17日", "", "", "", ""],
        ["6", "湖南", "", "", "6月17日", "", "", ""],
        ["7", "山西", "", "7月1日", "", "", "", ""],
        ["8", "山西省", "", "7月2日", "", "", "", ""],
    )
    assert code == 1
    assert not (root / "content/weeks/2026").exists()
    places = [line.partition(": ")[0] for line in said.splitlines() if line.startswith("日程.csv")]
    assert places == [
        f"日程.csv:{place}" for place in ("2:4", "3:5", "4:2", "5:3", "5:8", "6:1", "7:5", "9:1")
    ]
    messages = [line.strip() for line in said.splitlines() if line.startswith("  工作表")]
    assert messages == [
        "工作表“日程” D2：“6月中旬”说不准是哪一天",
        "工作表“日程” E3：“2026-06-23至17日”的最后一天在第一天之前",
        "工作表“日程” B4：没有叫“河男”的地区",
        "工作表“日程” C5：湖南省没有叫“武汉”的地市",
        "工作表“日程” H5：不认识“不知道”",
        "工作表“日程”第 6 行：没有写地区",
        "工作表“日程” E7：写了最后一天，没有写第一天",
        "工作表“日程”第 9 行：山西省在日程 第 8 行已经有了",
    ]
    assert said.endswith("表里的问题改好以前，什么也没有写。\n")


def test_a_sheet_without_headings_is_refused(root, year):
    code, said = year(["河南", "6月"], head=["甲", "乙"])
    assert code == 1 and "没有找到写着“地区”和“开始”（或“时间”）的表头" in said


def row(region="河南", start="6月17日", end="6月23日", theme="", status=""):
    return ["", region, "", start, end, theme, "", status]


def test_a_moved_week_keeps_the_day_it_first_had(root, year):
    year(row())
    code, said = year(row(start="9月1日", end="9月7日"))
    assert (code, said.splitlines()[2:]) == (
        0,
        ["  河南省：2026-06-17至2026-06-23，改为2026-09-01至2026-09-07"],
    )
    assert file(root, "henan.md") == (
        "---\n# 日程表：2026-09-01 2026-09-07 -\nstart: 2026-09-01\nend: 2026-09-07\nmoved_from: 2026-06-17\n---\n"
    )
    year(row(start="10月8日", end="10月14日"))
    assert (weeks(root)["henan"].start, weeks(root)["henan"].moved_from) == (
        datetime.date(2026, 10, 8), datetime.date(2026, 6, 17),
    )  # fmt: skip
    year(row())
    assert (weeks(root)["henan"].start, weeks(root)["henan"].moved_from) == (datetime.date(2026, 6, 17), None)


def test_a_month_that_becomes_a_day_is_no_move_and_a_lost_day_is_put_off(root, year):
    year(row(start="9月", end=""))
    year(row(start="9月1日", end=""))
    assert file(root, "henan.md") == "---\n# 日程表：2026-09-01 - -\nstart: 2026-09-01\n---\n"
    year(row(start="待定", end=""))
    put_off = "---\n# 日程表：- - postponed\nstatus: postponed\nmoved_from: 2026-09-01\n---\n"
    assert file(root, "henan.md") == put_off
    assert "没有要做的" in year(row(start="待定", end=""))[1]
    assert file(root, "henan.md") == put_off
    year(row(start="10月8日", end=""))
    assert weeks(root)["henan"].status == "planned"
    assert weeks(root)["henan"].moved_from == datetime.date(2026, 9, 1)


def test_what_an_editor_touched_is_kept_and_said(root, year):
    year(row(theme="灯下"))
    path = root / "content/weeks/2026/henan.md"
    path.write_text(
        file(root, "henan.md").replace("start: 2026-06-17", "start: 2026-06-18  # 电话里说的"), "utf-8"
    )
    before = path.read_bytes()
    assert "没有要做的" in year(row(theme="灯下"))[1]
    code, said = year(row(start="7月1日", end="7月7日", theme="夜校"))
    assert code == 0
    assert said.splitlines()[2:] == [
        "还要人看一看：",
        "  河南省：文件里是2026-06-18至2026-06-23，日程表里是2026-07-01至2026-07-07，没有动；请核对",
        "  河南省：theme 和日程表不一样，没有动",
    ]
    assert path.read_bytes() == before


def test_a_file_written_by_hand_gets_what_it_lacks(root, year):
    folder = root / "content/weeks/2026"
    folder.mkdir()
    by_hand = "---\nstart: 2026-06-17   # 定了\nhosts:\n  - 省厅\n---\n正文。\n"
    (folder / "henan.md").write_text(by_hand, "utf-8")
    said = year(row(end="", theme="灯下"))[1]
    assert "河南省：补上 theme" in said and "没有动" not in said
    assert file(root, "henan.md") == by_hand.replace("  - 省厅\n", "  - 省厅\ntheme: 灯下\n")


def test_a_dry_run_and_a_second_run_change_nothing(root, year):
    year(row(), options=["--dry-run"])
    assert not (root / "content/weeks/2026").exists()
    year(row())
    before = {name: file(root, name) for name in files(root)}
    assert "已经是这样，没有要做的。" in year(row())[1]
    assert {name: file(root, name) for name in files(root)} == before


def test_a_status_follows_the_sheet_while_no_editor_changed_it(root, year):
    year(row())
    assert "改为2026-06-17至2026-06-23，已取消" in year(row(status="取消"))[1]
    assert weeks(root)["henan"].status == "cancelled"


def test_hostile_cells_stay_text(root, year):
    year(row(theme='"]: <b>&x *y # z\n- {'))
    assert weeks(root)["henan"].theme == '"]: <b>&x *y # z - {'


@pytest.mark.parametrize("text", ["26", "两千", "1999"])
def test_what_is_no_year_is_refused(root, capsys, text):
    with pytest.raises(SystemExit) as stopped:
        main(["new", "year", text, "--root", str(root)])
    assert stopped.value.code == 2


def test_what_is_no_table_is_refused_in_a_sentence(root, capsys):
    assert main(["new", "year", "2026", "--from", str(root / "no.xlsx"), "--root", str(root)]) == 2
    assert "no.xlsx 打不开：没有这个文件，请核对" in capsys.readouterr().err
    assert main(["new", "year", "2026", "--from", str(root), "--root", str(root)]) == 2
    assert "文件夹，请写里面" in capsys.readouterr().err
    (root / "~$日程.xlsx").write_bytes(b"\x05user" + bytes(160))
    assert main(["new", "year", "2026", "--from", str(root / "~$日程.xlsx"), "--root", str(root)]) == 2
    assert "请写去掉 ~$ 的文件名" in capsys.readouterr().err


def test_a_week_whose_programme_was_written_since_still_follows_the_sheet(root, year):
    year(["1", "河南省", "", "2026-06-17", "2026-06-23", "", "", ""])
    path = root / "content/weeks/2026/henan.md"
    programme = "programme:\n- {what: 开幕式, date: 2026-06-17}\n"
    path.write_text(path.read_text("utf-8").replace("\n---\n", f"\n{programme}---\n", 1), "utf-8")
    code, said = year(["1", "河南省", "", "2026-06-18", "2026-06-24", "", "", ""])
    assert (code, "自身出了错" in said) == (0, False)
    assert weeks(root)["henan"].start == datetime.date(2026, 6, 18)
    assert programme in path.read_text("utf-8")
