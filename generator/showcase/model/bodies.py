"""推荐单位: the bodies that recommend people and projects."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """推荐单位: a recommending body, its class (quotas count by it) and other names it goes by."""

    name: str
    body_class: str
    region: str = ""
    aliases: tuple[str, ...] = ()
