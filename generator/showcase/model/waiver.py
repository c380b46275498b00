"""例外: a finding that the office looked at and let stand, with its reason."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from showcase.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """What `rule` finds in the record at `record` weighs as a note from now on, with `reason` printed.

    `by` is the office that decided (never a person), `date` the day on which it did.
    """

    rule: str
    record: str
    reason: str
    date: datetime.date
    by: str = ""
    source: Source = field(default=NOWHERE, compare=False, repr=False)
