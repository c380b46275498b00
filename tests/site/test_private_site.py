"""The built site is looked through before it goes live, and on demand."""

import json

import pytest

from sites import TODAY, build, showcase

MOBILE, LANDLINE, MAIL = "13800000000", "0371-65900000", "someone@example.org"

STAR = """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
nominated_by: [青柳县教育局]
honours:
  - {year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}
consent:
  text: {date: 2024-05-01, evidence: 同意书1}
---
沈玉兰在棉纺厂挡了二十六年车。
"""
PROJECT = STAR.replace(
    "name: 沈玉兰\nunit: 青柳县城关镇桥头社区", "name: 楼梯间读书会\nhosts: [青柳县老年大学]"
).replace("honours:", f"office_contact: {{office: 青柳县教育局职成教股, telephone: {LANDLINE}}}\nhonours:")
CONFIG = "site_name: 试\ndocs_dir: content/pages\ntheme: {{name: material, font: false, custom_dir: own}}\nplugins:\n  - showcase: {{contact: '{}'}}\n"


@pytest.fixture
def root(tmp_path):
    """A small site of its own: one star, one project with an office's telephone."""
    root = tmp_path / "root"
    for name, text in {
        "content/pages/index.md": "首页\n",
        "content/stars/2024/henan/001.md": STAR,
        "content/projects/2024/henan/001.md": PROJECT,
        "mkdocs.yml": CONFIG.format(""),
        "own/README": "",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def footer(root, words):
    """Let the owner's own template say `words` on every page."""
    text = '{% extends "base.html" %}{% block footer %}' + words + "{% endblock %}"
    (root / "own" / "main.html").write_text(text, encoding="utf-8")


def looked_at(root, folder):
    done = showcase("check", "--site", folder, "--format", "json", root=root)
    return done.returncode, [(p["rule"], p["file"], p["line"]) for p in json.loads(done.stdout)]


@pytest.mark.slow
def test_an_offices_telephone_goes_live_and_gives_no_alarm(root):
    build(root)
    page = (root / "site/projects/2024/henan/001/index.html").read_text(encoding="utf-8")
    assert LANDLINE in page
    assert looked_at(root, root / "site") == (0, [])


@pytest.mark.slow
def test_the_owners_contact_in_the_footer_is_an_offices_telephone(root):
    (root / "mkdocs.yml").write_text(CONFIG.format("青柳县教育局 0371-65900001"), encoding="utf-8")
    build(root)
    assert looked_at(root, root / "site") == (0, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        f"<p>{MOBILE}</p>",
        "<p>138<b>0000</b>0000</p>",
        f'<a href="tel:{MOBILE}">打电话</a>',
        f'<img alt="找王老师 {MOBILE}" src="">',
        "<p>1&#51;8 0000 0000</p>",
    ],
)
def test_what_a_template_tells_never_goes_live(root, words):
    build(root)
    before = (root / "site/index.html").read_bytes()
    footer(root, words)
    done = showcase("build", "--today", TODAY, root=root)
    assert done.returncode == 1
    assert "网页里有个人信息，没有发布，网站保持原样" in done.stderr
    assert "[private-phone]" in done.stderr
    assert MOBILE not in done.stdout + done.stderr
    assert (root / "site/index.html").read_bytes() == before


@pytest.mark.slow
def test_every_kind_of_file_of_a_site_is_looked_into(root, tmp_path):
    site = tmp_path / "built"
    site.mkdir()
    for name, text in {
        "a.html": f"<html>\n<head>\n<meta name='description' content='{MAIL}'>\n</head>\n<body>\n<p>读书</p><p>{MOBILE}</p>",
        "b.json": json.dumps(
            {"records": [{"name": "x", "text": "找 " + "１３８００００００００"}]}, indent=1
        ),
        "c.ics": "BEGIN:VCALENDAR\r\nUID:henan@example.org\r\nDESCRIPTION:找王老师 1380000\r\n 0000\r\nEND:VCALENDAR\r\n",
        "d.csv": f"name,text\n沈玉兰,{MOBILE}\n",
        "e.xml": f"<feed>\n<title>找王老师 {MOBILE}</title></feed>",
        "f.js": f"var build = {MOBILE};",
        "g.html": "<svg><path d='M1 3 8 0 0 0 0 0 0 0 0'/></svg><p>2016</p><p>2017</p><td>138</td><td>0000</td><td>0000</td>",
    }.items():
        (site / name).write_bytes(text.encode())
    assert looked_at(root, site) == (
        1,
        [
            ("private-email", "a.html", 3),
            ("private-phone", "a.html", 6),
            ("private-phone", "b.json", 5),
            ("private-phone", "c.ics", 3),
            ("private-phone", "d.csv", 2),
            ("private-phone", "e.xml", 2),
        ],
    )


def test_a_folder_that_is_not_there_cannot_be_looked_at(root):
    done = showcase("check", "--site", root / "nowhere", root=root)
    assert done.returncode == 2
    assert "没有找到文件夹" in done.stderr


def test_the_demo_as_it_is_built_tells_nobody_anything(demo_site):
    assert looked_at(demo_site.parent, demo_site) == (0, [])
