"""Every word that a visitor reads comes through one door: theme/words/zh.yml."""

import ast
import re
from pathlib import Path

import pytest

from showcase.content.wording import shipped
from sites import ROOT

CHINESE = re.compile("[\u4e00-\u9fff]")
TEMPLATES = sorted(
    path
    for folder in ("overrides", "templates/macros", "templates/pages", "templates/kit")
    for path in (ROOT / "theme" / folder).rglob("*.html")
)
SCRIPTS = sorted((ROOT / "theme/assets/js").glob("*.js"))
STYLES = sorted((ROOT / "theme/assets/css").rglob("*.css"))
FUNCTIONS = sorted(
    path
    for room in ("pages", "outputs", "find", "cards", "kit")
    for path in (ROOT / "generator/showcase" / room).glob("*.py")
)

NOT_INTERFACE = {
    "prose.py": "surnames of two characters, by which a name is cut",
    "titles.py": "verbs and marks at which a title is cut",
    "home_year.py": "the verb at which a motto is cut",
    "week_words.py": "what a city's name ends with",
    "year.py": "the group of regions, as model/regions.py names it",
    "figures.py": "numerals and counting words",
    "story.py": "verbs before a speech",
    "powerpoint.py": "how sheets and questions are numbered",
    "open_data.py": "what a file of data says of itself, as the names of its columns do",
    "rare.py": "names of blocks of Unicode, for editors",
    "undrawable.py": "a problem, for editors",
}
"""Chinese that the code compares with: never shown as it stands there."""


def without_comments(path):
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    return re.sub(r"/\*.*?\*/|(?<=\s)//[^\n]*", "", text, flags=re.DOTALL)


def strings(path):
    """Yield the texts of a module that are values: no docstrings, no comments."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("path", [*TEMPLATES, *SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_no_template_no_script_and_no_style_holds_a_word_of_its_own(path):
    assert CHINESE.findall(without_comments(path)) == []


@pytest.mark.parametrize("path", FUNCTIONS, ids=lambda path: path.name)
def test_page_functions_ask_for_their_words(path):
    found = [text for text in strings(path) if CHINESE.search(text)]
    assert bool(found) == (path.name in NOT_INTERFACE), found


def asked_for():
    """Return (section, key) of every word that templates, functions and scripts name; key "" is the whole section."""
    generator = (ROOT / "generator/showcase").rglob("*.py")
    texts = [path.read_text("utf-8") for path in (*TEMPLATES, *generator)]
    found = {pair for text in texts for pair in re.findall(r"\bui\.([a-z_]+)\.([a-z_]+)", text)}
    for text in texts:
        found |= {(section, "") for section in re.findall(r"(?:vars\(ui\.|getattr\(ui\.)([a-z_]+)", text)}
        for name, section in re.findall(r"\b(\w+)(?: =|, settings =) ui\.([a-z_]+)(?:,|\n)", text):
            found |= {(section, key) for key in re.findall(rf"\b{name}\.([a-z_]+)", text)}
    said = {key for path in SCRIPTS for key in re.findall(r'\bsay\("([a-z_]+)"', path.read_text("utf-8"))}
    return found | {("script", key) for key in said}


def test_every_word_that_is_asked_for_is_there():
    there = {(section, key) for section, texts in shipped().items() for key in texts}
    named = {pair for pair in asked_for() if pair[1] and pair[1] not in dir(str)}
    assert sorted(pair for pair in named - there if pair[0] in shipped()) == []
    assert sorted(section for section, _ in named if section not in shipped()) == []


def test_no_word_is_kept_that_nobody_asks_for():
    asked = asked_for()
    whole = {section for section, key in asked if not key} - {"script"}
    unused = [
        f"{section}.{key}"
        for section, texts in shipped().items()
        for key in texts
        if (section, key) not in asked and section not in whole
    ]
    assert unused == []


def test_words_hold_no_markup():
    assert [
        text for texts in shipped().values() for text in texts.values() if re.search(r'[<>&"\\]', text)
    ] == []


def test_the_words_are_read_in_one_place_only():
    readers = [
        path.relative_to(ROOT).as_posix()
        for path in Path(ROOT / "generator").rglob("*.py")
        if "zh.yml" in path.read_text("utf-8") and "SHIPPED" in path.read_text("utf-8")
    ]
    assert readers == ["generator/showcase/content/wording.py"]
