"""Files of a store elsewhere, by name below its folder. Whatever fails is StoreTrouble."""

from __future__ import annotations

import hashlib
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from showcase.media.sharing.remote_address import Address
from showcase.media.sharing.remote_clients import Client, client_of
from showcase.media.sharing.remote_trouble import plainly

OnBytes = Callable[[int], None]
DRAFT = ".part-"
"""Stands in the names of uploads that are not through; who finds one old may delete it."""
_CHUNK = 4 << 20
_WHOLE_OR_NOTHING = ("s3",)
"""Where a file appears only when all of it has arrived."""


class RemoteFiles:
    """The files below one address. Safe to use from several threads."""

    def __init__(self, address: Address) -> None:
        self.shown = address.shown
        self._address = address
        self._lock = threading.Lock()

    @cached_property
    def _opened(self) -> Client:
        return client_of(self._address)

    @property
    def _client(self) -> Client:
        """The client; opened when it is first needed, so that who needs nothing needs no network."""
        with self._lock:
            return self._opened

    def size(self, name: str) -> int | None:
        """Return the size of a file, or None when it is not there."""
        with plainly(self.shown), suppress(FileNotFoundError):
            return int(self._client.info(self._path(name))["size"])
        return None

    def read(self, name: str) -> bytes | None:
        """Return a small file's bytes, or None when it is not there."""
        with plainly(self.shown), suppress(FileNotFoundError):
            return bytes(self._client.cat_file(self._path(name)))
        return None

    def sha256(self, name: str) -> str:
        """Return the sha256 of a file's bytes, all of them read; "" when it is not there."""
        digest = hashlib.sha256()
        with plainly(self.shown), suppress(FileNotFoundError), self._client.open(self._path(name)) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
            return digest.hexdigest()
        return ""

    def get(self, name: str, to: Path, on_bytes: OnBytes | None = None) -> bool:
        """Copy a file to `to`; False when it is not there. `on_bytes` is told how many bytes came."""
        with plainly(self.shown), suppress(FileNotFoundError):
            self._client.get_file(self._path(name), str(to), callback=_callback(on_bytes))
            return True
        return False

    def put(self, file: Path, name: str, on_bytes: OnBytes | None = None) -> None:
        """Bring a file there. It appears under its name only when all of it has arrived."""
        path = self._path(name)
        with plainly(self.shown):
            if self._address.scheme in _WHOLE_OR_NOTHING:
                self._client.put_file(str(file), path, callback=_callback(on_bytes))
            else:
                self._put_aside(file, path, on_bytes)

    def _put_aside(self, file: Path, path: str, on_bytes: OnBytes | None) -> None:
        self._client.makedirs(path.rpartition("/")[0], exist_ok=True)
        draft = f"{path}{DRAFT}{uuid.uuid4().hex[:12]}"
        try:
            self._client.put_file(str(file), draft, callback=_callback(on_bytes))
            self._rename(draft, path)
        except BaseException:
            with suppress(Exception):
                self._client.rm_file(draft)
            raise

    def _rename(self, draft: str, path: str) -> None:
        if self._address.scheme.startswith("webdav"):
            self._client.client.move(draft, path, overwrite=True)  # its mv copies, and never replaces
        else:
            self._client.mv(draft, path)

    def remove(self, name: str) -> None:
        """Delete a file; it may be gone already."""
        with plainly(self.shown), suppress(FileNotFoundError):
            self._client.rm_file(self._path(name))

    def names(self, folder: str) -> Iterator[tuple[str, int]]:
        """Yield the name and size of every file of the folders below `folder`, in order."""
        for each in self._listed(folder):
            below = f"{folder}/{str(each['name']).rstrip('/').rpartition('/')[2]}"
            for file in self._listed(below):
                if file["type"] == "file":
                    yield f"{below}/{str(file['name']).rpartition('/')[2]}", int(file["size"])

    def _listed(self, folder: str) -> list[dict[str, Any]]:
        with plainly(self.shown), suppress(FileNotFoundError, NotADirectoryError):
            found = self._client.ls(self._path(folder), detail=True)
            return sorted(found, key=lambda each: str(each["name"]))
        return []

    def _path(self, name: str) -> str:
        return f"{self._address.folder}/{name}"


def _callback(on_bytes: OnBytes | None) -> Any:  # noqa: ANN401 - fsspec's, which publishes no types
    from fsspec.callbacks import Callback  # noqa: PLC0415 - an extra

    return Callback(hooks={"ours": lambda _size, value, **_: on_bytes(value)} if on_bytes else {})
