"""At an old address: what was taken down is told with its day, what moved leads on. No name on either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Withdrawal
from showcase.model.days import chinese_day
from showcase.model.forwarding import MovedAddress
from showcase.pages.view import View

_PAGE = re.compile(r"(stars|projects|weeks|events|announcements|lists)/[a-z0-9./-]+")


def notice_pages(view: View) -> Iterator[Page]:
    """Yield a notice for every take-down that had a page of its own, and for every old address."""
    for withdrawal in view.site.showcase.withdrawn:
        if _PAGE.fullmatch(withdrawal.address):
            yield _notice(view, withdrawal)
    for moved in view.site.showcase.moved:
        yield _forwarding(view, moved)


def _notice(view: View, withdrawal: Withdrawal) -> Page:
    day = chinese_day(withdrawal.date)
    return Page(
        address=withdrawal.address,
        kind="withdrawn",
        section=withdrawal.address.partition("/")[0],
        title=ui.site.withdrawn,
        description=ui.site.withdrawn_day.format(day=day),
        main=view.templates.render("withdrawn.html", title=ui.site.withdrawn, day=day, target=""),
        noindex=True,
    )


def _forwarding(view: View, moved: MovedAddress) -> Page:
    target = view.href(moved.after)
    return Page(
        address=moved.before,
        kind="withdrawn",
        section=moved.before.partition("/")[0],
        title=ui.site.moved,
        description=ui.site.moved,
        main=view.templates.render("withdrawn.html", title=ui.site.moved, day="", target=target),
        head=f'<meta http-equiv="refresh" content="0; url={target}">',
        canonical=moved.after,
        noindex=True,
    )
