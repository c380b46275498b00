"""What a run writes: all of it or nothing, and nothing that stands there already."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from showcase.intake.packets import Packet
from showcase.intake.private_folder import SenderFolder, safe_name
from showcase.media.storing.changes import Changes
from showcase.media.storing.memory import draft_of


@dataclass(slots=True)
class Plan:
    """Files to write (by path), large ones to copy (to, from), and files of ours that go."""

    written: dict[Path, bytes] = field(default_factory=dict)
    copied: dict[Path, Path] = field(default_factory=dict)
    removed: list[Path] = field(default_factory=list)

    def add(self, other: Plan) -> None:
        """Take in another plan."""
        self.written |= other.written
        self.copied |= other.copied
        self.removed += other.removed

    def carry_out(self, private: Path) -> int:
        """Do all of it and return how many files changed. `private` is readable by its owner only.

        Raises OSError when a file cannot be written; what was written before is undone then.
        """
        changed = {path: data for path, data in self.written.items() if _read(path) != data}
        if changed or self.copied or self.removed:
            private.mkdir(mode=0o700, parents=True, exist_ok=True)
        made: list[Path] = []
        try:
            for path, source in self.copied.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, draft_of(path))
                made.append(path)
            Changes(changed, tuple(path for path in self.removed if path.is_file())).carry_out()
            for path in made:
                draft_of(path).replace(path)
        finally:
            for path in made:
                draft_of(path).unlink(missing_ok=True)
        return len(changed) + len(made) + len(self.removed)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def originals_of(folder: SenderFolder, packets: Iterable[Packet]) -> tuple[dict[Path, Path], dict[str, str]]:
    """Return the originals that are new, to be copied, and where every one lies by its sha256."""
    files = folder.files()
    copied: dict[Path, Path] = {}
    taken = set(files.values())
    for packet in packets:
        for file in packet.files:
            if file.sha256 in files:
                continue
            name = f"{safe_name(Path(packet.name).stem)}/{safe_name(file.name)}"
            name = name if name not in taken else f"{file.sha256[:8]}/{name}"
            taken.add(name)
            files[file.sha256] = name
            copied[folder.original(name)] = file.path
    return copied, files
