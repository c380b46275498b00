"""A page or style sheet that somebody wrote by hand below content/pages, as text."""

from __future__ import annotations

from dataclasses import dataclass, field

from showcase.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A text file that MkDocs puts on the site. `path` lies below content/pages ("about.md").

    `lines` are as written, front matter included; line n stands at the place "lines[n-1]".
    """

    path: str
    lines: tuple[str, ...]
    source: Source = field(default=NOWHERE, compare=False, repr=False)
