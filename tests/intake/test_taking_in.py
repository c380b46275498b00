"""Packets over time: the same again, corrected, completed; what an editor changed meanwhile; who may be told what."""

import pytest

from intake.desks import (
    draft_files,
    drafts,
    everything,
    people,
    private,
    reply,
    sender_folder,
    site,
    take,
)
from intake.nominations import PROJECT, SENDER, SHOWCASE, STAR, STAR_ROW, expected, henan
from intake.templates import (
    HENAN_PROJECT,
    HENAN_STAR,
    STAR_COLUMNS,
    folder,
    form,
    picture,
    register,
    saved,
    sheet,
    text_of,
    zipped,
)

NEW_TEXT = text_of(310, 77)


def star_of(root):
    return next(path for path in draft_files(root) if "stars" in path.parts)


def corrected(**changed):
    """Return a packet in which the star's form says something else."""
    return henan(star=("沈玉兰推介表.docx", form(HENAN_STAR, {**STAR, **changed})))


def test_the_same_packet_twice_through_two_channels_changes_nothing(tmp_path, capsys):
    root = site(tmp_path)
    files = {name: data if isinstance(data, bytes) else saved(data) for name, data in henan().items()}
    assert take(root, zipped(tmp_path / "邮件.zip", files)) == 0
    before = everything(root), everything(private(root))
    assert len([name for name in before[1] if "/originals/" in name]) == len(files)
    assert take(root, folder(tmp_path / "U盘", files)) == 0
    assert take(root, tmp_path / "邮件.zip") == 0
    assert (everything(root), everything(private(root))) == before
    assert "与上次相同，没有变化。" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(tmp_path, capsys):
    root = site(tmp_path)
    packet = zipped(tmp_path / "云溪市.zip", henan())
    before = everything(tmp_path)
    assert take(root, packet, dry_run=True) == 0
    assert everything(tmp_path) == before
    assert not private(root).exists()
    assert "试运行，什么也没有写。" in capsys.readouterr().out


def test_a_corrected_packet_updates_what_the_editor_has_not_touched(tmp_path):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    star = star_of(root)
    edited = (
        star.read_text("utf-8")
        .replace("alt: 生活照", "alt: 老人在窗前读书  # 看过了")
        .replace("post: 居民", "post: 读书会领读人")
    )
    star.write_text(edited, encoding="utf-8")
    take(root, zipped(tmp_path / "二.zip", corrected(showcase_text=NEW_TEXT)))
    assert star.read_text("utf-8") == edited.replace(SHOWCASE, NEW_TEXT)
    assert drafts(root)["projects"] == expected()["projects"]


def test_what_both_changed_is_a_conflict_until_it_is_settled(tmp_path, capsys):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    star = star_of(root)
    mine = star.read_text("utf-8").replace(SHOWCASE, "编辑写的一段。")
    star.write_text(mine, encoding="utf-8")
    second = zipped(
        tmp_path / "二.zip", corrected(showcase_text=NEW_TEXT, unit_post="青柳县城关镇桥头社区\n领读人")
    )
    for _ in range(2):
        take(root, second)
        assert star.read_text("utf-8") == mine
        report = (sender_folder(root) / "report.html").read_text("utf-8")
        assert "两边不同，草稿保持编辑的：正文" in report
        assert "保持编辑的" not in reply(root)
    assert "没有变化" in capsys.readouterr().out
    aside = next((sender_folder(root) / "conflicts").rglob("*.md"))
    star.write_text(mine.replace("编辑写的一段。", NEW_TEXT), encoding="utf-8")
    take(root, second)
    assert not aside.exists()
    assert "两边不同" not in (sender_folder(root) / "report.html").read_text("utf-8")


def test_a_draft_that_was_given_its_number_is_not_written_again(tmp_path):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    star = star_of(root)
    star.rename(star.with_name("012.md"))
    take(root, zipped(tmp_path / "二.zip", corrected(showcase_text=NEW_TEXT)))
    assert "stars" not in drafts(root)
    assert "上次写的草稿已经不在原处" in (sender_folder(root) / "report.html").read_text("utf-8")


def test_what_was_missing_can_come_later_without_the_forms(tmp_path):
    files = henan()
    late = {name: files.pop(name) for name in list(files) if "证件照" in name}
    root = site(tmp_path)
    assert take(root, zipped(tmp_path / "一.zip", files)) == 1
    assert "照片 1 张，通知要求 2 张" in reply(root)
    assert take(root, folder(tmp_path / "补交", late)) == 0
    assert drafts(root) == expected()
    assert "材料齐全。" in reply(root)


def test_new_photographs_with_the_form_take_the_place_of_the_old(tmp_path):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    media = root / "media" / star_of(root).relative_to(root / "content").with_suffix("")
    kept = (media / "id-photo.jpg").read_bytes()
    (media / "own.jpg").write_bytes(b"the editor's")
    new = corrected(showcase_text=NEW_TEXT) | {"照片/沈玉兰 生活照.jpg": picture(1000, 800, 50)}
    take(root, zipped(tmp_path / "二.zip", new))
    assert sorted(path.name for path in media.iterdir()) == ["id-photo.jpg", "life.jpg", "own.jpg"]
    assert (media / "id-photo.jpg").read_bytes() == kept
    assert people(root)["沈玉兰"]["pictures"][1]["sha256"] != ""


