"""All rules. A new rule file is imported here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from showcase.rules import (  # noqa: F401 - importing a file registers its rules
    announcement,
    circumstance,
    consent,
    date,
    decision,
    eligibility,
    event,
    film,
    film_sound,
    learners,
    length,
    moved,
    notice,
    notice_words,
    page,
    photo,
    photo_pixels,
    private,
    project,
    quota,
    reference,
    results,
    schedule,
    sensitive,
    text,
    unused,
    waiver,
    week,
    withdrawal,
)
from showcase.rules.registry import Rule, registered

RULES: tuple[Rule, ...] = registered()
"""Every rule, by id."""


_BY_KIND: Mapping[type, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if kind in rule.subjects)
    for kind in dict.fromkeys(kind for rule in RULES for kind in rule.subjects)
}


def rules_on(kind: type) -> tuple[Rule, ...]:
    """Return the rules that judge values of `kind`, by id."""
    return _BY_KIND.get(kind, ())
