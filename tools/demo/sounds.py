"""Writes the demo's 有声版 below media/: `python -m tools.demo.sounds`. Needs espeak-ng beside ffmpeg.

The voice is a machine's, and a plain one: it reads the record's own text, so that the player is seen in the
demo. A real site has its texts read by a person, or by a better voice, and says which.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
from tools.demo.pictures import MEDIA

from showcase.content.layout import Layout
from showcase.content.library import read_library


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One sound: its path, how fast it is read (words a minute of espeak-ng), how high (0 to 99)."""

    path: str
    pace: int = 165
    pitch: int = 38


READINGS = (Reading(path="stars/2024/shanxi/007/read.m4a"),)
_SOFT = "highpass=f=90,lowpass=f=5200,afade=t=in:d=0.05,loudnorm=I=-18:TP=-2"


def _read(text: str, reading: Reading, out: Path) -> None:
    voice = ["-v", "cmn", "-s", str(reading.pace), "-p", str(reading.pitch), "-g", "1"]
    subprocess.run(["espeak-ng", *voice, "-w", str(out), text], check=True, stdin=subprocess.DEVNULL)


def _encode(spoken: Path, out: Path) -> None:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    sound = ["-af", _SOFT, "-ac", "1", "-ar", "16000", "-c:a", "aac", "-b:a", "17k", "-map_metadata", "-1"]
    exact = ["-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"]
    arguments = [program, "-y", "-v", "error", "-i", str(spoken), *sound, *exact, str(out)]
    subprocess.run(arguments, check=True, stdin=subprocess.DEVNULL)


def main() -> None:
    """Make every sound from the text that its record shows."""
    library, _ = read_library(Layout(MEDIA.parent))
    texts = {str(star.address): "\n".join(star.showcase_text) for star in library.stars}
    for reading in READINGS:
        file = MEDIA / reading.path
        with tempfile.TemporaryDirectory() as folder:
            spoken = Path(folder, "spoken.wav")
            _read(texts[str(Path(reading.path).parent)], reading, spoken)
            _encode(spoken, file)


if __name__ == "__main__":
    main()
