"""Packets with what nobody can use as it is: scans, cards, doubles, pictures in other papers, nameless sticks."""

import io
import os
import sys

import docx
import pytest
from docx.shared import Mm

from intake.desks import draft_files, people, reply, sender_folder, site, take
from intake.nominations import PROJECT, PROJECT_TITLE, SENDER, STAR, SUMMARY
from intake.templates import HENAN_PROJECT, HENAN_STAR, folder, form, picture, saved, words, zipped
from showcase.intake.packets import open_packet, shown

FORM = saved(form(HENAN_STAR, STAR))


def with_picture(document, seed):
    document.add_picture(io.BytesIO(picture(800, 600, seed)), width=Mm(60))
    return document


def test_scans_cards_and_certificates_are_kept_and_never_taken_for_photographs(tmp_path):
    files = {
        "推介表.docx": FORM,
        "沈玉兰推介表.pdf": b"%PDF-1.4 1",
        "沈玉兰 身份证.jpg": picture(600, 400, 1),
        "扫描件/2.jpg": picture(600, 400, 2),
        "获奖证书.png": picture(600, 400, 3, form="PNG"),
        "生活照.jpg": picture(900, 600, 4),
        "歌.mp3": b"ID3",
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files), sender=SENDER)
    assert [p["origin"] for p in people(root)["沈玉兰"]["pictures"]] == ["生活照.jpg"]
    report = (sender_folder(root) / "report.html").read_text("utf-8")
    for name in ("沈玉兰 身份证.jpg", "扫描件/2.jpg", "获奖证书.png"):
        assert f"{name}：看名字是表、证件或证书的照片，没有收作照片，只存了原件" in report
    assert "沈玉兰推介表.pdf：是 PDF（扫描件），里面的字读不了，只存了原件" in report
    assert "这些文件不是表、文字、照片或影片，只存了原件：歌.mp3" in report
    assert "沈玉兰推介表.pdf" not in reply(root)  # the Word file is there: nothing to ask for
    kept = [path.name for path in (sender_folder(root) / "originals").rglob("*") if path.is_file()]
    assert sorted(kept) == sorted(name.rpartition("/")[2] for name in files)


def test_who_sends_a_scan_instead_of_the_form_is_asked_for_the_form(tmp_path):
    root = site(tmp_path)
    assert take(root, folder(tmp_path / "云溪市", {"推介表（盖章）.pdf": b"%PDF-1.4"}), sender=SENDER) == 1
    told = reply(root)
    assert "没有认出推介的人和项目。请送填好的推介表（Word）" in told
    assert "推介表（盖章）.pdf：是 PDF（扫描件），里面的字读不了" in told
    assert "材料齐全" not in told


def test_two_forms_of_one_person_are_told_and_the_same_twice_is_not(tmp_path):
    other = saved(form(HENAN_STAR, {**STAR, "education": "高中"}))
    again = io.BytesIO()
    document = docx.Document(io.BytesIO(FORM))
    document.core_properties.title = "other bytes, the same words"
    document.save(again)
    root = site(tmp_path)
    files = {"推介表1.docx": FORM, "推介表2.docx": again.getvalue()}
    take(root, folder(tmp_path / "一", files), sender=SENDER)
    assert "份推介表" not in reply(root)
    take(root, folder(tmp_path / "二", {"推介表1.docx": FORM, "推介表（改）.docx": other}), sender=SENDER)
    assert "收到 2 份推介表，写得不一样，用了 推介表（改）.docx，没有用 推介表1.docx" in reply(root)
    assert people(root)["沈玉兰"]["form"]["education"]["text"] == "高中"
    assert len(draft_files(root)) == 1


def test_pictures_in_papers_that_are_no_form_are_taken(tmp_path):
    files = {
        "读书角推介表.docx": form(HENAN_PROJECT, PROJECT, title=PROJECT_TITLE),
        "读书角工作总结.docx": with_picture(words("工作总结", SUMMARY), 1),
        "活动照片.docx": with_picture(with_picture(words("活动照片"), 2), 3),
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files), sender=SENDER)
    (project,) = people(root).values()
    assert [(p["origin"], p["kind"]) for p in project["pictures"]] == [
        ("活动照片.docx（表里贴的）", "activity"),
        ("活动照片.docx（表里贴的）", "activity"),
        ("读书角工作总结.docx（表里贴的）", "activity"),
    ]
    assert "没有认出" not in reply(root)


def test_what_was_missing_comes_in_folders_with_names_beside_somebody_elses_papers(tmp_path):
    other = saved(form(HENAN_STAR, {**STAR, "name": "丁示五", "unit_post": "河东社区"}))
    root = site(tmp_path)
    take(root, folder(tmp_path / "一", {"推介表.docx": FORM}), sender=SENDER)
    more = {"丁示五推介表.docx": other, "沈玉兰照片/一寸.jpg": picture(413, 579, 1)}
    take(root, folder(tmp_path / "二", more), sender=SENDER)
    told = {name: [p["origin"] for p in item["pictures"]] for name, item in people(root).items()}
    assert told == {"沈玉兰": ["沈玉兰照片/一寸.jpg"], "丁示五": []}


