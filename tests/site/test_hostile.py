"""Hostile roots and settings: nothing leaks, nothing of the owner's is swept away, every fault is a sentence."""

import subprocess
import sys

import pytest

from sites import TODAY, build, showcase


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("place", ["media", "content/stars", "papers"])
def test_a_site_is_never_written_over_other_files(demo, place):
    (demo / "papers").mkdir()
    (demo / "papers" / "同意书.docx").write_text("纸", encoding="utf-8")
    before = tree(demo / place)
    done = showcase("build", "--today", TODAY, "--site-dir", demo / place, root=demo)
    assert (done.returncode, tree(demo / place)) == (1, before)
    assert "请另选一个" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_preview_marks_every_page_and_leaves_no_trace(demo):
    build(demo)
    before = contents(demo / "site")
    build(demo, "--preview", "--site-dir", demo / "site")
    pages = sorted((demo / "site").rglob("*.html"))
    texts = [path.read_text(encoding="utf-8") for path in pages]
    bare = [path for path, text in zip(pages, texts, strict=True) if "请勿外传" not in text]
    open_to_robots = [p for p, text in zip(pages, texts, strict=True) if '<meta name="robots" content="noindex' not in text]
    assert (bare, open_to_robots) == ([], [])
    assert (demo / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    assert (demo / "site/projects/2026/henan/draft-c5y1rz/index.html").is_file()
    build(demo)
    assert contents(demo / "site") == before


@pytest.fixture
def small(tmp_path):
    """A root with one page and no record."""
    root = tmp_path / "small"
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "index.md").write_text("您好。\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SMALL, encoding="utf-8")
    return root


SMALL = "site_name: 站\ndocs_dir: content/pages\ntheme: {name: material}\nplugins: [showcase]\n"


def test_an_empty_showcase_is_a_whole_site(small):
    build(small)
    found = {name for name in tree(small / "site") if name.count("/") == 1 and name.endswith("/index.html")}
    kinds = {"stars", "projects", "weeks", "regions", "events", "announcements", "lists", "rulebooks"}
    assert found == {f"{kind}/index.html" for kind in (*kinds, "search", "data", "corrections", "exhibition")}
    page = (small / "site/stars/index.html").read_text(encoding="utf-8")
    assert "这里还没有刊出的学习之星" in page


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_name: 站", "site_name: [", "error[record-yaml]"),
        ("docs_dir: content/pages", "docs_dir: content", "mkdocs.yml:2:1: error[setting-docs-dir]"),
        ("site_name: 站", "site_name: 站\nsite_url: 5", "mkdocs.yml:2:11: error[record-web-address]"),
    ],
)
def test_a_wrong_setting_has_a_line_in_check_and_build(small, old, new, said):
    (small / "mkdocs.yml").write_text(SMALL.replace(old, new), encoding="utf-8")
    checked = showcase("check", "--today", TODAY, root=small)
    built = showcase("build", "--today", TODAY, root=small)
    assert (checked.returncode, built.returncode in (1, 2)) == (1, True)
    assert said in checked.stdout
    assert said in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert not (small / "site").exists()


def test_without_pages_the_cure_is_named(small):
    (small / "content" / "pages" / "index.md").unlink()
    (small / "content" / "pages").rmdir()
    built = showcase("build", "--today", TODAY, root=small)
    assert (built.returncode, "没有 content/pages 文件夹" in built.stderr) == (2, True)


def test_another_config_cannot_publish_the_records(small):
    (small / "content" / "stars").mkdir()
    (small / "content" / "stars" / "secret.yml").write_text("密", encoding="utf-8")
    (small / "other.yml").write_text(SMALL.replace("content/pages", "content"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", "other.yml"]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "那里的文件会原样公开" in done.stderr
    assert not (small / "site").exists()


@pytest.mark.slow
def test_removals_publish_no_page_that_has_errors(small):
    pages = small / "content" / "pages"
    (pages / "about.md").write_text("# 关于\n\n老话。\n", encoding="utf-8")
    build(small)
    (pages / "about.md").write_text("# 关于\n\n<script>zqsecretqz</script>\n", encoding="utf-8")
    (pages / "new.md").write_text("---\nhonours: []\n---\nzqsecretqz\n", encoding="utf-8")
    (pages / "secret.yml").write_text("zqsecretqz\n", encoding="utf-8")
    (pages / "folder").symlink_to(pages, target_is_directory=True)
    build(small, "--removals")
    site = contents(small / "site")
    assert [name for name, data in site.items() if b"zqsecretqz" in data] == []
    assert "老话" in site["about/index.html"].decode()
    assert {"new/index.html", "secret.yml", "folder/about/index.html"} & site.keys() == set()


@pytest.mark.slow
def test_two_builds_at_once_do_not_clean_each_others_pages(small):
    names = [f"p{number}" for number in range(30)]
    for name in names:
        (small / "content" / "pages" / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    dead = small / ".site.mkdocs.999999999"
    dead.mkdir()
    command = [sys.executable, "-m", "showcase", "build", "--today", TODAY, "--root", str(small)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(3)]
    said = [process.communicate(timeout=300)[0].decode() for process in running]
    assert 0 in [process.returncode for process in running], said
    assert [name for name in names if not (small / "site" / name / "index.html").is_file()] == []
    assert list(small.glob(".site.mkdocs*")) == []
