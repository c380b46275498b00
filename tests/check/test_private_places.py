"""What the scan of files weighs, remembers, and says only once."""

import json
import zipfile

import pytest
from PIL import Image

from check.private_places import EMPTY, STAR, in_exif, in_pdf, write
from showcase.check.scan.tree import is_clean, look_through
from showcase.content.layout import Layout
from showcase.model.problem import Severity
from sites import showcase

MOBILE = "13800000000"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def seen(root, **how):
    return [(p.rule, p.severity.value, p.file) for p in look_through(Layout(root), **how).problems]


@pytest.mark.parametrize(("public", "severity"), [(False, "warning"), (True, "error")])
def test_where_a_photo_was_taken_is_an_error_only_where_the_file_itself_is_public(tmp_path, public, severity):
    name = "media/stars/2024/henan/012/portrait.jpg"
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (34.0, 45.0, 0.0), 3: "E", 4: (113.0, 40.0, 0.0)}
    (tmp_path / name).parent.mkdir(parents=True)
    Image.new("RGB", (8, 8), "tan").save(tmp_path / name, exif=exif)
    assert seen(tmp_path, public=public) == [("private-location", severity, name)]


@pytest.mark.parametrize(
    "name", ["form.doc", "form.wps", "packet.zip", "broken.pdf", "broken.docx", "data.bin"]
)
def test_what_cannot_be_looked_into_is_said(tmp_path, name):
    data = {"pdf": b"%PDF-1.7 nothing", "docx": b"PK\x03\x04 nothing"}.get(
        name.rpartition(".")[2], OLD_OFFICE
    )
    write(tmp_path / "content/pages" / name, data)
    assert seen(tmp_path) == [("private-unreadable", "warning", f"content/pages/{name}")]


def test_megabytes_that_fit_no_pattern_are_read_to_their_end(tmp_path):
    name, _, _ = in_exif(tmp_path, 0, MOBILE)
    with Image.open(tmp_path / name) as picture:
        picture.save(tmp_path / "media/long.webp", exif=picture.getexif(), xmp=b"<a>" + b"x" * 1_000_000)
    with zipfile.ZipFile(tmp_path / "media/long.docx", "w") as paper:
        paper.writestr("word/document.xml", f"<w:p>{MOBILE}</w:p>" + "<" * 1_000_000)
    files = ["media/long.docx", "media/long.webp", name]
    assert sorted(seen(tmp_path)) == sorted(("private-phone", "error", file) for file in files)


def test_what_file_managers_leave_behind_is_not_said(tmp_path):
    write(tmp_path / "content/pages/.DS_Store", OLD_OFFICE)
    write(tmp_path / "media/Thumbs.db", OLD_OFFICE)
    assert seen(tmp_path) == []


def test_a_renamed_document_is_looked_into_all_the_same(tmp_path):
    name, _, _ = in_pdf(tmp_path, 1, MOBILE)
    (tmp_path / name).rename((tmp_path / name).with_suffix(".txt"))
    assert seen(tmp_path) == [("private-phone", "error", name.replace(".pdf", ".txt"))]


def test_what_was_seen_is_remembered_masked(tmp_path):
    name, _, _ = in_exif(tmp_path, 0, MOBILE)
    first = look_through(Layout(tmp_path)).problems
    (memory,) = tmp_path.glob(".cache/private-facts-*.json")
    remembered = memory.read_text(encoding="utf-8")
    assert [p.message for p in first] == ["这里有电话号码：138****0000（EXIF ImageDescription）"]
    assert MOBILE not in remembered
    assert "138****0000" in remembered
    memory.write_text(remembered.replace("138****0000", "139****0000"), encoding="utf-8")
    (again,) = look_through(Layout(tmp_path)).problems
    assert (again.file, again.message) == (name, "这里有电话号码：139****0000（EXIF ImageDescription）")
    Image.new("RGB", (8, 8), "tan").save(tmp_path / name)
    assert look_through(Layout(tmp_path)).problems == []


def test_a_fact_in_a_record_is_told_once_at_its_own_line(tmp_path):
    write(tmp_path / "mkdocs.yml", "site_name: 试\nplugins: [showcase]\n".encode())
    write(tmp_path / "content/pages/index.md", "首页\n".encode())
    star = STAR.format(
        **EMPTY | {"post": f"找 {MOBILE}", "second": "生于1952年3月8日。", "comment": "QQ：12345678"}
    )
    write(tmp_path / "content/stars/2024/henan/012.md", star.encode())
    done = showcase("check", "--format", "json", "--today", "2024-08-01", root=tmp_path)
    found = [(p["rule"], p["line"]) for p in json.loads(done.stdout) if p["rule"].startswith("private-")]
    assert found == [("private-phone", 4), ("private-chat", 5), ("private-birth-date", 15)]


def test_an_offices_telephone_in_its_field_is_no_finding(tmp_path):
    text = "---\ntitle: 公示\noffice_contact: {office: 教育局, telephone: 0371-65900000}\n---\n电话 0371-65900000\n"
    write(tmp_path / "content/announcements/2024-henan-list.md", text.encode())
    (found,) = look_through(Layout(tmp_path)).problems
    assert (found.rule, found.severity, found.line) == ("private-phone", Severity.ERROR, 5)


def test_a_text_is_clean_only_when_no_line_end_or_escape_can_hide_a_number(tmp_path):
    texts = {
        "clean.md": "name: 沈玉兰\ndate: 2024-05-01\n",
        "folded.md": "post: 联系 138\n  0000 0000\n",
        "escaped.yml": 'post: "\\x31\\x33800000000"\n',
        "entity.md": "&#49;3800000000\n",
        "gbk.md": "沈玉兰".encode("gb18030"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert {name for name in texts if is_clean(tmp_path / name)} == {"clean.md"}
