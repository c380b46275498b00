"""Real sites for tests: the demo copied, built by the real command, served on loopback."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"
"""The demo's usual day: inside its open 公示."""


def showcase(*arguments, root, timeout=300, env=None):
    """Run the real command in its own process and return the finished process (text, utf-8)."""
    command = [sys.executable, "-m", "showcase", *map(str, arguments), "--root", str(root)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False, env=env
    )


def build(root, *arguments, today=TODAY):
    """Build the site of `root`; fail with what it printed unless it ends well."""
    done = showcase("build", "--today", today, *arguments, root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@contextlib.contextmanager
def one_at_a_time(name):
    """Let one test process through at a time (pytest-xdist starts several)."""
    import fcntl

    place = ROOT / ".cache"
    place.mkdir(exist_ok=True)
    with (place / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def copy_demo(root, derivatives):
    """Copy the demo to `root`; files of media are hard links (a test replaces them, never writes into them)."""
    root.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(
        ROOT / "media", root / "media", copy_function=_link, ignore=lambda _, names: {"derivatives"} & {*names}
    )
    shutil.copytree(derivatives, root / "media" / "derivatives", copy_function=_link)
    (root / ".cache").mkdir()
    for drawn in ("cards", "fonts"):
        with contextlib.suppress(OSError, shutil.Error):  # what is not there is drawn by the build
            shutil.copytree(ROOT / ".cache" / drawn, root / ".cache" / drawn, copy_function=_link)
    for known in (ROOT / ".cache").glob("*-[fh]a*.json"):  # what the masters say is asked once (facts, hashes)
        shutil.copy2(known, root / ".cache" / known.name)
    return root


def _link(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Keep the test's output clean."""


class _Compressed(_Quiet):
    """Sends the siblings that `precompress` writes, as nginx does with brotli_static."""

    protocol_version = "HTTP/1.1"

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        sibling = path.with_name(path.name + ".br")
        if not sibling.exists() or "br" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(sibling.stat().st_size))
        self.end_headers()
        return sibling.open("rb")


@contextlib.contextmanager
def served(folder, below="", compressed=False):
    """Serve `folder` on loopback below the sub-path `below` ("a/b"); yield the address of its home.

    `compressed` sends the .br siblings of a site built with `precompress: true`.
    """
    parent = folder
    if below:
        parent = folder.parent / f"served-{below.replace('/', '-')}"
        (parent / below).parent.mkdir(parents=True, exist_ok=True)
        if not (parent / below).exists():
            (parent / below).symlink_to(folder, target_is_directory=True)
    handler = functools.partial(_Compressed if compressed else _Quiet, directory=str(parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{below}{'/' if below else ''}"
    finally:
        server.shutdown()
        server.server_close()


CHROMIUM = "/usr/bin/chromium"
NPM = ROOT / "tests/npm/node_modules"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
