"""A new year: its campaign.yml after the last one's, its weeks from a schedule, and from a corrected one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.new_records import record_text
from showcase.content.tables_year import CAMPAIGN, OPENING
from showcase.content.writing import CannotEdit, edited
from showcase.content.year import CAMPAIGN_FILE
from showcase.desk.week_table import Entry
from showcase.desk.week_update import Update, memory_line, said_words, times_of
from showcase.media.storing.changes import Changes


@dataclass
class Plan:
    """What a run would do: files by name, and what it says of each; `kept`: what needs an editor's eye."""

    written: dict[Path, bytes] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def changes(self) -> Changes:
        """The files to write, all together or none."""
        return Changes(self.written, ())


def plan_year(layout: Layout, year: int, entries: list[Entry]) -> Plan:
    """Return what makes `year`: its campaign.yml where there is none, a file or an update for each entry."""
    plan, folder = Plan(), layout.content / "weeks" / str(year)
    if not (folder / CAMPAIGN_FILE).exists():
        plan.written[folder / CAMPAIGN_FILE] = _frame(layout, year).encode()
        plan.done.append(f"新写 content/weeks/{year}/{CAMPAIGN_FILE}，请按今年的通知填写主题和日期")
    for entry in entries:
        path = folder / f"{entry.name}.md"
        if path.exists():
            _update(plan, path, entry)
        else:
            plan.written[path] = _new(entry).encode()
            plan.done.append(
                f"新写 content/weeks/{year}/{path.name}（{entry.whose}，{said_words(times_of(entry))}）"
            )
    return plan


def _frame(layout: Layout, year: int) -> str:
    """Return a campaign.yml with every key of the kind, empty, and what stood there last beside it."""
    before = sorted(p for p in (layout.content / "weeks").glob(f"[12][0-9][0-9][0-9]/{CAMPAIGN_FILE}"))
    last = next((p for p in reversed(before) if p.parent.name < str(year)), None)
    found = re.findall(r"^( *)([a-z_]+): *(\S.*)$", last.read_text("utf-8-sig"), re.MULTILINE) if last else []
    known = {(bool(indent), key): value for indent, key, value in found}
    of = f"{last.parent.name} 年：" if last else ""
    lines = [f"# {year} 年全民终身学习活动周。按今年的通知填写；还不知道的先空着。"]
    for item in CAMPAIGN.fields:
        lines.append(_line(item.key, item.label, of, known.get((False, item.key), "")))
        if item.key == "opening":
            lines += [_line(f"  {o.key}", o.label, of, known.get((True, o.key), "")) for o in OPENING.fields]
    return "\n".join(lines) + "\n"


def _line(key: str, label: str, of: str, value: str) -> str:
    return f"{key}:  # {label}" + (f"，{of}{value}" if value else "")


def _new(entry: Entry) -> str:
    start, end, status = times_of(entry)
    text = record_text({"start": start, "end": end, "status": status, **entry.values}, ())
    return text.replace("---\n", f"---\n{memory_line((start, end, status))}\n", 1)


def _update(plan: Plan, path: Path, entry: Entry) -> None:
    """Plan the update of a file: times that no editor touched, keys that are not there yet."""
    try:
        before = path.read_bytes()
        update = Update(entry)
        after = edited(before, update.of)
    except CannotEdit:
        plan.kept.append(f"{entry.whose}：{path.name} 的写法程序改不了，请手工照日程表改")
        return
    plan.done += [f"{entry.whose}：{words}" for words in update.done]
    plan.kept += [f"{entry.whose}：{words}" for words in update.kept]
    if after != before:
        plan.written[path] = after
