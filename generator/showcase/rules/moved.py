"""Rules on changes of address: an old one leads on, in no circle, and is used by nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Announcement, Event, OfficialList
from showcase.model.forwarding import MovedAddress, destinations
from showcase.model.library import Library
from showcase.model.problem import Severity
from showcase.model.records import Record
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

Other = ActivityWeek | Event | Announcement | OfficialList


def _held(library: Library) -> set[str]:
    """Return every address at which a file lies."""
    both: tuple[Record, ...] = (*library.stars, *library.projects)
    records = {str(record.address) for record in both}
    others: tuple[Other, ...] = (*library.weeks, *library.events, *library.announcements, *library.lists)
    return records | {other.address for other in others}


def _finding(moved: MovedAddress, path: str, message: str, fix: str) -> Finding:
    return Finding(path=path, message=message, fix=fix, source=moved.source)


@rule(
    "moved-nowhere",
    Library,
    severity=Severity.ERROR,
    manual="moved.yml 的 to 要有资料，或者是撤下了的地址；几次换地址的，最后一个要有。",
    broken="to: stars/2024/henan/999，没有这份资料",
    good="to: stars/2024/henan/012",
)
def moved_nowhere(library: Library, _facts: Facts) -> Iterator[Finding]:
    """Find old addresses that lead to nothing, or round in a circle."""
    ends, held = destinations(library.moved), _held(library)
    known = held | {withdrawal.address for withdrawal in library.withdrawals}
    for moved in library.moved:
        end = ends.get(moved.before, "")
        if not end:
            yield _finding(moved, "after", f"{moved.before} 转来转去又回到自己", "删去其中一条")
        elif end not in known:
            yield _finding(
                moved, "after", f"{end} 没有资料", "改成现在的地址；资料已经撤下的，运行 showcase withdraw"
            )


@rule(
    "moved-used-again",
    Library,
    severity=Severity.ERROR,
    manual="换过的旧地址不再给别的资料用，在 moved.yml 里也只写一次：转发出去的旧网址会指到别人。",
    broken="from: stars/2024/henan/012，content/stars/2024/henan/012.md 又有了",
    good="新的资料用没有用过的序号",
)
def moved_used_again(library: Library, _facts: Facts) -> Iterator[Finding]:
    """Find old addresses that something lies at again, and those that are written twice."""
    held, seen = _held(library), set[str]()
    for moved in library.moved:
        if moved.before in held:
            yield _finding(
                moved, "before", f"旧地址 {moved.before} 又有了资料", "给那份资料换一个没有用过的序号"
            )
        elif moved.before in seen:
            yield _finding(moved, "before", f"{moved.before} 写了两次", "留下对的一条")
        seen.add(moved.before)
