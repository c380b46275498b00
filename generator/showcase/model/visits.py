"""Which events are visits."""

from __future__ import annotations

from showcase.model.terms import EventKind

VISIT_KINDS = frozenset(
    (
        EventKind.SCHOOL_VISIT,
        EventKind.COMMUNITY_VISIT,
        EventKind.WORKPLACE_VISIT,
        EventKind.VILLAGE_VISIT,
        EventKind.TALK,
        EventKind.TOUR,
        EventKind.TOUR_STOP,
    )
)
"""Where people who were approved are shown or sent, and what others can ask for as well."""
