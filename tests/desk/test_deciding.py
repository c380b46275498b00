"""A whole list, decided on: what matches and what does not, stages, serials, names of files, private folders."""

import csv
import io
import tempfile
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image

from intake import desks
from intake.nominations import PROJECT, STAR, STAR_ROW, henan
from intake.templates import zipped
from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.media.storing.changes import Changes

DOCUMENT, DAY = "示例教〔2024〕85号", "2024-06-26"
RECORD = """---
# 编辑的话
name: {name}
{unit}
nominated_by: [云溪市教育局]{more}
honours:
  - year: 2024
    level: provincial
    title: 河南省“百姓学习之星”
    stage: {stage}   # 等名单
    rulebook: henan-2024
---
每天读书。
"""
HEAD = ("序号", "姓 名", "单  位", "类别", "推介单位")
ROWS = [
    ("1", "沈 玉 兰", "青柳县城关镇桥头社区", "百姓学习之星", ""),
    ("2", "阿不都•示例", "青柳县西關清真餐館", "百姓学习之星", ""),
    ("3", "李明", "云溪市教育体育局", "百姓学习之星", ""),
    ("4", "“一页书”公交读书角", "青柳县公共交通公司、青柳县图书馆", "终身学习品牌项目", ""),
]
CONFIG = "site_name: 试\ndocs_dir: content/pages\nplugins:\n  - showcase:\n      repository: {}\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def record(content, place, name, unit, stage="nominated", *, more=""):
    key = "hosts" if place.startswith("projects") else "unit"
    unit = f"hosts: [{unit}]" if key == "hosts" else f"unit: {unit}"
    write(content / f"{place}.md", RECORD.format(name=name, unit=unit, stage=stage, more=more))


def photo(root, address, exif=None):
    path = root / "media" / address / "life.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), "red").save(path, exif=exif or b"")
    return path


def fill(root):
    """Put four nominations, two of them namesakes, and a person approved before, below a folder."""
    content = root / "content"
    record(content, "stars/2024/henan/draft-aaaaaa-shen", "沈玉兰", "青柳县城关镇桥头社区")
    record(content, "stars/2024/henan/draft-bbbbbb", "阿不都·示例", "青柳县西关清真餐馆")
    record(content, "stars/2024/henan/draft-cccccc", "李明", "云溪市教育局")
    record(
        content,
        "stars/2024/henan/draft-dddddd",
        "李明",
        "青柳县农机站",
        more="\nrelated: [stars/2024/henan/draft-aaaaaa]",
    )
    record(
        content, "projects/2024/henan/draft-eeeeee", "“一页书”公交读书角", "青柳县公共交通公司, 青柳县图书馆"
    )
    for draft in ("stars/2024/henan/draft-aaaaaa", "projects/2024/henan/draft-eeeeee"):
        photo(root, draft)


@pytest.fixture
def root(tmp_path):
    """A site whose repository is private; 003 is taken, 007 was taken down."""
    root = tmp_path / "site"
    write(root / "mkdocs.yml", CONFIG.format("private"))
    write(
        root / "content/bodies.yml",
        "- name: 云溪市教育局\n  class: prefecture\n  aliases: [云溪市教育体育局]\n",
    )
    write(root / "content/withdrawn.yml", "- address: stars/2024/henan/007\n  date: 2025-03-18\n")
    record(root / "content", "stars/2024/henan/003", "旧人", "旧单位", "approved")
    fill(root)
    return root


