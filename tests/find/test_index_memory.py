"""The kept index goes with a take-down: by `withdraw`, and by a build that only removes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.engine.remembering import index_memory
from showcase.engine.wishes import Wishes

STAR = "---\nname: 沈示例\nunit: 青柳县\n---\n她每天读书。\n"


def kept(root: Path) -> Path:
    file = Layout(root).index_memory / "index.bin"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes("沈示例".encode("utf-32-le"))
    return file


def test_withdraw_deletes_the_kept_index_in_which_words_are_numbers(tmp_path, capsys):
    star = tmp_path / "content/stars/2024/henan/012.md"
    star.parent.mkdir(parents=True)
    star.write_text(STAR, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\nplugins: [showcase]\n", "utf-8")
    file = kept(tmp_path)
    assert main(["withdraw", "stars/2024/henan/012", "--root", str(tmp_path)]) == 0, capsys.readouterr()
    assert not file.exists()


def test_a_build_that_removes_deletes_it_and_one_of_drafts_keeps_none(tmp_path):
    file = kept(tmp_path)
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    assert index_memory(config, Wishes()) == file.parent
    assert index_memory(config, Wishes(preview=True)) is None
    assert file.exists()
    assert index_memory(config, Wishes(removals=True)) is None
    assert not file.exists()
