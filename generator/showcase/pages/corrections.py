"""更正与撤下: whom to tell, and a sheet to print. Nothing is asked for on the site itself."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.settings import Settings
from showcase.pages.heads import framed
from showcase.pages.view import View

ADDRESS = "corrections/"
PRIVACY = "privacy"


def corrections_pages(view: View) -> Iterator[Page]:
    """Yield /corrections/."""
    title = ui.sections.corrections
    path = [(title, "")]
    values = {
        "path": path,
        "ways": ways_to_reach(view.site.settings),
        "privacy": view.href(PRIVACY) if PRIVACY in view.site.written else "",
        "wishes": _wishes(),
    }
    yield framed(
        view,
        address=ADDRESS,
        kind="corrections",
        section="corrections",
        title=title,
        description=ui.corrections.intro,
        main=view.templates.render("corrections.html", **values),
        path=path,
    )


def ways_to_reach(settings: Settings) -> list[tuple[str, str]]:
    """Return (打电话, number), (写信, address), (到单位, office) of the owner, as far as they are said."""
    ways = (
        (ui.corrections.telephone, settings.telephone),
        (ui.corrections.letter, settings.letter),
        (ui.corrections.office, " ".join(filter(None, (settings.owner, settings.contact)))),
    )
    return [way for way in ways if way[1]]


def _wishes() -> tuple[str, ...]:
    words = ui.corrections
    return (
        words.correct,
        words.withdraw_page,
        words.withdraw_photos,
        words.withdraw_film,
        words.withdraw_sound,
        words.withdraw_data,
        words.withdraw_name,
    )
