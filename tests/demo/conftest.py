"""The committed demo, read once."""

import datetime
from pathlib import Path

import pytest

from showcase.check.gate import open_gate
from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library, Showcase
from showcase.model.settings import Settings

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)
SETTINGS = Settings(repository="private", demo=True)


@pytest.fixture(scope="session")
def reading():
    return read_library(Layout(ROOT))


@pytest.fixture(scope="session")
def library(reading) -> Library:
    return reading[0]


@pytest.fixture(scope="session")
def public(library) -> Showcase:
    return open_gate(library, SETTINGS, TODAY)


@pytest.fixture(scope="session")
def media() -> dict[str, Path]:
    folder = ROOT / "media"
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {key: path for key, path in found.items() if not key.startswith("derivatives/") and "/" in key}


@pytest.fixture(scope="session")
def found(reading, media):
    """Every problem of the demo on TODAY."""
    library, problems = reading
    return check(library, SETTINGS, TODAY, None, frozenset(media), read_problems=problems)
