"""What the documents say is what the program does."""

import argparse
import dataclasses
import datetime
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from enum import EnumType

import pytest

import showcase.content as content_layer
import showcase.model as model_layer
from showcase.check.takedowns import takedowns_of
from showcase.cli import parser
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.lists import COLUMNS
from showcase.content.shapes import Shape
from showcase.model.campaign import Withdrawal
from showcase.model.library import Library
from showcase.model.regions import REGIONS
from showcase.rules.catalogue import RULES
from sites import ROOT

EDITORS = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs/guide").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
]


def in_layer(package):
    """Yield (name, value) of everything that the modules of a layer hold."""
    for module in pkgutil.iter_modules(package.__path__):
        yield from vars(importlib.import_module(f"{package.__name__}.{module.name}")).items()


SHAPES = {value.label: value for _, value in in_layer(content_layer) if isinstance(value, Shape)}
ENUMS = {
    value.__name__: value
    for _, value in in_layer(model_layer)
    if isinstance(value, EnumType) and value.__module__.startswith(model_layer.__name__)
}


def section(page, heading):
    """Return the text below the heading `heading`, up to the next heading."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"没有“{heading}”一节"
    return found[1]


def rows(text):
    """Return the cells of the tables in `text`, without headers and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rule = {number for number, row in enumerate(cells) if set(row[0]) <= {"-"} and row[0]}
    return [row for number, row in enumerate(cells) if not {number, number + 1} & rule]


def test_the_page_of_rules_is_the_catalogue():
    code = "import sys; from tools.docs.rules_page import rules_page; sys.stdout.reconfigure(encoding='utf-8'); print(rules_page(), end='')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == done.stdout


def test_the_guide_tells_the_beginning_of_every_rule():
    told = section((ROOT / "docs/guide/problems.md").read_text(encoding="utf-8"), "检查说的是什么意思")
    assert {rule.id.partition("-")[0] for rule in RULES} - set(re.findall(r"`([a-z]+)-`", told)) == set()


def test_every_part_of_a_record_has_a_section():
    headings = set(re.findall(r"^### (.+)$", EDITORS, re.MULTILINE))
    assert headings - {"推介名单"} == SHAPES.keys()


@pytest.mark.parametrize("label", sorted(SHAPES))
def test_the_manual_names_every_key_and_no_other(label):
    told = [(key, name, said.startswith("**必填**")) for key, name, said in rows(section(EDITORS, label))]
    fields = SHAPES[label].fields
    assert told == [(f"`{field.key}`", field.label, field.required) for field in fields]


def test_the_manual_names_every_column_of_a_list():
    assert [key for key, *_ in rows(section(EDITORS, "推介名单"))] == [f"`{column}`" for column in COLUMNS]


def test_the_manuals_example_is_a_record_without_a_problem(tmp_path):
    example = re.search(r"^```markdown\n(.*?)^```", EDITORS, re.MULTILINE | re.DOTALL)[1]
    record = tmp_path / "content/stars/2024/henan/012-shen.md"
    record.parent.mkdir(parents=True)
    record.write_text(example, encoding="utf-8")
    library, problems = read_library(Layout(tmp_path))
    assert problems == []
    assert [star.name for star in library.stars] == ["沈玉兰"]


def test_the_manuals_way_to_a_mark_gives_one_that_takes_a_line_down():
    code = re.search(r'python -c "(.*)"$', EDITORS, re.MULTILINE)[1]
    asked = "lists/2024-provincial-henan\n张示\n某单位\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    withdrawal = Withdrawal(done.stdout.split()[-1], datetime.date(2025, 3, 18))
    taken = takedowns_of(Library(withdrawals=(withdrawal,)))
    assert taken.takes_line("lists/2024-provincial-henan", "张示", "某单位")


def options_of(command):
    """Return the long options of a command, and its positional arguments."""
    return {
        option for action in command._actions for option in action.option_strings if option.startswith("--")
    } - {"--help"}


def commands(of=None, before=""):
    """Return every command by its words, those below a command behind it: media, media fetch."""
    found = {}
    for action in (of or parser())._actions:
        for name, command in action.choices.items() if isinstance(action, argparse._SubParsersAction) else ():
            found |= {before + name: command, **commands(command, f"{before}{name} ")}
    return found


def test_the_manual_names_every_command_and_option_and_no_other():
    commands_told = re.findall(
        r"^\| `showcase ([a-z]+(?: [a-z]+)?)\b", section(EDITORS, "命令"), re.MULTILINE
    )
    options_told = re.findall(r"^\| `(--[a-z-]+)", section(EDITORS, "命令"), re.MULTILINE)
    assert commands_told == list(commands())
    assert sorted(options_told) == sorted(set().union(*map(options_of, commands().values())))


