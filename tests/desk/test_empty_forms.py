"""Empty forms after a notice: what is printed on them, and that a filled one is read back field by field."""

import io
import itertools

import docx
import openpyxl
import pytest

from showcase.cli import main
from showcase.content.form_labels import Paper
from showcase.content.label_keys import field_of
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.desk.empty_forms.papers import empty_papers
from showcase.intake.documents import papers_in
from showcase.intake.paper_files import read_paper
from sites import ROOT

STAR = {
    "name": "沈玉兰", "sex": "女", "born": "1952年3月", "nation": "汉族", "native_place": "青柳县", "party": "群众",
    "work_since": "1970年9月", "title": "中级工", "education": "初中", "school": "青柳县第二中学",
    "unit_post": "青柳县城关镇桥头社区\n居民", "resume": "1970年进厂。\n1999年退休。", "learning": "每周读书。",
    "awards": "学习家庭。", "deeds": "第一段。\n第二段。", "showcase_text": "她每天读书。", "unit_opinion": "同意推荐。",
    "county_opinion": "同意。", "province_opinion": "同意报送。",
}  # fmt: skip
PROJECT = {
    "name": "“一页书”公交读书角", "hosts": "青柳县公共交通公司", "host_telephone": "0379-60000003",
    "organisers": "青柳县图书馆", "organiser_telephone": "0379-60000004", "started": "2020年3月",
    "venue": "三条公交线路", "audience": "乘客", "learners": "2023年5200人次", "awards": "县级示范。",
    "description": "第一段。\n第二段。", "showcase_text": "一页一页地读。", "host_opinion": "同意推荐。",
    "county_opinion": "同意。", "province_opinion": "同意报送。",
}  # fmt: skip
CONTACT = {"telephone": "0379-60000001", "mobile": "13800000001", "email": "example@example.org"}
FORMS = {"star-form": (Paper.STAR_FORM, STAR), "project-form": (Paper.PROJECT_FORM, PROJECT)}
ROWS = {
    "star-register": {
        "order": "1", "name": "沈玉兰", "unit": "青柳县城关镇桥头社区", "post": "居民", "sex": "女", "nation": "汉",
        "born": "1952年3月", "education": "初中", "title": "中级工", "video": "有", "telephone": "13800000001",
        "remarks": "事迹特别感人",
    },
    "project-register": {
        "order": "1", "name": "“一页书”公交读书角", "hosts": "青柳县公共交通公司", "started": "2020年3月",
        "learners": "5200人次", "papers": "总结", "address": "青柳县车站路", "contact": "0379-60000003",
        "remarks": "特别受百姓喜爱",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def book():
    library, _ = read_library(Layout(ROOT))
    return next(book for book in library.rulebooks if book.id == "henan-2024")


@pytest.fixture(scope="module")
def papers(book):
    return dict(empty_papers(book))


def read(folder, name, data):
    """Return what the reader of packets finds in a paper."""
    path = folder / name
    path.write_bytes(data)
    return papers_in(read_paper(path, folder / "pasted"), name)


def filled_word(data, paper, values):
    """Write `values` into the cell to the right of each label, before what is printed there."""
    document = docx.Document(io.BytesIO(data))
    before = ""
    for row in document.tables[0].rows:
        cells = [cell for cell, _ in itertools.groupby(row.cells, key=lambda cell: cell._tc)]
        for label, cell in itertools.pairwise(docx.table._Cell(tc, document.tables[0]) for tc in cells):
            field = field_of(paper, label.text)
            field = "organiser_telephone" if field == "host_telephone" and before == "organisers" else field
            before = field or before
            if field == "contact":
                for line, value in zip(cell.paragraphs, CONTACT.values(), strict=True):
                    line.add_run(value)
            elif field in values and not field_of(paper, cell.text):
                cell.paragraphs[0].text = values[field]
    return saved(document)


def filled_sheet(data, paper, values):
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    before = ""
    for row in workbook.active.iter_rows():
        said = [cell for cell in row if not isinstance(cell, openpyxl.cell.cell.MergedCell)]
        for label, cell in itertools.pairwise(said):
            field = field_of(paper, str(label.value or ""))
            field = "organiser_telephone" if field == "host_telephone" and before == "organisers" else field
            before = field or before
            if field == "contact":
                parts = zip(("电话：", "手机：", "邮箱："), CONTACT.values(), strict=True)
                cell.value = "\n".join(word + value for word, value in parts)
            elif field in values:
                cell.value = f"{values[field]}\n{cell.value}" if cell.value else values[field]
    return saved(workbook)


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("name", "ending"), list(itertools.product([*FORMS, *ROWS], ["docx", "xlsx"])))
def test_an_empty_paper_says_nothing(tmp_path, papers, name, ending):
    found = read(tmp_path, f"{name}.{ending}", papers[f"{name}.{ending}"])
    assert [dict(form.fields) for form in found.forms] == ([{}] if name in FORMS else [])
    assert [register.rows for register in found.registers] == ([] if name in FORMS else [()])
    assert [register.sender for register in found.registers] == ([] if name in FORMS else [""])


@pytest.mark.parametrize(
    ("name", "ending", "fill"),
    [(n, e, f) for n in FORMS for e, f in (("docx", filled_word), ("xlsx", filled_sheet))],
)
def test_a_filled_form_is_read_back_field_by_field(tmp_path, papers, name, ending, fill):
    paper, values = FORMS[name]
    found = read(tmp_path, f"{name}.{ending}", fill(papers[f"{name}.{ending}"], paper, values))
    wanted = {**values, **CONTACT} if paper is Paper.STAR_FORM else values
    assert [{field: said.text for field, said in form.fields.items()} for form in found.forms] == [wanted]


@pytest.mark.parametrize("name", ROWS)
def test_a_filled_register_is_read_back_cell_by_cell(tmp_path, papers, name):
    document = docx.Document(io.BytesIO(papers[f"{name}.docx"]))
    line = next(p for p in document.paragraphs if p.text.startswith("报送单位："))
    line.runs[0].text = line.text.replace("报送单位：", "报送单位：云溪市教育局")
    for cell, value in zip(document.tables[0].rows[1].cells, ROWS[name].values(), strict=True):
        cell.text = value
    workbook = openpyxl.load_workbook(io.BytesIO(papers[f"{name}.xlsx"]))
    sheet = workbook.active
    sheet["A2"] = str(sheet["A2"].value).replace("报送单位：", "报送单位：云溪市教育局")
    for column, value in enumerate(ROWS[name].values(), 1):
        sheet.cell(4, column).value = value
    for ending, filled in (("docx", document), ("xlsx", workbook)):
        found = read(tmp_path, f"{name}.{ending}", saved(filled)).registers[0]
        assert found.sender == "云溪市教育局"
        assert [{field: said.text for field, said in row.items()} for row in found.rows] == [ROWS[name]]


def test_the_limits_of_the_notice_are_hints_and_checks(papers, book):
    document = docx.Document(io.BytesIO(papers["star-form.docx"]))
    labels = {row.cells[0].text for row in document.tables[0].rows}
    assert {"主要事迹和成效\n（不少于1000字）", "宣传展示材料\n（300字左右）"} <= labels
    sheet = openpyxl.load_workbook(io.BytesIO(papers["star-form.xlsx"])).active
    checks = {
        (each.type, each.formula1, each.formula2, each.errorStyle)
        for each in sheet.data_validations.dataValidation
        if each.type
    }
    assert checks == {
        ("list", '"男,女"', None, None),
        ("textLength", "1000", "30000", "stop"),
        ("textLength", "240", "360", "warning"),
        ("textLength", "100", "30000", "stop"),
    }
    register = openpyxl.load_workbook(io.BytesIO(papers["star-register.xlsx"])).active
    assert [str(each.sqref) for each in register.data_validations.dataValidation if each.type == "list"] == [
        "E4:E43",
        "J4:J43",
    ]


def test_opinions_follow_the_notice():
    library, _ = read_library(Layout(ROOT))
    city = next(book for book in library.rulebooks if book.id == "city-districts-2024")
    document = docx.Document(io.BytesIO(dict(empty_papers(city))["star-form.docx"]))
    fields = [field_of(Paper.STAR_FORM, row.cells[0].text) for row in document.tables[0].rows]
    assert [field for field in fields if field.endswith("_opinion")] == [
        "unit_opinion", "county_opinion", "city_opinion", "province_opinion",
    ]  # fmt: skip


def test_the_same_notice_gives_the_same_bytes(book, papers):
    assert dict(empty_papers(book)) == papers


def test_the_command_writes_every_paper(tmp_path, papers, capsys):
    assert main(["forms", "--rulebook", "henan-2024", "--root", str(ROOT), "--out", str(tmp_path)]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == papers
    assert main(["forms", "--rulebook", "henan-2042", "--root", str(ROOT), "--out", str(tmp_path)]) == 2
    assert "没有规则文件 content/rulebooks/henan-2042.yml" in capsys.readouterr().err
