from __future__ import annotations

import random

import pytest

from showcase.content.settings import read_settings
from showcase.model.settings import Settings

from .folder import told, write

MKDOCS = """\
site_name: !ENV [SHOWCASE_TEST_NAME, '某省学习之星']
site_url: https://example.org/a/b
use_directory_urls: false
theme:
  name: material
  custom_dir: overrides
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra: &extra
  a: 1
extra_again: *extra
plugins:
  - search
  - showcase:
      repository: public
      demo: true
      scope: henan
      owner: 某单位
      media_url:
      icp: ""
"""


def settings(root, text):
    return read_settings(write(root, {"mkdocs.yml": text}))


def test_mkdocs_own_settings_are_passed_over(tmp_path):
    found, problems = settings(tmp_path, MKDOCS)
    assert problems == []
    assert found == Settings(
        site_name="某省学习之星",
        site_url="https://example.org/a/b/",
        directory_urls=False,
        repository="public",
        demo=True,
        scope="henan",
        owner="某单位",
    )
    assert found.source.place("scope") == (18, 7)


def test_a_variable_of_the_environment_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("SHOWCASE_TEST_NAME", "另一个")
    found, _ = settings(tmp_path, MKDOCS)
    assert found.site_name == "另一个"


@pytest.mark.parametrize(
    "plugins", ["plugins: [search, showcase]", "plugins: {showcase: {}}", "nav: []", "plugins:"]
)
def test_without_options_the_defaults_hold(tmp_path, plugins):
    assert settings(tmp_path, f"site_name: 甲\n{plugins}\n") == (Settings(site_name="甲"), [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("repositry: public", ("record-unknown-key", 3, 5)),
        ("repository: open", ("record-choice", 3, 17)),
        ("demo: 1", ("record-choice", 3, 11)),
        ("scope: hennan", ("record-region", 3, 12)),
        ("store: webdavs://anna:pw@host/x", ("setting-store", 3, 12)),
        ("media_url: //cdn", ("setting-media-url", 3, 16)),
        ("media_url: http://media.example.cn", ("setting-media-url", 3, 16)),
        ("media_url: https://anna:pw@media.example.cn", ("setting-media-url", 3, 16)),
        ("media_url: https://media.example.cn/x?y=1", ("setting-media-url", 3, 16)),
        ("icp: 0000", ("setting-icp", 3, 10)),
        ("police: 公安 1", ("setting-police", 3, 13)),
        ("site_code: 12", ("setting-site-code", 3, 16)),
        ("telephone: 13800000000", ("setting-telephone", 3, 16)),
        ("telephone: 0000-0000000、someone@example.org", ("setting-telephone", 3, 16)),
        ("government_mark: ../mark.png", ("setting-government-mark", 3, 5)),
        ("government_link: javascript:alert(1)", ("record-web-address", 3, 22)),
        ("demo: [", ("record-yaml", 4, 1)),
    ],
)
def test_a_wrong_option_is_a_problem(tmp_path, line, expected):
    _, problems = settings(tmp_path, f"plugins:\n- showcase:\n    {line}\n")
    assert told(problems) == [expected]


def test_a_file_broken_at_random_never_raises(tmp_path):
    rng = random.Random(7)
    for at in range(100):
        data = bytearray(MKDOCS.encode())
        for _ in range(rng.randrange(1, 6)):
            data[rng.randrange(len(data))] = rng.choice(b"[]{}:,-?&*!|>'\"%@`#\n ")
        found, problems = read_settings(write(tmp_path / str(at), {"mkdocs.yml": bytes(data)}))
        assert isinstance(found, Settings)
        assert {problem.file for problem in problems} <= {"mkdocs.yml"}


def test_a_key_that_is_a_list_is_passed_over(tmp_path):
    assert settings(tmp_path, "? [site_name]\n: 甲\nplugins: [{? [showcase] : x}]\n") == (Settings(), [])


def test_the_nearest_option_is_named(tmp_path):
    _, problems = settings(tmp_path, "plugins: [{showcase: {repositry: public}}]\n")
    assert [problem.fix for problem in problems] == ["是不是想写“repository”？"]


def test_without_the_file_there_is_a_problem(tmp_path):
    found, problems = read_settings(write(tmp_path, {}))
    assert (found, [(p.file, p.rule) for p in problems]) == (
        Settings(),
        [("mkdocs.yml", "record-unreadable")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INHERIT: ../base.yml\n", [("setting-inherit", 1, 1)]),
        ("docs_dir: content\n", [("setting-docs-dir", 1, 1)]),
        ("docs_dir: content/stars\n", [("setting-docs-dir", 1, 1)]),
        ("docs_dir: .\n", [("setting-docs-dir", 1, 1)]),
        ("docs_dir: /\n", [("setting-docs-dir", 1, 1)]),
        ("docs_dir: ./content/pages/\n", []),
        ("docs_dir: !ENV [NONE_SUCH, content]\n", [("setting-docs-dir", 1, 1)]),
        ("site_dir: content/site\n", [("setting-site-dir", 1, 1)]),
        ("site_dir: media\n", [("setting-site-dir", 1, 1)]),
        ("site_dir: .\n", [("setting-site-dir", 1, 1)]),
        ("site_dir: ..\n", [("setting-site-dir", 1, 1)]),
        ("site_dir: public/site\n", []),
        ("extra_css: [own.css, 'https://cdn.example/a.css']\n", [("setting-foreign", 1, 22)]),
        ("extra_javascript:\n  - path: //cdn.example/a.js\n", [("setting-foreign", 2, 11)]),
        ("theme: {name: material, logo: http://cdn.example/a.png}\n", [("setting-foreign", 1, 31)]),
        ("extra: {analytics: {provider: google}}\n", [("setting-foreign", 1, 9)]),
        ("repo_url: https://github.com/example/site\n", [("setting-foreign", 1, 11)]),
        ("repo_url: https://gitee.com/example/site\n", []),
        ("site_name: 甲<b>\n", [("setting-html", 1, 12)]),
        ("site_description: 甲“乙”&丙\n", [("setting-html", 1, 19)]),
        ("extra: &a [*a]\ntheme: *a\n", []),
    ],
)
def test_a_setting_that_would_leak_is_an_error(tmp_path, text, expected):
    _, problems = settings(tmp_path, text)
    assert told(problems) == expected


def test_without_docs_dir_the_folder_docs_would_be_published(tmp_path):
    (tmp_path / "docs").mkdir()
    _, problems = settings(tmp_path, "site_name: 甲\n")
    assert told(problems) == [("setting-docs-dir", 1, 1)]


def test_a_stores_password_may_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SHOWCASE_STORE", "webdavs://anna:pw@host/x")
    found, problems = settings(tmp_path, "plugins:\n- showcase:\n    store: !ENV SHOWCASE_STORE\n")
    assert (found.store, problems, "pw" in repr(found)) == ("webdavs://anna:pw@host/x", [], False)


def test_numbers_as_they_are_issued_and_an_offices_telephones_are_taken(tmp_path):
    lines = "icp: 豫ICP备00000000号-1, police: 豫公网安备 00000000000000号, site_code: '0000000000'"
    more = "telephone: 0000-0000000转12、12345, government_mark: mark.png"
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/mark.png").write_bytes(b"")
    found, problems = settings(tmp_path, f"plugins: [{{showcase: {{{lines}, {more}}}}}]\n")
    assert problems == []
    assert (found.icp, found.site_code) == ("豫ICP备00000000号-1", "0000000000")
    assert (found.telephone, found.government_mark) == ("0000-0000000转12、12345", "mark.png")
