"""What the records of a site want to be kept: their masters, and the keys of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.content.layout import Layout
from showcase.media.storing.masters import Master, find_masters
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.jobs import job_of
from showcase.model.library import Library
from showcase.model.presets import Presets
from showcase.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Holdings:
    """`masters` in the records' order, each path once; `problems` name those that cannot be told.

    `named` are the keys of all files that records name, whether they are there or not.
    """

    named: frozenset[str]
    masters: tuple[Master, ...]
    keys: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def sums(self) -> frozenset[str]:
        """The sha256 of every master."""
        return frozenset(master.sha256 for master in self.masters)

    def of(self, addresses: Sequence[str]) -> tuple[Master, ...]:
        """Return the masters of the records at `addresses`; all when there are none."""
        if not addresses:
            return self.masters
        begins = tuple(f"{address.strip('/')}/" for address in addresses)
        return tuple(master for master in self.masters if master.wanted.key.startswith(begins))


def holdings_of(layout: Layout, library: Library, presets: Presets) -> Holdings:
    """Return what the records want, whether the public sees it or not."""
    wanted = wanted_media(library)
    masters, problems = find_masters(layout, wanted)
    keys = frozenset(job_of(master, presets).key for master in masters)
    once = {master.path: master for master in masters}
    named = frozenset(each.key for each in wanted)
    return Holdings(named, tuple(once.values()), keys, tuple(problems))
