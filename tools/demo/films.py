"""Writes the demo's films below media/ from the drawings: `python -m tools.demo.films [part of a path …]`.

A slow move over one drawing, a gentle generated tone, captions from the lines given here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
from PIL import Image
from playwright.sync_api import Page
from tools.demo.pictures import MEDIA
from tools.demo.raster import canvas, rasterise
from tools.demo.scenes import scene

RATE = 25
_MOVES = {
    "in": "z='1+0.16*on/{n}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2'",
    "right": "z=1.18:x='(iw-iw/zoom)*on/{n}':y='(ih-ih/zoom)/2'",
    "up": "z=1.18:x='(iw-iw/zoom)/2':y='(ih-ih/zoom)*(1-on/{n})'",
}


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One film: the record's address, the scene, the move over it, seconds, the tone in Hz (0: silent)."""

    path: str
    scene: tuple[str, int]
    seconds: float
    move: str = "in"
    tone: int = 220
    upright: bool = False
    lines: tuple[str, ...] = ()


FILMS = (
    Cut(path="stars/2024/henan/012/film.mp4", scene=("night", 206), seconds=8, tone=196, lines=(
        "晚上六点五十，沈玉兰先把灯打开，", "再把六只课桌擦一遍。", "七点，楼上楼下的门一扇一扇响起来。",
        "她翻到折角的那一页，说：“昨天念到哪儿了？”")),
    Cut(path="stars/2024/guizhou/005/film.mp4", scene=("classroom", 211), seconds=6, tone=262, lines=(
        "把纸对折，再对折。", "不用画线，心里先有一朵花，剪刀跟着心走。", "打开的时候要慢，那一下最好看。")),
    Cut(path="stars/2024/liaoning/002/film.mp4", scene=("workshop", 210), seconds=5, move="right", tone=147),
    Cut(path="stars/2024/chongqing/006/phone.mov", scene=("night", 216), seconds=5, move="up", upright=True),
    Cut(path="stars/2024/xizang/001/film.mp4", scene=("terrace", 202), seconds=5, tone=0),
    Cut(path="stars/2024/guangxi/009/film.mp4", scene=("terrace", 212), seconds=6, move="right", tone=294,
        lines=("锅要热，手要快，心要慢。", "听见“沙沙”变成“簌簌”，就该起锅了。")),
    Cut(path="stars/2025/tianjin/001/film.mp4", scene=("night", 226), seconds=6, move="up", tone=175, lines=(
        "等餐七分钟，红灯九十秒，电梯四十秒。", "把这些时间攒起来，一年能读二十本书。")),
    Cut(path="projects/2024/henan/003/film.mp4", scene=("reading", 223), seconds=6, move="right", tone=247,
        lines=("六只课桌，一盏灯。", "念到要紧处停一停，", "问一句：“后来呢？”")),
)  # fmt: skip


def captions(cut: Cut) -> str:
    """Return the film's lines as WebVTT, each as long as its share of the characters."""
    total, start, out = sum(map(len, cut.lines)), 0.0, "WEBVTT\n"
    for line in cut.lines:
        end = start + cut.seconds * len(line) / total
        out += f"\n00:00:{start:06.3f} --> 00:00:{end:06.3f}\n{line}\n"
        start = end
    return out


def _sound(cut: Cut) -> list[str]:
    if not cut.tone:
        return []
    source = f"sine=frequency={cut.tone}:sample_rate=48000:duration={cut.seconds}"
    soft = f"tremolo=f=0.5:d=0.6,afade=t=in:d=1,afade=t=out:st={cut.seconds - 1}:d=1,volume=0.5"
    return ["-f", "lavfi", "-i", source, "-af", soft, "-c:a", "aac", "-b:a", "48k"]


def _encode(still: Path, cut: Cut, out: Path) -> None:
    """Run ffmpeg: the upright film is stored lying, as phones do, and turned by a flag afterwards."""
    size, frames = ("720x1280" if cut.upright else "1280x720"), int(cut.seconds * RATE)
    move = f"zoompan={_MOVES[cut.move].format(n=frames)}:d={frames}:s={size}:fps={RATE}"
    filters = move + (",transpose=cclock" if cut.upright else "") + ",format=yuv420p"
    video = ["-vf", filters, "-c:v", "libx264", "-preset", "slow", "-crf", "33", "-threads", "1"]
    _ffmpeg(["-i", str(still), *_sound(cut), *video, "-movflags", "+faststart", str(out)])


def _ffmpeg(arguments: list[str]) -> None:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([program, "-y", "-v", "error", *arguments], check=True, stdin=subprocess.DEVNULL)


def _still(page: Page, cut: Cut) -> Image.Image:
    drawn = rasterise(page, scene(*cut.scene, grain=0), (1200, 800))
    if cut.upright:
        return drawn.crop((450, 0, 1012, 1000)).resize((1440, 2560), Image.Resampling.LANCZOS)
    return drawn.crop((0, 78, 1500, 922)).resize((2560, 1440), Image.Resampling.LANCZOS)


def film(page: Page, cut: Cut) -> None:
    """Write one film, and its captions beside it when it has lines."""
    file = MEDIA / cut.path
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        still, lying = Path(folder, "still.png"), Path(folder, "lying.mp4")
        _still(page, cut).save(still)
        _encode(still, cut, lying if cut.upright else file)
        if cut.upright:
            _ffmpeg(["-display_rotation", "270", "-i", str(lying), "-c", "copy", str(file)])
    if cut.lines:
        file.with_suffix(".vtt").write_text(captions(cut), encoding="utf-8")


def main(wanted: list[str]) -> None:
    """Make all films, or those whose path contains one of `wanted`."""
    with canvas() as page:
        for cut in FILMS:
            if not wanted or any(part in cut.path for part in wanted):
                film(page, cut)


if __name__ == "__main__":
    main(sys.argv[1:])
