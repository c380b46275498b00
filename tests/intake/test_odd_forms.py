"""Forms as offices bend them: cells of their own, several fields in one cell, numbers, lines instead of tables."""

import io

import docx
import openpyxl
import pytest

from showcase.intake.documents import papers_in
from showcase.intake.paper_files import read_paper
from showcase.intake.registers import read_register, register_kind
from showcase.intake.values import counts_in, days_in
from showcase.intake.word_files import read_word
from showcase.media.terms.refusal import Refused


def table(rows, before=()):
    """Return a document of paragraphs and one table; the last cell of a short row reaches to the end."""
    document = docx.Document()
    for text in before:
        document.add_paragraph(text)
    width = max(map(len, rows), default=0)
    grid = document.add_table(rows=len(rows), cols=width) if rows else None
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            grid.cell(number, place).text = text
        if len(row) < width:
            grid.cell(number, len(row) - 1).merge(grid.cell(number, width - 1))
    return document


def read(folder, document):
    document.save(folder / "表.docx")
    return papers_in(read_word(folder / "表.docx", folder / "pasted"), "表.docx")


def fields(form):
    return {name: said.text for name, said in form.fields.items()}


STAR = {"name": "沈玉兰", "sex": "女", "unit": "桥头社区", "deeds": "她读书。"}
FORMS = {
    "cells that no notice has": (
        [
            ("姓名", "沈玉兰", "性别", "女", "婚姻状况", "丧偶"),
            ("工作单位", "桥头社区", "健康状况", "二级残疾"),
            ("主要事迹", "她读书。"),
        ],
        STAR | {"other": "丧偶二级残疾"},
        (),
    ),
    "cells that nobody knows": (
        [
            ("姓名", "沈玉兰", "性别", "女", "特殊情况", "低保户"),
            ("工作单位", "桥头社区", "家里困难", "一人独居"),
            ("子女情况", "两人在外", "主要荣誉", ""),
            ("主要事迹", "她读书。"),
        ],
        STAR,
        ("特殊情况", "家里困难", "子女情况"),
    ),
    "an empty value before them": (
        [("姓名", "沈玉兰", "性别", "女"), ("工作单位", "", "家里困难", "是"), ("主要事迹", "她读书。")],
        {"name": "沈玉兰", "sex": "女", "deeds": "她读书。"},
        ("家里困难",),
    ),
    "several in one cell": (
        [
            ("姓名：沈玉兰    性 别：女    民族：汉",),
            ("工作单位：桥头社区   职务：居民",),
            ("主要事迹：她读书。",),
        ],
        STAR | {"nation": "汉", "post": "居民"},
        (),
    ),
    "numbers before the labels": (
        [
            ("一、姓名", "沈玉兰"),
            ("二、性别", "女"),
            ("3. 工作单位", "桥头社区"),
            ("四、主要事迹", "她读书。"),
        ],
        STAR,
        (),
    ),
    "a place for the photograph": (
        [
            ("姓名", "沈玉兰", "性别", "女", "贴照片处"),
            ("工作单位", "桥头社区", "", "", "近期免冠\n照片"),
            ("主要事迹", "她读书。"),
        ],
        STAR,
        (),
    ),
    "a number a digit a cell": (
        [
            ("姓名", "沈玉兰", "性别", "女"),
            ("证件号码", *"4100001952"),
            ("工作单位", "桥头社区"),
            ("主要事迹", "她读书。"),
        ],
        STAR | {"id_number": "4 1 0 0 0 0 1 9 5 2"},
        (),
    ),
    "a label within a long text": (
        [
            ("姓名", "沈玉兰", "性别", "女"),
            ("工作单位", "桥头社区"),
            ("主要事迹", "单位：她说那不是单位。\n她读书。"),
        ],
        STAR | {"deeds": "单位：她说那不是单位。\n她读书。"},
        (),
    ),
    "texts that are elsewhere": (
        [
            ("姓名", "沈玉兰", "性别", "女"),
            ("工作单位", "桥头社区"),
            ("主要事迹", "详见附件2"),
            ("宣传展示材料", "（另附页）"),
        ],
        {"name": "沈玉兰", "sex": "女", "unit": "桥头社区"},
        (),
    ),
}


@pytest.mark.parametrize("oddity", FORMS)
def test_what_stands_beside_a_field_is_not_taken_for_its_value(tmp_path, oddity):
    rows, wanted, unknown = FORMS[oddity]
    (form,) = read(tmp_path, table(rows)).forms
    assert fields(form) == wanted
    assert form.unknown == unknown


