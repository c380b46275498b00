"""Rules on take-downs: a take-down that takes nothing down is the gravest mistake of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from showcase.model.address import parse_record_address
from showcase.model.campaign import ActivityWeek, Announcement, Event, OfficialList, Withdrawal
from showcase.model.library import Library
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

Held = Star | Project | ActivityWeek | Event | Announcement | OfficialList

_OTHERS = re.compile(
    r"weeks/\d{4}/[a-z]+(?:\.[a-z]+)?|events/\d{4}/[a-z0-9-]+|(?:announcements|lists)/[a-z0-9-]+(?:#[0-9a-f]{12})?"
)


def is_address(text: str) -> bool:
    """Whether `text` can be the address of something that is taken down, a line's mark included."""
    return bool(parse_record_address(text) or _OTHERS.fullmatch(text))


@rule(
    "withdrawal-address",
    Withdrawal,
    severity=Severity.ERROR,
    manual="withdrawn.yml 的 address 写网站上的地址，不写姓名：stars/2024/henan/012、weeks/2024/henan、"
    "lists/2024-provincial-henan#（十二位标记，算法见编辑手册“撤下”）。",
    broken="address: stars/2024/henan/012-shen",
    good="address: stars/2024/henan/012",
)
def withdrawal_address(withdrawal: Withdrawal, _facts: Facts) -> Iterator[Finding]:
    """Find take-downs of something that cannot be an address, a file name with its hint above all."""
    if not is_address(withdrawal.address):
        yield Finding(
            path="address",
            message=f"“{withdrawal.address}”不是网站上的地址，什么也没有撤下",
            fix="写 stars/2024/henan/012 这样的地址，不带文件名里的提示，不写姓名",
        )


@rule(
    "withdrawal-duplicate",
    Library,
    severity=Severity.WARNING,
    manual="一个地址在 withdrawn.yml 里只写一次。",
    broken="两条 address: stars/2024/henan/012",
    good="一条 address: stars/2024/henan/012",
)
def withdrawal_duplicate(library: Library, _facts: Facts) -> Iterator[Finding]:
    """Find addresses that were taken down twice; the second is pointed at."""
    seen: Counter[str] = Counter()
    for withdrawal in library.withdrawals:
        seen[withdrawal.address] += 1
        if seen[withdrawal.address] == 2:
            yield Finding(
                path="address",
                message=f"{withdrawal.address} 写了两次",
                fix="删去后一条",
                source=withdrawal.source,
            )


@rule(
    "withdrawal-in-tree",
    Library,
    severity=Severity.WARNING,
    manual="撤下的人物、项目、活动，文件和照片也要从 content/、media/ 删去；网站已经不展示，仓库里还看得到。",
    broken="withdrawn.yml 有 stars/2024/henan/012，content/stars/2024/henan/012-shen.md 还在",
    good="withdrawn.yml 有 stars/2024/henan/012，文件已删去",
)
def withdrawal_in_tree(library: Library, facts: Facts) -> Iterator[Finding]:
    """Find records, weeks, events, announcements and lists that were taken down and still lie here."""
    held: tuple[Held, ...] = (
        *library.stars,
        *library.projects,
        *library.weeks,
        *library.events,
        *library.announcements,
        *library.lists,
    )
    for thing in held:
        if str(thing.address) in facts.withdrawn:
            yield Finding(
                path="",
                message=f"{thing.address} 已撤下，文件还在",
                fix=f"运行 showcase withdraw {thing.address}；推送过的历史另行清除",
                source=thing.source,
            )


@rule(
    "withdrawal-media-in-tree",
    Withdrawal,
    severity=Severity.WARNING,
    manual="撤下以后，media/ 里同一地址的文件夹也要删去。showcase withdraw 会一次做完。",
    broken="withdrawn.yml 有 stars/2024/henan/012，media/stars/2024/henan/012/ 还在",
    good="withdrawn.yml 有 stars/2024/henan/012，media/stars/2024/henan/012/ 已删去",
)
def withdrawal_media_in_tree(withdrawal: Withdrawal, facts: Facts) -> Iterator[Finding]:
    """Find media of what was taken down."""
    folder = f"{withdrawal.address}/"
    left = sum(key.startswith(folder) for key in facts.media_keys or ())
    if left:
        yield Finding(
            path="address",
            message=f"{withdrawal.address} 已撤下，media/{folder} 里还有 {left} 个文件",
            fix=f"运行 showcase withdraw {withdrawal.address}，或者删去这个文件夹",
        )
