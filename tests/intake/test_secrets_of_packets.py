"""A token in every private cell, file name and photograph of a packet: it is found in the private folder only."""

import io
import itertools
import zipfile

import pytest
from PIL import Image

from intake.desks import draft_files, everything, private, sender_folder, site, take
from intake.nominations import PROJECT, PROJECT_ROW, PROJECT_TITLE, SENDER, STAR, STAR_ROW
from intake.templates import (
    HENAN_PROJECT,
    HENAN_STAR,
    PROJECT_COLUMNS,
    STAR_COLUMNS,
    folder,
    form,
    picture,
    register,
    sheet,
    words,
)

_NUMBERS = itertools.count(1)
STAR_PRIVATE = "sex born nation native_place party work_since title education school resume learning awards unit_opinion filled_by"
PROJECT_PRIVATE = "host_telephone organiser_telephone awards filled_by"
ROW_PRIVATE = "title sex nation born education address"
PHONE, OTHER_PHONE, ID_NUMBER = "13800007" + "613", "0379-6" + "5557613", "990000190001010" + "18X"
"""Numbers that the scan for private facts knows by their law: nobody's, and each found in one place only."""


def token():
    return f"Q{next(_NUMBERS):03d}Zx秘"


def planted():
    """Return a packet and the tokens in it that nothing outside the private folder may hold."""
    star, project = dict(STAR), dict(PROJECT)
    row, project_row = dict(STAR_ROW), dict(PROJECT_ROW)
    told = [PHONE, OTHER_PHONE, ID_NUMBER]
    for fields, names in ((star, STAR_PRIVATE), (project, PROJECT_PRIVATE), (row, ROW_PRIVATE)):
        for name in names.split():
            told.append(token())
            fields[name] = f"{fields.get(name, '')}{told[-1]}"
    star["contact"] = f"电话：{OTHER_PHONE} 手机：{PHONE} 邮箱：{told[5]}@example.org 身份证号：{ID_NUMBER}"
    row["telephone"] = PHONE
    project_row |= {"contact": f"{PHONE} {told[6]}", "address": told[7]}
    star["deeds"] += f"\n联系我：{PHONE}，身份证{ID_NUMBER}。住在{row['address']}。"
    project["description"] += f"电话 {OTHER_PHONE}。"
    star["unit_post"] = f"青柳县城关镇桥头社区（{PHONE}）\n居民"
    camera = token().removesuffix("秘")
    told.append(camera)
    exif = Image.Exif()
    exif[0x010F] = exif[0x010E] = camera
    noisy = picture(900, 700, 3, exif=exif.tobytes())
    files = {
        f"沈玉兰{PHONE}推介表.docx": form(HENAN_STAR, star),
        "项目推介表.docx": form(HENAN_PROJECT, project, title=PROJECT_TITLE),
        "登记表.docx": register(STAR_COLUMNS, [row], SENDER),
        "项目登记表.xlsx": sheet(PROJECT_COLUMNS, [project_row], SENDER),
        f"一页书公交读书角工作总结 {OTHER_PHONE}.docx": words("工作总结", f"{token()}联系人{told[8]}。" * 30),
        f"沈玉兰证件照{PHONE}.jpg": picture(413, 579, 2),
        "沈玉兰生活照.jpg": noisy,
        f"谁的{PHONE}.pdf": b"%PDF-1.4",
    }
    return files, told


def holding(files, tokens):
    """Return (path, token) of every token in a file, its name, or a part of it that is compressed."""
    found = []
    for path, data in files.items():
        texts = [path.encode(), data]
        if data.startswith(b"PK"):
            texts += [
                zipfile.ZipFile(io.BytesIO(data)).read(name)
                for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
            ]
        found += [(path, word) for word in tokens for text in texts if word.encode() in text]
    return found


@pytest.mark.parametrize("repository", ["private", "public"])
def test_private_values_are_nowhere_but_in_the_private_folder(tmp_path, capfd, repository):
    files, tokens = planted()
    root = site(tmp_path, repository)
    take(root, folder(tmp_path / "云溪市", files))
    take(root, folder(tmp_path / "云溪市", files))
    printed = capfd.readouterr()
    assert [word for word in tokens if word in printed.out + printed.err] == []
    assert holding(everything(root), tokens) == []
    reports = {n: d for n, d in everything(sender_folder(root)).items() if n in ("report.html", "reply.txt")}
    assert len(reports) == 2
    assert holding(reports, tokens) == []
    shown = root if repository == "private" else private(root)
    made = {n: d for top in ("content", "media") for n, d in everything(shown / top).items()}
    assert len([name for name in made if "draft-" in name]) == 4
    assert holding(made, tokens) == []
    kept = everything(sender_folder(root))
    assert {word for _, word in holding(kept, tokens)} == {*tokens}


def test_what_stands_in_a_text_is_left_out_and_told_by_its_cell(tmp_path):
    files, _ = planted()
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files))
    star = next(path for path in draft_files(root) if "stars" in path.parts).read_text("utf-8")
    assert "联系我：〔略〕，身份证〔略〕。住在〔略〕。" in star
    assert "\nunit: 青柳县城关镇桥头社区\n" in star
    report = (sender_folder(root) / "report.html").read_text("utf-8")
    assert "“主要事迹”（沈玉兰〔略〕推介表.docx 第 10 行第 2 格）里写了" in report


def test_a_private_folder_inside_a_repository_is_refused(tmp_path, capsys):
    root = site(tmp_path)
    packet = folder(tmp_path / "云溪市", {"推介表.docx": form(HENAN_STAR, STAR)})
    (tmp_path / "other/.git").mkdir(parents=True)
    (root / "link").symlink_to(root / "content")
    for place in (
        root / "private",
        root / "content/x",
        root,
        tmp_path,
        tmp_path / "other/deep",
        root / "link/y",
    ):
        before = everything(tmp_path)
        assert take(root, packet, private_dir=place) == 2
        assert "个人信息要放在仓库之外" in capsys.readouterr().err
        assert everything(tmp_path) == before


def test_a_fault_of_the_program_is_kept_outside_of_the_repository(tmp_path, capsys):
    root = site(tmp_path)
    packet = folder(tmp_path / "云溪市", {"推介表.docx": form(HENAN_STAR, STAR)})
    place = sender_folder(root)
    place.mkdir(parents=True)
    (place / "people.json").write_text('{"sender": "云溪市教育局", "items": [{"秘": 1}]}', encoding="utf-8")
    assert take(root, packet, sender=SENDER) == 2
    assert "程序自身出了错" in capsys.readouterr().err
    assert "KeyError" in (private(root) / "fault.txt").read_text("utf-8")
    assert not (root / ".cache").exists()
