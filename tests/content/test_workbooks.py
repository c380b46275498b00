"""Tables written to .xlsx, read again by openpyxl and looked at as the zip that they are."""

import datetime
import io
import zipfile

import pytest
from openpyxl import load_workbook

from showcase.content.packing import packed, repacked
from showcase.content.workbooks import Column, Table, workbook_of

DAY = datetime.date(2024, 6, 17)
COLUMNS = (Column(title="名称"), Column(title="日期"), Column(title="人数", number_format="#,##0"))
ROWS = [("青柳读书会", DAY, 1200), ("夜校", None, 30), ("合计", None, 1230)]


def book_of(*tables, **said):
    return load_workbook(io.BytesIO(workbook_of(tables, **said)))


def sheet_of(**table):
    return book_of(Table(**{"name": "表", "columns": COLUMNS} | table)).worksheets[0]


def values(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_table_is_read_again_as_it_was_written():
    sheet = sheet_of(rows=ROWS, total=True)
    moment = datetime.datetime(2024, 6, 17)
    assert values(sheet) == [
        ["名称", "日期", "人数"],
        ["青柳读书会", moment, 1200],
        ["夜校", None, 30],
        ["合计", None, 1230],
    ]
    assert (sheet["B2"].number_format, sheet["C2"].number_format) == ("yyyy-mm-dd", "#,##0")
    assert [sheet[f"A{row}"].font.bold for row in (1, 2, 3, 4)] == [True, False, False, True]


HOSTILE = ["=1+1", "=HYPERLINK(\"x\")", "+86", "-3", "@SUM(A1)", "#N/A", "\t=1", "'=1", "=", "00012", "2024-06-17"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula(text):
    sheet = sheet_of(columns=[Column(title=text)], rows=[[text]])
    assert [(cell.value, cell.data_type) for cell in sheet["A"]] == [(text, "s"), (text, "s")]


def test_no_sheet_of_the_file_holds_a_formula():
    data = workbook_of([Table(name="=1", columns=[Column(title="=1")], rows=[[text] for text in HOSTILE])])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert [b"<f>" in sheet or b"<f " in sheet for sheet in sheets] == [False]


def test_characters_that_xml_cannot_hold_are_left_out_and_all_others_kept():
    text = "\x00䶮\x0b𠮷\ud800\n第二行\r\n《“第三行”》&<>\uffff"
    assert sheet_of(columns=[Column(title="名")], rows=[[text]])["A2"].value == "䶮𠮷\n第二行\n《“第三行”》&<>"


def test_a_text_too_long_for_a_cell_is_cut():
    assert len(sheet_of(columns=[Column(title="名")], rows=[["长" * 40_000]])["A2"].value) == 32_767


def test_the_same_tables_are_the_same_bytes(monkeypatch):
    table = Table(name="表", columns=(*COLUMNS[:2], Column(title="类", choices=("甲", "乙"))), rows=[("a", DAY, "甲")])
    first = workbook_of([table], title="统计", author="示例")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "America/New_York")
    assert workbook_of([table], title="统计", author="示例") == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2005-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_the_properties_say_title_and_author_and_no_other_day():
    properties = book_of(Table(name="表", columns=COLUMNS), title="年度统计", author="示例协会").properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == ("年度统计", "示例协会", None)
    assert {properties.created, properties.modified} == {datetime.datetime(2005, 1, 1)}


def test_choices_are_offered_in_every_row_and_lie_in_a_hidden_sheet():
    kinds = tuple(f"种类{n}，甲" for n in range(80))  # far more than the 255 characters of a list in the cell
    book = book_of(Table(name="填写", columns=[Column(title="种类", choices=kinds, hint="选一项")], blank=20, above=["填写说明"]))
    sheet, hidden = book.worksheets
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "'选项'!$A$1:$A$80", "A3:A22")
    assert (rule.prompt, rule.showErrorMessage, rule.allow_blank) == ("选一项", True, True)
    assert (hidden.title, hidden.sheet_state, [cell.value for cell in hidden["A"]]) == ("选项", "hidden", list(kinds))


def test_a_hint_stands_without_choices_and_needs_no_hidden_sheet():
    book = book_of(Table(name="填写", columns=[Column(title="姓名", hint="和身份证一致")], blank=3))
    (rule,) = book.worksheets[0].data_validations.dataValidation
    assert (rule.prompt, rule.type, str(rule.sqref), book.sheetnames) == ("和身份证一致", None, "A2:A4", ["填写"])


def test_the_heading_is_fixed_filtered_and_repeated_on_paper():
    sheet = sheet_of(rows=ROWS, total=True, above=["统计表", "说明"])
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:C5", "$3:$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == ("landscape", 1, 0)


def test_columns_are_as_wide_as_their_longest_line_up_to_a_limit():
    rows = [["中文十个字中文十个字", "ab\n长" + "字" * 100, "x"]]
    columns = [Column(title="甲"), Column(title="乙"), Column(title="丙", width=33)]
    sheet = sheet_of(columns=columns, rows=rows)
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [23.5, 60, 33]


def test_names_of_sheets_are_made_fit_and_never_meet():
    tables = [Table(name=name, columns=COLUMNS) for name in ("统计[1]/2:*?", "统计", "统计", "", "很长" * 40)]
    assert book_of(*tables).sheetnames == ["统计 1  2", "统计", "统计 2", "表", ("很长" * 14)]


def test_a_zip_of_ours_has_no_date_and_keeps_its_order():
    data = packed([("b.txt", b"2"), ("a.txt", b"1")], stored=frozenset({"b.txt"}))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        kinds = [(i.filename, i.date_time[0], i.compress_type == zipfile.ZIP_STORED) for i in parts.infolist()]
    assert kinds == [("b.txt", 1980, True), ("a.txt", 1980, False)]
    again = repacked(data, {"a.txt": b"3"})
    with zipfile.ZipFile(io.BytesIO(again)) as parts:
        assert [(name, parts.read(name)) for name in parts.namelist()] == [("b.txt", b"2"), ("a.txt", b"3")]
