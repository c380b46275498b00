"""Where a build keeps its search index for the next one, and when it keeps none."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from showcase.content.layout import Layout
from showcase.engine.wishes import Wishes
from showcase.find.ledger import forget


def index_memory(config: MkDocsConfig, wishes: Wishes) -> Path | None:
    """Return the folder of the kept index, or None: none is kept of drafts, and a removal deletes it."""
    folder = Layout(Path(config.config_file_path).parent).index_memory
    if wishes.removals:
        forget(folder)
    return None if wishes.removals or wishes.preview or wishes.collection else folder
