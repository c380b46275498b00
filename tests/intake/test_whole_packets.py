"""Whole packets after the two printed templates: every field lands where it belongs, and nowhere else."""

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from intake.desks import drafts, people, reply, site, take
from intake.nominations import (
    PROJECT,
    PROJECT_ROW,
    PROJECT_TITLE,
    SENDER,
    STAR,
    STAR_ROW,
    SUMMARY,
    city,
    expected,
    henan,
)
from intake.templates import (
    HEAD,
    HENAN_PROJECT,
    HENAN_STAR,
    PROJECT_COLUMNS,
    STAR_COLUMNS,
    folder,
    form,
    register,
    saved,
    sheet,
    words,
    zipped,
)

KEPT = {
    name: text
    for name, text in {**STAR, "unit_opinion": STAR["unit_opinion"].partition("\n")[0]}.items()
    if name not in ("contact", "deeds")
} | {"deeds": STAR["deeds"].replace("\n\n", "\n")}
"""What the private folder keeps of the star's form."""


def two_in_one():
    document = form(HENAN_STAR, STAR)
    return {
        "star": None,
        "project": ("推介表合订.docx", form(HENAN_PROJECT, PROJECT, title=PROJECT_TITLE, document=document)),
    }


def in_two_tables():
    document = form(HENAN_STAR[:9], {**STAR, "filled_by": "", "filled_telephone": ""})
    return {"star": ("沈玉兰推介表.docx", form(HENAN_STAR[9:], STAR, title="（续表）", document=document))}


def label_above():
    rows = [*HENAN_STAR[:9], ("主要事迹和成效（不少于1000字）", None), (None, None)]
    document = form(rows, STAR)
    table = document.tables[0]
    table.cell(9, 0).merge(table.cell(9, 7))
    table.cell(10, 0).merge(table.cell(10, 7)).text = STAR["deeds"]
    return {"star": ("沈玉兰推介表.docx", form(HENAN_STAR[10:], STAR, document=document))}


def without_tables():
    document = docx.Document()
    document.add_paragraph("“百姓学习之星”推荐表")
    for labels in HENAN_STAR:
        for label, field in zip(labels[::2], labels[1::2], strict=False):
            if field and field in STAR and field not in ("unit_post", "contact", "deeds", "resume"):
                document.add_paragraph("".join(label.split()) + "：" + STAR[field].partition("\n")[0])
    for label, field in (("电话", "telephone"), ("手机", "mobile"), ("邮箱", "email")):
        document.add_paragraph(f"{label}：{STAR[field]}")
    for label, field in (("所在单位及职务", "unit_post"), ("个人简历", "resume"), ("主要事迹", "deeds")):
        document.add_paragraph(f"{label}：")
        for line in STAR[field].split("\n"):
            document.add_paragraph(line)
    document.add_paragraph(f"填表人：{STAR['filled_by']}")
    document.add_paragraph(f"填表联系电话：{STAR['filled_telephone']}")
    return {"star": ("沈玉兰推荐表.docx", document)}


def content_controls():
    document = form(HENAN_STAR, {**STAR, "name": "", "sex": ""})
    name, sex = (document.tables[0].cell(0, place)._tc for place in (1, 3))
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t>沈玉兰</w:t></w:r></w:sdtContent></w:sdt>"
    )
    name.find(qn("w:p")).append(control)
    ticks = f"<w:r {nsdecls('w')}><w:sym w:font='Wingdings' w:char='%s'/><w:t>%s</w:t></w:r>"
    for char, word in (("F0A8", "男"), ("F0FE", "女")):
        sex.find(qn("w:p")).append(parse_xml(ticks % (char, word)))
    return {"star": ("沈玉兰推介表.docx", document)}


