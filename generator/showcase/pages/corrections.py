"""更正与撤下: whom to tell, and a sheet to print. Nothing is asked for on the site itself."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.pages.heads import framed
from showcase.pages.view import View

ADDRESS = "corrections/"
PRIVACY = "privacy"


def corrections_pages(view: View) -> Iterator[Page]:
    """Yield /corrections/."""
    title, settings = ui.sections.corrections, view.site.settings
    path = [(title, "")]
    ways = (
        (ui.corrections.telephone, settings.telephone),
        (ui.corrections.letter, settings.letter),
        (ui.corrections.office, " ".join(filter(None, (settings.owner, settings.contact)))),
    )
    values = {
        "path": path,
        "ways": [way for way in ways if way[1]],
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
