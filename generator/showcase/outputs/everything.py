"""All outputs of a build, in one list."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from showcase.model.artefact import Artefact
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef
from showcase.outputs.calendars import calendar_files
from showcase.outputs.feeds import feed_files
from showcase.outputs.open_data import data_files
from showcase.outputs.robots import robots_file
from showcase.outputs.sitemap import sitemap_files


def output_files(
    showcase: Showcase, shelf: Shelf, settings: Settings, today: datetime.date, pages: Sequence[PageRef]
) -> Iterator[Artefact]:
    """Yield calendars, feeds, open data, sitemap and robots.txt.

    `today` decides only whose consent is in force; no file holds the day of the build.
    """
    yield from calendar_files(showcase, settings, pages)
    yield from feed_files(showcase, shelf, settings, pages)
    yield from data_files(showcase, settings, today)
    sitemap = list(sitemap_files(showcase, shelf, settings, pages))
    yield from sitemap
    yield robots_file(settings, preview=showcase.preview, sitemap=bool(sitemap))
