"""Bring a finished site to the server that shows it: only what changed, take-downs first.

What was sent is written down beside it, in LEDGER: a path and a sha256 a line, nothing else. Only files of
that list are ever deleted, so other people's files in the same folder stay. While files travel, their lines
have no sum: a transfer that is broken off is finished by the next one.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from showcase.content.packing import write_zip
from showcase.media.sharing.remote_files import RemoteFiles
from showcase.media.storing.sums import sha256_of
from showcase.model.siblings import SIBLINGS
from showcase.publish.live import scan
from showcase.publish.plan import is_inside

LEDGER = ".showcase-sent.json"
_AT_ONCE = 4
_FIRST = ("assets/", "media/", "find/", "kits/")
"""What pages ask for goes before the pages."""

Sums = Mapping[str, str]
"""sha256 by path below the site; "" for a file that may have arrived in part."""

Tell = Callable[[int, int], None]
"""Is told how many files of how many are through."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a server needs: paths to write in their order, paths to delete."""

    write: tuple[str, ...]
    delete: tuple[str, ...]


def sums_of(site: Path) -> dict[str, str]:
    """Return the sha256 of every file of a site, compressed copies too; dot files are the webmaster's."""
    found = scan(str(site))
    return {path: sha256_of(site / path) for path in sorted(found.files | found.siblings)}


def difference(now: Sums, sent: Sums) -> Difference:
    """Return what leads from `sent` to `now`. A compressed copy is deleted before the file itself."""
    changed = [path for path, digest in now.items() if sent.get(path) != digest]
    gone = [path for path in sent if path not in now]
    return Difference(
        tuple(sorted(changed, key=lambda path: (not path.startswith(_FIRST), path == "index.html", path))),
        tuple(sorted(gone, key=lambda path: (not path.endswith(SIBLINGS), path))),
    )


def send(site: Path, files: RemoteFiles, tell: Tell) -> Difference:
    """Make the server's folder equal to `site` in what is ours. Raises StoreTrouble."""
    now, sent = sums_of(site), read_sums(files.read(LEDGER) or b"")
    needed = difference(now, sent)
    if needed.write or needed.delete:
        _note(files, {**sent, **dict.fromkeys(needed.write, "")})
        for path in needed.delete:
            files.remove(path)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            sending = pool.map(lambda path: files.put(site / path, path), needed.write)
            for number, _ in enumerate(sending, 1):
                tell(number, len(needed.write))
        _note(files, now)
    return needed


def pack(site: Path, sent: Sums, archive: Path) -> Difference:
    """Write a zip of what changed since `sent`, for one who uploads by hand: the same bytes always."""
    needed = difference(sums_of(site), sent)
    write_zip(archive, ((path, site / path) for path in needed.write))
    return needed


def read_sums(data: bytes) -> dict[str, str]:
    """Return a ledger's sums; nothing when it cannot be read: then everything is sent again.

    It lies on the server, where others may write too, and what it names may be deleted: what no site of
    ours holds (paths that lead out of the folder, dot files) is passed over.
    """
    try:
        found = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}
    sums = found.items() if isinstance(found, dict) else ()
    return {path: str(digest) for path, digest in sums if is_inside(path) and not path.startswith(".")}


def written_sums(sums: Sums) -> bytes:
    """Return a ledger as it lies in a file."""
    return (json.dumps(sums, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _note(files: RemoteFiles, sums: Sums) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger"
        ledger.write_bytes(written_sums(sums))
        files.put(ledger, LEDGER)
