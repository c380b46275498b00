"""The live preview as a real process: edits, additions, deletions and mistakes, from save to page."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

STAR = """---
name: {name}
unit: 青柳县城关镇桥头社区
photos:
  - {{file: life.png, kind: life, alt: 一盏灯}}
honours:
  - {{year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}}
consent:
  text: {{date: 2024-05-01, evidence: 同意书1}}
  photos: {{date: 2024-05-01, evidence: 同意书1}}
---
{text}
"""
CONFIG = """site_name: 试用站点
docs_dir: content/pages
theme: {name: material, language: zh}
plugins: [showcase]
"""
WAIT_S = 120.0
COMMANDS = {
    "showcase": ["showcase", "serve", "--address"],
    "mkdocs": ["mkdocs", "serve", "--dev-addr"],
}


def write_star(root, serial, name, text):
    path = root / "content" / "stars" / "2024" / "henan" / f"{serial}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STAR.format(name=name, text=text), encoding="utf-8")
    picture = root / "media" / "stars" / "2024" / "henan" / serial / "life.png"
    if not picture.exists():
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (640, 480), "tan").save(picture)
    return path


@pytest.fixture
def root(tmp_path):
    """A small root; only stars, so that every other folder is one that comes later."""
    root = tmp_path / "小站"
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "index.md").write_text("首页文字\n", encoding="utf-8")
    (root / "content" / "pages" / "about.md").write_text("# 关于\n\n旧的说明\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    write_star(root, "001", "沈玉兰", "她在棉纺厂挡了二十六年车。")
    return root


class Served:
    """A preview that runs."""

    def __init__(self, process, port):
        self.process, self.port = process, port

    def get(self, path):
        """Return (status, text) of one page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S)
        with contextlib.closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8")

    def until(self, path, wanted):
        """Wait until `wanted(status, text)` holds for the page; return the text."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            status, text = self.get(path)
            if wanted(status, text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"{path}: {status} {text[-3000:]}")

    def until_it_says(self, path, word):
        return self.until(path, lambda status, text: status == 200 and word in text)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextlib.contextmanager
def serving(root, command, scratch, end=signal.SIGINT):
    """Start the real server below `scratch` (its own TMPDIR); see that it ends cleanly and leaves nothing."""
    scratch.mkdir()
    port = free_port()
    arguments = [sys.executable, "-m", *COMMANDS[command], f"127.0.0.1:{port}"]
    environment = os.environ | {"TMPDIR": str(scratch), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    with (scratch.parent / "said.txt").open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            arguments, cwd=root, stderr=said, stdout=said, env=environment, start_new_session=True
        )
        served = Served(process, port)
        try:
            wait_for_port(process, port)
            yield served
        finally:
            code = end_of(process, end)
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)  # nobody of its group is left
    assert (code, [path.name for path in scratch.iterdir()]) == (0, [])
    assert "Traceback" not in (scratch.parent / "said.txt").read_text(encoding="utf-8")


def end_of(process, sign):
    """Ask it to stop and return its exit code; one that does not listen is not left behind."""
    process.send_signal(sign)
    try:
        return process.wait(timeout=WAIT_S)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


def wait_for_port(process, port):
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("the preview did not start")


@pytest.mark.parametrize(
    ("command", "end"),
    [("showcase", signal.SIGTERM), pytest.param("mkdocs", signal.SIGINT, marks=pytest.mark.slow)],
)
def test_what_an_editor_saves_shows_at_once(root, tmp_path, command, end):
    star, page = "/stars/2024/henan/001/", root / "content" / "pages" / "about.md"
    with serving(root, command, tmp_path / "scratch", end) as served:
        served.until_it_says("/", "首页文字")
        served.until_it_says(star, "二十六年")
        record = write_star(root, "001", "沈玉兰", "她办起了读书会。")
        assert "二十六年" not in served.until_it_says(star, "她办起了读书会")

        write_star(root, "002", "郑示一", "他学做木模。")
        served.until_it_says("/stars/2024/henan/002/", "他学做木模")
        served.until_it_says("/stars/", "郑示一")
        (root / "content" / "stars" / "2024" / "henan" / "002.md").unlink()
        served.until("/stars/2024/henan/002/", lambda status, _: status == 404)
        served.until("/stars/", lambda status, text: status == 200 and "郑示一" not in text)

        page.write_text("# 关于\n\n新的说明\n", encoding="utf-8")
        served.until_it_says("/about/", "新的说明")
        (root / "content" / "pages" / "later.md").write_text("# 后来的一页\n", encoding="utf-8")
        served.until_it_says("/later/", "后来的一页")

        folder = root / "content" / "events" / "2024"
        folder.mkdir(parents=True)
        (folder / "2024-05-04-visit.md").write_text(
            "---\nkind: school-visit\ntitle: 走进第二小学\nregion: henan\nrecords: [stars/2024/henan/001]\n---\n走访。\n",
            encoding="utf-8",
        )
        served.until_it_says("/events/2024/2024-05-04-visit/", "走进第二小学")

        good = record.read_text(encoding="utf-8")
        record.write_text(good.replace("name:", "nmae:"), encoding="utf-8")
        wrong = served.until_it_says(star, "nmae")
        assert "她办起了读书会" in wrong  # the last good preview, and what is wrong
        assert "content/stars/2024/henan/001.md:2" in wrong
        record.write_text(good.replace("读书会", "识字班"), encoding="utf-8")
        assert 'role="alert"' not in served.until_it_says(star, "她办起了识字班")


@pytest.mark.slow
def test_a_mistake_in_settings_or_page_ends_nothing(root, tmp_path):
    with serving(root, "showcase", tmp_path / "scratch") as served:
        served.until_it_says("/", "首页文字")
        config = root / "mkdocs.yml"
        config.write_text(CONFIG.replace("showcase]", "showcaze]"), encoding="utf-8")
        served.until("/", lambda status, text: status == 200 and 'role="alert"' in text)
        config.write_text(CONFIG.replace("试用站点", "改了名的站点"), encoding="utf-8")
        assert 'role="alert"' not in served.until_it_says("/stars/", "改了名的站点")


@pytest.mark.slow
def test_a_build_does_not_set_off_another(root, tmp_path):
    with serving(root, "showcase", tmp_path / "scratch") as served:
        served.until_it_says("/", "首页文字")
        picture = root / "media" / "stars" / "2024" / "henan" / "001" / "life.png"
        before = served.get("/stars/2024/henan/001/")[1].split("livereload(")[-1]
        make_picture(tmp_path).replace(picture)  # in one step, so it is one change
        served.until("/stars/2024/henan/001/", lambda _, text: epoch(text) > epoch(before))
        time.sleep(3)  # several polls
        said = (tmp_path / "said.txt").read_text(encoding="utf-8")
        assert said.count("预览已更新") == 1


def epoch(text):
    return int(text.rpartition("livereload(")[2].partition(",")[0])


def make_picture(folder: Path):
    path = folder / "other.png"
    Image.new("RGB", (640, 480), "teal").save(path)
    return path


@pytest.mark.slow
def test_a_preview_that_cannot_start_says_why(root):
    record = root / "content" / "stars" / "2024" / "henan" / "001.md"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        full = start(root, f"127.0.0.1:{port}")
    assert (full.returncode, f"127.0.0.1:{port}" in full.stderr, "Traceback" in full.stderr) == (
        2,
        True,
        False,
    )
    odd = start(root, "nowhere")
    assert (odd.returncode, "Traceback" in odd.stderr) == (2, False)
    record.write_text(record.read_text(encoding="utf-8").replace("name:", "nmae:"), encoding="utf-8")
    broken = start(root, f"127.0.0.1:{port}")
    assert (broken.returncode, "nmae" in broken.stderr, "Traceback" in broken.stderr) == (1, True, False)


def start(root, address):
    command = [sys.executable, "-m", "showcase", "serve", "--address", address]
    return subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", timeout=WAIT_S, check=False
    )
