"""Same input, same bytes; a failed or killed build leaves a good site."""

import filecmp
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from sites import TODAY, build, copy_demo, showcase


def differences(left, right):
    """Return every path that differs between two folders, by content."""
    found = []

    def walk(both):
        found.extend(both.left_only + both.right_only + both.funny_files)
        _, differing, errors = filecmp.cmpfiles(both.left, both.right, both.common_files, shallow=False)
        found.extend(differing + errors)
        for below in both.subdirs.values():
            walk(below)

    walk(filecmp.dircmp(left, right, ignore=[]))
    return found


def test_two_clean_builds_are_identical(tmp_path, derivatives):
    sites = []
    for name in ("one", "a longer name, 中文"):
        root = copy_demo(tmp_path / name, derivatives)
        environment = os.environ | {"PYTHONHASHSEED": str(len(name)), "TZ": "Pacific/Auckland" if sites else "UTC"}
        done = showcase("build", "--today", TODAY, root=root, env=environment)
        assert done.returncode == 0, done.stderr
        sites.append(root / "site")
    assert differences(*sites) == []


def test_building_again_writes_nothing_and_makes_no_media(demo):
    build(demo)
    before = {path: path.stat().st_mtime_ns for path in demo.rglob("*") if path.is_file() and ".cache" not in path.parts}
    assert "写入 0 个文件" in build(demo).stdout
    after = {path: path.stat().st_mtime_ns for path in before}
    assert after == before


@pytest.mark.slow
def test_one_edit_rewrites_only_the_pages_that_show_it(demo):
    build(demo)
    record = next((demo / "content/stars/2024/henan").glob("012*"))
    record.write_text(record.read_text(encoding="utf-8") + "\n她说，灯还亮着。\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (demo / "site").rglob("*.html")}
    build(demo)
    changed = {path.relative_to(demo / "site").as_posix() for path, data in before.items() if path.read_bytes() != data}
    assert changed == {"stars/2024/henan/012/index.html"}


def test_a_failed_build_leaves_the_last_good_site(demo):
    build(demo)
    before = {path: path.read_bytes() for path in (demo / "site").rglob("*") if path.is_file()}
    record = next((demo / "content/stars/2024/henan").glob("012*"))
    record.write_text(record.read_text(encoding="utf-8").replace("name:", "nmae:"), encoding="utf-8")
    done = showcase("build", "--today", TODAY, root=demo)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert {path: path.read_bytes() for path in (demo / "site").rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_a_build_killed_at_ten_moments_leaves_a_site_that_the_next_completes(tmp_path, derivatives):
    root = copy_demo(tmp_path / "killed", derivatives)
    started = time.monotonic()
    build(root)
    whole_s = time.monotonic() - started
    undisturbed = copy_demo(tmp_path / "undisturbed", derivatives)
    for kind in (root, undisturbed):
        change_everything(kind)
    build(undisturbed)
    moments = random.Random(20241018)
    for _ in range(10):
        kill_after(root, moments.uniform(0.3, whole_s))
        home = (root / "site" / "index.html").read_text(encoding="utf-8")
        assert home.rstrip().endswith("</html>")
        assert all(page.read_bytes().rstrip().endswith(b"</html>") for page in (root / "site").rglob("*.html"))
    build(root)
    assert differences(root / "site", undisturbed / "site") == []
    assert {path.name for path in root.iterdir()} == {path.name for path in undisturbed.iterdir()}


def change_everything(root):
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("site_name: 百姓学习之星", "site_name: 学习之星展厅"), encoding="utf-8")


def kill_after(root, seconds):
    command = [sys.executable, "-m", "showcase", "build", "--today", TODAY, "--root", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
