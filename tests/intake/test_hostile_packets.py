"""What nobody should send: each ends in one sentence, and nothing is written that was not meant to be."""

import io
import re
import stat
import struct
import zipfile

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from intake.desks import drafts, everything, private, reply, site, take
from intake.nominations import STAR, henan
from intake.templates import HENAN_STAR, folder, form, picture, saved, zipped

FORM = saved(form(HENAN_STAR, STAR))


def zip_of(place, *parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(place, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return place


def bomb(place):
    return zip_of(place, ("表.docx", b"\0" * 60_000_000))


def lying_bomb(place):
    """A part that says it is small, and is not."""
    zip_of(place, ("表.txt", b"\0" * 3_000_000))
    data = bytearray(place.read_bytes())
    central = data.find(b"PK\x01\x02")
    for at in (22, central + 24):
        data[at : at + 4] = struct.pack("<I", 10)
    place.write_bytes(data)
    return place


def slip(place):
    return zip_of(place, ("../../out.txt", b"x"))


def windows_slip(place):
    return zip_of(place, ("a\\..\\..\\out.txt", b"x"))


def absolute(place):
    return zip_of(place, ("/tmp/out.txt", b"x"))


def link(place):
    part = zipfile.ZipInfo("photo.jpg")
    part.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zip_of(place, (part, b"/etc/passwd"))


def locked(place):
    zip_of(place, ("表.docx", FORM))
    data = bytearray(place.read_bytes())
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    place.write_bytes(data)
    return place


def cut(place):
    zip_of(place, ("表.docx", FORM))
    place.write_bytes(place.read_bytes()[:-200])
    return place


def damaged(place):
    zip_of(place, ("表.docx", FORM))
    data = bytearray(place.read_bytes())
    data[3000:3100] = bytes(100)
    place.write_bytes(data)
    return place


def crowded(place):
    return zip_of(place, *((f"{n}.txt", b"") for n in range(2001)))


def huge(place):
    with place.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(2_000_000_001)
    return place


def rar(place):
    place.write_bytes(b"Rar!\x1a\x07\x00" + bytes(100))
    return place


def old_method(place):
    zip_of(place, ("表.docx", FORM))
    data = bytearray(place.read_bytes())
    for at in (8, data.find(b"PK\x01\x02") + 10):
        data[at : at + 2] = struct.pack("<H", 9)
    place.write_bytes(data)
    return place


REFUSED = {
    bomb: "压缩包里有解开后异常巨大的文件（压缩炸弹），没有打开",
    lying_bomb: "压缩包不完整或已损坏，打不开",
    slip: "压缩包里有文件要写到别的文件夹去，可能有害，没有打开",
    windows_slip: "压缩包里有文件要写到别的文件夹去，可能有害，没有打开",
    absolute: "压缩包里有文件要写到别的文件夹去，可能有害，没有打开",
    link: "压缩包里有指向别处的链接，可能有害，没有打开",
    locked: "压缩包设了密码，打不开",
    cut: "压缩包不完整或已损坏，打不开",
    damaged: "压缩包不完整或已损坏，打不开",
    crowded: "压缩包里有 2001 个文件，超过 2000 个",
    huge: "超过 2 GB，请分几次送，影片另外送",
    rar: "是 RAR 压缩包，这里打不开",
    old_method: "压缩包用了少见的压缩方法，打不开",
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_a_packet_that_cannot_be_taken_ends_in_one_sentence(tmp_path, capsys, make):
    root = site(tmp_path)
    packet = make(tmp_path / "云溪市.zip")
    before = everything(root)
    assert take(root, packet) == 2
    printed = capsys.readouterr()
    assert printed.err == ""
    assert re.fullmatch(rf"没有收：云溪市\.zip.{{0,2}}{re.escape(REFUSED[make])}[^。]*。\n", printed.out)
    assert everything(root) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", "云溪市.zip"}


def test_a_folder_of_more_than_two_gigabytes_is_not_read(tmp_path, capsys):
    root = site(tmp_path)
    packet = folder(tmp_path / "云溪市", {"表.docx": FORM})
    with (packet / "影片.mp4").open("wb") as film:
        film.truncate(2_000_000_000)
    assert take(root, packet) == 2
    assert capsys.readouterr().out == "没有收：云溪市 超过 2 GB，请分几次送，影片另外送。\n"


def test_a_link_in_a_folder_is_not_followed(tmp_path, capsys):
    root = site(tmp_path)
    packet = folder(tmp_path / "云溪市", {"表.docx": FORM})
    (packet / "照片").symlink_to(root / "content")
    assert take(root, packet) == 2
    assert capsys.readouterr().out == "没有收：云溪市 里有指向别处的链接，请换成文件本身再送。\n"


def test_one_bad_packet_does_not_stop_the_others(tmp_path, capsys):
    root = site(tmp_path)
    assert take(root, bomb(tmp_path / "坏.zip"), zipped(tmp_path / "好.zip", henan())) == 1
    assert set(drafts(root)) == {"stars", "projects"}
    assert capsys.readouterr().out.startswith("没有收：坏.zip：压缩包里有解开后异常巨大的文件")


def with_password(data):
    target = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("秘密", target)
    assert msoffcrypto.OfficeFile(io.BytesIO(target.getvalue())).is_encrypted()
    return target.getvalue()


def with_macros(data, program=b"1"):
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("word/vbaProject.bin", program)
    return target.getvalue()


def entities():
    """A Word file whose text is a tree of entities that would fill the memory."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "x">{levels}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>'
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(FORM)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts,
    ):
        for name in source.namelist():
            parts.writestr(name, text if name == "word/document.xml" else source.read(name))
    return target.getvalue()


def inflated():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", b"<Types/>")
        for number in range(9):
            parts.writestr(f"word/{number}.xml", b" " * 50_000_000)
    return target.getvalue()


PAPERS = {
    "设密码.docx": (with_password(FORM), "文件设了打开密码，读不了。请取消密码、保存以后再送。"),
    "带宏.docm": (
        with_macros(FORM),
        "文件里有宏（程序），为安全没有打开。请另存为不带宏的 .docx 或 .xlsx 再送。",
    ),
    "带宏.docx": (
        with_macros(FORM, b"2"),
        "文件里有宏（程序），为安全没有打开。请另存为不带宏的 .docx 或 .xlsx 再送。",
    ),
    "没传完.docx": (FORM[:-900], "文件不完整或已损坏，打不开。请从原处重新复制，或另存一份再送。"),
    "空.docx": (b"", "文件是空的。请从原处重新复制，照片、影片另外送。"),
    "照片.docx": (picture(300, 300), "文件不完整或已损坏，打不开。请从原处重新复制，或另存一份再送。"),
    "旧表.xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "不是完好的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。",
    ),
    "表.xlsx": (b"PK\x03\x04" + bytes(100), "文件不完整或已损坏，打不开。请从原处重新复制，或另存一份再送。"),
    "套娃.docx": (entities(), "文件不完整或已损坏，打不开。请从原处重新复制，或另存一份再送。"),
    "膨胀.docx": (inflated(), "文件展开以后异常巨大，没有打开。请用 Word 或 WPS 打开，另存为 .docx 再送。"),
}


def test_papers_that_cannot_be_read_are_a_sentence_each_and_the_rest_is_taken(tmp_path, capsys):
    root = site(tmp_path)
    take(
        root,
        folder(
            tmp_path / "云溪市", {"推介表.docx": FORM, **{name: data for name, (data, _) in PAPERS.items()}}
        ),
    )
    assert set(drafts(root)) == {"stars"}
    told = reply(root, sender="云溪市")
    for name, (_, sentence) in PAPERS.items():
        assert told.count(f"）{name}：{sentence}\n") == 1
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    assert not (private(root) / "fault.txt").exists()


def test_photographs_and_films_that_are_none_are_a_sentence_each(tmp_path):
    files = {
        "推介表.docx": FORM,
        "生活照.jpg": b"no picture",
        "证件照.png": picture(413, 579)[:3000],
        "短片.mp4": b"no film",
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files))
    told = reply(root, sender="云溪市")
    assert "生活照.jpg：不是可读的照片" in told
    assert "证件照.png：照片文件不完整或已损坏，无法读完" in told
    assert "短片.mp4：影片打不开，或者不是影片" in told
    assert "photos:" not in drafts(root)["stars"]
