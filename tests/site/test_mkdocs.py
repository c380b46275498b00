"""What users of MkDocs and Material expect: their command, their overrides, their sub-path."""

import os
import subprocess
import sys

import pytest
from test_same_bytes import differences

from sites import TODAY, build, showcase


def set_option(root, old, new):
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")


def own_template(root, name, text):
    set_option(root, "  # custom_dir: overrides", "  custom_dir: overrides  #")
    path = root / "overrides" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_a_shelled_site_equals_a_fully_rendered_one(demo):
    build(demo, "--site-dir", demo / "shelled")
    set_option(demo, "demo: true", "demo: true\n      render: full")
    build(demo, "--site-dir", demo / "rendered")
    assert differences(demo / "shelled", demo / "rendered") == []


@pytest.mark.slow
def test_mkdocs_build_strict_gives_the_same_site(demo):
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(demo / "theirs")]
    done = subprocess.run(command, cwd=demo, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    ours = showcase("build", "--site-dir", demo / "ours", root=demo)  # both as of today
    assert ours.returncode == 0, ours.stderr
    assert differences(demo / "ours", demo / "theirs") == []


@pytest.mark.slow
def test_an_owners_template_wins_and_keeps_the_shell(demo):
    own_template(
        demo,
        "main.html",
        '{% extends "showcase/main.html" %}{% block hero %}<p class="own">某某网站</p>{% endblock %}',
    )
    done = build(demo)
    page = (demo / "site/stars/2024/henan/012/index.html").read_text(encoding="utf-8")
    assert '<p class="own">某某网站</p>' in page
    assert "示例数据" in page
    assert "完整渲染" not in done.stderr


@pytest.mark.slow
def test_an_owners_page_body_wins(demo):
    own_template(demo, "pages/withdrawn.html", "<h1>本页已撤</h1>")
    build(demo)
    page = (demo / "site/stars/2024/hebei/004/index.html").read_text(encoding="utf-8")
    assert "<h1>本页已撤</h1>" in page


BRANCHING = """{% extends "showcase/main.html" %}
{% block hero %}{% if page and "沈" in page.meta.title %}<b>沈</b>{% endif %}{% endblock %}"""


@pytest.mark.slow
def test_a_template_that_branches_on_a_record_is_rendered_in_full_with_a_warning(demo):
    own_template(demo, "main.html", BRANCHING.replace('"沈" in', '"{{" in'))
    done = build(demo)
    assert "“star”类页面不能套用外壳" in done.stderr


@pytest.mark.slow
def test_under_strict_that_warning_leaves_the_site_as_it_was(demo):
    build(demo)
    before = {path: path.stat().st_mtime_ns for path in (demo / "site").rglob("*.html")}
    own_template(demo, "main.html", BRANCHING.replace('"沈" in', '"{{" in'))
    done = showcase("build", "--today", TODAY, "--strict", root=demo)
    assert done.returncode == 1
    assert {path: path.stat().st_mtime_ns for path in (demo / "site").rglob("*.html")} == before
    assert not list(demo.glob(".site.mkdocs*")) + list(demo.glob(".site.staging"))


def test_a_configuration_error_is_a_sentence(demo):
    set_option(demo, "- showcase:", "- showcaze:")
    done = showcase("build", "--today", TODAY, root=demo)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_in_an_owners_template_is_a_sentence_with_its_place(demo):
    own_template(demo, "main.html", '{% extends "showcase/main.html" %}\n{% block hero %}{{ page.none.at.all }}{% endblock %}')
    done = showcase("build", "--today", TODAY, root=demo)
    assert done.returncode == 1
    assert "overrides/main.html 第 2 行" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_preview_does_not_touch_the_public_folder(demo):
    build(demo)
    before = {path: path.stat().st_mtime_ns for path in (demo / "site").rglob("*")}
    build(demo, "--preview")
    assert {path: path.stat().st_mtime_ns for path in (demo / "site").rglob("*")} == before
    assert "请勿外传" in (demo / ".cache/preview/index.html").read_text(encoding="utf-8")
