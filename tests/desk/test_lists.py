"""What an office makes on the way to its lists: catalogue, experts' pack, 公示, final list, sheet to sign."""

import io
import zipfile

import docx
import openpyxl
import pytest
from PIL import Image

from showcase.cli import main
from showcase.desk.lists.official import signature

YEAR = 2024
STAR = """---
name: {name}
unit: {unit}
post: 居民
nominated_by: [云溪市教育局]
photos:
  - {{file: id.jpg, kind: id-photo, alt: 证件照}}
  - {{file: life.jpg, kind: life, alt: 生活照}}
  - {{file: children.jpg, kind: activity, alt: 活动照, minors: true}}
honours:
  - year: 2024
    level: provincial
    title: 河南省“百姓学习之星”
    stage: {stage}
    document: 示例教〔2024〕85号
    date: 2024-06-26
---
{text}

## 主要事迹

她每天读书。
"""
PROJECT = """---
name: “一页书”公交读书角
hosts: [青柳县公共交通公司, 青柳县图书馆]
organisers: [青柳县文化馆]
office_contact: {{office: 公交公司, telephone: 0379-60000003}}
honours:
  - year: 2024
    level: provincial
    title: 河南省“终身学习品牌项目”
    stage: {stage}
    document: 示例教〔2024〕85号
    date: 2024-06-26
    distinction: most-loved
---
车上读一页。
"""
ANNOUNCEMENT = """---
title: 河南省2024年“百姓学习之星”“终身学习品牌项目”拟推介名单公示
year: 2024
level: provincial
region: henan
first_day: 2024-05-20
last_day: 2024-05-26
candidates:
  - {name: 沈玉兰, unit: 青柳县城关镇桥头社区}
  - {name: 旧人, unit: 旧单位, record: stars/2024/henan/007}
office_contact: {office: 示例省职成教处, telephone: 0000-6600100}
document: 示例公示〔2024〕6号
---
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path):
    """Return a function that makes a site whose star and project stand at a stage."""

    def make(stage, text="她爱读书。"):
        root = tmp_path / "site"
        write(
            root / "mkdocs.yml",
            "site_name: 试\ndocs_dir: content/pages\nplugins: [showcase: {owner: 示例省教育厅}]\n",
        )
        star = STAR.format(name="沈玉兰", unit="青柳县城关镇桥头社区", stage=stage, text=text)
        write(root / "content/stars/2024/henan/001.md", star)
        write(root / "content/projects/2024/henan/001.md", PROJECT.format(stage=stage))
        write(root / "content/announcements/2024-henan-list.md", ANNOUNCEMENT)
        write(root / "content/withdrawn.yml", "- {address: stars/2024/henan/007, date: 2024-05-21}\n")
        for name in ("id.jpg", "life.jpg", "children.jpg"):
            path = root / "media/stars/2024/henan/001" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            exif = Image.Exif()
            exif[0x010F] = "相机"
            Image.new("RGB", (640, 480), "red").save(path, exif=exif.tobytes())
        return root

    return make


def lists(root, kind, *more):
    """Run the command; return its exit code and the bytes of the file."""
    out = root.parent / "out"
    code = main(["lists", str(YEAR), "--kind", kind, "--root", str(root), "--out", str(out), *more])
    made = list(out.glob(f"*{kind}.*"))
    return code, made[0].read_bytes() if made else b""


def said(data):
    """Return the paragraphs of a Word file, and its tables as rows of text."""
    document = docx.Document(io.BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [p.text for p in document.paragraphs if p.text.strip()], tables


STARS = [["序号", "姓名", "单位"], ["1", "沈玉兰", "青柳县城关镇桥头社区"]]
PROJECTS = [["序号", "项目名称", "单位"], ["1", "“一页书”公交读书角", "青柳县公共交通公司、青柳县图书馆"]]


def test_the_catalogue_has_a_sheet_for_each_category(site):
    code, data = lists(site("nominated"), "catalogue", "--region", "henan")
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)][3:] for sheet in book}
    assert code == 0
    assert rows == {
        "百姓学习之星": [
            [1, "沈玉兰", "青柳县城关镇桥头社区", "居民", "云溪市教育局", None, 5, 3, "无", "已推荐", "stars/2024/henan/001"]
        ],
        "终身学习品牌项目": [
            [1, "“一页书”公交读书角", "青柳县公共交通公司、青柳县图书馆", "青柳县文化馆", None, "特别受百姓喜爱", 6, 0, "无",
             "已推荐", "projects/2024/henan/001"]
        ],
    }  # fmt: skip


def test_the_experts_pack_has_texts_and_clean_photographs_and_nothing_private(site):
    code, data = lists(site("shortlisted", "她的手机是13800000001，天天读书。"), "review")
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        names, page = pack.namelist(), pack.read("index.html").decode()
        photo = Image.open(io.BytesIO(pack.read("photos/star-001-2.jpg"))) if len(names) > 2 else None
        image = Image.open(io.BytesIO(pack.read("photos/star-001-1.jpg")))
    assert (code, names, photo) == (0, ["index.html", "photos/star-001-1.jpg"], None)
    assert dict(image.getexif()) == {}
    assert "她的手机是〔略〕，天天读书。" in page
    assert "她每天读书。" in page
    assert [word for word in ("13800000001", "60000003", "证件照.", "children", "http") if word in page] == []


def test_the_announcement_says_names_days_and_whom_to_call(site):
    code, data = lists(site("announced"), "announcement", "--region", "henan")
    words, tables = said(data)
    assert (code, tables) == (0, [STARS])
    assert words[:6] == [
        "河南省2024年“百姓学习之星”\n“终身学习品牌项目”拟推介名单公示",
        "经各地推荐、审核，提出2024年河南省“百姓学习之星”“终身学习品牌项目”拟推介名单（“百姓学习之星”1名），现予公示（名单附后）。",
        "公示时间：2024年5月20日至2024年5月26日，首日、末日都算在内。",
        "对名单有意见的，请在公示期内反映，写明意见和联系方式。",
        "受理单位：示例省职成教处",
        "联系电话：0000-6600100",
    ]
    assert words[7:9] == ["示例省教育厅", "2024年5月20日"]


@pytest.mark.parametrize(
    ("owner", "insets"),
    [("示例省教育厅", [4.25, 4]), ("示例省成人教育与终身学习协会职业与社区教育委员会", [0, 8.75])],
)
def test_who_signs_stands_over_the_middle_of_the_day(owner, insets):
    assert [line.inset for line in signature(owner, "2024年5月20日")] == insets


def test_drafts_stand_by_who_recommends_and_their_readings(site, tmp_path):
    root = site("nominated")
    text = (root / "content/stars/2024/henan/001.md").read_text("utf-8")
    for draft, name, by in (
        ("draft-aaaaaa", "周示例", "云溪市教育局"),
        ("draft-bbbbbb", "安示例", "云溪市教育局"),
        ("draft-cccccc", "卜示例", "丙市教育局"),
    ):
        said = text.replace("沈玉兰", name).replace("云溪市教育局", by)
        write(root / f"content/stars/2024/henan/{draft}.md", said)
    sheet = openpyxl.load_workbook(io.BytesIO(lists(root, "catalogue")[1])).worksheets[0]
    names = [row[1] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert names == ["沈玉兰", "卜示例", "安示例", "周示例"]


def test_what_is_signed_stays_on_one_page(site):
    document = docx.Document(io.BytesIO(lists(site("approved"), "sign-off")[1]))
    signs = [cell.paragraphs[0] for row in document.tables[-1].rows[:-1] for cell in row.cells]
    checks = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("□")]
    assert {p.paragraph_format.keep_with_next for p in (*signs, *checks)} == {True}


def test_names_that_the_announcement_and_the_records_do_not_share_are_told(site, capsys):
    lists(site("announced"), "announcement")
    assert (
        "“一页书”公交读书角，青柳县公共交通公司、青柳县图书馆 的阶段是“公示中”，公示名单里没有。"
        in capsys.readouterr().out
    )


def test_the_final_list_names_its_document(site):
    code, data = lists(site("approved"), "final", "--region", "henan")
    words, tables = said(data)
    assert (code, tables) == (0, [STARS, PROJECTS])
    assert words == [
        "2024年河南省“百姓学习之星”\n“终身学习品牌项目”入选推介名单",
        "（示例教〔2024〕85号，2024年6月26日）",
        "一、百姓学习之星（1名）",
        "二、终身学习品牌项目（1个）",
    ]


def test_the_sheet_to_sign_has_the_list_and_who_signs(site):
    code, data = lists(site("approved"), "sign-off")
    words, tables = said(data)
    assert (code, tables[:2]) == (0, [STARS, PROJECTS])
    assert [row[0] for row in tables[2]] == ["核对人", "复核人", "部门负责人", "分管负责人", "发布人"]
    assert [word[:4] for word in words if word.startswith("□")] == ["□ 姓名", "□ 公示", "□ 每人", "□ 没有"]


@pytest.mark.parametrize("kind", ["catalogue", "review", "announcement", "final", "sign-off"])
def test_the_same_records_give_the_same_bytes(site, kind):
    root = site({"review": "nominated", "announcement": "announced"}.get(kind, "approved"))
    assert lists(root, kind)[1] == lists(root, kind)[1] != b""


def test_what_cannot_be_made_is_one_sentence(site, capsys):
    root = site("nominated")
    assert lists(root, "final") == (2, b"")
    assert "没有 2024 年这一级、到了这一步的资料" in capsys.readouterr().err
    (root / "content/announcements/2024-henan-list.md").unlink()
    assert lists(root, "announcement") == (2, b"")
    assert "还没有这份公示" in capsys.readouterr().err
    for place in ("content", "site"):
        assert lists(root, "catalogue", "--out", str(root / place)) == (2, b"")


@pytest.mark.slow
def test_the_papers_open_in_an_office_program(site, tmp_path):
    from showcase.intake.office import as_docx

    path = tmp_path / "list.docx"
    path.write_bytes(lists(site("approved"), "sign-off")[1])
    assert said(as_docx(path))[1][:2] == [STARS, PROJECTS]
