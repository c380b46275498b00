"""What `showcase schema` writes: schemas that take the demo and refuse a slip, pieces that read back."""

import json
import re

import jsonschema
import pytest
import yaml

from showcase.content.json_schemas import KINDS, schemas
from showcase.content.snippets import snippets
from sites import ROOT, showcase

FILES = {
    "star": "stars/*/*/*.md",
    "project": "projects/*/*/*.md",
    "week": "weeks/*/*.md",
    "campaign": "weeks/*/campaign.yml",
    "event": "events/*/*.md",
    "announcement": "announcements/*.md",
    "bodies": "bodies.yml",
    "withdrawn": "withdrawn.yml",
    "synonyms": "synonyms.yml",
    "rulebook": "rulebooks/*.yml",
}
NOT_IN_DEMO = {
    "moved": "- from: stars/2024/henan/012\n  to: stars/2024/hebei/013\n  date: 2026-11-22\n",
    "waivers": "- rule: photo-count\n  record: stars/2024/henan/012\n  reason: 早年的照片\n  date: 2026-11-22\n",
}


class Plain(yaml.SafeLoader):
    """YAML as VS Code reads it: a day is text."""


Plain.yaml_implicit_resolvers = {
    sign: [one for one in known if one[0] != "tag:yaml.org,2002:timestamp"]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    return yaml.load(text, Plain)


@pytest.mark.parametrize("kind", FILES)
def test_every_file_of_the_demo_fits_its_schema(kind):
    schema = schemas()[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    files = sorted((ROOT / "content").glob(FILES[kind]))
    assert files != []
    judge = jsonschema.Draft202012Validator(schema)
    wrong = {
        path.name: [error.message for error in judge.iter_errors(found)]
        for path in files
        if (found := front(path)) is not None
    }
    assert {name: errors for name, errors in wrong.items() if errors} == {}


def test_a_slip_is_refused_where_it_stands():
    judge = jsonschema.Draft202012Validator(schemas()["star"])
    broken = {"name": "沈玉兰", "telephone": "1", "groups": ["farmer"], "honours": [{"year": "二零二四"}]}
    places = {(*error.absolute_path, error.validator) for error in judge.iter_errors(broken)}
    assert places == {
        ("additionalProperties",),
        ("groups", "anyOf"),
        ("honours", 0, "required"),
        ("honours", 0, "year", "type"),
    }


@pytest.mark.parametrize("kind", NOT_IN_DEMO)
def test_files_that_the_demo_does_not_need_have_a_schema_too(kind):
    judge = jsonschema.Draft202012Validator(schemas()[kind])
    good = yaml.load(NOT_IN_DEMO[kind], Plain)
    assert [error.message for error in judge.iter_errors(good)] == []
    (wrong,) = judge.iter_errors([{**good[0], "date": "去年"}])
    assert list(wrong.absolute_path) == [0, "date"]


def test_a_limit_of_a_rulebook_is_completed_by_its_own_keys():
    judge = jsonschema.Draft202012Validator(schemas()["rulebook"])
    book = {"title": "通知", "limits": {"star": {"showcase_text": {"about": 300}, "deeds": "silent"}}}
    assert list(judge.iter_errors(book)) == []
    book["limits"]["star"]["showcase_text"] = {"abuot": 300}
    assert [list(error.absolute_path) for error in judge.iter_errors(book)] == [["limits", "star"]]


def test_every_table_of_a_file_has_a_schema():
    assert set(FILES) | set(NOT_IN_DEMO) == set(KINDS)


def test_pieces_are_yaml_with_known_keys_and_words():
    for name, piece in snippets().items():
        text = "\n".join(piece["body"])
        filled = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
        filled = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", filled)
        found = next(yaml.load_all(filled.replace("${0:正文}", ""), Plain))
        assert isinstance(found, dict if "- " not in piece["body"][0][:2] else list), name


def test_the_command_writes_them_and_leaves_own_settings_alone(demo):
    own = demo / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("{}")
    first = showcase("schema", root=demo)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines()[-1] == "已经有的没有动：settings.json。"
    assert own.read_text() == "{}"
    written = {path.stem: json.loads(path.read_text("utf-8")) for path in demo.glob(".vscode/schemas/*.json")}
    assert written == schemas()
    assert json.loads((demo / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]["label"] == "检查资料"
