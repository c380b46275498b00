"""A change of address: everything follows, the old address leads on, nobody else ever gets it."""

import re

import pytest

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.forwarding import MovedAddress, destinations
from sites import build, showcase

OLD, NEW = "stars/2024/henan/012", "stars/2024/henan/112"


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "site"
    for folder in ("content/stars/2024/henan", "content/events/2024", "content/pages", f"media/{OLD}"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: 示例\nplugins: [showcase]\n", "utf-8")
    (root / "content" / f"{OLD}-wang.md").write_text(
        f"---\nname: 王示例 # 甲\nunit: 某单位\n---\n见[这里](../{OLD}/)。\n", "utf-8"
    )
    (root / "content/stars/2024/henan/0123.md").write_text(
        f"---\nname: 李示例\nrelated: [{OLD}]\n---\n", "utf-8"
    )
    (root / "content/events/2024/2024-09-12-school.md").write_text(
        f"---\nkind: talk\ntitle: 报告\nrecords: [stars/2024/henan/0123, {OLD}]\n---\n", "utf-8"
    )
    (root / "media" / OLD / "portrait.jpg").write_bytes(b"1")
    return root


def run(root, *words):
    return main([*words, "--root", str(root)])


def files(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def rename(root, old=OLD, new=NEW, *options):
    return run(root, "rename", old, new, "--date", "2026-11-22", *options)


def test_file_media_and_links_follow_and_the_old_address_is_kept(root):
    before = files(root)
    assert rename(root) == 0
    after = files(root)
    record = f"content/{OLD}-wang.md"
    moved = {
        record: None,
        f"content/{NEW}-wang.md": before[record].replace(OLD.encode(), NEW.encode()),
        f"media/{OLD}/portrait.jpg": None,
        f"media/{NEW}/portrait.jpg": b"1",
        "content/stars/2024/henan/0123.md": f"---\nname: 李示例\nrelated: [{NEW}]\n---\n".encode(),
        "content/events/2024/2024-09-12-school.md": (
            f"---\nkind: talk\ntitle: 报告\nrecords: [stars/2024/henan/0123, {NEW}]\n---\n".encode()
        ),
        "content/moved.yml": (
            "# 换了的地址：旧地址自动转到新的，只写地址和日期，不写姓名\n"
            f"- from: {OLD}\n  to: {NEW}\n  date: 2026-11-22\n"
        ).encode(),
    }
    assert after == {name: data for name, data in {**before, **moved}.items() if data is not None}


def test_a_dry_run_changes_nothing(root, capsys):
    before = files(root)
    assert rename(root, OLD, NEW, "--dry-run") == 0
    assert files(root) == before
    assert f"content/moved.yml：{OLD} 转到 {NEW}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stars/2024/henan/013", NEW, "是不是想写"),
        (OLD, "stars/2024/henan/0123", "已经有资料了"),
        (OLD, "projects/2024/henan/112", "不能作它的新地址"),
        (OLD, "stars/2024/henna/112", "地区要用拼音代号"),
        (OLD, "stars/2024/henan/draft-abc123", "不能是草稿"),
        (OLD, "王示例", "不能作它的新地址"),
    ],
)
def test_an_address_that_cannot_be_is_refused(root, capsys, old, new, said):
    before = files(root)
    assert rename(root, old, new) == 2
    assert said in capsys.readouterr().err
    assert files(root) == before


def test_an_address_of_before_is_never_used_again(root, capsys):
    assert rename(root) == 0
    assert rename(root, "stars/2024/henan/0123", OLD) == 2
    assert f"{OLD} 以前用过" in capsys.readouterr().err
    (root / "answers.yml").write_text(
        "year: 2024\nregion: henan\nname: 新示例\nlevel: provincial\napproved: true\n"
        "document: 示例〔2024〕1号\ndate: 2024-06-01\n",
        "utf-8",
    )
    (root / f"content/{NEW}-wang.md").unlink()
    run(root, "new", "star", "--answers", str(root / "answers.yml"))
    assert (root / "content/stars/2024/henan/124.md").is_file()


def moved_problems(root, text):
    (root / "content/moved.yml").write_text(text, "utf-8")
    done = showcase("check", "--format", "json", root=root)
    return re.findall(r'"rule": ?"(moved-[a-z-]+)"', done.stdout)


def entry(before, after):
    return f"- {{from: {before}, to: {after}, date: 2026-11-22}}\n"


A, B = "stars/2024/henan/201", "stars/2024/henan/202"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (entry(A, OLD), []),
        (entry(A, B) + entry(B, OLD), []),
        (entry(A, B), ["moved-nowhere"]),
        (entry(A, B) + entry(B, A), ["moved-nowhere"] * 2),
        (entry(OLD, "stars/2024/henan/0123"), ["moved-used-again"]),
        (entry(A, OLD) + entry(A, OLD), ["moved-used-again"]),
    ],
)
def test_what_leads_nowhere_round_or_to_somebody_else_is_an_error(root, text, rules):
    assert moved_problems(root, text) == rules


def test_an_old_address_leads_to_the_last_one():
    steps = [MovedAddress("a", "b", None), MovedAddress("b", "c", None), MovedAddress("d", "d", None)]
    assert destinations(steps) == {"a": "c", "b": "c"}


@pytest.mark.slow
def test_the_old_address_leads_on_until_the_record_is_taken_down(demo):
    config = demo / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace('site_url: ""', "site_url: https://a.example/b/"), "utf-8"
    )
    assert rename(demo) == 0
    build(demo)
    site = demo / "site"
    page = (site / OLD / "index.html").read_text("utf-8")
    assert re.findall(r'http-equiv="refresh" content="([^"]+)"', page) == [f"0; url=../../../../{NEW}/"]
    assert re.findall(r'rel="canonical" href="([^"]+)"', page) == [f"https://a.example/b/{NEW}/"]
    assert ("noindex" in page, f'<a class="ls-button" href="../../../../{NEW}/">' in page) == (True, True)
    assert "沈玉兰" not in page
    assert f'data-record="{NEW}"' in (site / NEW / "index.html").read_text("utf-8")
    naming = [
        p.relative_to(site).as_posix()
        for p in site.rglob("*")
        if p.is_file() and OLD.encode() in p.read_bytes()
    ]
    assert naming == []
    assert run(demo, "withdraw", NEW, "--date", "2026-11-22") == 0
    done = showcase("build", "--removals", "--today", "2026-11-22", root=demo)
    assert done.returncode == 0, done.stdout + done.stderr
    for address in (OLD, NEW):
        page = (site / address / "index.html").read_text("utf-8")
        assert ("这一页已应要求撤下" in page, "refresh" in page, "沈玉兰" in page) == (True, False, False)
    library, _ = read_library(Layout(demo))
    assert {OLD, NEW} <= {w.address for w in library.withdrawals}
