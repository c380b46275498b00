"""At the old address of what was taken down: a neutral notice, the day, no name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Withdrawal
from showcase.model.days import chinese_day
from showcase.pages.view import View

_PAGE = re.compile(r"(stars|projects|weeks|events|announcements|lists)/[a-z0-9./-]+")


def notice_pages(view: View) -> Iterator[Page]:
    """Yield a notice for every take-down that had a page of its own (a line of a list had none)."""
    for withdrawal in view.site.showcase.withdrawn:
        if _PAGE.fullmatch(withdrawal.address):
            yield _notice(view, withdrawal)


def _notice(view: View, withdrawal: Withdrawal) -> Page:
    day = chinese_day(withdrawal.date)
    return Page(
        address=withdrawal.address,
        kind="withdrawn",
        section=withdrawal.address.partition("/")[0],
        title=ui.site.withdrawn,
        description=ui.site.withdrawn_day.format(day=day),
        main=view.templates.render("withdrawn.html", title=ui.site.withdrawn, day=day),
        noindex=True,
    )