def test_namesakes_in_folders_of_their_own_get_their_own_photographs(tmp_path):
    files = {}
    for place, unit in (("甲", "桥头社区"), ("乙", "河西社区")):
        values = {**STAR, "unit_post": unit, "mobile": ""}
        files[f"{place}/推介表.docx"] = saved(form(HENAN_STAR, values))
        files[f"{place}/沈玉兰生活照.jpg"] = picture(900, 600, len(files))
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files), sender=SENDER)
    texts = [path.read_text("utf-8") for path in draft_files(root)]
    assert sorted(text.split("\n")[2] for text in texts) == ["unit: 桥头社区", "unit: 河西社区"]
    assert [text.count("file: life.jpg") for text in texts] == [1, 1]


def test_two_packets_that_do_not_say_whose_they_are_stay_two(tmp_path):
    other = saved(form(HENAN_STAR, {**STAR, "name": "丁示五", "unit_post": "河东社区"}))
    root = site(tmp_path)
    take(root, folder(tmp_path / "一", {"表.docx": FORM}), folder(tmp_path / "二", {"表.docx": other}))
    assert list(people(root, "一")) == ["沈玉兰"]
    assert list(people(root, "二")) == ["丁示五"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_names_in_gbk_on_a_stick_are_read(tmp_path):
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / os.fsdecode("沈玉兰生活照.jpg".encode("gbk"))).write_bytes(picture(900, 600, 1))
    packet = open_packet(tmp_path / "stick", tmp_path / "staging")
    assert [file.shown for file in packet.files] == ["沈玉兰生活照.jpg"]


def test_files_come_in_the_order_of_their_names_whatever_the_zip_says(tmp_path):
    names = ["表(1).docx", "表.docx", "甲/2.txt", "甲/10.txt", "表.doc"]
    packet = open_packet(zipped(tmp_path / "包.zip", {name: name.encode() for name in names}), tmp_path / "s")
    assert [file.name for file in packet.files] == [
        "甲/10.txt",
        "甲/2.txt",
        "表.doc",
        "表.docx",
        "表(1).docx",
    ]


def test_a_name_cannot_write_on_the_screen():
    assert shown("照片\x1b[2J\n\u202egpj.exe") == "照片[2J gpj.exe"


def test_namesakes_are_told_apart_by_their_units_wherever_something_is_said_of_them(tmp_path, capsys):
    files = {}
    for place, unit in (("一", "桥头社区"), ("二", "河西社区")):
        showcase = {"一": "太短。", "二": STAR["showcase_text"]}[place]
        files[f"{place}/推介表.docx"] = saved(
            form(HENAN_STAR, {**STAR, "unit_post": unit, "showcase_text": showcase})
        )
    files["沈玉兰.jpg"] = picture(900, 600, 1)
    root = site(tmp_path)
    assert take(root, folder(tmp_path / "云溪市", files), sender=SENDER) == 1
    short = "宣传展示材料"
    _, one, other = (sender_folder(root) / "report.html").read_text("utf-8").split("<h3>")
    assert ["桥头社区" in each.split("</h3>")[0] for each in (one, other)] == [True, False]
    assert [short in each.split("<h2>")[0] for each in (one, other)] == [True, False]
    heads = [line for line in reply(root).splitlines() if "百姓学习之星，" in line]
    assert [line.split(". ")[1] for line in heads][:1] == ["沈玉兰（百姓学习之星，桥头社区）"]
    assert "沈玉兰.jpg：有同名的，分不清是谁的。请和他的推介表放在同一个文件夹里" in reply(root)
    said = capsys.readouterr().out
    assert "  沈玉兰（桥头社区）：新写了草稿" in said
    assert "  沈玉兰（河西社区）：新写了草稿" in said


def test_the_site_itself_and_a_packet_in_it_are_refused(tmp_path, capsys):
    root = site(tmp_path)
    packet = zipped(root / "云溪市.zip", {"推介表.docx": FORM})
    (tmp_path / "~$推介表.docx").write_bytes(b"\x05user" + bytes(160))
    for wrong, said in (
        (root, "是网站文件夹"),
        (tmp_path, "网站在它里面"),
        (packet, "在网站文件夹里面，里面的个人信息会一起提交"),
        (tmp_path / "~$推介表.docx", "请写去掉 ~$ 的文件名"),
    ):
        assert take(root, wrong) == 2
        told = capsys.readouterr()
        assert said in told.out + told.err
    assert draft_files(root) == []