def test_form_and_register_are_compared_cell_by_cell(tmp_path):
    row = {
        **STAR_ROW,
        "born": "1953年3月",
        "unit": "青柳县城关镇桥东社区",
        "education": "高中",
        "telephone": "13800000009",
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", henan(stars=("登记表.xlsx", sheet(STAR_COLUMNS, [row], SENDER)))))
    told = [line.strip() for line in reply(root).splitlines() if "不一致" in line]
    where = "沈玉兰推介表.docx 第 {} 行第 2 格；登记表.xlsx {}4"
    assert told == [
        f"（1）推介表和登记表的“出生年月日”不一致（{where.format(1, 'H').replace('第 2 格', '第 6 格')}）。请核对后改成一致，两张表一起重新送。",
        f"（2）推介表和登记表的“学历”不一致（{where.format(4, 'I')}）。请核对后改成一致，两张表一起重新送。",
        f"（3）推介表和登记表的“联系电话”不一致（{where.format(6, 'L')}）。请核对后改成一致，两张表一起重新送。",
        "（4）推介表和登记表的“所在单位及职务”不一致（沈玉兰推介表.docx 第 5 行第 2 格；登记表.xlsx C4）："
        "“青柳县城关镇桥头社区 居民”，“青柳县城关镇桥东社区”。请核对后改成一致，两张表一起重新送。",
    ]


def test_the_report_says_what_the_notice_asks_for_and_the_packet_lacks(tmp_path, capsys):
    files = henan(summary=None, stars=None)
    files = {name: data for name, data in files.items() if "读书角3" not in name}
    root = site(tmp_path)
    assert take(root, folder(tmp_path / "云溪市", files)) == 1
    told = reply(root)
    assert "没有收到“百姓学习之星”推介登记表（依据：教办职成〔2024〕85号 二（三）1（1））。" in told
    assert "没有收到工作总结（依据：教办职成〔2024〕85号 二（三）2（2））。" in told
    assert "照片 2 张，通知要求 3—5 张（依据：教办职成〔2024〕85号 二（三）2（2））。补 1 张。" in told
    assert "要补正 3 处" in capsys.readouterr().out


def test_a_sender_over_its_quota_is_told_so(tmp_path):
    rows = [{**STAR_ROW, "name": f"示{letter}"} for letter in "甲乙丙丁戊己"]
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", {"登记表.docx": register(STAR_COLUMNS, rows, SENDER)}))
    assert "云溪市教育局推荐了 6 个百姓学习之星，名额是 3—5 个" in reply(root)


def test_in_a_public_repository_drafts_stay_in_the_private_folder(tmp_path):
    root = site(tmp_path, "public")
    before = everything(root)
    take(root, zipped(tmp_path / "云溪市.zip", henan()))
    assert everything(root) == before
    assert drafts(private(root)) == expected()


def test_two_senders_of_one_person_are_told_to_the_editor(tmp_path):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    other = {
        "表.docx": form(HENAN_STAR, STAR),
        "登记表.docx": register(STAR_COLUMNS, [STAR_ROW], "青柳县教育局"),
    }
    take(root, folder(tmp_path / "二", other))
    page = (sender_folder(root, "青柳县教育局") / "report.html").read_text("utf-8")
    assert "云溪市教育局也报送了同名的一件" in page
    assert len([path for path in draft_files(root) if "stars" in path.parts]) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"rulebook": "henan-2042"}, "没有规则文件 content/rulebooks/henan-2042.yml"),
        ({"rulebook": "city-districts-2024"}, "没有写明地区（--region）、年份（--year）"),
    ],
)
def test_a_call_that_is_not_clear_is_asked_for(tmp_path, capsys, options, said):
    root = site(tmp_path)
    assert take(root, folder(tmp_path / "x", {"a.txt": b"a"}), **options) == 2
    assert said in capsys.readouterr().err


def test_a_project_is_read_with_its_years_and_numbers(tmp_path):
    project = {**PROJECT, "started": "二〇一九年至今", "name": "《四季》手工艺课"}
    row = {
        "name": "《四季》手工艺课",
        "hosts": "青柳县公共交通公司",
        "learners": "2022年：线下1,200人次；2023年线上1.5万人次",
    }
    from intake.templates import PROJECT_COLUMNS

    files = {
        "推介表.docx": form(HENAN_PROJECT, {**project, "learners": ""}),
        "登记表.xlsx": sheet(PROJECT_COLUMNS, [row], SENDER),
    }
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", files))
    told = drafts(root)["projects"]
    assert "\nstarted: 2019\n" in told
    assert (
        "learners:\n  - year: 2022\n    count: 1200\n    unit: visits\n    mode: onsite\n"
        "  - year: 2023\n    count: 15000\n    unit: visits\n    mode: online\n"
    ) in told


def test_who_is_missing_in_a_later_register_is_told_to_the_editor(tmp_path):
    root = site(tmp_path)
    take(root, zipped(tmp_path / "一.zip", henan()))
    row = {**STAR_ROW, "name": "沈玉阑（女）"}
    second = folder(tmp_path / "二", {"登记表.docx": register(STAR_COLUMNS, [row], SENDER)})
    take(root, second)
    page = (sender_folder(root) / "report.html").read_text("utf-8")
    assert page.count("以前送来过，这次的登记表里没有") == 1
    assert list(people(root)) == ["沈玉兰", "“一页书”公交读书角", "沈玉阑"]
    before = everything(tmp_path)
    take(root, second)
    assert everything(tmp_path) == before
