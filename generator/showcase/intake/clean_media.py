"""Photographs and films without what cameras and phones write into them. Runs in a worker."""

from __future__ import annotations

import threading
from pathlib import Path

from showcase.media.photos.decoding import decode, photo_facts
from showcase.media.probing.containers import CONTAINERS
from showcase.media.working.runner import Failed, ffmpeg_program, run
from showcase.model.presets import PhotoPreset

_WIDEST_PX, _QUALITY = 4000, 95
_LIMIT_S = 900.0


def clean_photo(path: Path, target: Path, preset: PhotoPreset) -> tuple[int, int]:
    """Write a photograph to `target` as JPEG, upright, sRGB, without metadata; return its size in pixels.

    It is shrunk only where it is wider than twice 4000 pixels: it becomes the master. Raises Refused.
    """
    photo_facts(path, "", preset)
    image = decode(path, _WIDEST_PX)
    image.save(target, "JPEG", quality=_QUALITY, subsampling=0)
    return image.width, image.height


def clean_film(path: Path, target: Path) -> bool:
    """Write a film to `target` as it is, less its metadata; False when its container takes no such copy.

    `target` has the ending of the film.
    """
    allowed = ["-format_whitelist", CONTAINERS, "-protocol_whitelist", "file"]
    copied = ["-map", "0:v:0", "-map", "0:a?", "-c", "copy", "-map_metadata", "-1", "-map_chapters", "-1"]
    plain = ["-fflags", "+bitexact", "-flags", "+bitexact"]
    command = [ffmpeg_program(), "-nostdin", "-v", "error", "-y", *allowed, "-i", str(path), *copied, *plain]
    try:
        run([*command, str(target)], limit_s=_LIMIT_S, stop=threading.Event())
    except Failed:
        return False
    return target.is_file() and target.stat().st_size > 0
