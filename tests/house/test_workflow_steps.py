"""Every step of the workflows, run as a runner would: a fresh checkout, an empty home, nobody's settings."""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from sites import ROOT, copy_demo

WORKFLOWS = {
    path.name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    for path in sorted((ROOT / ".github/workflows").glob("*.yml"))
}
ON_THE_FORGE = {
    'gh pr comment "$NUMBER" --edit-last --create-if-none --body-file comment.md',
    "gh workflow run publish.yml",
}
"""What asks GitHub itself, and cannot be run without it."""
PUBLISHED, WITHDRAWN, BROKEN = "index.html", "stars/2024/anhui/003", "content/stars/2024/hebei/010-liu.md"


def steps(workflow, removals=False):
    """Yield the steps of a workflow that a run takes, in order; `removals`: the box of the form is ticked."""
    for job in WORKFLOWS[workflow]["jobs"].values():
        for step in job["steps"]:
            asked = "inputs.removals" in step.get("if", "")
            if not asked or removals == (step["if"] == "${{ inputs.removals }}"):
                yield step


class Runner:
    """A checkout with the program of this checkout, whose packages are those of the tests."""

    def __init__(self, folder, derivatives):
        self.home, self.at, self.bin = folder / "home", folder / "work", folder / "bin"
        copy_demo(self.at, derivatives)
        self._check_out()
        self._prepare()
        self.home.mkdir()
        self.summary = folder / "summary.md"
        self.summary.touch()
        self.env = {
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.at),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "SHOWCASE_STORE": "",
        }

    def _check_out(self):
        """Copy what git tracks besides the records and masters, which are there."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
        ).stdout
        for name in filter(None, listed.decode().split("\0")):
            if not name.startswith(("content/", "media/", "tests/", "docs/")) and (ROOT / name).is_file():
                (self.at / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.at / name)

    def _prepare(self):
        """Make what `.venv/.ready` stands for, without a network; and a user who is not root, as runners are."""
        subprocess.run(
            [sys.executable, "-m", "venv", "--without-pip", self.at / ".venv"], check=True, timeout=60
        )
        (packages,) = (self.at / ".venv/lib").glob("python3*/site-packages")
        (packages / "shared.pth").write_text(f"{self.at}/generator\n{sysconfig.get_path('purelib')}\n")
        command = self.at / ".venv/bin/showcase"
        command.write_text(
            f"#!{self.at}/.venv/bin/python\nimport sys\nfrom showcase.cli import main\nsys.exit(main())\n"
        )
        self.bin.mkdir()
        (self.bin / "id").write_text("#!/bin/sh\necho 1001\n")
        for each in (command, self.bin / "id"):
            each.chmod(0o755)
        (self.at / ".venv/.ready").touch()

    def run(self, step, **env):
        """Run one step's commands as they stand there; return the finished process."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.at, env=self.env | env, capture_output=True, text=True, encoding="utf-8",
            timeout=280, check=False,
        )  # fmt: skip

    def go_through(self, workflow, removals=False):
        """Go through a workflow; return what each command printed. What a step keeps must be there by then."""
        said = {}
        for step in steps(workflow, removals):
            if step.get("run") in ON_THE_FORGE:
                continue
            if "run" in step:
                done = self.run(step)
                assert done.returncode == 0, step["run"] + done.stdout + done.stderr
                said[step["run"]] = done.stdout
            elif re.search("upload|/save@", step["uses"]):
                kept = self.at / step["with"]["path"]
                assert kept.is_file() or any(kept.iterdir()), step
        return said


@pytest.fixture(scope="module")
def runner(tmp_path_factory, derivatives):
    return Runner(tmp_path_factory.mktemp("runner"), derivatives)


def every_command():
    jobs = [job for workflow in WORKFLOWS.values() for job in workflow["jobs"].values()]
    return {step["run"] for job in jobs for step in job["steps"] if "run" in step}


def test_a_step_is_a_target_of_the_makefile_or_known_and_nothing_is_put_into_it():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    known = ON_THE_FORGE | {'cat .cache/comment.md >> "$GITHUB_STEP_SUMMARY"'}
    made = {command.removeprefix("make ") for command in every_command() - known}
    assert made <= targets
    assert [command for command in every_command() if "${{" in command] == []


def test_what_one_workflow_asks_of_another_is_there():
    assert "workflow_dispatch" in WORKFLOWS["publish.yml"]["on"]
    (kept,) = [step["with"] for step in steps("check.yml") if "upload-artifact" in step.get("uses", "")]
    (taken,) = [step["with"] for step in steps("check.yml") if "download-artifact" in step.get("uses", "")]
    assert (taken["name"], Path(kept["path"]).name) == (kept["name"], "comment.md")


@pytest.mark.slow
def test_check_writes_the_comment_and_marks_lines_of_files_that_are_there(runner):
    said = runner.go_through("check.yml")
    comment = (runner.at / ".cache/comment.md").read_text("utf-8")
    assert comment.startswith("**检查资料**：")
    assert runner.summary.read_text("utf-8") == comment
    marked = re.findall(r"^::(?:warning|notice) file=([^,:]+)", said["make annotate"], re.MULTILINE)
    assert marked
    assert [name for name in marked if not (runner.at / name).exists()] == []


