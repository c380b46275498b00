"""The house rules that a machine can hold."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
SHELF_NAMES = {"utils", "helpers", "common", "core", "base", "manager", "misc"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name.decode() for name in listed.split(b"\0") if name]


def test_imports_run_downwards_only():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout if run.returncode else "") == (0, "")


def test_rooms_are_small():
    large = {p.name: n for p in MODULES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 200}
    assert large == {}


def test_functions_are_short():
    long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 40:
                long[f"{path.name}:{node.name}"] = node.end_lineno - node.lineno + 1
    assert long == {}


def test_no_module_is_a_shelf():
    assert [p for p in MODULES if p.stem in SHELF_NAMES or p.parent.name in SHELF_NAMES] == []


def test_no_registry_and_no_path_of_a_machine_is_named():
    words = ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian.org"]
    pattern = re.compile("|".join(map(re.escape, words)) + r"|(^|[^A-Za-z.])/(work|far" + r"m)/")
    found = []
    for path in tracked():
        if path.suffix in {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".html", ".js", ".css", ".sh", ""}:
            try:
                text = path.read_text(encoding="utf-8")
            except (UnicodeDecodeError, FileNotFoundError):
                continue
            found += [f"{path.relative_to(ROOT)}: {m[0]}" for m in pattern.finditer(text)]
    assert found == []


def test_lock_files_pin_and_hash_every_package():
    for name in ("run.txt", "test.txt", "store.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=\S)", text.strip())
        assert [e for e in entries if "==" not in e or "--hash=sha256:" not in e] == []


@pytest.mark.parametrize("folder", ["tests/npm", "tests/browsers"])
def test_packages_of_npm_are_pinned_by_their_content_and_name_no_address(folder):
    text = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    asked = packages.pop("")["dependencies"]
    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []
    assert asked == {name: packages[f"node_modules/{name}"]["version"] for name in asked}
    assert "://" not in text


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda p: p.name)
def test_workflows_are_valid_and_safe(path):
    binaries = Path(sys.executable).parent
    schema = [str(binaries / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    audit = [str(binaries / "zizmor"), "--offline", "--no-progress", "--quiet", str(path)]
    for command in (schema, audit):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (run.returncode, run.stdout + run.stderr if run.returncode else "") == (0, "")


def test_a_workflow_runs_what_the_makefile_has():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    steps = {
        line
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        for line in re.findall(r"^ +run: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    }
    made = {line.removeprefix("make ") for line in steps if line.startswith("make ")}
    assert made <= targets
    assert {line.split()[0] for line in steps if not line.startswith("make ")} == {"cat", "gh"}


def test_actions_are_pinned_by_commit():
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        for used in re.findall(r"uses: (\S+)", path.read_text("utf-8")):
            assert used.startswith("./") or re.search(r"@[0-9a-f]{40}$", used), f"{path.name}: {used}"
