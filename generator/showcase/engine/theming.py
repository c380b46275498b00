"""Prepares MkDocs' configuration: our templates behind the owner's, nothing loaded from elsewhere."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from showcase.content.layout import theme_dir
from showcase.content.wording import ui
from showcase.engine.assets import FOLDER, PAPER, WRITTEN, sheets
from showcase.engine.lean import lean_entries, lean_facts, lean_icon, lean_settings
from showcase.model.settings import Settings
from showcase.pages.law import law_of, site_tags
from showcase.pages.phrases import fill, linked

_IN_FOOTER = (
    "stars",
    "projects",
    "weeks",
    "regions",
    "events",
    "announcements",
    "lists",
    "rulebooks",
    "search",
    "corrections",
    "data",
)
"""Our sections in the order of the footer; `ui.sections` has their names."""

SECTIONS = frozenset(_IN_FOOTER)
"""Tabs that a navigation may name as `stars/index.md`; their pages are ours."""

_UNUSED = ("/lunr/", "/workers/", ".map", "/sitemap.xml", ".typ")
"""Parts of theme paths: Material's own search, source maps, the sitemap that prints today's date; and an
owner's layouts for paper, which MkDocs would publish."""


def dress(config: MkDocsConfig) -> None:
    """Append our overrides behind the owner's custom_dir, refuse foreign fonts."""
    custom = config.theme.custom_dir
    place = 1 if custom else 0
    config.theme.dirs.insert(place, str(theme_dir() / "overrides"))
    config.theme["font"] = False
    if config.theme["favicon"] == "assets/images/favicon.png":
        config.theme["favicon"] = f"{FOLDER}/favicon.svg"
    config.theme.static_templates.discard("sitemap.xml")
    config.extra.setdefault("generator", False)


def template_dirs(config: MkDocsConfig) -> list[Path]:
    """Return where page bodies are looked up: the owner's custom_dir first, then ours."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return [*own, theme_dir() / "templates"]


def add_sections(files: Files, config: MkDocsConfig) -> None:
    """Let the navigation name our section pages, and leave out what no page of ours loads."""
    for name in sorted(SECTIONS):
        uri = f"{name}/index.md"
        if files.get_file_from_path(uri) is None:
            # found by nav, written by publish: MkDocs' own render of it is never used
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED))
    for file in list(files):
        if any(part in "/" + file.src_uri for part in _UNUSED):
            files.remove(file)


def leave_out(files: Files, faulty: frozenset[str], config: MkDocsConfig) -> list[File]:
    """Take out the hand-written files at or below the paths `faulty`; return them. Home becomes empty."""
    left_out = [
        file
        for file in files
        if not {file.src_uri, *map(str, PurePosixPath(file.src_uri).parents)}.isdisjoint(faulty)
    ]
    for file in left_out:
        files.remove(file)
        if file.src_uri == "index.md":
            files.append(File.generated(config, "index.md", content=""))
    return [file for file in left_out if file.src_uri != "index.md"]


def is_section(file: File) -> bool:
    """Whether `file` is the stand-in of one of our section pages."""
    return file.generated_by is not None and file.src_uri.removesuffix("/index.md") in SECTIONS


def is_ours(file: File) -> bool:
    """Whether publish writes this page itself: home and the sections."""
    return file.src_uri == "index.md" or is_section(file)


def add_words(env: Environment, settings: Settings, written: list[dict[str, str]], *, preview: bool) -> None:
    """Give the theme's templates the owner's settings as `showcase`; `written` are hand-written pages."""
    index = "" if settings.directory_urls else "index.html"
    env.filters.update(fill=fill, linked=linked)
    env.filters.update(
        lean_entries=lean_entries, lean_facts=lean_facts, lean_icon=lean_icon, lean_settings=lean_settings
    )
    env.globals["ui"] = ui
    env.globals["showcase"] = {
        "demo": settings.demo,
        "preview": preview,
        "sheets": sheets(theme_dir()),
        "paper": PAPER,
        "written": WRITTEN,
        "law": law_of(settings),
        "head": site_tags(settings),
        "search": f"search/{index}",
        "footer": [
            *({"title": getattr(ui.sections, name), "url": f"{name}/{index}"} for name in _IN_FOOTER),
            {"title": ui.exhibition.title, "url": f"exhibition/{index}"},
            *written,
        ],
    }
