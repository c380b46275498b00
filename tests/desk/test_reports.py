"""The report of a year: every number again from the files, every form of it read by somebody else."""

import csv
import datetime
import io
import re
import subprocess
from collections import Counter
from dataclasses import replace

import pytest
import yaml
from openpyxl import load_workbook

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.report_settings import read_report_columns
from showcase.desk.reports import report_files, report_tables
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Library
from showcase.model.parts import PressReport
from showcase.model.report_columns import TABLES, usual
from showcase.model.settings import Settings
from showcase.model.terms import EventKind, WeekStatus
from sites import ROOT

TODAY = datetime.date(2026, 11, 22)
YEARS = (2024, 2025, 2026)
EVERYTHING = {table: usual(table) for table in TABLES}


@pytest.fixture(scope="module")
def library():
    return read_library(Layout(ROOT))[0]


@pytest.fixture(scope="module")
def fronts():
    """Every front matter of the demo as plain YAML, by path below content/: a reader that is not ours."""
    found = {}
    for path in sorted((ROOT / "content").rglob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        if text.startswith("---"):
            front = yaml.load(text.split("---")[1], yaml.BaseLoader)
            found[path.relative_to(ROOT / "content").as_posix()] = front
    return found


def counted(fronts, year):
    """The year's sums, counted from plain YAML: records, events, films, attendance by where, mode and unit."""
    sums = Counter()
    withdrawn = (ROOT / "content/withdrawn.yml").read_text(encoding="utf-8")
    for path, front in fronts.items():
        kind, folder, *_ = path.split("/")
        address = re.sub(r"(/\d{3})-[^/]*$", r"\1", path.removesuffix(".md"))
        if f"{address}\n" in withdrawn.replace(",", "\n").replace("}", "\n"):
            continue
        if kind in ("stars", "projects"):
            honours = [
                h
                for h in front.get("honours", [])
                if h["stage"] == "approved" and h.get("document") and h.get("date")
            ]
            if str(year) in [h["year"] for h in honours]:
                sums[kind] += 1
                sums["films"] += "video" in front
        elif kind in ("weeks", "events") and folder == str(year) and front.get("kind") != "tour":
            name = "week_" if kind == "weeks" else "event_"
            sums["events"] += kind == "events"
            sums["films"] += "video" in front
            sums["city_weeks"] += kind == "weeks" and "." in path.removesuffix(".md")
            for count in front.get("attendance", []):
                sums[f"{name}{count.get('mode', 'both')}_{count['unit']}"] += int(count["count"])
    return sums


@pytest.mark.parametrize("year", YEARS)
def test_every_sum_of_the_workbook_is_what_another_reader_counts(library, fronts, year):
    book = workbook(library, year)
    sheet = book["分地区"]
    head = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "地区")
    total = [cell.value for cell in sheet[sheet.max_row]]
    by_title = {title: name for name, title in EVERYTHING["regions"]}
    found = {
        by_title[title]: value for title, value in zip(head, total, strict=True) if isinstance(value, int)
    }
    expected = counted(fronts, year)
    ours = {name: value for name, value in found.items() if value and not name.startswith("cities")}
    assert ours == {name: value for name, value in expected.items() if value}


@pytest.mark.parametrize("year", YEARS)
def test_every_total_is_the_sum_of_its_column(library, year):
    for table in report_tables(library, Settings(), year, EVERYTHING):
        for place, (name, _) in enumerate(table.columns):
            numbers = [row[place] for row in table.rows]
            if table.rows and name != "coverage" and all(isinstance(n, int) for n in numbers):
                assert table.total[place] == sum(numbers), (table.key, name)


def files_of(library, year, wanted=None, settings=None):
    settings = settings or Settings(site_name="示例", owner="示例协会")
    tables = report_tables(library, settings, year, {**EVERYTHING, **(wanted or {})})
    return {file.name: file.data for file in report_files(tables, settings, year, TODAY)}


def workbook(library, year):
    return load_workbook(io.BytesIO(files_of(library, year)[f"report-{year}.xlsx"]))


def test_a_report_is_a_workbook_three_tables_and_a_page(library):
    assert list(files_of(library, 2024)) == [
        "report-2024.xlsx",
        "report-2024-regions.csv",
        "report-2024-weeks.csv",
        "report-2024-events.csv",
        "report-2024.html",
    ]


