"""A week's file and a corrected schedule: what no editor has touched since the last one follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.content.new_records import record_text
from showcase.content.writing_values import Said, values_of, with_lines
from showcase.desk.week_table import Entry
from showcase.model.terms import STATUS_NAMES, WeekStatus

Times = tuple[str, str, str]
"""First day, last day, status as a file writes them, "" for what is not said."""

_KEYS = ("start", "end", "status")
_MEMORY = re.compile(r"^# 日程表：(\S+) (\S+) (\S+)$", re.MULTILINE)
"""What the schedule said last: by it the next one knows whether an editor has changed the times since."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OFF = (WeekStatus.POSTPONED, WeekStatus.CANCELLED)


def times_of(entry: Entry) -> Times:
    """Return what the schedule says of the times of a week."""
    return str(entry.days.start or ""), str(entry.days.end or ""), entry.status


def memory_line(times: Times) -> str:
    """Return the comment that keeps what the schedule said: # 日程表：2026-06-17 2026-06-23 -."""
    return "# 日程表：" + " ".join(part or "-" for part in times)


def said_words(times: Times) -> str:
    """Return 2026-06-17至2026-06-23，已取消, or 日期待定."""
    days = "至".join(filter(None, times[:2])) or "日期待定"
    return days + (f"，{STATUS_NAMES[WeekStatus(times[2])]}" if times[2] else "")


@dataclass
class Update:
    """One file brought up to `entry`: what was done, and what was kept and wants an editor's eye."""

    entry: Entry
    done: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def of(self, text: str) -> str:
        """Return the file after the update; raises CannotEdit."""
        said, found = values_of(text), _MEMORY.search(text)
        last: Times | None = tuple("" if p == "-" else p for p in found.groups()) if found else None  # type: ignore[assignment]
        now: Times = tuple(str(said.get(key, "")) for key in _KEYS)  # type: ignore[assignment]
        lines, memory = self._times(said, now, last)
        lines |= self._values(said)
        return with_lines(_MEMORY.sub(memory_line(memory), text, count=1) if memory else text, lines)

    def _times(
        self, said: Mapping[str, Said], now: Times, last: Times | None
    ) -> tuple[dict[str, str], Times | None]:
        """Return the lines of the times, and what to remember (None: as it stands)."""
        new = _put_off(times_of(self.entry), said, now[0])
        if new in (now, last):
            return {}, last
        if now != last or "moves" in said:
            self.kept.append(f"文件里是{said_words(now)}，日程表里是{said_words(new)}，没有动；请核对")
            return {}, None
        lines = {key: f"{key}: {value}" if value else "" for key, value in zip(_KEYS, new, strict=True)}
        self.done.append(f"{said_words(now)}，改为{said_words(new)}")
        return lines | _moved(said, now[0], new), new

    def _values(self, said: Mapping[str, Said]) -> dict[str, str]:
        """Return the lines of keys that the schedule has and the file has not; others stay as they are."""
        lines = {}
        for key, value in self.entry.values.items():
            if key not in said:
                lines[key] = record_text({key: value}, ()).split("\n")[1]
                self.done.append(f"补上 {key}")
            elif said[key] != value:
                self.kept.append(f"{key} 和日程表不一样，没有动")
        return lines


def _put_off(new: Times, said: Mapping[str, Said], old: str) -> Times:
    """Return the schedule's times; a week that lost its day without a word on its status is put off."""
    had_a_day = "moved_from" in said or bool(_DAY.fullmatch(old))
    return (*new[:2], WeekStatus.POSTPONED.value) if had_a_day and not new[0] and not new[2] else new


def _moved(said: Mapping[str, Said], old: str, new: Times) -> dict[str, str]:
    """Return the line for the day it first had; a month that became a day is no move, nor is a way back."""
    first = str(said.get("moved_from", "")) or (old if _DAY.fullmatch(old) else "")
    if not first or old == new[0]:
        return {}
    if first == new[0]:
        return {"moved_from": ""} if "moved_from" in said else {}
    return {"moved_from": f"moved_from: {first}"}
