"""Hostile roots and settings: nothing leaks, nothing of the owner's is swept away, every fault is a sentence."""

import json

import pytest

from sites import TODAY, build, showcase


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
