"""What was taken over from others as it is, stays as it is: theme/vendor/<name>/vendored.json says what it was."""

import hashlib
import json

import pytest

from sites import ROOT

VENDORED = sorted((ROOT / "theme/vendor").glob("*/vendored.json"))


def test_there_is_something_to_hold():
    assert "reveal" in {path.parent.name for path in VENDORED}


@pytest.mark.parametrize("lock", VENDORED, ids=lambda path: path.parent.name)
def test_every_file_is_the_one_of_the_release_and_its_licence_lies_beside_it(lock):
    told = json.loads(lock.read_text("utf-8"))
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in lock.parent.iterdir()
        if path != lock
    }
    assert there == told["files"]
    assert "LICENSE" in there
    assert told["integrity"].startswith("sha512-")
