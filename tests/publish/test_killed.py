"""A sync killed with SIGKILL at any moment leaves whole files, and the next one finishes its work.

The child counts what it asks of the disk (Python's audit events) and kills itself at a chosen one, so
the ten moments are the same on every machine and reach every phase: take-downs, staging, commit, sweep.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from folders import tree

COUNT = 400
SHIFT = 60

PROGRAM = f"""
import os, signal, sys
from pathlib import Path
from showcase.model.artefact import Artefact
from showcase.publish.plan import Plan
from showcase.publish.sync import sync

site, version, moment = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
film = site.parent.parent / "film.mp4"
asked = 0

def count(event, _):
    global asked, moment
    asked += event in ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.scandir")
    if asked == moment:
        moment = -1  # killing is an event too
        os.kill(os.getpid(), signal.SIGKILL)

def pages(first):
    for n in range(first, first + {COUNT}):
        yield Artefact(f"stars/{{n % 30}}/{{n}}/index.html", f"{{version}} {{n}} ".encode() * 900)
    yield Artefact(f"media/ab/{{version}}.mp4", film)
    yield Artefact("assets/x.mp4", film)

first = {SHIFT} if version == "new" else 0
person = [f"stars/{{n}}/{{n}}/index.html" for n in range(10)]
sys.addaudithook(count)
sync(site, Plan([pages(first)], gone=lambda live: person if first else ()))
print(asked)
"""


def run(site, version, moment=-1):
    """Sync `version` into `site`, killed at the given moment; return the exit code and what was printed."""
    command = [sys.executable, "-c", PROGRAM, str(site), version, str(moment)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode().strip()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Return the parent folder, the old tree, the new tree, and how much the new one asks of the disk."""
    top = tmp_path_factory.mktemp("killed")
    (top / "film.mp4").write_bytes(os.urandom(3_000_000))
    site = top / "good" / "site"
    assert run(site, "old")[0] == 0
    old = tree(site)
    code, asked = run(site, "new")
    assert code == 0
    return top, old, tree(site), int(asked)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("tenth", range(10))
def test_a_killed_sync_leaves_whole_files_and_the_next_one_repairs(undisturbed, tenth):
    top, old, new, asked = undisturbed
    site = top / str(tenth) / "site"
    assert run(site, "old")[0] == 0
    assert run(site, "new", asked * (2 * tenth + 1) // 20) == (-signal.SIGKILL, "")
    for path, data in tree(site).items():
        assert data in (old.get(path), new.get(path)), path
    assert run(site, "new")[0] == 0
    assert tree(site.parent) == tree(Path(top / "good"))
