"""Packets in, drafts and reports out: one list of steps. Nothing is written before everything is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.content.settings import read_settings
from showcase.intake.arriving import Arrival, Tell, arrive
from showcase.intake.cleaning import Cleaning
from showcase.intake.comparing import differences
from showcase.intake.completeness import lacking, left_out, of_placed
from showcase.intake.drafting import Call
from showcase.intake.findings import Finding
from showcase.intake.items import Item, place_of, updated
from showcase.intake.judging import Judge, joined, sent_elsewhere
from showcase.intake.media_of_items import with_media
from showcase.intake.packets import CannotTake
from showcase.intake.placing import Placed, address_for, place, with_file_names
from showcase.intake.private_folder import NOTICE, PrivateFolder, SenderFolder
from showcase.intake.recording import Plan, originals_of
from showcase.intake.reporting import Report, html_of, reply_of
from showcase.intake.senders import sender_of
from showcase.intake.unread_files import of_unread
from showcase.model.library import Library


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the packets, the call, where private things go, who sends ("" as they say)."""

    packets: tuple[Path, ...]
    call: Call
    private: PrivateFolder
    sender: str
    today: datetime.date


@dataclass(slots=True)
class Outcome:
    """Reports by sender, the plan of what is written, and a sentence for each packet that was refused."""

    reports: list[Report] = field(default_factory=list)
    plan: Plan = field(default_factory=Plan)
    refused: list[str] = field(default_factory=list)


def take_in(layout: Layout, order: Order, staging: Path, tell: Tell) -> Outcome:
    """Return what taking in the packets will do; `staging` is a private folder to work in."""
    settings, _ = read_settings(layout)
    is_public = settings.repository == "public"
    target = Layout(order.private.root) if is_public else layout
    library, _ = read_library(layout)
    if is_public:
        library = joined(library, read_library(target)[0])
    outcome = Outcome()
    arrivals = list(_arrivals(order, staging, tell, outcome))
    run = _Run(layout, target, order, library, staging)
    for (sender, _), group in _by_sender(arrivals, order, library).items():
        report, plan = run.of_sender(sender, group)
        outcome.reports.append(report)
        outcome.plan.add(plan)
    if outcome.plan.written:
        outcome.plan.written[order.private.root / "说明.txt"] = NOTICE.encode()
    return outcome


def _arrivals(order: Order, staging: Path, tell: Tell, outcome: Outcome) -> Iterator[Arrival]:
    for number, packet in enumerate(order.packets, 1):
        try:
            yield arrive(packet, staging / f"packet-{number}", tell)
        except CannotTake as refused:
            outcome.refused.append(str(refused))


def _by_sender(
    arrivals: Iterable[Arrival], order: Order, library: Library
) -> dict[tuple[str, str], list[Arrival]]:
    """Return the packets by their sender; two that do not say whose they are stay two."""
    found: dict[tuple[str, str], list[Arrival]] = {}
    for arrival in arrivals:
        sender = sender_of(arrival, order.sender, library.bodies, order.private, order.call.rulebook.id)
        found.setdefault((sender, "" if sender else arrival.packet.name), []).append(arrival)
    return found


@dataclass(frozen=True, slots=True)
class _Run:
    layout: Layout
    target: Layout
    order: Order
    library: Library
    staging: Path

    def of_sender(self, sender: str, arrivals: list[Arrival]) -> tuple[Report, Plan]:
        """Take in the packets of one sender, in their order."""
        call, private = self.order.call, self.order.private
        folder = private.of_sender(call.rulebook.id, sender or arrivals[0].packet.name)
        known = folder.items()
        findings: list[Finding] = []
        cleaning = Cleaning(read_presets(self.layout)[0], self.staging / "clean", {}, findings)
        items = self._items(arrivals, known, cleaning)
        items = [with_file_names(cleaning.item(item)) for item in items]
        items = self._addressed(items, folder)
        placed = [place(item, call, folder, self.target, cleaning.received(item)) for item in items]
        for arrival in arrivals:
            findings += [*arrival.findings, *of_unread(arrival, items)]
        findings += left_out(known, [item for arrival in arrivals for item in arrival.items])
        findings += self._judged(sender, placed, folder)
        report = Report(sender, call.rulebook, placed, findings, [a.packet for a in arrivals], folder)
        return report, self._plan(report, folder, arrivals)

    def _items(self, arrivals: list[Arrival], known: list[Item], cleaning: Cleaning) -> list[Item]:
        items: list[Item] = list(known)
        sources: dict[str, Path] = {}
        for arrival in arrivals:
            with_media(arrival, items)
            sources.update(arrival.sources)
            for item in arrival.items:
                at = place_of(items, item)
                if at is None:
                    items.append(item)
                else:
                    items[at] = updated(items[at], item)
        cleaning.sources = sources
        return items

    def _addressed(self, items: list[Item], folder: SenderFolder) -> list[Item]:
        """Give a draft's address to each item that has none yet."""
        taken = {str(star.address) for star in self.library.stars}
        taken |= {str(project.address) for project in self.library.projects}
        taken |= {item.address for item in items}
        taken |= {other.address for _, other in self._others(folder)}
        found: list[Item] = []
        for item in items:
            new = item if item.address else replace(item, address=address_for(item, self.order.call, taken))
            taken.add(new.address)
            found.append(new)
        return found

    def _others(self, folder: SenderFolder) -> Iterator[tuple[str, Item]]:
        for other in self.order.private.senders(self.order.call.rulebook.id):
            if other.place != folder.place:
                yield from ((other.sender, item) for item in other.items())

    def _judged(self, sender: str, placed: list[Placed], folder: SenderFolder) -> Iterator[Finding]:
        items = [each.item for each in placed]
        yield from lacking(items, self.order.call)
        for each in placed:
            yield from differences(each.item, self.order.call.rulebook)
            yield from of_placed(each)
        yield from sent_elsewhere(placed, self._others(folder))
        judge = Judge(self.layout, self.library, self.order.today)
        yield from judge.findings(sender, placed, self.staging / f"judged-{folder.place.name}")

    def _plan(self, report: Report, folder: SenderFolder, arrivals: list[Arrival]) -> Plan:
        plan = Plan()
        for each in report.placed:
            plan.written |= each.written
            plan.copied |= each.copied
            plan.removed += each.removed
        copied, files = originals_of(folder, [arrival.packet for arrival in arrivals])
        plan.copied |= copied
        plan.written[folder.state] = folder.state_bytes([each.item for each in report.placed], files)
        plan.written[folder.place / "report.html"] = html_of(report, self.layout).encode()
        plan.written[folder.place / "reply.txt"] = reply_of(report).encode()
        return plan
