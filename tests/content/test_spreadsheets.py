"""Tables that offices send: three formats, one meaning; what is no table is refused in one sentence."""

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from showcase.content import spreadsheet_formats, spreadsheets
from showcase.content.spreadsheets import Cell, NotATable, column_letters, read_tables

OLD = Path(__file__).parent / "old_table.xls"


def said(path):
    """Return what a table says: sheet name -> {cell name: value}."""
    return {
        sheet.name: {cell.name: cell.value for row in sheet.rows.values() for cell in row.values()}
        for sheet in read_tables(path)
    }


def workbook(path, rows, **formats):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "日程"
    for row in rows:
        sheet.append(row)
    for cell, code in formats.items():
        sheet[cell].number_format = code
    book.save(path)
    return path


ROWS = [
    ["地区", "开始", "人数", "时间", "是"],
    ["河南省", datetime.date(2026, 6, 17), 300, datetime.time(9, 30), True],
    [" 山西省　", "6月中旬", 1.5, None, False],
]
MEANT = {
    "A1": "地区", "B1": "开始", "C1": "人数", "D1": "时间", "E1": "是",
    "A2": "河南省", "B2": datetime.date(2026, 6, 17), "C2": "300", "D2": "09:30", "E2": "True",
    "A3": "山西省", "B3": "6月中旬", "C3": "1.5", "E3": "False",
}  # fmt: skip


def test_a_workbook_says_text_and_days(tmp_path):
    path = workbook(tmp_path / "日程.xlsx", ROWS, B2='m"月"d"日"')
    assert said(path) == {"日程": MEANT}


def test_an_old_workbook_says_the_same_and_its_hidden_sheet_nothing():
    assert said(OLD) == {"日程": MEANT}


def test_the_content_decides_and_not_the_name(tmp_path):
    renamed = tmp_path / "日程.xlsx"
    renamed.write_bytes(OLD.read_bytes())
    assert said(renamed) == {"日程": MEANT}


def test_hidden_sheets_are_left_out_and_empty_ones_are_there(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["一"]])
    book = openpyxl.load_workbook(path)
    book.create_sheet("空")
    hidden = book.create_sheet("藏")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    book.save(path)
    assert said(path) == {"日程": {"A1": "一"}, "空": {}}


def test_empty_rows_and_columns_keep_the_numbers_of_the_others(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [[], [None, "乙"], [], [], [None, None, "丙"]])
    assert said(path)["日程"] == {"B2": "乙", "C5": "丙"}


def test_a_merged_cell_stands_in_its_first(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["2026年日程", None], ["地区", "开始"]])
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("A1:B1")
    book.save(path)
    assert said(path)["日程"] == {"A1": "2026年日程", "A2": "地区", "B2": "开始"}


def test_a_moment_keeps_its_time_and_midnight_is_a_day(tmp_path):
    rows = [[datetime.datetime(2026, 6, 17, 9, 30), datetime.datetime(2026, 6, 17)]]
    values = said(workbook(tmp_path / "a.xlsx", rows))["日程"]
    assert values == {"A1": "2026-06-17 09:30", "B1": datetime.date(2026, 6, 17)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_reads_in_every_encoding_that_excel_and_wps_write(tmp_path, encoding):
    path = tmp_path / "日程.csv"
    path.write_bytes('地区,主题\r\n河南省,"学习, 不分\n早晚"\r\n,\r\n'.encode(encoding))
    assert said(path) == {"日程": {"A1": "地区", "B1": "主题", "A2": "河南省", "B2": "学习, 不分\n早晚"}}


@pytest.mark.parametrize("mark", [",", "\t", ";", "，"])
def test_a_csv_may_part_its_cells_in_four_ways(tmp_path, mark):
    path = tmp_path / "a.csv"
    path.write_text(f"地区{mark}开始\n河南{mark}2026/6/17\n", encoding="utf-8")
    assert said(path) == {"a": {"A1": "地区", "B1": "开始", "A2": "河南", "B2": "2026/6/17"}}


def test_what_nobody_sees_is_no_text(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["\u200b河\ufeff南\xa0", "\u3000\xa0 ", "一_x000D_\n二"]])
    assert said(path)["日程"] == {"A1": "河南", "C1": "一\n二"}


def test_columns_have_letters():
    assert [column_letters(n) for n in (1, 26, 27, 52, 53, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
    day = Cell(7, 3, datetime.date(2026, 6, 17))
    assert (day.name, day.text) == ("C7", "2026-06-17")


def refusal(path):
    with pytest.raises(NotATable) as refused:
        read_tables(path)
    return str(refused.value)


SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"


def made(path, data):
    path.write_bytes(data)
    return path


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", zipped(word="x"), f"a.xlsx 不是 Excel 表格，{SAVE_AS}"),
        ("a.xlsx", zipped(**{"xl/workbook.xml": "<"}), f"a.xlsx 不是完好的表格，{SAVE_AS}"),
        ("a.xlsx", b"PK\x03\x04 cut", f"a.xlsx 不是完好的表格，{SAVE_AS}"),
        ("a.xls", OLD.read_bytes()[:3000], f"a.xls 不是完好的表格，{SAVE_AS}"),
        ("a.xls", b"<html><table><tr><td>1", f"a.xls 不是 Excel 或 CSV 表格，{SAVE_AS}"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", f"a.csv 不是 Excel 或 CSV 表格，{SAVE_AS}"),
        (
            "a.xlsx",
            OLD.read_bytes()[:512] + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx 设了打开密码，请取消密码、保存以后再试。",
        ),
        (
            "a.xls",
            OLD.read_bytes().replace(b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00", 1),
            "a.xls 设了打开密码，请取消密码、保存以后再试。",
        ),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path, name, data, sentence):
    assert refusal(made(tmp_path / name, data)) == sentence


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path, monkeypatch):
    assert refusal(tmp_path / "no.csv") == "no.csv 打不开：没有这个文件，请核对文件名和它在哪个文件夹。"
    monkeypatch.setattr(spreadsheets, "MOST_BYTES", 2_000_000)
    large = made(tmp_path / "a.csv", b"," * 2_000_001)
    assert refusal(large) == "a.csv 超过 2 MB，请删去表里的图片和用不着的工作表再试。"


def test_a_zip_that_would_unpack_to_gigabytes_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet_formats, "MOST_INSIDE", 2_000_000)
    bomb = made(tmp_path / "a.xlsx", zipped(**{"xl/workbook.xml": b"0" * 2_000_001}))
    assert refusal(bomb) == "a.xlsx 展开以后太大，请把要用的工作表另存成一个文件再试。"


def test_nothing_is_looked_for_behind_thousands_of_empty_rows(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["一"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'r="1"', b'r="999999999"').replace(
        b'"A1"', b'"A999999999"'
    )
    assert said(made(path, zipped(**parts))) == {"日程": {}}


def test_more_rows_or_columns_than_anybody_reads_are_refused(tmp_path):
    sentence = "{} 的一张工作表超过 50000 行或 200 列，请只留下要用的部分再试。"
    assert refusal(made(tmp_path / "a.csv", b"x\n" * 50_001)) == sentence.format("a.csv")
    assert refusal(made(tmp_path / "b.csv", b"x," * 200 + b"x\n")) == sentence.format("b.csv")
