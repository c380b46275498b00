"""Pages of the office that stand alone: to print or to look at, never part of the site."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showcase.content.layout import theme_dir


def paper(name: str, /, **values: Any) -> str:  # noqa: ANN401 - whatever the template names
    """Return templates/forms/<name> filled with `values`: one self-contained HTML page."""
    loader = FileSystemLoader(theme_dir() / "templates" / "forms")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name).render(values)
