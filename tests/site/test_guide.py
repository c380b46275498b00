"""The guide's first day, followed command by command: it ends with a published record."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pushing import ENV, empty_site, office
from sites import ROOT

PAGE = (ROOT / "docs/guide/first-day.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|text)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def steps():
    """Yield each command of the page with the lines that are typed into it."""
    for place, (kind, text) in enumerate(BLOCKS):
        if kind == "sh":
            lines = text.splitlines()
            typed = (
                BLOCKS[place + 1][1]
                if BLOCKS[place + 1 : place + 2] and BLOCKS[place + 1][0] == "text"
                else ""
            )
            yield from ((line, typed if line == lines[-1] else "") for line in lines)


def follow(command, typed, folder, remote):
    """Run one command as somebody at a terminal does; return the folder that they are in afterwards."""
    words = shlex.split(command.replace("仓库地址", str(remote)))
    if words[0] == "cd":
        return folder / words[1]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        words, cwd=folder, input=typed, env={**ENV, "PATH": path},
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return folder


@pytest.mark.slow
def test_who_follows_the_first_day_ends_with_a_published_record(tmp_path):
    root = tmp_path / "start"
    root.mkdir()
    remote, server = office(tmp_path, empty_site(root))
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "王示例.jpg").write_bytes((ROOT / "media/stars/2024/henan/012/portrait.jpg").read_bytes())
    folder = desk
    for command, typed in steps():
        folder = follow(command, typed, folder, remote)
    page = server / "site/stars/2026/henan/001/index.html"
    assert page.is_file(), Path(f"{server}.log").read_text("utf-8")
    html = page.read_text("utf-8")
    said = ("王示例", "青柳县城关镇", "她退休以后，每周三晚上教邻居识字。", "白发老人坐在窗前读书")
    assert [words for words in said if words not in html] == []
    assert 'data-record="stars/2026/henan/001"' in html


def test_the_page_has_steps_to_follow():
    assert [command.split()[:2] for command, _ in steps()][-3:] == [
        ["git", word] for word in ("add", "commit", "push")
    ]


def test_the_guide_leads_to_each_of_its_pages():
    folder = ROOT / "docs/guide"
    led = re.findall(
        r"^\d\. \[[^\]]+\]\(([a-z-]+\.md)\)", (folder / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(led) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("page", sorted((ROOT / "docs/guide").glob("*.md")), ids=lambda page: page.name)
def test_commands_that_the_guide_names_are_there(page):
    from showcase.cli import COMMANDS

    named = set(re.findall(r"`showcase ([a-z]+)", page.read_text("utf-8")))
    assert named - set(COMMANDS) == set()
