"""What was taken down, and the mark that names one line of a list without its name.

An official list keeps no addresses of its own lines, and a line's number changes when another line
goes. So a person is taken out of one by a mark: `lists/2024-provincial-henan#3f9a0c1d2b4e`, twelve
hexadecimal digits of the SHA-256 of the list's address, the name and the unit. The address goes in,
so that marks of one person on two lists cannot be joined; the name itself is kept nowhere.
A candidate of a 公示 is taken out by the same kind of mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from showcase.model.campaign import Withdrawal
from showcase.model.library import Library
from showcase.model.records import Record, Star

_DIGITS = 12


def line_mark(address: str, name: str, unit: str) -> str:
    """Return the take-down address of one line of the list or 公示 at `address`.

    Spaces inside the name and the unit do not count: lists set two-character names apart (李 明).
    """
    words = "\n".join([address, "".join(name.split()), "".join(unit.split())])
    return f"{address}#{sha256(words.encode()).hexdigest()[:_DIGITS]}"


@dataclass(frozen=True)
class Takedowns:
    """All take-downs of a library. They hold whatever their day: a refusal is not waited out."""

    addresses: frozenset[str]
    people: frozenset[tuple[str, str]]

    def takes(self, address: object) -> bool:
        """Whether the thing at `address` was taken down."""
        return str(address) in self.addresses

    def takes_line(self, address: str, name: str, unit: str, record: str = "") -> bool:
        """Whether a line of the list at `address` was: by mark, by its record, or as a known person."""
        if record in self.addresses or (name, unit) in self.people:
            return True
        return line_mark(address, name, unit) in self.addresses


def takedowns_of(library: Library) -> Takedowns:
    """Gather take-downs; a withdrawn record still in the tree tells whose name to look for in lists."""
    addresses = frozenset(withdrawal.address for withdrawal in library.withdrawals)
    records: tuple[Record, ...] = (*library.stars, *library.projects)
    gone = [record for record in records if str(record.address) in addresses]
    people = {
        (record.name, unit)
        for record in gone
        for unit in ((record.unit,) if isinstance(record, Star) else record.hosts)
    }
    return Takedowns(addresses, frozenset(people))


def notices(library: Library) -> tuple[Withdrawal, ...]:
    """Return one take-down for each page that gets a neutral notice: lines of lists have no page."""
    pages = {w.address: w for w in reversed(library.withdrawals) if "#" not in w.address}
    return tuple(pages[address] for address in sorted(pages))
