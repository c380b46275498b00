import re
import tempfile
from pathlib import Path

import pytest
from folders import plan, tree

from showcase.model.artefact import Artefact
from showcase.publish.plan import Plan, PublishError, SyncReport
from showcase.publish.staging import move
from showcase.publish.sync import sync


def marks(folder):
    """Return what shows that a file was touched: inode and time of change, by path."""
    stats = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


def test_a_plan_becomes_a_folder(site, tmp_path):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film" * 1000)
    files = {"index.html": b"home", "a/b/c/index.html": b"", "media/ab/cd.mp4": film, "assets/film.mp4": film}
    assert sync(site, plan(files)) == SyncReport(written=4, unchanged=0, deleted=0)
    assert tree(site) == files | {"media/ab/cd.mp4": b"film" * 1000, "assets/film.mp4": b"film" * 1000}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "film.mp4", "site"]


def test_what_is_right_already_is_not_touched(site, tmp_path):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    files = {"index.html": b"home", "a/index.html": b"a", "media/ab/cd.mp4": film, "assets/x.js": film}
    sync(site, plan(files))
    before = marks(site)
    assert sync(site, plan(files)) == SyncReport(written=0, unchanged=4, deleted=0)
    assert marks(site) == before


@pytest.mark.parametrize("new", [b"home", b"hom", b"home!", b"", b"HOME " * 9])
def test_a_change_of_any_length_is_written(site, new):
    sync(site, plan({"index.html": b"home.", "b.html": b"b"}))
    assert sync(site, plan({"index.html": new, "b.html": b"b"})) == SyncReport(1, 1, 0)
    assert tree(site) == {"index.html": new, "b.html": b"b"}


def test_a_copied_file_of_equal_size_is_compared_by_its_bytes(site, tmp_path):
    script = tmp_path / "x.js"
    script.write_bytes(b"one")
    sync(site, plan({"x.js": script}))
    script.write_bytes(b"two")
    assert sync(site, plan({"x.js": script})) == SyncReport(1, 0, 0)
    assert tree(site) == {"x.js": b"two"}


def test_a_master_changed_in_place_does_not_change_the_live_asset(site, tmp_path):
    script = tmp_path / "x.js"
    script.write_bytes(b"one")
    sync(site, plan({"x.js": script}))
    script.write_bytes(b"two")
    assert tree(site) == {"x.js": b"one"}


def test_what_nobody_wants_goes_with_its_folders(site):
    sync(site, plan({"index.html": b"1", "old/deep/er/index.html": b"2", "old/x.html": b"3"}))
    assert sync(site, plan({"index.html": b"1"})) == SyncReport(0, 1, 2)
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_dot_entries_at_the_top_stay(site):
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_bytes(b"ref")
    (site / ".nojekyll").write_bytes(b"")
    (site / "a").mkdir()
    (site / "a" / ".hidden").write_bytes(b"")
    sync(site, plan({"index.html": b"1", ".well-known/security.txt": b"2"}))
    kept = {".git/HEAD": b"ref", ".nojekyll": b"", ".well-known/security.txt": b"2"}
    assert tree(site) == {"index.html": b"1"} | kept
    assert sync(site, plan({".well-known/security.txt": b"2"})) == SyncReport(0, 1, 1)


def test_a_file_becomes_a_folder_and_a_folder_a_file(site):
    sync(site, plan({"a": b"file", "b/c/d": b"deep", "b/e": b"e"}))
    assert sync(site, plan({"a/x/y": b"deep", "b": b"file"})).written == 2
    assert tree(site) == {"a/x/y": b"deep", "b": b"file"}


def test_nothing_is_written_through_a_link(site, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x").write_bytes(b"mine")
    site.mkdir()
    (site / "a").symlink_to(outside)
    (site / "b").symlink_to(outside / "x")
    (site / "gone").symlink_to(tmp_path / "nowhere")
    sync(site, plan({"a/x": b"theirs", "b": b"new", "gone": b"back"}))
    assert tree(site) == {"a/x": b"theirs", "b": b"new", "gone": b"back"}
    assert tree(outside) == {"x": b"mine"}
    (site / ".well-known").symlink_to(outside)
    with pytest.raises(PublishError, match="指向站点文件夹之外"):
        sync(site, plan({".well-known/x": b"theirs"}))
    assert tree(outside) == {"x": b"mine"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "a\\..\\x",
        "c:x",
        "a\x00",
        "..",
        "a/./b",
    ],
)
def test_a_path_that_leaves_the_folder_is_refused(site, path):
    sync(site, plan({"index.html": b"1"}))
    with pytest.raises(PublishError, match="不在站点文件夹之内"):
        sync(site, plan({"b": b"2", path: b"x"}))
    assert tree(site.parent) == {".site.lock": b"", "site/index.html": b"1"}


