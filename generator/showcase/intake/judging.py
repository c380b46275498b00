"""Drafts before the house's rules: the whole library as it would be with them, problems of these only."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.content.settings import read_settings
from showcase.intake.findings import Finding, of_packet, of_rule
from showcase.intake.items import Item
from showcase.intake.meaning import paragraphs_of
from showcase.intake.placing import Placed
from showcase.media.facts import facts_of
from showcase.model.library import Library
from showcase.model.parts import Section
from showcase.model.problem import Problem, Severity
from showcase.model.records import Project, Star

R = TypeVar("R", Star, Project)

_JUDGED_TEXTS = {
    "star": (("主要事迹", "deeds"), ("单位推荐意见", "unit_opinion")),
    "project": (("基本情况", "description"), ("工作总结", "work_summary")),
}
"""Texts whose length a notice bounds. Opinions and summaries are judged and never part of a draft."""

_OF_LATER = frozenset({"date-honour-stage"})
"""Rules that look at the calendar: the same packet must have the same report on every day."""


@dataclass(frozen=True, slots=True)
class Judge:
    """The records of a site, and of its private folder, that drafts are judged beside."""

    layout: Layout
    library: Library
    today: datetime.date

    def findings(self, sender: str, placed: Sequence[Placed], folder: Path) -> list[Finding]:
        """Return what the rules say of the drafts as they will be; `folder` is one to work in."""
        shadow = Layout(folder)
        kept = [each for each in placed if each.how != "gone"]
        by_file = {self._shadow(each, shadow): each.item for each in kept}
        ours, read = read_library(shadow)
        presets, _ = read_presets(self.layout)
        shelf, of_media = facts_of(shadow, ours, presets)
        keys = frozenset(
            p.relative_to(shadow.media).as_posix() for p in shadow.media.rglob("*") if p.is_file()
        )
        settings, _ = read_settings(self.layout)
        settings = replace(settings, repository="private")
        library = joined(self.library, _completed(ours, by_file))
        found = check(library, settings, self.today, shelf, keys, read_problems=[*read, *of_media])
        return [*_mapped(found, by_file, sender)]

    def _shadow(self, placed: Placed, shadow: Layout) -> str:
        """Lay out one draft with its media as they will be; return the name of its file."""
        address = placed.item.address
        file = shadow.content / f"{address}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(placed.text, encoding="utf-8")
        folder = placed.folder
        media = shadow.media / address
        media.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_file() and path not in placed.removed:
                shutil.copyfile(path, media / path.name)
        for path, source in placed.copied.items():
            shutil.copyfile(source, media / path.name)
        return shadow.name_of(file)


def _completed(library: Library, by_file: dict[str, Item]) -> Library:
    """Return the drafts with the texts that only their judging needs."""
    stars = tuple(_with_texts(star, by_file[star.source.file]) for star in library.stars)
    projects = tuple(_with_texts(project, by_file[project.source.file]) for project in library.projects)
    return replace(library, stars=stars, projects=projects)


def _with_texts(record: R, item: Item) -> R:
    texts = _JUDGED_TEXTS[item.kind]
    known = {section.title for section in record.sections}
    more: list[Section] = [
        Section(title, "\n\n".join(paragraphs_of(item, name)))
        for title, name in texts
        if title not in known and (paragraphs_of(item, name) or name in item.labels)
    ]
    return replace(record, sections=(*record.sections, *more))


def joined(library: Library, ours: Library) -> Library:
    """Return the library with the records of another, which take the place of those at their addresses."""
    stars = {str(star.address): star for star in (*library.stars, *ours.stars)}
    projects = {str(project.address): project for project in (*library.projects, *ours.projects)}
    return replace(
        library,
        stars=tuple(stars[address] for address in sorted(stars)),
        projects=tuple(projects[address] for address in sorted(projects)),
    )


def _mapped(problems: Iterable[Problem], by_file: dict[str, Item], sender: str) -> Iterable[Finding]:
    """Keep what concerns the drafts; a quota is the sender's, whichever record it is pinned to."""
    for problem in problems:
        if problem.rule in _OF_LATER:
            continue
        if problem.rule.startswith("quota-") and (
            problem.file in by_file or (sender and sender in problem.message)
        ):
            yield Finding(None, problem, problem.rule == "quota-body-unknown")
        elif (item := by_file.get(problem.file)) and not _is_nothing(item, problem):
            yield of_rule(item, problem)


def _is_nothing(item: Item, problem: Problem) -> bool:
    """Whether a rule only says that a text is too short of which no paper came: the paper is asked for."""
    return problem.rule.startswith("text-") and not item.form and not item.texts


def sent_elsewhere(placed: Sequence[Placed], others: Iterable[tuple[str, Item]]) -> Iterable[Finding]:
    """Yield a finding for each item that another sender nominates as well."""
    known = [(sender, item) for sender, item in others]
    for each in placed:
        for sender, other in known:
            if (other.kind, other.key) == (each.item.kind, each.item.key):
                message = f"{sender}也报送了同名的一件"
                fix = "请核实是不是同一人或同一项目；是的，只由一个单位推荐"
                yield of_packet(
                    "sent-twice", message, fix, about=each.item, severity=Severity.WARNING, editors=True
                )
