"""The pages of a kit to read and print: large type, host's words, questions, feedback, consent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.content.tables_year import EVENT
from showcase.content.wording import ui
from showcase.kit.bench import Bench
from showcase.kit.host import Written, asked, script_of
from showcase.kit.pieces import Pieces
from showcase.model.days import chinese_day
from showcase.model.links import public_address
from showcase.model.records import Record
from showcase.model.terms import EVENT_NAMES, SCHOOL_STAGE_NAMES, Asset, SchoolStage
from showcase.pages.beside import sections

LARGE, SCRIPT, QUESTIONS = "large-print.html", "host-script.html", "questions.html"
FEEDBACK, CONSENT = "feedback.html", "consent.html"
_ASKED = ("kind", "date", "place", "records", "attendance", "voices", "photos")
"""The keys of an event that the sheet asks for, in its order, by the labels of `showcase new event`."""


class ForStage(NamedTuple):
    """What is said or asked before one audience."""

    stage: str
    written: Written


def papers_of(bench: Bench, record: Record, pieces: Pieces, root: str = "") -> Iterator[tuple[str, str]]:
    """Yield name and HTML of each paper; `root` leads from the kit to where `files/` lies."""
    name = record.name
    shared = {"record": record, "root": root}
    scripts = [ForStage(label, script_of(record, stage)) for stage, label in SCHOOL_STAGE_NAMES.items()]
    if record.host_script:
        scripts = [ForStage("", scripts[0].written)]
    questions = [ForStage(SCHOOL_STAGE_NAMES[stage], asked(record, stage)) for stage in SchoolStage]
    told = sections(record)
    pages = (
        (LARGE, "large", ui.kit.large_title.format(name=name), {"sections": told}),
        (SCRIPT, "script", ui.kit.script_title.format(name=name), {"parts": scripts}),
        (QUESTIONS, "questions", ui.kit.questions_title.format(name=name), {"parts": questions}),
        (FEEDBACK, "feedback", ui.kit.feedback_title, _feedback(bench)),
        (CONSENT, "consent", ui.kit.consent_title, _consent(bench, record, pieces)),
    )
    for file, kind, title, values in pages:
        template = bench.view.templates.env.get_template(f"kit/{kind}.html")
        yield file, template.render(title=title, **shared, **values)


def labels() -> dict[str, str]:
    """Return the Chinese name of each key of an event that the feedback sheet asks for."""
    named = {field.key: field.label for field in EVENT.fields}
    return {key: named[key] for key in _ASKED}


def _feedback(bench: Bench) -> dict[str, object]:
    owner = bench.site.settings.owner or ui.kit.feedback_office
    return {"labels": labels(), "kinds": list(EVENT_NAMES.values()), "owner": owner}


def _consent(bench: Bench, record: Record, pieces: Pieces) -> dict[str, object]:
    """Return what the paper in the office allows, and where to see whether it still does."""
    settings, kit = bench.site.settings, record.consent.permissions[Asset.KIT]
    holds = [ui.kit.consent_text]
    holds += [ui.kit.consent_photos] if pieces.photos else []
    holds += [ui.kit.consent_film] if pieces.playing else []
    page = public_address(settings, record.address)
    whom = "，".join(filter(None, (settings.owner, settings.telephone))) or ui.kit.feedback_office
    return {
        "given": ui.kit.consent_given.format(name=record.name, day=chinese_day(kit.date)),
        "until": ui.kit.consent_until.format(day=chinese_day(kit.until)) if kit.until else "",
        "holds": holds,
        "how": ui.kit.consent_online.format(url=page) if page else ui.kit.consent_offline.format(owner=whom),
    }