def tracked_changes():
    document = form(HENAN_STAR, {**STAR, "education": ""})
    paragraph = document.tables[0].cell(3, 1)._tc.find(qn("w:p"))
    for tag, word, text in (("w:del", "小学", "w:delText"), ("w:ins", "初中", "w:t")):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text)
        said.text = word
        run.append(said)
        change.append(run)
        paragraph.append(change)
    return {"star": ("沈玉兰推介表.docx", document)}


def in_a_frame():
    outer = docx.Document()
    inner = form(HENAN_STAR, STAR).tables[0]._tbl
    cell = outer.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.insert(1, inner)
    outer.add_paragraph(f"填表联系人：{STAR['filled_by']}  联系电话：{STAR['filled_telephone']}")
    return {"star": ("沈玉兰推介表.docx", outer)}


def form_in_excel():
    rows = [[label for label in row if label] for row in HENAN_STAR]
    book = sheet({"title": "“百姓学习之星”推介表"}, [], "", empty=0)
    page = book.active
    page.delete_rows(1, page.max_row)
    for row in rows:
        page.append([STAR.get(word) if place % 2 else word for place, word in enumerate(row)])
    page.append([f"填表联系人：{STAR['filled_by']}  联系电话：{STAR['filled_telephone']}"])
    return {"star": ("沈玉兰推介表.xlsx", book)}


def odd_registers():
    columns = dict(reversed(STAR_COLUMNS.items()))
    rows = [
        {**STAR_ROW, "name": "例：张三", "order": "例"},
        {**STAR_ROW, "name": "沈　玉　兰"},
        {**STAR_COLUMNS},
    ]
    counted = {**PROJECT_ROW, "learners": "线下5200"}
    return {
        "stars": ("汇总表.xlsx", sheet(columns, rows, SENDER, title="河南省“百姓学习之星”推介汇总表")),
        "projects": (
            "品牌项目汇总表.docx",
            register(PROJECT_COLUMNS, [{**counted, "learners": "5200人次"}], SENDER),
        ),
    }


def loose_words():
    star = [
        tuple(word and word.replace("推荐", "推介").replace(" ", "　") for word in row) for row in HENAN_STAR
    ]
    star = [tuple(f"{w}：" if w and n % 2 == 0 else w for n, w in enumerate(row)) for row in star]
    return {"star": ("沈玉兰推荐表.docx", form(star, STAR, title="《百姓学习之星推荐表》"))}


