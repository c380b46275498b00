"""Long lists in pages of 48, with plain links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from showcase.content.wording import ui
from showcase.pages.view import View

T = TypeVar("T")

PAGE_SIZE = 48


class Sheet(NamedTuple, Generic[T]):
    """One page of a list: its address, its number from 1, how many pages there are, what stands on it."""

    address: str
    number: int
    total: int
    items: Sequence[T]


class Step(NamedTuple):
    """One place of the pager. Without `href` it is this page (`here`) or a gap."""

    words: str
    href: str = ""
    label: str = ""
    here: bool = False


def page_address(address: str, number: int) -> str:
    """Return stars/2024/page-2; the first page has the list's own address."""
    return address if number == 1 else f"{address.rstrip('/')}/page-{number}"


def sheets(address: str, items: Sequence[T]) -> Iterator[Sheet[T]]:
    """Yield the pages of the list at `address`; an empty list has one, empty, page."""
    count = max(1, -(-len(items) // PAGE_SIZE))
    for number in range(1, count + 1):
        yield Sheet(
            page_address(address, number), number, count, items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        )


def pager(view: View, address: str, number: int, count: int) -> list[Step]:
    """Return first, last and neighbouring pages, then the next one; nothing for a single page."""
    if count == 1:
        return []
    steps: list[Step] = []
    shown = sorted({1, 2, count, number - 1, number, number + 1} & set(range(1, count + 1)))
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            steps.append(Step("…"))
        steps.append(_step(view, address, page, page == number))
    if number < count:
        steps.append(Step(ui.site.next_page, view.href(page_address(address, number + 1))))
    return steps


def _step(view: View, address: str, page: int, here: bool) -> Step:
    if here:
        return Step(str(page), here=True)
    return Step(str(page), view.href(page_address(address, page)), ui.site.page.format(n=page))
