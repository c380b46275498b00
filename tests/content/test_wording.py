"""The interface's words: shipped ones, an owner's own, and what is wrong with them."""

import pytest

from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.content.wording import shipped, spoken, ui


@pytest.fixture
def own(tmp_path):
    """Read the settings of a root with these own words."""

    def read(text):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "mkdocs.yml").write_text("site_name: 甲\n", "utf-8")
        (tmp_path / "content/words.yml").write_text(text, "utf-8")
        settings, problems = read_settings(Layout(tmp_path))
        return settings.words, [(p.rule, p.file, p.line, p.column) for p in problems]

    return read


@pytest.fixture
def usual():
    """Speak the shipped words again afterwards."""
    yield
    ui.speak(())


def test_an_owners_words_are_read_in_their_order(own):
    text = "header:\n  skip: 到正文\nsite:\n  page: 页{n}\n"
    assert own(text) == ((("header.skip", "到正文"), ("site.page", "页{n}")), [])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("heder:\n  skip: 到正文\n", 1, 1),
        ("header:\n  skipp: 到正文\n", 2, 3),
        ("header:\n  skip:\n", 2, 8),
        ("header:\n  skip: [到, 正文]\n", 2, 9),
        ("header:\n  skip: <b>到正文</b>\n", 2, 9),
        ("site:\n  page: 第页\n", 2, 9),
        ("site:\n  page: 第{m}页\n", 2, 9),
        ("site:\n  page: 第{n}{0}页\n", 2, 9),
        ("site:\n  home: 首{页\n", 2, 9),
        ("band:\n  gaps: 空周|空两周\n", 2, 9),
        ("announcement:\n  see: 已经公布的名单在这里。\n", 2, 8),
    ],
)
def test_a_wrong_line_is_a_problem_at_its_place_and_is_not_used(own, text, line, column):
    assert own(text) == ((), [("words", "content/words.yml", line, column)])


def test_the_owners_words_are_spoken_instead_of_the_shipped_ones(usual):
    ui.speak([("header.skip", "到正文")])
    assert (ui.header.skip, ui.header.menu) == ("到正文", "菜单")
    ui.speak(())
    assert ui.header.skip == "跳到正文"
    assert spoken() == shipped()


def test_a_word_that_is_not_there_is_an_error():
    for section, key in (("header", "none_such"), ("none_such", "skip")):
        with pytest.raises(AttributeError):
            getattr(getattr(ui, section), key)