VARIANTS = {
    "as printed": dict,
    "two forms in one file": two_in_one,
    "a form in two tables": in_two_tables,
    "labels above their texts": label_above,
    "no table at all": without_tables,
    "content controls, ticked boxes": content_controls,
    "tracked changes": tracked_changes,
    "a form inside a frame": in_a_frame,
    "a form in Excel": form_in_excel,
    "registers with other columns, an example, labels repeated": odd_registers,
    "推荐 for 推介, full-width gaps": loose_words,
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_field_of_a_packet_lands_where_it_belongs(tmp_path, variant):
    packet = zipped(tmp_path / "云溪市.zip", henan(**VARIANTS[variant]()))
    root = site(tmp_path)
    take(root, packet)
    assert drafts(root) == expected()
    found = people(root)
    star, project = found["沈玉兰"], found["“一页书”公交读书角"]
    kept = {name: said["text"] for name, said in star["form"].items()}
    assert {**kept, "name": "".join(kept["name"].split())} == {**KEPT, "name": "沈玉兰"}
    row = {name: said["text"] for name, said in star["row"].items() if name != "order"}
    assert {**row, "name": "".join(row["name"].split())} == {k: v for k, v in STAR_ROW.items() if v != "无"}
    form_said = {name: said["text"] for name, said in project["form"].items()}
    wanted = {name: text for name, text in PROJECT.items() if name not in ("awards", "learners")}
    assert form_said == wanted
    assert project["texts"] == {"work_summary": [SUMMARY]}


def test_names_in_the_bytes_of_chinese_windows_are_read(tmp_path):
    packet = zipped(tmp_path / "云溪市.zip", henan(), encoding="gb18030", flag=False)
    root = site(tmp_path)
    take(root, packet)
    assert drafts(root) == expected()
    originals = people(root)["沈玉兰"]["pictures"]
    assert [picture["origin"] for picture in originals] == [
        "照片/沈玉兰 证件照.jpg",
        "照片/沈玉兰 生活照.jpg",
    ]


def test_zips_inside_a_zip_and_oddly_named_folders_are_read(tmp_path):
    files = henan()
    inner = {name: files.pop(name) for name in list(files) if "一页书" in name}
    packed = zipped(tmp_path / "inner.zip", inner, encoding="gb18030", flag=False).read_bytes()
    packet = zipped(
        tmp_path / "云溪市.zip",
        {**files, "项 目〔新〕%20/一页书公交读书角 .ZIP": packed, "~$草稿.docx": b"x"},
    )
    root = site(tmp_path)
    take(root, packet)
    assert drafts(root) == expected()


def test_a_folder_after_the_citys_forms_makes_drafts_of_the_citys_call(tmp_path):
    root = site(tmp_path)
    packet = folder(tmp_path / "青柳区", city())
    take(root, packet, rulebook="city-districts-2024", region="henan", year=2024)
    assert drafts(root) == expected(city=True, sender="青柳区")
    form_said = people(root, "青柳区", "city-districts-2024")["沈玉兰"]["form"]
    assert {name: said["text"] for name, said in form_said.items()} == {**KEPT, "name": "沈 玉 兰"}


def test_several_people_in_one_register_become_a_draft_each(tmp_path):
    names = ["沈玉兰", "阿依古丽•买买提", "单雨田"]
    rows = [
        {**STAR_ROW, "name": name, "remarks": "☑事迹特别感人" if name == "单雨田" else "□事迹特别感人"}
        for name in names
    ]
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", {"登记表.docx": register(STAR_COLUMNS, rows, SENDER, head=HEAD)}))
    texts = [path.read_text("utf-8") for path in (root / "content/stars/2024/henan").iterdir()]
    told = {text.split("\n")[1].removeprefix("name: "): "distinction: most-moving" in text for text in texts}
    assert told == {"沈玉兰": False, "阿依古丽·买买提": False, "单雨田": True}


def test_an_empty_form_is_no_nomination(tmp_path):
    root = site(tmp_path)
    blank = folder(
        tmp_path / "云溪市",
        {"推介表.docx": form(HENAN_STAR, {}), "说明.txt": words("x") and b"\xe8\xaf\xb4\xe6\x98\x8e"},
    )
    assert take(root, blank) == 1
    assert drafts(root) == {}
    told = reply(root, sender="云溪市")
    assert "没有认出推介的人和项目。请送填好的推介表（Word）和登记表（Excel 或 Word）。" in told
    assert "推介表.docx：是没有填的空表" in told


def test_photographs_pasted_into_the_form_are_taken_where_no_file_came(tmp_path):
    from intake.templates import picture

    files = {
        "推介表.docx": form(HENAN_STAR, STAR, photo=picture(413, 579, 8)),
        "生活照.jpg": picture(900, 600, 9),
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files))
    found = people(root, sender="云溪市")["沈玉兰"]["pictures"]
    assert [(p["file"], p["origin"]) for p in found] == [
        ("id-photo.jpg", "推介表.docx（表里贴的）"),
        ("life.jpg", "生活照.jpg"),
    ]
    files["2寸.jpg"] = picture(413, 579, 10)
    other = site(tmp_path / "other")
    take(other, folder(tmp_path / "云溪市2", {**files, "推介表.docx": saved(files["推介表.docx"])}))
    assert {p["origin"] for p in people(other, sender="云溪市2")["沈玉兰"]["pictures"]} == {
        "生活照.jpg",
        "2寸.jpg",
    }