def test_the_manual_says_where_an_option_belongs():
    told = {
        row[0].strip("`").split()[0]: row[1] for row in rows(section(EDITORS, "命令")) if row[0][1] == "-"
    }
    for option, where in told.items():
        having = [name for name, command in commands().items() if option in options_of(command)]
        assert where == ("全部" if having == list(commands()) else "、".join(f"`{name}`" for name in having))


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_the_glossary_holds_every_word_of_a_vocabulary(name):
    about = re.search(rf"^### [^\n]+\n\n`{name}`[：，。](.*?)(?=^#|\Z)", GLOSSARY, re.MULTILINE | re.DOTALL)
    assert about, f"名词表没有 {name}"
    assert [row[1] for row in rows(about[1])] == [f"`{word.value}`" for word in ENUMS[name]]


def test_names_on_the_site_are_those_of_the_glossary():
    names = {
        word.value: said
        for key, table in in_layer(model_layer)
        if key.endswith("_NAMES") and isinstance(table, dict)
        for word, said in table.items()
    }
    wrong = {word: said for word, said in names.items() if f"| {said} | `{word}` |" not in GLOSSARY}
    assert wrong == {}


def test_the_glossary_holds_every_kind_of_value():
    classes = {
        name
        for name, value in in_layer(model_layer)
        if inspect.isclass(value)
        and value.__module__.startswith(model_layer.__name__)
        and (dataclasses.is_dataclass(value) or hasattr(value, "_fields") or isinstance(value, EnumType))
    }
    assert {name for name in classes if f"`{name}`" not in GLOSSARY} == set()


def test_the_glossary_holds_every_region():
    told = rows(section(GLOSSARY, "地区"))
    assert told == [[r.name, f"`{r.slug}`", r.code or "–", r.group] for r in REGIONS.values()]


def test_every_folder_and_file_that_the_readme_names_exists():
    named = set(
        re.findall(
            r"(?:content|media|generator|theme|tests|tools|docs|requirements|\.github|\.ci)/[\w./*-]*", README
        )
    )
    made = {"media/derivatives/"}
    missing = [name for name in sorted(named - made) if not list(ROOT.glob(name.rstrip("/.") or "."))]
    assert missing == []


def test_the_map_of_the_house_leaves_no_folder_out():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    folders = {name.partition("/")[0] for name in tracked.split("\0") if "/" in name}
    told = {row[0].strip("`").partition("/")[0] for row in rows(section(README, "这座房子的地图"))}
    assert told == folders


def test_the_readme_names_the_layers_in_their_order():
    config = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = re.search(r"^layers = \[\n(.*?)^\]", config, re.MULTILINE | re.DOTALL)[1]
    drawn = "\n".join(re.findall(r"^generator/showcase/.*$", README, re.MULTILINE))
    order = re.findall(r"[a-z]+", layers)
    assert [name for name in re.findall(r"(?<![A-Za-z])[a-z]+", drawn) if name in order] == order


def anchors(path):
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page):
    text = re.sub(r"```.*?```|(`+)[^`].*?\1", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        file, _, anchor = link.partition("#")
        target = (page.parent / file) if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_modules_and_folders_that_the_documents_name_exist():
    text = (ROOT / "docs/development.md").read_text(encoding="utf-8")
    places = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|html|css))(?=[`:])", text)
    bases = [ROOT, ROOT / "generator/showcase", ROOT / "theme/templates", ROOT / "theme/overrides"]
    own = {place for place in places if place.startswith("overrides/")}
    assert [p for p in places if p not in own and not any((base / p).is_file() for base in bases)] == []


def test_the_changelog_has_an_unreleased_section():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+?)(?:（|$)", changelog, re.MULTILINE)[0] == "Unreleased"


FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_forms_are_valid(form):
    kind = "issue-config" if form.stem == "config" else "issue-forms"
    command = [
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{kind}", str(form)
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout + run.stderr if run.returncode else "") == (0, "")


@pytest.mark.parametrize("form", [f for f in FORMS if f.stem != "config"], ids=lambda form: form.name)
def test_public_forms_send_corrections_and_take_downs_to_the_office(form):
    text = form.read_text(encoding="utf-8")
    assert "这里人人可见，请不要写任何人的个人信息" in text
    assert "请联系网站页脚写明的主办单位" in text
