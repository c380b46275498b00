"""What the command asks of one build, beside what mkdocs.yml says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """`today`: build as of that day (None: today in Shanghai). `preview`: show everything, watermarked.

    `removals`: publish only deletions from the last good site, even when other records have errors.
    `collection`: a region's slug or a year whose kits make a site for a stick, to be opened from a disk.
    `serving`: more builds follow at once, so keep what MkDocs wrote for them.
    """

    today: datetime.date | None = None
    preview: bool = False
    removals: bool = False
    serving: bool = False
    collection: str = ""
