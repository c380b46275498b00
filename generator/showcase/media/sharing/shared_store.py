"""The folder of derivatives, shared with other machines: fetched before it is made, pushed when it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from showcase.media.sharing.remote import Remote
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.memory import Memory
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made

_AT_ONCE = 6
Tell = Callable[[int, int], None]
"""Is told how many were moved and how many there are."""


class SharedStore(Store):
    """A Store whose finished derivatives go to `remote` at once.

    What could not be sent is kept here and sent by the next run; `trouble` is the reason.
    """

    def __init__(self, folder: Path, remote: Remote, memory: Memory, *, trusts_memory: bool = True) -> None:
        super().__init__(folder)
        self.remote = remote
        self.trouble: StoreTrouble | None = None
        self._memory = memory
        self._trusts_memory = trusts_memory
        self._lock = threading.Lock()

    def finish(self, key: str, made: Made) -> None:
        """Mark `key` complete here and send it."""
        super().finish(key, made)
        self._send(key, anew=True)

    def fetch(self, keys: Sequence[str], tell: Tell) -> dict[str, Made]:
        """Bring what the store has of `keys`; raises StoreTrouble when it cannot be asked."""
        found: dict[str, Made] = {}
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for number, (key, made) in enumerate(zip(keys, pool.map(self._fetch, keys), strict=True), 1):
                if made:
                    found[key] = made
                tell(number, len(keys))
        return found

    def send(self, keys: Iterable[str], tell: Tell, *, again: bool = False) -> None:
        """Send what is complete here and not there; `again`: all of it."""
        left = [key for key in keys if not self._is_known(key)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for number, _ in enumerate(pool.map(lambda key: self._send(key, anew=again), left), 1):
                if self.trouble:
                    break
                tell(number, len(left))

    def save(self) -> None:
        """Keep for the next run what is known to be there."""
        self._memory.save()

    def _is_known(self, key: str) -> bool:
        return self._trusts_memory and self._memory.get(key) == self.remote.shown

    def _fetch(self, key: str) -> Made | None:
        made = self.remote.fetch_made(key, self)
        if made:
            self._memory.put(key, self.remote.shown)
        return made

    def _send(self, key: str, *, anew: bool = False) -> None:
        """Send one; after the first trouble nothing more is tried."""
        if self.trouble:
            return
        try:
            if anew or not self.remote.has_made(key):
                self.remote.push_made(key, self)
            self._memory.put(key, self.remote.shown)
        except StoreTrouble as trouble:
            with self._lock:
                self.trouble = self.trouble or trouble
