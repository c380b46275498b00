"""What a machine makes media with, and what differs between two machines."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from showcase.media.working.runner import ffmpeg_version

_ROOM = Path(__file__).parents[1]
_MODEL = ("media.py", "presets.py")

Tools = Mapping[str, str]
"""Name and version of everything that has a say in the bytes of a derivative, for people to read."""
PROGRAM = "showcase"
"""The entry of Tools that must be equal. Others may differ: results are as good, but not the same bytes."""


@cache
def tools() -> dict[str, str]:
    """Return what this machine makes media with."""
    import av  # noqa: PLC0415 - slow to load, and only workers and clusters need them
    import PIL  # noqa: PLC0415
    from PIL import features  # noqa: PLC0415

    return {
        PROGRAM: f"{_installed_version()}+{program_digest()[:8]}",
        "ffmpeg": ffmpeg_version().removeprefix("ffmpeg "),
        "PyAV": str(av.__version__),
        "Pillow": f"{PIL.__version__} (WebP {features.version('webp')}, JPEG {features.version('jpg')})",
        "machine": platform.machine(),
    }


def program_digest() -> str:
    """Return 64 hex digits of the code that makes media: two checkouts of one version can differ."""
    files = [*sorted(_ROOM.rglob("*.py")), *(_ROOM.parent / "model" / name for name in _MODEL)]
    digest = hashlib.sha256()
    for file in files:
        text = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(b"%s %d\n" % (file.relative_to(_ROOM.parent).as_posix().encode(), len(text)))
        digest.update(text)
    return digest.hexdigest()


def differences(ours: Tools, theirs: Tools) -> list[str]:
    """Return `ffmpeg 7.0.2，这里是 7.1` for each tool that differs, the program first."""
    return [
        f"{name} {theirs.get(name, '没有')}，这里是 {own}"
        for name, own in ours.items()
        if theirs.get(name) != own
    ]


def _installed_version() -> str:
    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "0"
