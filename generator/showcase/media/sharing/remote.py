"""A store elsewhere, shared by machines: object storage, SFTP, WebDAV or a folder on a network drive.

    derivatives/<2 hex>/<key>-<what>.<ext>, <key>.json      as in media/derivatives; the json comes last
    masters/<2 hex>/<sha256>                                masters by their bytes

Nothing that comes from there is trusted: derivatives are held against the sizes and sums in their json,
masters against their sha256. What does not fit counts as absent and is replaced by the next push.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from showcase.media.sharing.remote_address import BadAddress, address_of
from showcase.media.sharing.remote_files import OnBytes, RemoteFiles
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.memory import draft_of, write_atomically
from showcase.media.storing.places import read_sidecar
from showcase.media.storing.store import Store
from showcase.media.storing.sums import sha256_of
from showcase.media.terms.made import Made, renditions_of
from showcase.model.media import Rendition

DERIVATIVES, MASTERS = "derivatives", "masters"
_AT_ONCE = 6


def open_remote(url: str) -> Remote:
    """Return the store at `url`, not connected yet; StoreTrouble when `url` names none."""
    try:
        address = address_of(url)
    except BadAddress as error:
        raise StoreTrouble(str(error)) from None
    return Remote(RemoteFiles(address))


class Remote:
    """Fetches and pushes derivatives and masters. Safe to use from several threads.

    Every method raises StoreTrouble when the store cannot be used.
    """

    def __init__(self, files: RemoteFiles) -> None:
        self.files = files
        self._damaged: set[str] = set()

    @property
    def shown(self) -> str:
        """The store's place as it may be printed."""
        return self.files.shown

    def has_made(self, key: str) -> bool:
        """Whether a derivative is there, as far as its json says."""
        return key not in self._damaged and self.files.size(derivative_name(key, ".json")) is not None

    def has_master(self, sha256: str, size_bytes: int) -> bool:
        """Whether a master of this size is there under its name."""
        return self.files.size(master_name(sha256)) == size_bytes

    def made(self, key: str) -> Made | None:
        """Return what the json of a derivative says, without its files; None when there is none."""
        data = self.files.read(derivative_name(key, ".json"))
        return read_sidecar(key, data)[0] if data else None

    def fetch_made(self, key: str, store: Store) -> Made | None:
        """Bring a derivative into `store`; None when it is not there, or not as its json says."""
        data = self.files.read(derivative_name(key, ".json"))
        if data is None:
            return None
        made, sums = read_sidecar(key, data)
        if made is None or not all(self._fetch(key, r, sums, store) for r in _files(made)):
            self._damaged.add(key)
            return None
        write_atomically(store.sidecar(key), data)
        return made

    def push_made(self, key: str, store: Store) -> None:
        """Bring a finished derivative of `store` there, its json last."""
        made = store.read(key)
        if made is None:
            raise ValueError(f"{key} is not finished")
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda r: self._push(store.on_disk(r)), _files(made)))
        self._push(store.sidecar(key))
        self._damaged.discard(key)

    def fetch_master(self, sha256: str, to_path: Path, on_bytes: OnBytes | None = None) -> bool:
        """Bring a master to `to_path`; False when it is not there, or other bytes than its name says."""
        return self._arrive(master_name(sha256), to_path, sha256, on_bytes=on_bytes)

    def push_master(
        self, path: Path, sha256: str, on_bytes: OnBytes | None = None, *, again: bool = False
    ) -> None:
        """Bring a master there and ask for its size; what is there at its size is kept, unless `again`."""
        size = path.stat().st_size
        if again or not self.has_master(sha256, size):
            self.files.put(path, master_name(sha256), on_bytes)
        if not self.has_master(sha256, size):
            raise StoreTrouble(f"存储 {self.shown} 没有收全 {path.name}，稍后再试")

    def _push(self, file: Path) -> None:
        self.files.put(file, f"{DERIVATIVES}/{file.parent.name}/{file.name}")

    def _fetch(self, key: str, rendition: Rendition, sums: dict[str, str], store: Store) -> bool:
        file = store.on_disk(rendition)
        name = derivative_name(key, file.name.removeprefix(key))
        return self._arrive(name, file, sums.get(file.name, ""), rendition.size_bytes)

    def _arrive(
        self, name: str, to: Path, sha256: str, size: int | None = None, on_bytes: OnBytes | None = None
    ) -> bool:
        """Copy a file and put it in its place when it is what was promised."""
        to.parent.mkdir(parents=True, exist_ok=True)
        draft = draft_of(to)
        try:
            if not self.files.get(name, draft, on_bytes) or not is_as_promised(draft, sha256, size):
                return False
            draft.replace(to)
        finally:
            draft.unlink(missing_ok=True)
        return True


def derivative_name(key: str, rest: str) -> str:
    """Return the name of a file of a derivative below the store's folder."""
    return f"{DERIVATIVES}/{key[:2]}/{key}{rest}"


def master_name(sha256: str) -> str:
    """Return the name of a master below the store's folder."""
    return f"{MASTERS}/{sha256[:2]}/{sha256}"


def is_as_promised(file: Path, sha256: str, size: int | None) -> bool:
    """Whether a file has this size (None: any) and this sha256 ("": any)."""
    if size is not None and file.stat().st_size != size:
        return False
    return not sha256 or sha256_of(file) == sha256


def _files(made: Made) -> Iterable[Rendition]:
    return {each.path: each for each in renditions_of(made.product)}.values()