def test_the_same_records_are_the_same_bytes(library):
    assert files_of(library, 2024) == files_of(library, 2024)


def test_a_csv_opens_in_excel_s_way_and_says_what_the_workbook_says(library):
    files = files_of(library, 2024)
    book = load_workbook(io.BytesIO(files["report-2024.xlsx"]))
    for key, title in (("regions", "分地区"), ("weeks", "活动周"), ("events", "活动")):
        data = files[f"report-2024-{key}.csv"]
        assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n")
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        sheet = [[as_csv(cell) for cell in row] for row in book[title].iter_rows(min_row=4)]
        assert lines == sheet[:-1], key


def as_csv(cell):
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date().isoformat()
    if cell.number_format == "0%" and cell.value is not None:
        return f"{cell.value:.0%}"
    return "" if cell.value is None else str(cell.value)


def test_a_cell_that_looks_like_a_formula_runs_nowhere(tmp_path):
    place = tmp_path / "content/weeks/2024/henan.md"
    place.parent.mkdir(parents=True)
    place.write_text(
        '---\nstart: 2024-06-17\nstatus: confirmed\ntheme: "=1+1,\\"甲\\""\n---\n', encoding="utf-8"
    )
    library, problems = read_library(Layout(tmp_path))
    files = files_of(library, 2024)
    (line,) = list(csv.DictReader(io.StringIO(files["report-2024-weeks.csv"].decode("utf-8-sig"))))
    assert (problems, line["主题"]) == ([], '\'=1+1,"甲"')
    sheet = load_workbook(io.BytesIO(files["report-2024.xlsx"]))["活动周"]
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == '=1+1,"甲"'] == ["s"]


def test_the_press_is_counted_by_place_and_a_joint_week_stands_with_both():
    day = datetime.date(2024, 10, 21)
    reports = tuple(PressReport(title=title, outlet="某日报") for title in "一二")
    week = ActivityWeek(
        year=2024, region="zhejiang", joint="宁波", start=day, end=day.replace(day=27), press=reports
    )
    talk = Event(
        address="events/2024/2024-10-21-a",
        kind=EventKind.TALK,
        date=day,
        title="报告会",
        region="ningbo",
        press=reports[:1],
    )
    table = report_tables(Library(weeks=(week,), events=(talk,)), Settings(), 2024, EVERYTHING)[0]
    names = [name for name, _ in table.columns]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in (*table.rows, table.total)}
    assert [rows[name]["press"] for name in ("浙江省", "宁波市", "北京市", "合计")] == [2, 1, 0, 3]
    assert rows["浙江省"]["week"] == "10月21日至27日"
    assert rows["宁波市"]["week"] == "10月21日至27日（与浙江省合办）"


def test_a_cancelled_event_is_listed_and_not_counted_as_held():
    day = datetime.date(2024, 10, 21)
    talk = Event(
        address="events/2024/2024-10-21-a", kind=EventKind.TALK, date=day, title="报告会", region="henan"
    )
    off = replace(talk, address="events/2024/2024-10-21-b", status=WeekStatus.CANCELLED)
    moved = replace(talk, address="events/2024/2024-10-14-c", moved_from=day.replace(day=14))
    regions, _, events = report_tables(Library(events=(talk, off, moved)), Settings(), 2024, EVERYTHING)
    heads = [name for name, _ in regions.columns]
    assert dict(zip(heads, regions.total, strict=True))["events"] == 2
    names = [name for name, _ in events.columns]
    rows = [dict(zip(names, row, strict=True)) for row in events.rows]
    assert [(row["record"][-1], row["status"], row["moved_from"]) for row in rows] == [
        ("c", "", day.replace(day=14)),
        ("a", "", None),
        ("b", "已取消", None),
    ]


def test_all_32_addressees_stand_there_and_others_only_with_something(library):
    tables = report_tables(library, Settings(), 2026, EVERYTHING)
    names = [row[0] for row in tables[0].rows]
    assert (
        len(names) == 32 and "新疆生产建设兵团" in names and "大连市" not in names and "台湾省" not in names
    )
    assert "大连市" in [row[0] for row in report_tables(library, Settings(), 2024, EVERYTHING)[0].rows]


