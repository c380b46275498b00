"""Why a master was not made into anything, in words for its editor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A master that the product does not take, and never will with this recipe. Kept like a result.

    `message` and `fix` are Chinese; it becomes a Problem where the place of its key is known.
    """

    rule: str
    message: str
    fix: str


class Refused(Exception):  # noqa: N818 - not a fault of the program: a judgement on a file
    """Carries a Refusal from where it is found to where results are kept."""

    def __init__(self, rule: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.refusal = Refusal(rule, message, fix)


class Breakdown(Exception):  # noqa: N818 - the machine failed, not the master
    """A job that failed for a reason outside its master (time limit, full disk): tried again next run."""