@pytest.mark.slow
def test_check_fails_on_an_error_and_marks_its_line_and_the_comment_is_there_all_the_same(runner):
    record = runner.at / BROKEN
    before = record.read_text("utf-8")
    record.write_text(before.replace("unit:", "unti:", 1), "utf-8")
    done = {step["run"]: runner.run(step) for step in steps("check.yml") if "make" in step.get("run", "")}
    record.write_text(before, "utf-8")
    assert {command: one.returncode for command, one in done.items()} == {
        "make comment": 0,
        "make annotate": 2,
    }
    line = next(n for n, text in enumerate(before.splitlines(), 1) if text.startswith("unit:"))
    assert (
        f"::error file={BROKEN},line={line},col=1,title=record-unknown-key::" in done["make annotate"].stdout
    )
    assert "error[record-unknown-key]" in (runner.at / ".cache/comment.md").read_text("utf-8")


@pytest.mark.slow
def test_preview_makes_a_marked_site_of_its_own(runner):
    runner.go_through("preview.yml")
    assert "ls-demo--preview" in (runner.at / "preview/index.html").read_text("utf-8")
    assert not (runner.at / "site").exists()


@pytest.mark.slow
def test_publish_builds_and_verifies_and_only_removals_take_away_while_others_have_errors(runner):
    runner.go_through("publish.yml")
    site = runner.at / "site"
    home, gone = (site / PUBLISHED).read_bytes(), site / WITHDRAWN / "index.html"
    assert 'data-record="stars/2024/anhui/003"' in gone.read_text("utf-8")
    withdrawn = runner.at / "content/withdrawn.yml"
    withdrawn.write_text(
        withdrawn.read_text("utf-8") + f"- address: {WITHDRAWN}\n  date: 2026-11-21\n", "utf-8"
    )
    (record,) = (runner.at / "content/stars/2024/anhui").glob("003*.md")
    record.unlink()
    shutil.rmtree(runner.at / "media" / WITHDRAWN)
    broken = runner.at / BROKEN
    broken.write_text(broken.read_text("utf-8").replace("unit:", "unti:", 1), "utf-8")
    failed = runner.run({"run": "make site"})
    assert (failed.returncode, (site / PUBLISHED).read_bytes() == home) == (2, True)
    shutil.rmtree(runner.at / ".cache")  # the next run is another machine: all that it has is the kept site
    runner.go_through("publish.yml", removals=True)
    assert "已应要求撤下" in gone.read_text("utf-8")
    assert (site / "stars/2024/hebei/010/index.html").is_file()


@pytest.mark.slow
def test_where_a_store_is_named_publish_brings_films_to_it(runner, tmp_path):
    (make,) = [step for step in steps("publish.yml") if step.get("run") == "make site"]
    assert make["env"]["SHOWCASE_STORE"] == "${{ secrets.SHOWCASE_STORE }}"
    (runner.at / ".venv/.ready-store").touch()
    broken = runner.at / BROKEN
    broken.write_text(broken.read_text("utf-8").replace("unti:", "unit:", 1), "utf-8")
    store = tmp_path / "store"
    store.mkdir()
    done = runner.run({"run": "make site"}, SHOWCASE_STORE=str(store))
    assert done.returncode == 0, done.stdout + done.stderr
    kept = {path.name for path in store.rglob("*.mp4")}
    shown = {path.name for path in (runner.at / "site/media").rglob("*.mp4")}
    assert shown
    assert shown <= kept


def test_the_lines_of_code_owners_wait_for_names_and_their_paths_are_there():
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert [
        line for line in lines if line and not line.startswith("#")
    ] == []  # nobody is named who is not there
    filled = [line[1:].split() for line in lines if re.match(r"#[/*]", line)]
    assert [each for each in filled if len(each) != 2 or not each[1].startswith("@")] == []
    paths = [path.strip("/") for path, _ in filled if path not in ("*", "/content/withdrawn.yml")]
    assert len(paths) == 5
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_each_job_has_the_rights_it_needs_and_no_other():
    rights = {
        f"{name}/{job}": told.get("permissions")
        for name, workflow in WORKFLOWS.items()
        for job, told in workflow["jobs"].items()
    }
    assert rights == {
        "check.yml/check": {"contents": "read"},
        "check.yml/comment": {"pull-requests": "write"},
        "daily.yml/publish": {"actions": "write"},
        "preview.yml/preview": {"contents": "read"},
        "publish.yml/build": {"contents": "read"},
        "publish.yml/deploy": {"pages": "write", "id-token": "write"},
    }
    assert [name for name, workflow in WORKFLOWS.items() if workflow["permissions"] != {}] == []
    taken_out = [step for name in WORKFLOWS for step in steps(name) if "checkout@" in step.get("uses", "")]
    assert {step["with"]["persist-credentials"] for step in taken_out} == {"false"}


def test_a_public_repository_gets_no_preview():
    assert WORKFLOWS["preview.yml"]["jobs"]["preview"]["if"] == "github.event.repository.private"
