"""A whole site with one record that has a photo, a film, captions and a sound."""

import contextlib
import io
import os
import shutil
import subprocess

from PIL import Image

from showcase.cli import main
from showcase.media.working.runner import ffmpeg_program
from sites import ROOT, showcase

RECORD = "stars/2024/henan/001"
FILES = ("portrait.jpg", "film.mp4", "film.vtt", "reading.mp3")
DAY = "2026-11-22"

_RECORD = """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
post: 退休挡车工
nominated_by: [青柳县教育局]
photos:
  - file: portrait.jpg
    kind: portrait
    alt: 老人捧着一本书，身后是书架
video: {file: film.mp4, title: 楼梯间的灯, captions: film.vtt, transcript: 她翻到折角的那一页。}
audio: {file: reading.mp3, title: 听一听, spoken_by: machine}
honours:
  - year: 2024
    level: provincial
    title: 河南省“百姓学习之星”
    stage: approved
    document: 示例教〔2024〕85号
    date: 2024-06-26
consent:
  text: {date: 2024-03-12, evidence: 同意书2024-012}
  portrait: {date: 2024-03-12, evidence: 同意书2024-012}
  video: {date: 2024-03-12, evidence: 同意书2024-012}
  voice: {date: 2024-03-12, evidence: 同意书2024-012}
---
退休那年，她领外孙女去图书馆办证。第二天一早，她在挂历背面抄下了第一行字。
"""


def small_site(root):
    """Write the site to `root`."""
    stars = root / "content/stars/2024/henan"
    stars.mkdir(parents=True)
    (stars / "001-shen.md").write_text(_RECORD, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    folder = media_of(root)
    folder.mkdir(parents=True)
    (root / "media/presets.yml").write_text("film:\n  speed: superfast\n")
    gradient = Image.radial_gradient("L").resize((900, 1200))
    Image.merge("RGB", (gradient, gradient.rotate(90, expand=False), gradient)).save(folder / "portrait.jpg")
    _ffmpeg("testsrc2=size=1280x720:rate=25:duration=2", "sine=frequency=440:duration=2", folder / "film.mp4")
    _ffmpeg("sine=frequency=330:duration=3", folder / "reading.mp3")
    text = "WEBVTT\n\n00:00.000 --> 00:01.500\n她翻到折角的那一页。\n"
    (folder / "film.vtt").write_text(text, encoding="utf-8")
    return root


def media_of(root):
    return root / "media" / RECORD


def clone(root, to):
    """Copy what a version store keeps: neither derivatives nor caches nor the site."""
    left_out = shutil.ignore_patterns("derivatives", ".cache", "site")
    shutil.copytree(root, to, ignore=left_out)
    return to


def run(root, *arguments, env=None):
    """Run the command, in its own process when it needs a special environment, and return how it ended."""
    done = showcase(*arguments, root=root, env={**os.environ, **env}) if env else _here(root, *arguments)
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def _here(root, *arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*map(str, arguments), "--root", str(root)])
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def derivatives(root):
    """Return every derivative: name to bytes."""
    folder = root / "media/derivatives"
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _ffmpeg(*sources_and_target):
    *sources, target = sources_and_target
    inputs = [word for source in sources for word in ("-f", "lavfi", "-i", source)]
    command = [ffmpeg_program(), "-v", "error", "-nostdin", "-y", *inputs, "-shortest", str(target)]
    subprocess.run(command, check=True)
