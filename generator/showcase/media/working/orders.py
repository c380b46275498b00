"""What our process and its workers say to each other. Light on purpose: both sides import it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from showcase.media.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Order:
    """Call `work` ("package.module:function") with `arguments`; a watched one gets a Watch behind them."""

    work: str
    arguments: tuple[Any, ...]
    is_watched: bool


@dataclass(frozen=True, slots=True)
class Share:
    """The job goes on, and so much of it is done."""

    share: float


@dataclass(frozen=True, slots=True)
class Done:
    """The job is done; what it returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Broke:
    """A Breakdown: the machine failed, not the master."""

    message: str


@dataclass(frozen=True, slots=True)
class Unread:
    """An OSError: a disk that is full, a file that is gone."""

    number: int
    message: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the program, with its traceback for whoever looks into it."""

    name: str
    trace: str


Said = Share | Done | Broke | Unread | Fault | Refusal
