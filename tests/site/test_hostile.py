"""Hostile roots and settings: nothing leaks, nothing of the owner's is swept away, every fault is a sentence."""

import json

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


def test_a_preview_marks_every_page_and_leaves_no_trace(demo):
    build(demo)
    before = contents(demo / "site")
    build(demo, "--preview")
    pages = sorted((demo / "site").rglob("*.html"))
    texts = [path.read_text(encoding="utf-8") for path in pages]
    bare = [path for path, text in zip(pages, texts, strict=True) if "ls-demo--preview" not in text]
    open_to_robots = [p for p, text in zip(pages, texts, strict=True) if '<meta name="robots" content="noindex' not in text]
    assert (bare, open_to_robots) == ([], [])
    assert (demo / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    assert (demo / "site/projects/2026/henan/draft-c5y1rz/index.html").is_file()
    build(demo)
    assert contents(demo / "site") == before
