"""Names with a character that no font at hand can draw: a box in the place of a name is no name."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.cards.fonts import Fonts
from showcase.model.library import Showcase
from showcase.model.problem import Problem, Severity
from showcase.model.records import Record
from showcase.model.source import Source

RULE = "name-undrawable"
_FIX = (
    "先核对这个字有没有写错；没有错，就找一个有这个字的字体文件放进网站文件夹，"
    "在 mkdocs.yml 的 showcase 下写 name_font: 字体文件名"
)


def undrawable_names(showcase: Showcase, fonts: Fonts) -> Iterator[Problem]:
    """Yield a problem for each character of a public name that is in no font."""
    names = list(_names(showcase))
    missing = {sign for sign in set().union(*(name for name, _, _ in names)) if not fonts.draws(sign)}
    missing -= {" ", "　"}
    for name, source, place in names if missing else ():
        for sign in sorted(missing & set(name)):
            said = f"“{name}”里的“{sign}”（U+{ord(sign):04X}）是生僻字，手边的字体里都没有，会显示成方框"
            yield Problem(
                rule=RULE,
                severity=Severity.ERROR,
                file=source.file,
                line=place[0],
                column=place[1],
                message=said,
                fix=_FIX,
            )


def _names(showcase: Showcase) -> Iterator[tuple[str, Source, tuple[int, int]]]:
    records: list[Record] = [*showcase.stars, *showcase.projects]
    for record in records:
        yield record.name, record.source, record.source.place("name")
    for event in showcase.events:
        yield event.title, event.source, event.source.place("title")
    for announcement in showcase.announcements:
        for at, candidate in enumerate(announcement.candidates):
            place = announcement.source.place(f"candidates[{at}].name")
            yield candidate.name, announcement.source, place
    for each in showcase.lists:
        for listed in each.names:
            yield listed.name, each.source, (listed.line or 1, 1)