@pytest.mark.parametrize("path", ["a", ".nojekyll", "a..b/c", "...", "a/…/“非遗”.html", "a/.b"])
def test_a_path_inside_is_taken(site, path):
    sync(site, plan({path: b"x"}))
    assert tree(site) == {path: b"x"}


def test_two_files_for_one_path_are_refused(site):
    with pytest.raises(PublishError, match="都要占用地址“a/b”"):
        sync(site, plan({"a/b": b"1"}, {"a/b": b"2"}))
    with pytest.raises(PublishError, match="“a”既是文件又是文件夹"):
        sync(site, plan({"a/b": b"1", "a": b"2"}))
    assert tree(site) == {}


def test_a_build_that_fails_halfway_leaves_the_last_good_site_less_the_take_downs(site):
    def failing():
        yield Artefact("index.html", b"new")
        raise ZeroDivisionError

    sync(site, plan({"index.html": b"old", "b/x": b"person"}))
    before = marks(site)
    with pytest.raises(ZeroDivisionError):
        sync(site, Plan([failing()]))
    assert marks(site) == before
    with pytest.raises(ZeroDivisionError):
        sync(site, Plan([failing()], gone=lambda live: ["b/x", "not-there"]))
    assert tree(site.parent) == {".site.lock": b"", "site/index.html": b"old"}


def test_take_downs_are_gone_before_the_first_artefact_is_made(site):
    sync(site, plan({"a/x": b"person", "b": b"1"}))
    seen = []

    def group():
        seen.append(tree(site))
        yield Artefact("b", b"2")

    assert sync(site, Plan([group()], gone=lambda live: ["a/x"])) == SyncReport(1, 0, 1)
    assert seen == [{"b": b"1"}]


def test_a_path_may_go_first_and_come_back_new(site):
    sync(site, plan({"a": b"person"}))
    assert sync(site, plan({"a": b"notice"}, gone=lambda live: ["a"])) == SyncReport(1, 0, 1)
    assert tree(site) == {"a": b"notice"}


def test_kept_files_outlive_a_plan_that_does_not_hold_them(site):
    sync(site, plan({"a/x": b"1", "a/y": b"2"}))
    sync(site, plan({"b": b"3"}, kept=lambda live: {"a/x", "never-was"}))
    assert tree(site) == {"a/x": b"1", "b": b"3"}


def test_one_build_at_a_time(site):
    refusals = []

    def group():
        with pytest.raises(PublishError, match="另一次生成正在写入") as refusal:
            sync(site, plan({"b": b"2"}))
        refusals.append(str(refusal.value))
        yield Artefact("a", b"1")

    sync(site, Plan([group()]))
    assert (tree(site), len(refusals)) == ({"a": b"1"}, 1)
    assert not re.search("[a-zA-Z]", refusals[0])
    assert sync(site, plan({"b": b"2"})) == SyncReport(1, 0, 1)


def test_a_folder_with_a_project_in_it_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: x")
    with pytest.raises(PublishError, match="不是站点文件夹"):
        sync(tmp_path, plan({"a": b"1"}))
    with pytest.raises(PublishError, match="不是站点文件夹"):
        sync(tmp_path.joinpath("/"), plan({"a": b"1"}))


def test_a_vanished_medium_is_a_sentence_and_changes_nothing(site, tmp_path):
    sync(site, plan({"a": b"1"}))
    with pytest.raises(PublishError, match=r"写入站点文件夹时出错：.*gone\.jpg"):
        sync(site, plan({"a": b"2", "media/ab/gone.jpg": tmp_path / "gone.jpg"}))
    assert tree(site) == {"a": b"1"}


def test_what_a_killed_build_left_waiting_is_cleared(site, tmp_path):
    (tmp_path / ".site.staging").mkdir()
    (tmp_path / ".site.staging" / "1").write_bytes(b"half")
    (site / "a").mkdir(parents=True)
    (site / "a" / "b.html.showcase-part").write_bytes(b"half")
    sync(site, plan({"a/b.html": b"whole"}))
    assert tree(tmp_path) == {".site.lock": b"", "site/a/b.html": b"whole"}


def test_a_read_only_live_file_is_replaced(site):
    sync(site, plan({"a": b"1"}))
    (site / "a").chmod(0o444)
    assert sync(site, plan({"a": b"2"})) == SyncReport(1, 0, 0)


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second disk")
def test_a_live_folder_on_a_disk_of_its_own_gets_whole_files_too(tmp_path):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as other:
        source, target = tmp_path / "new", Path(other) / "index.html"
        source.write_bytes(b"new")
        target.write_bytes(b"old")
        move(str(source), str(target))
        assert tree(Path(other)) == {"index.html": b"new"}