def test_on_a_province_s_own_site_cities_take_the_place_of_regions(library):
    table = report_tables(library, Settings(scope="henan"), 2024, EVERYTHING)[0]
    assert table.rows[0][0] == "河南省" and [row[0] for row in table.rows[1:3]] == ["郑州市", "开封市"]
    whole = report_tables(
        library, Settings(), 2024, {"regions": (("region", "地区"), ("stars", "人")), **rest()}
    )[0]
    here = report_tables(
        library, Settings(scope="henan"), 2024, {"regions": (("region", "地区"), ("stars", "人")), **rest()}
    )[0]
    assert here.total[1] == next(row[1] for row in whole.rows if row[0] == "河南省")


def rest():
    return {table: usual(table) for table in ("weeks", "events")}


def columns_from(tmp_path, text):
    file = tmp_path / "columns.yml"
    file.write_text(text, encoding="utf-8")
    return read_report_columns(Layout(tmp_path), file)


def test_columns_are_chosen_ordered_and_named_by_the_office(library, tmp_path):
    wanted, problems = columns_from(tmp_path, "regions:\n  - {column: stars, title: 推介人数}\n  - region\n")
    table = report_tables(library, Settings(), 2024, wanted)[0]
    assert (problems, [title for _, title in table.columns]) == ([], ["推介人数", "地区"])
    assert wanted["events"] == usual("events")


def test_a_chosen_column_stays_though_nobody_filled_it(library, tmp_path):
    wanted, _ = columns_from(tmp_path, "regions: [region, week_both_visits]\n")
    assert [name for name, _ in report_tables(library, Settings(), 2026, wanted)[0].columns] == [
        "region",
        "week_both_visits",
    ]


def test_an_unknown_column_is_told_with_its_line(tmp_path):
    _, problems = columns_from(tmp_path, "regions:\n  - region\n  - star\n  - {column: attendance}\n")
    assert [(p.rule, p.line) for p in problems] == [("record-choice", 3), ("record-choice", 4)]


def test_nothing_claims_to_be_an_annex_of_the_ministry(library):
    texts = [data for name, data in files_of(library, 2024).items() if not name.endswith(".xlsx")]
    cells = [
        str(c) for sheet in workbook(library, 2024) for row in sheet.iter_rows(values_only=True) for c in row
    ]
    assert [text for text in [b"".join(texts).decode(), *cells] if "附件" in text] == []


def run(*arguments, capsys):
    code = main([*map(str, arguments), "--root", str(ROOT)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_command_writes_all_and_says_where(tmp_path, capsys):
    code, said = run("report", 2024, "--today", TODAY, "--out", tmp_path / "r", capsys=capsys)
    names = sorted(path.name for path in (tmp_path / "r").iterdir())
    assert (code, said.count("做好了")) == (0, 6) and len(names) == 6 and "dashboard-2024.html" in names


@pytest.mark.parametrize("place", ["content", "content/pages", "media/stars", "site", "site/a", "."])
def test_a_report_goes_neither_into_the_records_nor_into_the_site(capsys, place):
    code, said = run("report", 2024, "--out", ROOT / place, capsys=capsys)
    assert code == 2 and "内部的统计不放在这里" in said


def test_a_year_of_which_nothing_is_known_is_refused(tmp_path, capsys):
    code, said = run("report", 2031, "--out", tmp_path / "r", capsys=capsys)
    assert (code, (tmp_path / "r").exists()) == (2, False) and "2031 年没有任何资料" in said


@pytest.mark.slow
def test_libreoffice_opens_the_workbook_and_reads_the_same_sums(library, tmp_path):
    for name, data in files_of(library, 2024).items():
        if name.endswith(".xlsx"):
            (tmp_path / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    ]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "report-2024.xlsx")],
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sheets = {path.stem.rpartition("-")[2]: path for path in tmp_path.glob("report-2024-*.csv")}
    assert sorted(sheets) == sorted(["分地区", "活动周", "活动"])
    last = list(csv.reader(sheets["分地区"].open(encoding="utf-8")))[-1]
    (table, *_) = report_tables(library, Settings(), 2024, EVERYTHING)
    assert [cell.replace(",", "") for cell in last[:-1]] == [str(cell or "") for cell in table.total[:-1]]
    assert float(last[-1].rstrip("%")) / 100 == pytest.approx(table.total[-1])
