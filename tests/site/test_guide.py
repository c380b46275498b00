"""The guide, followed command by command: the first day ends with a published record, each page with what it says."""

import contextlib
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import textwrap
import time
import urllib.request
from importlib.metadata import version
from pathlib import Path

import openpyxl
import pytest
from imageio_ffmpeg import get_ffmpeg_exe

from intake.nominations import STAR, henan
from intake.templates import HENAN_STAR, form, text_of, zipped
from pushing import ENV, empty_site, git, office
from sites import ROOT, copy_demo

GUIDE = ROOT / "docs/guide"
PAGES = sorted(GUIDE.glob("*.md"))
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
NAME, UNIT, SHEN = "沈玉兰", "青柳县城关镇桥头社区", "content/stars/2024/henan/012-shen.md"


def blocks(page):
    """Return the fenced blocks of a page, within lists too: (kind, text)."""
    text = (GUIDE / page).read_text("utf-8")
    found = re.findall(r"^( *)```([a-z]+)\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL)
    return [(kind, textwrap.dedent(inner)) for _, kind, inner in found]


def block(page, kind):
    return next(text for each, text in blocks(page) if each == kind)


def steps(page):
    """Yield each command of a page with the lines that are typed into it."""
    told = blocks(page)
    for place, (kind, text) in enumerate(told):
        if kind == "sh":
            lines = text.splitlines()
            after = told[place + 1] if told[place + 1 :] else ("", "")
            typed = after[1] if after[0] == "text" else ""
            yield from ((line, typed if line == lines[-1] else "") for line in lines)


def follow(command, typed, folder, codes=(0,)):
    """Run one command as somebody at a terminal does; return the folder that they are in, and what it printed."""
    words = shlex.split(command)
    if words[0] == "cd":
        return folder / words[1], ""
    done = subprocess.run(
        words, cwd=folder, input=typed, env={**ENV, "PATH": PATH},
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode in codes, f"{command}\n{done.stdout}{done.stderr}"
    return folder, done.stdout + done.stderr


def walk(page, folder, hands=None, codes=(0,)):
    """Follow a page; `hands`: what the editor does before the command that begins so. Return what was printed."""
    hands, said = dict(hands or {}), []
    for command, typed in steps(page):
        for start in [start for start in hands if command.startswith(start)]:
            hands.pop(start)()
        folder, out = follow(command, typed, folder, codes)
        said.append((command, out))
    assert hands == {}
    return said


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def pushed(desk, path):
    """Return a file as the office's repository has it."""
    return git("show", f"origin/main:{path}", cwd=desk)


@pytest.fixture(scope="module")
def demo_office(tmp_path_factory, derivatives):
    """The demo in an office's repository, which builds nothing."""
    place = tmp_path_factory.mktemp("office")
    root = copy_demo(place / "demo", derivatives)
    shutil.copy(ROOT / ".gitignore", root)
    remote, _ = office(place, root)
    (remote / "hooks/post-receive").unlink()
    return remote


@pytest.fixture
def desk(tmp_path, demo_office, derivatives):
    """An editor's clone of a copy of that repository, set up as the first day says; media are made already."""
    git("clone", "-q", "--bare", str(demo_office), str(tmp_path / "office.git"), cwd=tmp_path)
    git("clone", "-q", str(tmp_path / "office.git"), "zhanshi", cwd=tmp_path)
    folder = tmp_path / "zhanshi"
    for command, _ in steps("first-day.md"):
        if command.startswith("git config"):
            follow(command, "", folder)
    shutil.copytree(derivatives, folder / "media/derivatives", copy_function=os.link)
    shutil.copytree(ROOT / ".cache/cards", folder / ".cache/cards")
    return folder


def names(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


@pytest.mark.slow
def test_who_follows_the_first_day_ends_with_a_published_record(tmp_path):
    root = tmp_path / "start"
    root.mkdir()
    remote, server = office(tmp_path, empty_site(root))
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "王示例.jpg").write_bytes((ROOT / "media/stars/2024/henan/012/portrait.jpg").read_bytes())
    for command, typed in steps("first-day.md"):
        folder, _ = follow(command.replace("仓库地址", str(remote)), typed, folder)
    page = server / "site/stars/2026/henan/001/index.html"
    assert page.is_file(), Path(f"{server}.log").read_text("utf-8")
    html = page.read_text("utf-8")
    said = ("王示例", "青柳县城关镇", "她退休以后，每周三晚上教邻居识字。", "白发老人坐在窗前读书")
    assert [words for words in said if words not in html] == []
    assert 'data-record="stars/2026/henan/001"' in html


@pytest.mark.slow
def test_a_record_is_changed_reviewed_and_moved_and_a_push_that_came_too_late_is_cured(desk, tmp_path):
    other = tmp_path / "other"
    git("clone", "-q", str(tmp_path / "office.git"), str(other), cwd=tmp_path)

    def is_overtaken():
        edit(desk / SHEN, "post: 退休挡车工", "post: 退休纺织工")
        edit(other / "content/stars/2024/hebei/010-liu.md", "post: 快递员", "post: 投递员")
        git("commit", "-q", "-a", "-m", "别人的", cwd=other)
        git("push", "-q", cwd=other)

    def is_told_to_pull():
        _, told = follow("git push", "", desk, codes=(1,))
        assert "fetch first" in told
        for command, _ in list(steps("first-day.md"))[-2:]:
            follow(command, "", desk)

    def is_in_a_branch():
        assert pushed(desk, SHEN) != ""
        edit(desk / SHEN, "post: 退休纺织工", "post: 读书会领读人")

    walk(
        "record.md",
        desk,
        {"showcase check": is_overtaken, "git push": is_told_to_pull, "git switch -c": is_in_a_branch},
    )
    assert "post: 退休纺织工" in pushed(desk, SHEN)
    assert "post: 投递员" in pushed(desk, "content/stars/2024/hebei/010-liu.md")
    assert "post: 读书会领读人" in git("show", f"origin/gai-yi-fen:{SHEN}", cwd=desk)
    assert (desk / "content/stars/2024/hebei/013-shen.md").is_file()


@pytest.mark.slow
def test_the_desk_in_the_browser_is_made_and_opened_as_it_says_itself(desk):
    said = dict(walk_until_server(desk))
    line = next(line for line in block_lines("desk.md") if line.startswith("python3"))
    told = said["showcase build --admin"].replace(f"{desk}/", "")
    assert f"在本机用：{line}" in told
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = shlex.split(line.replace("8000", str(port)))
    server = subprocess.Popen(words, cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with (
                contextlib.suppress(OSError),
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page,
            ):
                html = page.read().decode()
                break
            time.sleep(0.1)
    finally:
        server.terminate()
        server.wait(timeout=60)
    assert "<title>编辑台</title>" in html


def block_lines(page):
    return [command for command, _ in steps(page)]


def walk_until_server(folder):
    for command in block_lines("desk.md"):
        if command.startswith("python3"):
            return
        yield command, follow(command, "", folder)[1]


@pytest.mark.slow
def test_a_packet_becomes_a_page_by_the_pages_packet_and_announcement(tmp_path):
    root = tmp_path / "start"
    root.mkdir()
    remote, server = office(tmp_path, empty_site(root))
    git("clone", "-q", str(remote), "zhanshi", cwd=tmp_path)
    folder = tmp_path / "zhanshi"
    packet = henan(star=(f"{NAME}推介表.docx", form(HENAN_STAR, {**STAR, "showcase_text": text_of(310, 77)})))
    zipped(tmp_path / "云溪市.zip", packet)
    said = dict(walk("packet.md", folder, codes=(0, 1)))
    assert list((tmp_path / "zhanshi-private").rglob("report.html"))
    assert "试运行" in next(out for command, out in said.items() if command.endswith("--dry-run"))
    (draft,) = (folder / "content/stars/2024/henan").glob("draft-*.md")
    edit(draft, "alt: 证件照", "alt: 白发老人的正面照片")
    edit(draft, "alt: 生活照", "alt: 白发老人坐在楼梯间里读书")
    (project,) = (folder / "content/projects/2024/henan").glob("draft-*.md")
    project.unlink()
    for name in ("入围名单", "公示名单", "正式名单"):
        names(tmp_path / f"{name}.xlsx", ("姓名", "单位"), ("沈 玉 兰", UNIT))

    def announce():
        page = folder / "content/announcements/2024-henan-list.md"
        page.parent.mkdir()
        page.write_text(block("announcement.md", "markdown"), "utf-8")
        server.with_suffix(".day").write_text("2024-05-22", "utf-8")

    def consent():
        assert NAME in (server / "site/announcements/2024-henan-list/index.html").read_text("utf-8")
        edit(draft, "honours:\n", block("announcement.md", "yaml") + "honours:\n")
        server.with_suffix(".day").write_text("2024-06-27", "utf-8")

    walk(
        "announcement.md",
        folder,
        {
            "showcase decide ../公示名单": announce,
            "showcase decide ../正式名单": consent,
        },
    )
    page = server / "site/stars/2024/henan/001/index.html"
    assert page.is_file(), Path(f"{server}.log").read_text("utf-8")
    assert text_of(310, 77)[:30] in page.read_text("utf-8")


@pytest.mark.slow
def test_a_year_a_week_and_an_event_are_written_and_what_is_missing_is_shown(desk, tmp_path):
    names(tmp_path / "日程.xlsx", ("地区", "开始", "结束"), ("河南", "2027-06-17", "2027-06-23"))
    said = dict(walk("week.md", desk))
    assert "dashboard-2024.html" in said["showcase report 2024"]
    assert (desk / ".cache/report/dashboard-2024.html").is_file()
    kept = git("ls-tree", "-r", "--name-only", "origin/main", "content", cwd=desk).splitlines()
    assert {
        "content/weeks/2027/campaign.yml",
        "content/weeks/2027/henan.md",
        "content/weeks/2027/hebei.md",
    } <= set(kept)
    (event,) = [name for name in kept if name.startswith("content/events/2026/2026-09-12")]
    text = pushed(desk, event)
    assert [
        words for words in ("count: 138", "我也要读完这本书。", "五年级三个班") if words not in text
    ] == []


@pytest.mark.slow
def test_a_film_is_made_and_pushed(desk):
    record = desk / "content/stars/2024/hebei/010-liu.md"
    place = desk / "media/stars/2024/hebei/010"

    def bring():
        picture, sound = "testsrc2=size=320x240:rate=25:duration=2", "sine=frequency=440:duration=2"
        command = [get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound]
        subprocess.run([*command, place / "film.mp4"], check=True, timeout=60)
        (place / "film.srt").write_text("1\n00:00:00,500 --> 00:00:01,500\n灯亮了。\n", "utf-8")
        edit(record, "honours:\n", block("film.md", "yaml") + "honours:\n")

    walk("film.md", desk, {"showcase media": bring})
    assert "file: film.mp4" in pushed(desk, "content/stars/2024/hebei/010-liu.md")


@pytest.mark.slow
def test_a_take_down_leaves_no_page_and_no_name(desk):
    follow("showcase build --today 2026-11-22", "", desk)
    walk("take-down.md", desk)
    page = (desk / "site/stars/2024/henan/012/index.html").read_text("utf-8")
    assert ("这一页已应要求撤下" in page, NAME in page) == (True, False)
    kept = git("ls-tree", "-r", "--name-only", "origin/main", cwd=desk).splitlines()
    assert [name for name in kept if "stars/2024/henan/012" in name] == []
    assert NAME not in git("log", "-1", "--format=%B", cwd=desk)


@pytest.mark.slow
def test_what_git_says_is_cured_as_the_page_of_problems_says(desk, tmp_path):
    other = tmp_path / "other"
    git("clone", "-q", str(tmp_path / "office.git"), str(other), cwd=tmp_path)
    for where, words in ((other, "post: 甲"), (desk, "post: 乙")):
        edit(where / SHEN, "post: 退休挡车工", words)
        git("commit", "-q", "-a", "-m", "改了", cwd=where)
    git("push", "-q", cwd=other)
    assert "CONFLICT" in follow("git pull", "", desk, codes=(1,))[1]

    def is_as_before():
        assert "post: 乙" in (desk / SHEN).read_text("utf-8")
        edit(desk / SHEN, "post: 乙", "post: 丙")

    said = walk("problems.md", desk, {"git status": is_as_before}, codes=(0, 1))
    assert "012-shen.md:4:1: error[record-conflict]" in said[0][1]
    assert "post: 乙" in (desk / SHEN).read_text("utf-8")


@pytest.mark.slow
def test_the_examples_are_taken_out_and_what_is_left_is_a_site_without_an_error(desk):
    for command in block_lines("setting-up.md"):
        if not command.startswith("make"):  # tests/site/test_wheel.py makes it and installs it
            follow(command, "", desk)
    site = {path.relative_to(desk / "site").as_posix() for path in (desk / "site").rglob("index.html")}
    assert "rulebooks/henan-2024/index.html" in site
    assert [page for page in site if re.match(r"(stars|projects|lists|announcements)/\d{4}", page)] == []
    assert not (desk / "media/stars").exists()


def test_the_first_page_has_steps_to_follow():
    assert [command.split()[:2] for command in block_lines("first-day.md")][-5:] == [
        ["git", word] for word in ("add", "commit", "push", "pull", "push")
    ]


def test_the_package_that_the_page_installs_is_the_one_that_is_made():
    named = set(
        re.findall(r"showcase-[0-9.]+-py3-none-any\.whl", (GUIDE / "setting-up.md").read_text("utf-8"))
    )
    assert named == {f"showcase-{version('showcase')}-py3-none-any.whl"}


def test_every_page_with_commands_is_followed_by_a_test():
    with_commands = {page.name for page in PAGES if any(kind == "sh" for kind, _ in blocks(page.name))}
    followed = set(
        re.findall(r"(?:walk|steps|block_lines)\(\s*\"([a-z-]+\.md)\"", Path(__file__).read_text("utf-8"))
    )
    assert with_commands == followed


def test_the_guide_leads_to_each_of_its_pages():
    told = (GUIDE / "README.md").read_text("utf-8")
    led = re.findall(r"^\d+\. \[[^\]]+\]\(([a-z-]+\.md)\)", told, re.MULTILINE)
    assert sorted(led) == sorted(path.name for path in PAGES if path.name != "README.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_the_guide_names_are_there(page):
    from showcase.cli import COMMANDS

    named = set(re.findall(r"`showcase ([a-z]+)", page.read_text("utf-8")))
    assert named - set(COMMANDS) == set()
