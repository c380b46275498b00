"""`showcase schema`: what makes VS Code complete and check records: JSON schemas, pieces, a task."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from showcase.cli.cannot import CannotRun, require_root
from showcase.content.json_schemas import schemas
from showcase.content.layout import Layout
from showcase.content.snippets import snippets

NAME = "schema"
HELP = "写出资料的 JSON 格式说明和 VS Code 的补全，写资料时就能补全和核对"
_FOLDER = ".vscode"
_WHERE = {
    "campaign": "content/weeks/*/campaign.yml",
    "bodies": "content/bodies.yml",
    "withdrawn": "content/withdrawn.yml",
    "moved": "content/moved.yml",
    "synonyms": "content/synonyms.yml",
    "waivers": "content/waivers.yml",
    "rulebook": "content/rulebooks/*.yml",
}
"""Files that are YAML as a whole; records are Markdown, and get pieces."""

_MATCHER = {
    "owner": "showcase",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": [
        {
            "regexp": r"^(\S.*?):(\d+):(\d+): (error|warning|note)\[([a-z0-9-]+)\]$",
            "file": 1,
            "line": 2,
            "column": 3,
            "severity": 4,
            "code": 5,
        },
        {"regexp": r"^\s+(.*)$", "message": 1},
    ],
    "background": {"activeOnStart": True, "beginsPattern": "^正在检查", "endsPattern": "^检查完了"},
}
"""How VS Code finds the problems in what `showcase check --watch` prints."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("--out", type=Path, metavar="文件夹", help=f"写到哪里（默认：{_FOLDER}）")


def run(options: argparse.Namespace) -> int:
    """Write what the program generates anew; the owner's own settings are never written over."""
    layout = Layout(options.root)
    require_root(layout)
    folder = (options.out or layout.root / _FOLDER).resolve()
    made = {f"schemas/{name}.json": schema for name, schema in schemas().items()}
    made["showcase.code-snippets"] = snippets()
    kept = {"settings.json": _settings(), "tasks.json": _tasks()}
    left = [name for name in kept if (folder / name).exists()]
    try:
        for name, value in (made | {n: v for n, v in kept.items() if n not in left}).items():
            _write(folder / name, value)
    except OSError as error:
        raise CannotRun(f"写不进 {folder}：{error.strerror}") from error
    print(f"写好了：{folder}，格式说明 {len(made) - 1} 份，补全 {len(snippets())} 条。")
    if left:
        print(f"已经有的没有动：{'、'.join(left)}。")
    return 0


def _write(path: Path, value: Any) -> None:  # noqa: ANN401 - JSON
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f"./{_FOLDER}/schemas/{name}.json": where for name, where in _WHERE.items()},
        "files.eol": "\n",
        "files.encoding": "utf8",
        "[markdown]": {"editor.quickSuggestions": {"other": True, "comments": False, "strings": True}},
    }


def _tasks() -> dict[str, Any]:
    task = {
        "label": "检查资料",
        "type": "shell",
        "command": ".venv/bin/showcase check --watch",
        "windows": {"command": ".venv\\Scripts\\showcase check --watch"},
        "isBackground": True,
        "problemMatcher": _MATCHER,
        "runOptions": {"runOn": "folderOpen"},
    }
    return {"version": "2.0.0", "tasks": [task]}
