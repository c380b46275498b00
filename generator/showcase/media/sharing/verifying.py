"""Look at every byte that is kept, here and in the store: flipped, missing, orphaned."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.sharing.holdings import Holdings
from showcase.media.sharing.remote import MASTERS, Remote, master_name
from showcase.media.sharing.verifying_made import fault, faults_of_made
from showcase.media.storing.fingerprints import Fingerprints
from showcase.media.storing.masters import Master
from showcase.media.storing.places import Here
from showcase.media.storing.pointers import SUFFIX
from showcase.media.storing.sums import sha256_of
from showcase.model.problem import Problem

_AGAIN = "在有原件的电脑上运行 showcase media push --again"


def verify(layout: Layout, holdings: Holdings, remote: Remote | None) -> Iterator[Problem]:
    """Yield a problem for everything that is not as it was promised. Raises StoreTrouble."""
    yield from holdings.problems
    yield from _flipped_masters(layout, holdings)
    yield from _orphaned_pointers(layout, holdings)
    yield from faults_of_made(Here(layout.media), holdings.keys, is_here=True)
    if remote:
        yield from faults_of_made(remote.files, holdings.keys, is_here=False)
        yield from _remote_masters(holdings, remote)


def _flipped_masters(layout: Layout, holdings: Holdings) -> Iterator[Problem]:
    """Compare with what was remembered of a file that has not been written since: bytes rot silently."""
    fingerprints = Fingerprints(layout)
    for master in holdings.masters:
        if not master.pointer and fingerprints.remembered(master.path) != sha256_of(master.path):
            yield fault(
                "store-flipped",
                f"media/{master.wanted.key}",
                "原件的内容变了，大小和时间却没有变：文件坏了",
                "从备份恢复；存储里有的，删去它（.pointer 留着），再运行 showcase media fetch",
            )


def _orphaned_pointers(layout: Layout, holdings: Holdings) -> Iterator[Problem]:
    for folder, folders, files in os.walk(layout.media):
        folders[:] = sorted(each for each in folders if Path(folder, each) != layout.derivatives)
        for file in sorted(files):
            name = Path(folder, file).relative_to(layout.media).as_posix()
            if name.endswith(SUFFIX) and name.removesuffix(SUFFIX) not in holdings.named:
                message, fix = "没有一件资料用到这个替身文件", "写进资料，或者删去它"
                yield fault("store-orphan", f"media/{name}", message, fix)


def _remote_masters(holdings: Holdings, remote: Remote) -> Iterator[Problem]:
    there = dict(remote.files.names(MASTERS))
    by_sum = {master.sha256: master for master in reversed(holdings.masters)}
    for sha256, master in sorted(by_sum.items(), key=lambda pair: pair[1].wanted.key):
        name = master_name(sha256)
        if name in there:
            if remote.files.sha256(name) != sha256:
                yield _at(remote, name, "store-flipped", f"{_of(master)}坏了", _AGAIN)
        elif master.pointer:
            fix = "在有原件的电脑上运行 showcase media push；都没有了，就换一个文件，删去 .pointer"
            yield _at(remote, name, "store-missing", f"{_of(master)}不在", fix)
    for name in sorted(there):
        if name.rpartition("/")[2] not in by_sum:
            fix = "核对以后用 showcase media prune --masters --yes 删去"
            yield _at(remote, name, "store-orphan", "没有一件资料用到这个原件", fix)


def _of(master: Master) -> str:
    return f"media/{master.wanted.key} 的原件"


def _at(remote: Remote, name: str, rule: str, message: str, fix: str) -> Problem:
    return fault(rule, f"{remote.shown}/{name}", message, fix)
