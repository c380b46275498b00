"""Live reload: which folders a change in which rebuilds the preview."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from showcase.content.layout import Layout, theme_dir


def watch_records(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch records, masters and templates; never what a build itself writes."""
    layout = Layout(Path(config.config_file_path).parent)
    for folder in [*_folders(layout.content), *_folders(layout.media), theme_dir()]:
        if folder not in (layout.derivatives, layout.content / "pages"):
            server.watch(str(folder))


def _folders(parent: Path) -> list[Path]:
    """Return the files and folders directly below `parent`: media/derivatives must be left out."""
    return sorted(parent.iterdir()) if parent.is_dir() else []
