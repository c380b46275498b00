"""Which honour of a record a decision is about, and whether it may go where the decision wants it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from showcase.desk.records import people_of
from showcase.model.campaign import Announcement
from showcase.model.parts import Honour
from showcase.model.records import Record
from showcase.model.terms import LEVEL_NAMES, STAGE_NAMES, Level, Stage
from showcase.rules.announcement import is_early

FROM: Mapping[Stage, frozenset[Stage]] = {
    Stage.SHORTLISTED: frozenset({Stage.NOMINATED}),
    Stage.ANNOUNCED: frozenset({Stage.NOMINATED, Stage.SHORTLISTED}),
    Stage.APPROVED: frozenset({Stage.NOMINATED, Stage.SHORTLISTED, Stage.ANNOUNCED}),
    Stage.REVOKED: frozenset({Stage.ANNOUNCED, Stage.APPROVED}),
}
"""Where an honour may stand before it comes to a stage: forwards only, some steps may be left out."""


class NotPossible(Exception):  # noqa: N818 - reads as what it says
    """A record has no honour that the decision can be about; arguments: what is so, and the cure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: the new stage, by which document, when; year and level where they are said."""

    stage: Stage
    document: str
    date: datetime.date
    year: int | None = None
    level: Level | None = None

    def concerns(self, honour: Honour) -> bool:
        """Whether the decision can be about an honour, as far as year and level say."""
        return self.year in (None, honour.year) and self.level in (None, honour.level)

    def may_take(self, honour: Honour) -> bool:
        """Whether an honour can come to the new stage from where it stands."""
        return self.concerns(honour) and honour.stage in FROM[self.stage]

    def is_done(self, honour: Honour) -> bool:
        """Whether an honour stands there already, by the same document and day."""
        same = (honour.stage, honour.document, honour.date) == (self.stage, self.document, self.date)
        return same and self.concerns(honour)

    def fits(self, record: Record) -> bool:
        """Whether a record has an honour that the decision is about."""
        return any(self.may_take(honour) or self.is_done(honour) for honour in record.honours)


def place_in(record: Record, decision: Decision) -> int | None:
    """Return the place of the honour that moves, None when it has moved before. Raises NotPossible."""
    places = [place for place, honour in enumerate(record.honours) if decision.may_take(honour)]
    if len(places) == 1:
        return places[0]
    if places:
        said = "；".join(_shown(record.honours[place]) for place in places)
        raise NotPossible(f"有 {len(places)} 项荣誉都可能是：{said}", "用 --year、--level 写明是哪一项")
    if any(decision.is_done(honour) for honour in record.honours):
        return None
    said = "；".join(map(_shown, record.honours)) or "没有写荣誉"
    wanted = STAGE_NAMES[decision.stage]
    raise NotPossible(f"没有能改为“{wanted}”的荣誉（{said}）", "核对名单、--stage、--year 和 --level")


def refuse_early(record: Record, place: int, decision: Decision, announced: tuple[Announcement, ...]) -> None:
    """Raise NotPossible for an approval dated before the last day of a 公示 that names the record."""
    done = replace(record.honours[place], stage=decision.stage, date=decision.date)
    for announcement in announced:
        if is_early(done, announcement) and _names(announcement, record):
            said = f"批准日期 {decision.date} 早于公示末日 {announcement.last_day}（{announcement.address}）"
            raise NotPossible(said, "公示期满再批准；日期写正式文件的日期")


def _names(announcement: Announcement, record: Record) -> bool:
    people = people_of(record)
    return any(
        line.record == str(record.address) or (line.name, line.unit) in people
        for line in announcement.candidates
    )


def _shown(honour: Honour) -> str:
    return f"{honour.year} 年{LEVEL_NAMES[honour.level]}{honour.title}，{STAGE_NAMES[honour.stage]}"
