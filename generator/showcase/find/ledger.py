"""Where the last index is kept, in .cache/find/, to make the next one from. Safe to delete.

One file: the length of a head (8 bytes), the head in JSON, arrays one after another. It holds what the index
says of public documents; whoever takes one down deletes it (`forget`).
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from io import BufferedRandom
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from showcase.find.made import DIGEST, Made
from showcase.find.memory import Kept
from showcase.find.naming import Named
from showcase.find.shards import as_json
from showcase.find.standing import Standing
from showcase.find.streams import Cells

_FILE = "index.bin"
_ALIGNED = 64
Arrays = Mapping[str, NDArray[np.generic]]


def load(folder: Path, key: str) -> Kept | None:
    """Return the index kept in `folder` if it can be read and was made by the recipe `key`, else None."""
    problems = contextlib.suppress(OSError, ValueError, KeyError, TypeError, IndexError)
    with problems, (folder / _FILE).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        head = json.loads(file.read(min(int.from_bytes(file.read(8), "little"), size)))
        if head["key"] == key and head["bytes"] == size:
            return _kept(np.fromfile(file, np.uint8, head["arrays"]), file.read(), head)
    return None


def save(folder: Path, key: str, kept: Kept) -> None:
    """Keep an index in `folder` in place of the one before; if that fails, it is made anew next time."""
    parts = {name: np.ascontiguousarray(part) for name, part in _arrays(kept).items()}
    blobs = list(kept.made.files.values())
    shapes = {name: [part.dtype.str, list(part.shape)] for name, part in parts.items()}
    head = {"key": key, "parts": shapes, "common": kept.made.common}
    arrays = sum(_padded(part.nbytes) for part in parts.values())
    room = len(as_json(head)) + 60
    size = 8 + room + arrays + sum(map(len, blobs))
    text = as_json({**head, "arrays": arrays, "bytes": size}).ljust(room)
    with contextlib.suppress(OSError), _taken_away(folder) as file:
        file.write(room.to_bytes(8, "little") + text)
        for part in parts.values():
            file.write(part.data)
            file.write(bytes(_padded(part.nbytes) - part.nbytes))
        file.write(b"".join(blobs))
        file.truncate()


@contextlib.contextmanager
def _taken_away(folder: Path) -> Iterator[BufferedRandom]:
    """Open the file for writing, under another name until all is written: what is broken off is never read.

    The old one is written over: its pages are in memory, and new ones cost more than what is written there.
    """
    temporary = folder / f".{_FILE}.{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with contextlib.suppress(FileNotFoundError):
            (folder / _FILE).replace(temporary)
        temporary.touch()
        with temporary.open("r+b") as file:
            yield file
        temporary.replace(folder / _FILE)
    finally:
        temporary.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Delete what is kept in `folder`: it says what a record said that is to be seen no more."""
    for file in folder.glob("*"):
        file.unlink(missing_ok=True)


def _arrays(kept: Kept) -> Arrays:
    made, standing = kept.made, kept.made.standing
    facts = b"\n".join(kept.facts)
    digests = b"".join(map(made.digests.__getitem__, made.files))
    return {
        "prints": np.frombuffer(kept.prints, np.uint8),
        "numbers": kept.numbers,
        "facts": np.frombuffer(facts, np.uint8),
        "cell": standing.cells.cell,
        "sizes": standing.cells.sizes,
        "order": standing.order,
        "reach": standing.reach,
        **{f"named-{name}": getattr(standing.named, name) for name in Named.__slots__},
        "alphabet": made.alphabet,
        "digests": np.frombuffer(digests, np.uint8),
        "paths": np.frombuffer("\n".join(made.files).encode(), np.uint8),
        "lengths": np.fromiter(map(len, made.files.values()), np.int64),
    }


def _kept(arrays: NDArray[np.uint8], data: bytes, head: Mapping[str, object]) -> Kept:
    at, parts = 0, dict[str, NDArray[np.generic]]()
    shapes: Mapping[str, tuple[str, Sequence[int]]] = head["parts"]  # type: ignore[assignment]
    for name, (kind, shape) in shapes.items():
        part = np.frombuffer(arrays, np.dtype(kind), int(np.prod(shape)), at).reshape(shape)
        parts[name] = part
        at += _padded(part.nbytes)
    ends = accumulate(parts["lengths"].tolist(), initial=0)
    paths = parts["paths"].tobytes().decode().split("\n")
    digests = parts["digests"].tobytes()
    files = {path: data[a:b] for path, (a, b) in zip(paths, pairwise(ends), strict=True)}
    marks = {path: digests[n * DIGEST : (n + 1) * DIGEST] for n, path in enumerate(paths)}
    named = Named(**{name: parts[f"named-{name}"] for name in Named.__slots__})  # type: ignore[arg-type]
    cells = Cells(parts["cell"], parts["sizes"])  # type: ignore[arg-type]
    standing = Standing(cells, parts["order"], parts["reach"], named)  # type: ignore[arg-type]
    common: int = head["common"]  # type: ignore[assignment]
    made = Made(files=files, digests=marks, standing=standing, alphabet=parts["alphabet"], common=common)  # type: ignore[arg-type]
    lines = parts["facts"].tobytes().split(b"\n")
    return Kept(made, parts["prints"].tobytes(), parts["numbers"], lines)  # type: ignore[arg-type]


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
