"""Killed from outside while large files are on their way: no live file is ever half of anything."""

import os
import subprocess
import sys
import time

import pytest
from folders import tree

SIZE = 3_000_000
NAMES = [f"assets/{n:02d}.bin" for n in range(10)]

PROGRAM = f"""
import sys, time
from pathlib import Path
from showcase.model.artefact import Artefact
from showcase.publish.plan import Plan
from showcase.publish.sync import sync

data = sys.argv[2].encode() * {SIZE}
film = Path(sys.argv[3])
film.write_bytes(data)
files = [Artefact(name, film if n % 2 else data) for n, name in enumerate({NAMES!r})]
print("go", flush=True)
began = time.monotonic()
sync(Path(sys.argv[1]), Plan([files]))
print(time.monotonic() - began, flush=True)
"""


def start(site, letter):
    """Return a child that begins to sync files full of `letter`."""
    command = [sys.executable, "-c", PROGRAM, str(site), letter, str(site.parent / "film")]
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"go\n"
    return child


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_every_live_file_is_whole_after_each_of_ten_kills(site):
    with start(site, "a") as child:
        took = float(child.stdout.readline())
    letters = "bcdefghijk"
    for moment, letter in enumerate(letters):
        with start(site, letter) as child:
            time.sleep(took * (moment + 1) / 12)
            child.kill()
        files = tree(site)
        assert list(files) == NAMES
        for name, data in files.items():
            assert data == data[:1] * SIZE and data[:1] <= letter.encode(), name
    with start(site, "z") as child:
        assert child.wait() == 0
    assert tree(site) == dict.fromkeys(NAMES, b"z" * SIZE)
