"""`showcase check --history`: what git keeps of every version, every name, every word of a commit."""

import json
import os
import subprocess

import pytest

from sites import showcase

MOBILE, ID = "13800000000", "99000019000101018X"


def git(root, *arguments, day="2024-06-17T08:00:00+08:00"):
    who = {f"GIT_{role}_{what}": "t" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=os.environ | who | when, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def commit(root, message):
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "--short=12", "HEAD")


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: 试\nplugins: [showcase]\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    return tmp_path


def history_of(root):
    done = showcase("check", "--history", "--format", "json", root=root)
    found = [(p["rule"], p["file"], p["line"], p["message"]) for p in json.loads(done.stdout)]
    return done.returncode, found


def test_every_place_of_the_history_is_told_with_its_commit(repository):
    page = repository / "content/pages/about.md"
    page.write_text(f"一\n找王老师 {MOBILE}\n", encoding="utf-8")
    first = commit(repository, "加页面")
    page.write_text("一\n二\n", encoding="utf-8")
    commit(repository, "改页面")
    (repository / "content" / f"{ID}.txt").write_text("1\n", encoding="utf-8")
    second = commit(repository, "加文件")
    (repository / "content" / f"{ID}.txt").unlink()
    commit(repository, "删文件")
    third = commit(repository, "改正\n\n邮箱 someone@example.org")
    git(repository, "checkout", "-q", "-b", "side")
    (repository / "content/side.md").write_text("QQ：12345678\n", encoding="utf-8")
    fourth = commit(repository, "另一支")
    git(repository, "checkout", "-q", "-")
    git(repository, "tag", "-a", "v1", "-m", f"电话 {MOBILE}")
    tail = "2024-06-17）"
    assert history_of(repository) == (
        1,
        [
            ("private-id-number", f"content/{ID}.txt", 0, f"这里有身份证号码：99****18X（文件名）（提交 {second}，{tail}"),
            ("private-phone", "content/pages/about.md", 2, f"这里有电话号码：138****0000（提交 {first}，{tail}"),
            ("private-chat", "content/side.md", 1, f"这里有QQ 号或微信号：12****（提交 {fourth}，{tail}"),
            ("private-email", "git 提交说明", 3, f"这里有电子邮箱：so****（提交 {third}，{tail}"),
            ("private-phone", "git 标签", 1, "这里有电话号码：138****0000（标签 v1）"),
        ],
    )  # fmt: skip


def test_a_fact_that_stays_through_many_versions_is_told_once(repository):
    page = repository / "content/pages/about.md"
    for number in range(5):
        page.write_text(f"{number}\n找王老师 {MOBILE}\n", encoding="utf-8")
        commit(repository, f"第 {number} 版")
    code, found = history_of(repository)
    assert (code, [(rule, file, line) for rule, file, line, _ in found]) == (
        1,
        [("private-phone", "content/pages/about.md", 2)],
    )


def test_an_offices_telephone_in_its_field_is_no_finding(repository):
    text = "office_contact:\n  office: 青柳县教育局\n  telephone: 0371-65900000\n"
    (repository / "content/office.yml").write_text(text, encoding="utf-8")
    commit(repository, "办公电话")
    assert history_of(repository) == (0, [])


@pytest.mark.slow
def test_a_thousand_commits_take_seconds(repository):
    stream = ["blob\nmark :1\ndata 2\n1\n\n"]
    for number in range(1, 1001):
        text = f"{number}\n" + (f"找王老师 {MOBILE}\n" if number == 700 else "读书\n") * 3
        body = text.encode()
        stream.append(
            f"commit refs/heads/main\ncommitter t <t> {1718582400 + number} +0800\ndata 2\nx\n\n"
            f"M 644 inline content/{number % 50}.md\ndata {len(body)}\n{text}\n"
        )
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=repository, input="".join(stream).encode(), check=True
    )
    done = showcase("check", "--history", "--format", "json", root=repository, timeout=60)
    assert [(p["rule"], p["file"], p["line"]) for p in json.loads(done.stdout)] == [
        ("private-phone", "content/0.md", 2)
    ]
    assert done.stderr.splitlines()[-1] == "历史版本 1/1 1000 个文件 100%"


def test_a_folder_outside_git_cannot_be_asked(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 试\n", encoding="utf-8")
    done = showcase("check", "--history", root=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"不能继续：{tmp_path} 不在 git 仓库里，没有历史可以检查。\n"


def test_a_machine_without_git_says_so(repository):
    done = showcase(
        "check",
        "--history",
        root=repository,
        env={"PYTHONPATH": os.environ.get("PYTHONPATH", ""), "PATH": ""},
    )
    assert done.returncode == 2
    assert done.stderr == "不能继续：这台电脑没有 git，不能检查历史。请先安装 git。\n"
