"""Kits of the demo, made by the real command and unpacked where a school would unpack them."""

from __future__ import annotations

import zipfile

import pytest

from sites import TODAY, copy_demo, showcase

SITE = "https://www.example.cn/zsxx/"
STARS = ("stars/2024/henan/012", "stars/2024/hebei/010", "stars/2024/xinjiang/004")
PROJECT = "projects/2024/fujian/006"
"""A film and photos, a rare character, four parts, a project with a title in marks."""


def made(root, *arguments, code=0):
    """Run `showcase kit`; return what it printed."""
    done = showcase("kit", *arguments, "--today", TODAY, root=root)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def kit_demo(tmp_path_factory, derivatives):
    """A copy of the demo with a public address, whose kits are made once; tests only look at it."""
    root = copy_demo(tmp_path_factory.mktemp("kits") / "demo", derivatives)
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace('site_url: ""', f"site_url: {SITE}")
    # no kit shows a link card
    config.write_text(text.replace("      demo: true", "      demo: true\n      cards: false"), "utf-8")
    return root


@pytest.fixture(scope="session")
def kits(kit_demo):
    """The folder with four kits, a small one, a programme and a collection."""
    out = kit_demo / "out"
    made(kit_demo, *STARS, PROJECT, "regions/henan", "--out", out)
    made(kit_demo, STARS[0], "--without-film", "--out", out)
    made(kit_demo, STARS[0], PROJECT, "--programme", "开学第一课", "--out", out)
    return out


@pytest.fixture(scope="session")
def stick(kits, tmp_path_factory):
    """Every zip unpacked, in a path with blanks and Chinese characters."""
    folder = tmp_path_factory.mktemp("stick") / "我的 U 盘"
    for file in kits.glob("*.zip"):
        with zipfile.ZipFile(file) as kit:
            kit.extractall(folder / file.stem)
    return folder
