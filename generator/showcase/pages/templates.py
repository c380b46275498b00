"""The Jinja environment of page bodies. The owner's own templates come first, ours behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from showcase.model import terms
from showcase.model.artefact import ROOT
from showcase.model.days import chinese_day, chinese_span, weekday
from showcase.model.regions import REGIONS
from showcase.pages.site import Site


class Templates:
    """Renders a page body: `templates.render("star.html", star=star)`.

    Every template sees `site`, `href(address)` (a link beginning with ROOT), `REGIONS`, the names of
    the closed vocabularies, and the filters `day`, `weekday`.
    """

    def __init__(self, site: Site, directories: Sequence[Path]) -> None:
        """Look templates up in `directories`, in order (each holds `pages/` and `macros/`)."""
        env = Environment(
            loader=FileSystemLoader([str(directory) for directory in directories]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,  # made anew for each build; saves a stat per page
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.globals.update(
            ROOT=ROOT, site=site, href=site.links.href, REGIONS=REGIONS, span=chinese_span, terms=terms
        )
        env.filters.update(day=chinese_day, weekday=weekday)
        self.env = env

    def render(self, name: str, /, **values: Any) -> Markup:  # noqa: ANN401 - whatever the template names
        """Return the filled template `pages/<name>`; autoescaped, so safe to nest."""
        return Markup(self.env.get_template(f"pages/{name}").render(**values))
