"""Open a file of somebody as what it says it is, and as nothing that leads to another file."""

from __future__ import annotations

from pathlib import Path

import av
from av.container import InputContainer

_PATIENCE_S = 20.0


def opened(path: Path, containers: str) -> InputContainer:
    """Open a file as one of `containers` and as nothing else; it cannot lead to another file."""
    rules = {"protocol_whitelist": "file", "format_whitelist": containers}
    return av.open(str(path.absolute()), options=rules, timeout=_PATIENCE_S)
