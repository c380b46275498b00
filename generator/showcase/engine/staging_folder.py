"""Where MkDocs writes during a build: beside the live folder, and for each process its own."""

from __future__ import annotations

import glob
import os
import shutil
from pathlib import Path

from showcase.media.storing.store import is_running


def staging_folder(live: Path) -> Path:
    """Return the folder that this process's MkDocs writes to: it cleans it first, so none is shared.

    What killed builds left behind is removed.
    """
    start = f".{live.name}.mkdocs."
    for left in live.parent.glob(f"{glob.escape(start)}*"):
        number = left.name.removeprefix(start)
        if number.isdecimal() and not is_running(int(number)):
            shutil.rmtree(left, ignore_errors=True)
    return live.with_name(f"{start}{os.getpid()}")
