"""A take-down on a small folder: what it changes, what it says, and that a failed one changes nothing."""

import datetime
import io
from pathlib import Path

import pytest
from PIL import Image

from showcase.check.takedowns import line_mark
from showcase.cli import main
from showcase.content.layout import Layout
from showcase.desk.records import open_desk
from showcase.desk.withdrawing import plan_withdrawal
from showcase.media.making import make_media
from showcase.media.storing.changes import Changes
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import wanted_media

GONE, OTHER = "stars/2024/henan/012", "stars/2024/henan/013"
OF_ONE = 6  # the photo as WebP and JPEG, its cut for cards so too, its cut for links, and the note of them all
DAY = datetime.date(2026, 11, 21)
LIST = "lists/2024-county-henan"
STAR = """---
name: {name}
unit: 青柳县
photos:
  - {{file: life.png, kind: life, alt: 一张照片}}{more}
---
她每天读书。
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def picture(root, address, colour, name="life.png"):
    path = root / "media" / address / name
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), colour).save(path)


@pytest.fixture
def root(tmp_path):
    """Two people with a photo each, made; the one is on a list and known to the other."""
    write(tmp_path / "mkdocs.yml", "site_name: 示例\nplugins: [showcase]\n")
    write(tmp_path / f"content/{GONE}-shen.md", STAR.format(name="沈示例", more=""))
    write(tmp_path / f"content/{OTHER}.md", STAR.format(name="陆示例", more=f"\nrelated: [{GONE}]"))
    rows = "star,沈示例,青柳县,名单,文\nstar,沈示例,白杨县,名单,文\n"
    write(tmp_path / f"content/{LIST}.csv", f"kind,name,unit,title,document\n{rows}")
    write(tmp_path / "content/pages/index.md", "认识[沈 示例](stars/2024/henan/012/)。\n又一行。\n")
    picture(tmp_path, GONE, "red")
    picture(tmp_path, OTHER, "blue")
    make(tmp_path)
    return tmp_path


def make(root):
    desk = open_desk(Layout(root))
    make_media(desk.layout, wanted_media(desk.library), desk.presets, Progress(io.StringIO()))


def state(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def run(root, *arguments, capsys):
    code = main(["withdraw", *arguments, "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_it_does_and_says(root, capsys):
    before = state(root)
    code, said, _ = run(root, GONE, "--date", "2026-11-21", capsys=capsys)
    after = state(root)
    assert code == 0
    assert said.split("程序做不到")[0].splitlines() == [
        f"已撤下 {GONE}：",
        "  记入 content/withdrawn.yml",
        f"  content/{OTHER}.md：去掉 related 里的这个地址",
        f"  content/{LIST}.csv：去掉名单里的 1 行，withdrawn.yml 里留标记，以后重新导入也不会再显示",
        f"  删去 media/{GONE}",
        f"  删去 content/{GONE}-shen.md",
        f"  删去做好的照片、影片 {OF_ONE} 个文件（没有别人用到）",
        "  清理 .cache/media-hashes.json",
        "还要人看一看：",
        f"  content/{LIST}.csv:2 还提到这个名字或地址",
        "  content/pages/index.md:1 还提到这个名字或地址",
    ]
    for word in ("showcase build --removals", "历史", "CDN", "搜索引擎", "资料包", "海报", "备份"):
        assert word in said
    assert after["content/withdrawn.yml"].decode() == (
        "# 撤下的记录：只写地址和日期，不写姓名\n"
        f"- address: {GONE}\n  date: 2026-11-21\n"
        f"- address: {line_mark(LIST, '沈示例', '青柳县')}\n  date: 2026-11-21\n"
    )
    changed = {f"content/{OTHER}.md", f"content/{LIST}.csv", ".cache/media-hashes.json"}
    assert {name for name in after if before.get(name) != after[name]} == {*changed, "content/withdrawn.yml"}
    left = [name for name, data in after.items() if GONE.encode() in data or GONE in name]
    assert left == ["content/pages/index.md", "content/withdrawn.yml"]
    assert len([name for name in after if "derivatives" in name]) == OF_ONE


def test_a_dry_run_changes_nothing_and_says_the_same(root, capsys):
    before = state(root)
    code, would, _ = run(root, GONE, "--date", "2026-11-21", "--dry-run", capsys=capsys)
    assert (code, state(root)) == (0, before)
    assert (
        run(root, GONE, "--date", "2026-11-21", capsys=capsys)[1].splitlines()[1:] == would.splitlines()[1:]
    )


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("stars/2024/henan/12", f"没有找到 stars/2024/henan/12，什么也没有撤下。是不是想写 {GONE}？"),
        ("../../etc", "没有找到 ../../etc，什么也没有撤下。地址写成 stars/2024/henan/012 的样子。"),
    ],
)
def test_an_unknown_address(root, capsys, asked, sentence):
    before = state(root)
    assert run(root, asked, capsys=capsys) == (2, "", f"不能继续：{sentence}\n")
    assert state(root) == before


def test_a_second_time_says_so(root, capsys):
    run(root, GONE, "--date", "2026-11-21", capsys=capsys)
    before = state(root)
    said = f"{GONE} 已经在 2026-11-21 撤下，没有要做的了。\n"
    assert run(root, f"content/{GONE}/", capsys=capsys) == (0, said, "")
    assert state(root) == before


def test_one_line_of_a_list(root, capsys):
    person = ("--name", "沈示例", "--unit", "白杨县", "--date", "2026-11-21")
    assert run(root, LIST, *person, capsys=capsys)[0] == 0
    mark = line_mark(LIST, "沈示例", "白杨县")
    assert state(root)["content/withdrawn.yml"].decode().endswith(f"- address: {mark}\n  date: 2026-11-21\n")
    assert state(root)[f"content/{LIST}.csv"].decode().splitlines()[1:] == ["star,沈示例,青柳县,名单,文"]
    assert run(root, LIST, *person, capsys=capsys)[1] == f"{mark} 已经在 2026-11-21 撤下，没有要做的了。\n"
    code, _, said = run(root, LIST, "--name", "沈示例", "--unit", "某", capsys=capsys)
    assert (code, said) == (
        2,
        f"不能继续：{LIST} 里没有“沈示例，某”这一行。名单里写的是：沈示例，青柳县。\n",
    )
    assert run(root, LIST, "--name", "沈示例", capsys=capsys)[0] == 2


def test_a_picture_that_somebody_else_uses_stays_made_and_is_told(root, capsys):
    picture(root, OTHER, "red")
    make(root)
    before = {name for name in state(root) if "derivatives" in name}
    _, said, _ = run(root, GONE, capsys=capsys)
    assert f"media/{OTHER}/life.png 与它的照片或影片相同，那一份还在，请核对" in said
    kept = {name for name in state(root) if "derivatives" in name}
    assert len(before - kept) == OF_ONE  # the blue ones, which nobody uses any more
    assert len(kept) == OF_ONE


def test_derivatives_of_others_stay_when_somebody_elses_file_has_errors(root, capsys):
    write(root / f"content/{OTHER}.md", "---\nnuit: 甲\n---\n")
    before = {name for name in state(root) if "derivatives" in name}
    run(root, GONE, capsys=capsys)
    kept = {name for name in state(root) if "derivatives" in name}
    assert (len(before), len(kept)) == (2 * OF_ONE, OF_ONE)


def test_a_record_that_cannot_be_read_goes_too(root, capsys):
    (root / f"content/{GONE}-shen.md").write_bytes(b"\xff\xfe broken")
    assert run(root, GONE, capsys=capsys)[0] == 0
    assert not [name for name in state(root) if GONE in name]


def test_a_register_with_a_mistake_stops_it(root, capsys):
    write(root / "content/withdrawn.yml", "address: 甲\n")
    before = state(root)
    code, _, said = run(root, GONE, capsys=capsys)
    assert (code, said) == (2, "不能继续：content/withdrawn.yml 有写错的地方，请先用 showcase check 改好。\n")
    assert state(root) == before


@pytest.mark.parametrize("fails_at", range(1, 20))
def test_a_failed_run_leaves_all_as_it_was(root, monkeypatch, fails_at):
    """The n-th rename fails, whichever it is: texts, caches, derivatives, media, the record."""
    plan = plan_withdrawal(open_desk(Layout(root)), GONE, DAY)
    before, calls = state(root), iter(range(1, 100))

    def failing(real):
        def act(self, target):
            if next(calls) == fails_at:
                raise OSError(5, "示例", str(self))
            return real(self, target)

        return act

    steps = len(plan.changes.written) + len(plan.changes.removed)
    monkeypatch.setattr(Path, "rename", failing(Path.rename))
    monkeypatch.setattr(Path, "replace", failing(Path.replace))
    if fails_at > steps:
        plan.changes.carry_out()
        assert not [name for name in state(root) if GONE in name]
    else:
        with pytest.raises(OSError, match="示例"):
            plan.changes.carry_out()
        assert state(root) == before


def test_what_a_killed_run_left_goes_with_the_next(root, capsys):
    run(root, GONE, capsys=capsys)
    write(root / "media/stars/2024/henan/.012.leaving/life.png", "示例")
    assert run(root, GONE, capsys=capsys)[0] == 0
    assert not [name for name in state(root) if ".leaving" in name]


def test_nothing_to_do_is_false():
    assert not Changes({}, ())