def test_lines_with_several_fields_are_read(tmp_path):
    lines = [
        "“百姓学习之星”推荐表",
        "姓名：__沈玉兰__  性别：_女_ 出生年月：1952年3月 家里困难：是",
        "工作单位：桥头社区\u3000联系电话：13800000001",
        "主要事迹：",
        "她读书。学校说：她读得好。",
    ]
    (form,) = read(tmp_path, table([], lines)).forms
    assert fields(form) == {
        "name": "沈玉兰",
        "sex": "女",
        "born": "1952年3月",
        "unit": "桥头社区",
        "telephone": "13800000001",
        "deeds": "她读书。学校说：她读得好。",
    }


def test_whom_to_call_is_no_host_of_a_project(tmp_path):
    rows = [
        ("项目名称", "读书角"),
        ("主办单位", "公交公司", "联系人", "张示三", "联系电话", "0379-60000001"),
        ("项目负责人", "李示四", "职务", "经理"),
        ("活动地点", "车上", "微信号", "abc123"),
        ("基本情况", "每天读。"),
    ]
    (form,) = read(tmp_path, table(rows)).forms
    told = fields(form)
    assert (told["name"], told["hosts"], told["venue"]) == ("读书角", "公交公司", "车上")
    assert told["host_telephone"] == "0379-60000001"


COLUMNS = ("序号", "姓名", "单位", "职务", "联系电话", "备注")
ROWS = [
    ("1", "甲示一", "桥头社区", "居民", "1"),
    ("2", "乙示二", "", "居民", "2"),
    ("3", "丙示三", "河西社区", "", "3"),
]
UNITS = [("甲示一", "桥头社区"), ("乙示二", "桥头社区"), ("丙示三", "河西社区")]


def units(register):
    return [(row["name"].text, row["unit"].text) for row in register.rows]


def test_a_unit_that_several_rows_share_is_each_ones_in_word(tmp_path):
    document = table([COLUMNS, *((*row, "") for row in ROWS)])
    grid = document.tables[0]
    grid.cell(1, 2).merge(grid.cell(2, 2))
    (register,) = read(tmp_path, document).registers
    assert units(register) == UNITS


def test_a_unit_that_several_rows_share_is_each_ones_in_excel(tmp_path):
    book = openpyxl.Workbook()
    for row in (COLUMNS, *ROWS):
        book.active.append([text or None for text in row])
    book.active.merge_cells("C2:C3")
    book.save(tmp_path / "表.xlsx")
    pages = read_paper(tmp_path / "表.xlsx", tmp_path)
    paper, at = register_kind(pages.grids[0])
    assert units(read_register(pages.grids[0], paper, at, "表.xlsx", pages)) == UNITS


def test_days_and_numbers_as_offices_write_them():
    assert days_in("19520308") == ["1952-03-08"]
    assert days_in("201609") == ["2016-09"]
    assert days_in("2016.9-2019.6") == ["2016-09", "2019-06"]
    assert days_in("13800195203") == []
    said = [count for count, _ in counts_in("2022年3000人次，2023年1,200人次", "人次", 2023)]
    assert [(count["year"], count["count"]) for count in said] == [(2022, 3000), (2023, 1200)]


@pytest.mark.parametrize(
    "head", [b"<html><body>", b"\xef\xbb\xbf<?xml version='1.0'?>", b"MIME-Version: 1.0\r\n"]
)
def test_a_page_that_was_saved_as_a_word_file_is_a_sentence(tmp_path, head):
    (tmp_path / "表.doc").write_bytes(head + b"x" * 100)
    with pytest.raises(Refused) as refused:
        read_paper(tmp_path / "表.doc", tmp_path)
    assert refused.value.refusal.message == "是另存成网页格式的文件，读不了"


def test_a_picture_that_is_only_a_link_is_counted(tmp_path):
    from docx.oxml import parse_xml

    document = table([("姓名", "沈玉兰", "性别", "女"), ("主要事迹", "她读书。")])
    link = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId99"/>'
        "</w:drawing></w:r>"
    )
    document.tables[0].cell(0, 1).paragraphs[0]._p.append(parse_xml(link))
    file = io.BytesIO()
    document.save(file)
    (tmp_path / "表.docx").write_bytes(file.getvalue())
    assert read_word(tmp_path / "表.docx", tmp_path).linked == 1
