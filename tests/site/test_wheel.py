"""The wheel alone, without the checkout, builds a site."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from test_links import broken

from sites import ROOT, TODAY

PARTS = ("pyproject.toml", "README.md", "LICENSE", "generator", "theme")
"""What the wheel is made of."""
LEFT = ("__pycache__", "*.pyc", "node_modules")

RECORDS = {
    "stars/2024/henan/012": """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
city: 郑州市
photos:
  - {file: life.png, kind: life, alt: 一盏灯}
honours:
  - {year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}
consent:
  text: {date: 2024-05-01, evidence: 同意书1}
  photos: {date: 2024-05-01, evidence: 同意书1}
related: [projects/2024/henan/003]
---
沈玉兰在棉纺厂挡了二十六年车。
""",
    "projects/2024/henan/003": """---
name: 楼梯间读书会
hosts: [青柳县城关镇桥头社区]
started: 2016
photos:
  - {file: life.png, kind: activity, alt: 六只课桌}
honours:
  - {year: 2024, level: provincial, title: 终身学习品牌项目, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}
consent:
  text: {date: 2024-05-01, evidence: 同意书2}
  photos: {date: 2024-05-01, evidence: 同意书2}
---
六只旧课桌，一盏灯。
""",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy, so that a build folder of the checkout has no part in it."""
    copy = tmp_path_factory.mktemp("copy")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns(*LEFT))
        else:
            shutil.copy(ROOT / name, copy)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out", cwd=copy)
    (built,) = (copy / "out").iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with nothing in it but the installed wheel."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--no-index"]
    run(*pip, "--target", str(target), str(wheel), cwd=target)
    return target


def run(*command, cwd, env=None):
    """Run a command; fail with what it printed unless it ends well."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def alone(target):
    """Return an environment in which `showcase` is the installed one: the checkout is not on the path."""
    return os.environ | {"PYTHONPATH": str(target), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def test_the_wheel_holds_the_program_its_types_and_all_of_the_theme(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    kept = shutil.ignore_patterns(*LEFT)
    theme = {path for path in (ROOT / "theme").rglob("*") if path.is_file()}
    theme = {p.relative_to(ROOT / "theme").as_posix() for p in theme if not any(kept("", [x]) for x in p.parts)}
    assert {name.removeprefix("showcase/_theme/") for name in names if name.startswith("showcase/_theme/")} == theme
    assert {"showcase/py.typed", "showcase/model/prefectures.csv", "showcase/cli/__init__.py"} <= names
    assert {name.partition("/")[0] for name in names} == {"showcase", "showcase-0.1.0.dist-info"}


def test_the_wheel_names_the_licence_of_everything_in_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (about,) = (archive.read(name).decode() for name in names if name.endswith("/METADATA"))
    licences = {path.relative_to(ROOT).as_posix() for path in (ROOT / "theme/vendor").rglob("*LICENSE*")}
    place = "showcase-0.1.0.dist-info/licenses/"
    assert {name.removeprefix(place) for name in names if name.startswith(place)} == {"LICENSE", *licences}
    assert "License-Expression: Apache-2.0 AND MIT AND OFL-1.1\n" in about


def test_the_wheel_knows_the_command_and_the_plugin(installed):
    (points,) = installed.glob("*.dist-info/entry_points.txt")
    assert points.read_text(encoding="utf-8").split("\n\n") == [
        "[console_scripts]\nshowcase = showcase.cli:main",
        "[mkdocs.plugins]\nshowcase = showcase.engine.plugin:ShowcasePlugin\n",
    ]


def make_root(root):
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "index.md").write_text("首页文字\n", encoding="utf-8")
    settings = "site_name: 小站\ndocs_dir: content/pages\ntheme: {name: material, language: zh}\nplugins: [showcase]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for address, text in RECORDS.items():
        path = root / "content" / f"{address}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        picture = root / "media" / address / "life.png"
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (900, 600), "tan").save(picture)
    return root


def test_the_installed_wheel_builds_a_site_of_two_records(installed, tmp_path):
    root, environment = make_root(tmp_path / "root"), alone(installed)
    ask = "import showcase.content.layout as it; print(it.__file__); print(it.theme_dir())"
    places = run(sys.executable, "-c", ask, cwd=root, env=environment).splitlines()
    assert [Path(place) for place in places] == [
        installed / "showcase" / "content" / "layout.py",
        installed / "showcase" / "_theme",
    ]
    said = run(sys.executable, "-m", "showcase", "build", "--strict", "--today", TODAY, cwd=root, env=environment)
    assert "资料 2 份" in said
    scripts = {path.name for path in (ROOT / "theme" / "assets" / "js").rglob("*.js")}
    assets = {path.name for path in (root / "site" / "assets" / "showcase").iterdir()}
    assert assets >= {"ls.css", "favicon.svg", *scripts}
    for address in RECORDS:
        page = (root / "site" / address / "index.html").read_text(encoding="utf-8")
        assert f'data-record="{address}"' in page
        assert "<picture" in page
    assert broken(root / "site") == []
    texts = [path.read_bytes() for path in (root / "site").rglob("*.html")]
    assert not any(str(place).encode() in text for text in texts for place in (installed, ROOT, root))
