"""The Jinja environment of page bodies. The owner's own templates come first, ours behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)
from jinja2.environment import TemplateModule
from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model import terms
from showcase.model.artefact import ROOT
from showcase.model.days import chinese_day, chinese_span, weekday
from showcase.model.regions import REGIONS
from showcase.pages.phrases import fill, linked
from showcase.pages.prose import breakable
from showcase.pages.site import Site
from showcase.pages.titles import dotted, titled


class Macros:
    """`macros.record` is the module of macros/record.html: looked up once, not imported on every page."""

    def __init__(self, env: Environment) -> None:
        """Find macros where `env` finds its templates."""
        self._env = env

    def __getattr__(self, file: str) -> TemplateModule:
        """Return the macros of macros/`file`.html; the next time they are a plain attribute."""
        if file.startswith("_"):
            raise AttributeError(file)
        module = self._env.get_template(f"macros/{file}.html").module
        setattr(self, file, module)
        return module


class Templates:
    """Renders a page body: `templates.render("star.html", star=star)`.

    Every template sees `ui` (the interface's words), `site`, `href(address)` (a link beginning with
    ROOT), `REGIONS`, the names of the closed vocabularies, `macros.<file>.<name>(…)`, and the filters
    `day`, `weekday`, `fill`, `linked`, `titled`, `dotted`, `breakable`.
    """

    def __init__(
        self, site: Site, directories: Sequence[Path], compiled: BytecodeCache | None = None
    ) -> None:
        """Look templates up in `directories`, in order (each holds `pages/` and `macros/`), ours last.

        `showcase/pages/star.html` is ours whatever stands before it, for an owner's to extend.

        `compiled` keeps what was compiled for the next build of this process.
        """
        env = Environment(
            loader=_loader(directories),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=compiled,
            auto_reload=False,  # made anew for each build; saves a stat per page
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.globals.update(
            ROOT=ROOT, site=site, href=site.links.href, REGIONS=REGIONS, span=chinese_span, terms=terms, ui=ui
        )
        env.filters.update(
            day=chinese_day,
            weekday=weekday,
            fill=fill,
            linked=linked,
            titled=titled,
            dotted=dotted,
            breakable=breakable,
        )
        env.globals["macros"] = Macros(env)
        self.env = env
        self.directories = tuple(directories)
        self._pages: dict[str, Template] = {}

    def render(self, name: str, /, **values: Any) -> Markup:  # noqa: ANN401 - whatever the template names
        """Return the filled template `pages/<name>`; autoescaped, so safe to nest."""
        return Markup(self._page(name).render(values))

    def _page(self, name: str) -> Template:
        if name not in self._pages:
            template = self.env.get_template(f"pages/{name}")
            # Jinja's ChainMap would be copied entry by entry for every page.
            template.globals = dict(template.globals)
            self._pages[name] = template
        return self._pages[name]


def _loader(directories: Sequence[Path]) -> ChoiceLoader:
    folders = [str(directory) for directory in directories]
    return ChoiceLoader(
        [FileSystemLoader(folders), PrefixLoader({"showcase": FileSystemLoader(folders[-1:])})]
    )
