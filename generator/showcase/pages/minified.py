"""Style sheets and scripts of the theme as they are sent: imports resolved, no comments, no blanks."""

from __future__ import annotations

import re
from pathlib import Path

import rcssmin
import rjsmin

_IMPORT = re.compile(r'^@import\s+"([^"]+)";[^\n]*$', re.MULTILINE)


def bundle(entry: Path) -> str:
    """Return the style sheet at `entry` with every `@import "…";` replaced by that file.

    A browser would fetch imports one after another; one file is one request.
    """
    text = entry.read_text(encoding="utf-8")
    joined = _IMPORT.sub(lambda found: bundle(entry.parent / found[1]), text)
    return str(rcssmin.cssmin(joined)) + "\n"


def script(text: str) -> bytes:
    """Return a script less what only its readers need."""
    return str(rjsmin.jsmin(text)).encode() + b"\n"