def table(folder, rows=ROWS, head=HEAD, name="名单.xlsx", title="拟推介名单"):
    """Write a list as a workbook."""
    book = openpyxl.Workbook()
    book.active.append((title,))
    for row in (head, *rows):
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def state(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def decide(root, path, stage, *more, document=DOCUMENT, date=DAY):
    words = ["decide", str(path), "--stage", stage, "--document", document, "--date", date]
    return main([*words, *more, "--root", str(root)])


def honours(root):
    """Return (stage, document, day) of every record's one honour, by its address."""
    library, problems = read_library(Layout(root))
    assert not [p for p in problems if p.rule.startswith("record-") and p.severity == "error"]
    found = {str(r.address): r.honours[0] for r in (*library.stars, *library.projects)}
    return {a: (str(h.stage), h.document, str(h.date or "")) for a, h in found.items()}


NEW = {
    "stars/2024/henan/008": ("approved", DOCUMENT, DAY),
    "stars/2024/henan/009": ("approved", DOCUMENT, DAY),
    "stars/2024/henan/010": ("approved", DOCUMENT, DAY),
    "projects/2024/henan/001": ("approved", DOCUMENT, DAY),
}


def test_a_whole_list_is_approved_with_serials_that_nobody_ever_had(root, tmp_path, capsys):
    write(
        root / "content/announcements/2024-henan-list.md",
        "---\ntitle: 公示\nyear: 2024\nlevel: provincial\nregion: henan\nfirst_day: 2024-05-20\n"
        "last_day: 2024-05-26\ncandidates:\n  - {name: 沈玉兰, unit: 青柳县城关镇桥头社区, "
        "record: stars/2024/henan/draft-aaaaaa}\n---\n",
    )
    assert decide(root, table(tmp_path), "approved") == 0
    found = honours(root)
    assert {address: found[address] for address in NEW} == NEW
    assert found.keys() - NEW.keys() == {"stars/2024/henan/003", "stars/2024/henan/draft-dddddd"}
    assert found["stars/2024/henan/draft-dddddd"] == ("nominated", "", "")
    names = set(state(root))
    assert {"content/stars/2024/henan/008-shen.md", "media/stars/2024/henan/008/life.jpg"} <= names
    assert {"content/stars/2024/henan/009.md", "media/projects/2024/henan/001/life.jpg"} <= names
    assert not [name for name in names if "draft-aaaaaa" in name or "draft-eeeeee" in name]
    announced = (root / "content/announcements/2024-henan-list.md").read_text("utf-8")
    assert "record: stars/2024/henan/008}" in announced
    other = (root / "content/stars/2024/henan/draft-dddddd.md").read_text("utf-8")
    assert "related: [stars/2024/henan/008]" in other
    said = capsys.readouterr().out
    assert (
        "沈玉兰，青柳县城关镇桥头社区（stars/2024/henan/draft-aaaaaa）：已推荐 → 已批准，编号 stars/2024/henan/008"
        in said
    )
    assert said.endswith("名单 4 行：改 4 份。\n")


def test_nothing_but_three_values_of_the_record_changes(root, tmp_path):
    path = root / "content/stars/2024/henan/draft-bbbbbb.md"
    before = path.read_text("utf-8")
    assert (
        decide(
            root, table(tmp_path, ROWS[1:2]), "shortlisted", document="示例办〔2024〕3号", date="2024-05-06"
        )
        == 0
    )
    wanted = before.replace("stage: nominated   #", "stage: shortlisted   #").replace(
        "    rulebook: henan-2024\n",
        "    rulebook: henan-2024\n    document: 示例办〔2024〕3号\n    date: 2024-05-06\n",
    )
    assert path.read_text("utf-8") == wanted
    assert (
        decide(
            root, table(tmp_path, ROWS[1:2]), "announced", document="示例公示〔2024〕6号", date="2024-05-20"
        )
        == 0
    )
    wanted = wanted.replace("shortlisted", "announced").replace("示例办〔2024〕3号", "示例公示〔2024〕6号")
    assert path.read_text("utf-8") == wanted.replace("2024-05-06", "2024-05-20")


ODD = [
    ("1", "沈玉兰", "青柳县城关镇桥头社区", "", ""),
    ("2", "李明", "", "", ""),
    ("3", "沈玉蓝", "青柳县城关镇桥头社区", "", ""),
    ("4", "阿不都·示例", "青柳县", "", ""),
    ("5", "沈玉兰", "青柳县城关镇桥头社区", "", ""),
    ("6", "旧人", "旧单位", "", ""),
]
SAID = [
    "第 4 行：李明：有 2 份资料都对得上：李明，云溪市教育局（stars/2024/henan/draft-cccccc）；"
    "李明，青柳县农机站（stars/2024/henan/draft-dddddd）",
    "第 5 行：沈玉蓝，青柳县城关镇桥头社区：没有这份资料，相近的有 沈玉兰，青柳县城关镇桥头社区（stars/2024/henan/draft-aaaaaa）",
    "第 6 行：阿不都·示例，青柳县：姓名对得上，单位或类别对不上：阿不都·示例，青柳县西关清真餐馆（stars/2024/henan/draft-bbbbbb）",
    "第 7 行：沈玉兰，青柳县城关镇桥头社区：与第 3 行是同一份资料（stars/2024/henan/draft-aaaaaa）",
    "第 8 行：旧人，旧单位：没有能改为“已批准”的荣誉（2024 年省级河南省“百姓学习之星”，已批准）",
]


def test_every_line_that_does_not_match_is_named_and_nothing_changes(root, tmp_path, capsys):
    before = state(root)
    assert decide(root, table(tmp_path, ODD), "approved") == 1
    assert state(root) == before
    said = capsys.readouterr().out
    assert [line for line in SAID if line not in said] == []
    assert said.endswith("5 行没有对上，什么也没有改。先改对得上的 1 行，加 --partial。\n")


def test_partial_changes_what_matches(root, tmp_path, capsys):
    assert decide(root, table(tmp_path, ODD), "approved", "--partial") == 1
    assert honours(root)["stars/2024/henan/008"] == ("approved", DOCUMENT, DAY)
    assert honours(root)["stars/2024/henan/draft-bbbbbb"] == ("nominated", "", "")
    assert capsys.readouterr().out.endswith("名单 6 行：改 1 份，5 行没有对上。\n")


def test_a_dry_run_tells_everything_and_changes_nothing(root, tmp_path, capsys):
    before = state(root)
    assert decide(root, table(tmp_path), "approved", "--dry-run") == 0
    assert state(root) == before
    assert "编号 projects/2024/henan/001，文件 content/projects/2024/henan/001.md" in capsys.readouterr().out


def test_the_same_list_again_changes_nothing(root, tmp_path, capsys):
    decide(root, table(tmp_path), "approved")
    before = state(root)
    assert decide(root, table(tmp_path), "approved") == 0
    assert state(root) == before
    assert capsys.readouterr().out.count("上次已经改过") == 4


@pytest.mark.parametrize("media_moved", [False, True])
def test_a_run_that_was_killed_is_finished_by_the_next(root, tmp_path, capsys, media_moved):
    """A record is written before its draft goes: both lie there when the machine stops in between."""
    drafts = state(root)
    decide(root, table(tmp_path), "approved")
    after = state(root)
    for name in ("stars/2024/henan/draft-aaaaaa-shen.md", "stars/2024/henan/draft-bbbbbb.md"):
        (root / "content" / name).write_bytes(drafts[f"content/{name}"])
    left = root / "content/stars/2024/henan/.draft-cccccc.md.leaving"
    left.write_bytes(drafts["content/stars/2024/henan/draft-cccccc.md"])
    if not media_moved:
        (root / "media/stars/2024/henan/008").rename(root / "media/stars/2024/henan/draft-aaaaaa")
    capsys.readouterr()
    assert decide(root, table(tmp_path), "approved") == 0
    assert state(root) == after
    assert "编号 stars/2024/henan/008" in capsys.readouterr().out


def test_media_of_which_a_part_was_moved_are_told_and_nothing_changes(root, tmp_path, capsys):
    draft = root / "content/stars/2024/henan/draft-aaaaaa-shen.md"
    before = draft.read_bytes()
    decide(root, table(tmp_path), "approved")
    draft.write_bytes(before)
    photo(root, "stars/2024/henan/draft-aaaaaa")
    left = state(root)
    assert decide(root, table(tmp_path), "approved") == 1
    assert state(root) == left
    assert "media/stars/2024/henan/008" in capsys.readouterr().out


def test_an_address_or_who_recommends_tells_namesakes_apart(root, tmp_path):
    path = root / "content/stars/2024/henan/draft-dddddd.md"
    write(path, path.read_text("utf-8").replace("[云溪市教育局]", "[青柳县教育局]"))
    assert decide(root, table(tmp_path, [("1", "李明", "", "", "青柳县教育局")]), "shortlisted") == 0
    assert honours(root)["stars/2024/henan/draft-dddddd"][0] == "shortlisted"
    head = ("姓名", "编号")
    assert (
        decide(root, table(tmp_path, [("李明", "stars/2024/henan/draft-cccccc")], head), "shortlisted") == 0
    )
    assert honours(root)["stars/2024/henan/draft-cccccc"][0] == "shortlisted"


def test_an_approval_before_the_last_day_of_its_announcement_is_refused(root, tmp_path, capsys):
    write(
        root / "content/announcements/2024-henan-list.md",
        "---\ntitle: 公示\nyear: 2024\nlevel: provincial\nregion: henan\nfirst_day: 2024-06-20\n"
        "last_day: 2024-06-27\ncandidates:\n  - {name: 沈玉兰, unit: 青柳县城关镇桥头社区}\n---\n",
    )
    assert decide(root, table(tmp_path, ROWS[:1]), "approved") == 1
    assert (
        "批准日期 2024-06-26 早于公示末日 2024-06-27（announcements/2024-henan-list）"
        in capsys.readouterr().out
    )
    assert decide(root, table(tmp_path, ROWS[:1]), "approved", date="2024-06-27") == 0


def test_what_was_approved_can_be_revoked_and_keeps_its_address(root, tmp_path):
    row = [("1", "旧人", "旧单位", "", "")]
    assert decide(root, table(tmp_path, row), "revoked", document="示例教〔2025〕1号", date="2025-01-06") == 0
    assert honours(root)["stars/2024/henan/003"] == ("revoked", "示例教〔2025〕1号", "2025-01-06")


def test_somebody_taken_down_cannot_be_decided_on(root, tmp_path, capsys):
    head, row = ("姓名", "单位", "编号"), ("示例", "某单位", "stars/2024/henan/007")
    assert decide(root, table(tmp_path, [row], head), "revoked") == 1
    assert "已经撤下" in capsys.readouterr().out
    write(root / "content/withdrawn.yml", "- address: stars/2024/henan/003\n  date: 2025-03-18\n")
    assert decide(root, table(tmp_path, [("1", "旧人", "旧单位", "", "")]), "revoked") == 1
    assert "stars/2024/henan/003 已经撤下" in capsys.readouterr().out


def test_drafts_of_a_private_folder_come_into_the_tree_on_approval_only(root, tmp_path, capsys):
    private = tmp_path / "site-private"
    for part in ("stars/2024/henan/draft-aaaaaa", "projects/2024/henan/draft-eeeeee"):
        assert (root / "media" / part).is_dir()
    private.mkdir()
    (root / "content").rename(private / "content")
    (root / "media").rename(private / "media")
    for name in ("bodies.yml", "withdrawn.yml", "stars/2024/henan/003.md"):
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (private / "content" / name).rename(root / "content" / name)
    write(root / "mkdocs.yml", CONFIG.format("public"))
    before = state(root)
    assert decide(root, table(tmp_path), "announced", document="示例公示〔2024〕6号", date="2024-05-20") == 0
    assert state(root) == before
    assert decide(root, table(tmp_path), "approved") == 0
    assert {address: honours(root)[address] for address in NEW} == NEW
    assert set(honours(private)) == {"stars/2024/henan/draft-dddddd"}
    assert "media/stars/2024/henan/008/life.jpg" in state(root)
    assert [name for name in state(private) if name.startswith("media")] == []


def test_what_is_not_fit_for_a_public_repository_stays_private(root, tmp_path, capsys):
    private = tmp_path / "elsewhere"
    (root / "mkdocs.yml").write_text(CONFIG.format("public"), encoding="utf-8")
    content = private / "content"
    record(content, "stars/2024/henan/draft-ffffff", "王示例", "甲单位")
    record(content, "stars/2024/henan/draft-gggggg", "赵示例", "乙单位")
    path = content / "stars/2024/henan/draft-ffffff.md"
    write(path, path.read_text("utf-8") + "\n他的手机是13800000001。\n")
    exif = Image.Exif()
    exif[0x010F] = "相机"
    photo(private, "stars/2024/henan/draft-gggggg", exif.tobytes())
    before = state(tmp_path / "elsewhere"), state(root)
    rows = [("1", "王示例", "甲单位", "", ""), ("2", "赵示例", "乙单位", "", "")]
    assert decide(root, table(tmp_path, rows), "approved", "--private-dir", str(private)) == 1
    assert (state(tmp_path / "elsewhere"), state(root)) == before
    said = capsys.readouterr().out
    assert "正文里有电话号码，不能移进仓库" in said
    assert "照片 life.jpg 里还有拍摄信息，不能移进仓库" in said


def as_csv(folder):
    file = io.StringIO()
    csv.writer(file).writerows([HEAD, *ROWS])
    (folder / "名单.csv").write_bytes(file.getvalue().encode("gb18030"))
    return folder / "名单.csv"


def as_word(folder):
    document = docx.Document()
    document.add_paragraph("附件")
    for title, rows in (("“百姓学习之星”名单", ROWS[:3]), ("“终身学习品牌项目”名单", ROWS[3:])):
        document.add_paragraph(title)
        grid = document.add_table(0, 3)
        for row in (("序号", "名称", "单位名称"), *rows):
            for cell, text in zip(grid.add_row().cells, row[:3], strict=True):
                cell.text = text
    document.save(folder / "名单.docx")
    return folder / "名单.docx"


@pytest.mark.parametrize("made", [as_csv, as_word])
def test_lists_are_read_from_csv_and_word_too(root, tmp_path, made):
    assert decide(root, made(tmp_path), "approved") == 0
    found = honours(root)
    assert {address: found[address] for address in NEW} == NEW


def test_a_file_that_is_no_list_is_one_sentence(root, tmp_path, capsys):
    for name, data in (("名单.xlsx", b"PK\x03\x04"), ("名单.docx", b""), ("没有.xlsx", None)):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        assert decide(root, tmp_path / name, "approved") == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert decide(root, table(tmp_path, [("1", "甲")], ("序号", "内容")), "approved") == 2
    assert "没有找到名单" in capsys.readouterr().err


def filtered(folder):
    """Write a list of which a filter hides the last two rows."""
    path = table(folder)
    book = openpyxl.load_workbook(path)
    book.active.auto_filter.ref = "A2:E6"
    for row in (5, 6):
        book.active.row_dimensions[row].hidden = True
    book.save(path)
    return path


def test_a_list_of_which_a_filter_hides_some_is_refused(root, tmp_path, capsys):
    before = state(root)
    assert decide(root, filtered(tmp_path), "approved", "--partial") == 2
    said = capsys.readouterr().err
    assert "名单.xlsx 有 2 行看不见（第 5、6 行，筛选了，或者隐藏了）：请取消筛选" in said
    assert (said.count("\n"), state(root)) == (1, before)


def test_what_is_wrong_with_a_file_that_is_no_list_is_said(root, tmp_path, capsys):
    (tmp_path / "~$名单.xlsx").write_bytes(b"\x05user" + bytes(160))
    (tmp_path / "名单.pdf").write_text("%PDF", encoding="utf-8")
    wrong = {
        tmp_path: "是文件夹，请写里面那份名单的文件名",
        tmp_path / "没有.xlsx": "请核对文件名和它在哪个文件夹",
        tmp_path / "~$名单.xlsx": "请写去掉 ~$ 的文件名",
        tmp_path / "名单.pdf": "名单要是 Excel、CSV 或 Word 的表",
        table(tmp_path, []): "里没有名字：表头下面一行写一个人或一个项目",
    }
    for path, said in wrong.items():
        assert decide(root, path, "approved") == 2
        assert said in capsys.readouterr().err


def test_a_name_that_is_not_quite_right_is_told_the_namesake_of_its_unit(root, tmp_path, capsys):
    record(root / "content", "stars/2024/henan/draft-ffffff", "沈玉兰", "河西村")
    decide(root, table(tmp_path, [("1", "沈玉栏", "河西村", "", "")]), "shortlisted")
    assert "相近的有 沈玉兰，河西村（stars/2024/henan/draft-ffffff）" in capsys.readouterr().out


def test_moves_are_undone_with_everything_else(tmp_path):
    for name in ("甲/照片", "乙/照片", "丙/照片"):
        write(tmp_path / name, name)
    before = state(tmp_path)
    moved = {tmp_path / "甲": tmp_path / "新/丁", tmp_path / "乙": tmp_path / "丙"}
    changes = Changes({tmp_path / "记录.md": b"new"}, (), moved)
    with pytest.raises(FileExistsError):
        changes.carry_out()
    assert state(tmp_path) == before


def test_a_packet_becomes_an_approved_record_of_a_public_repository(tmp_path):
    root = desks.site(tmp_path, "public")
    assert desks.take(root, zipped(tmp_path / "云溪市.zip", henan())) == 0
    assert desks.draft_files(root) == []
    rows = [("沈玉兰", "青柳县城关镇桥头社区"), ("一页书公交读书角", "青柳县公共交通公司")]
    rows[1] = ("“一页书”公交读书角", rows[1][1])
    path = table(tmp_path, rows, ("名称", "单位"))
    assert decide(root, path, "announced", document="示例公示〔2024〕6号", date="2024-05-20") == 0
    assert desks.draft_files(root) == []
    assert decide(root, path, "approved") == 0
    wanted = {
        "stars/2024/henan/001": ("approved", DOCUMENT, DAY),
        "projects/2024/henan/001": ("approved", DOCUMENT, DAY),
    }
    assert honours(root) == wanted
    after = state(root)
    assert {name for name in after if name.startswith("media/")} == {
        "media/stars/2024/henan/001/id-photo.jpg",
        "media/stars/2024/henan/001/life.jpg",
        "media/projects/2024/henan/001/activity.jpg",
        "media/projects/2024/henan/001/activity-2.jpg",
        "media/projects/2024/henan/001/activity-3.jpg",
    }
    private = (STAR["mobile"], STAR["email"], STAR_ROW["address"], PROJECT["host_telephone"], STAR["born"])
    assert [name for name, data in after.items() for word in private if word.encode() in data] == []
    desks.take(root, tmp_path / "云溪市.zip")
    assert state(root) == after


def test_media_move_to_another_disk_whole(tmp_path):
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("one disk only")
    write(tmp_path / "draft/life.jpg", "a photograph")
    with tempfile.TemporaryDirectory(dir=other) as folder:
        target = Path(folder) / "stars/008"
        with pytest.raises(FileNotFoundError):
            Changes({}, (tmp_path / "nothing",), {tmp_path / "draft": target}).carry_out()
        assert (state(tmp_path), target.exists()) == ({"draft/life.jpg": b"a photograph"}, False)
        Changes({}, (), {tmp_path / "draft": target}).carry_out()
        assert (state(tmp_path), state(target)) == ({}, {"life.jpg": b"a photograph"})
