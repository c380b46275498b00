"""sitemaps/videos-<n>.xml: which page shows which film, for those who look for films."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from showcase.model.campaign import approved
from showcase.model.hosting import hosted
from showcase.model.library import Showcase
from showcase.model.media import Film, Shelf, media_key
from showcase.model.parts import Video
from showcase.model.records import Project, Star
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef, absolute
from showcase.outputs.plain import plain

XMLNS = "http://www.google.com/schemas/sitemap-video/1.1"

_LONGEST = 2048
"""So many characters may a description have."""

_PLAIN = "video/mp4"


def video_entries(
    showcase: Showcase, shelf: Shelf, settings: Settings, pages: Mapping[str, PageRef]
) -> Iterator[tuple[str, str]]:
    """Yield (day of the page, <url> element) for every film on a page that may be found."""
    for address, video, text, day in _films(showcase):
        page, film = pages.get(address), shelf.films.get(media_key(address, video.file))
        if page and film and not page.noindex:
            title = video.title or page.title
            words = "".join(text)[:_LONGEST] or title
            yield page.lastmod, _url(absolute(settings, page.url), _video(settings, film, title, words, day))


def _films(showcase: Showcase) -> Iterator[tuple[str, Video, Sequence[str], datetime.date | None]]:
    records: list[Star | Project] = [*showcase.stars, *showcase.projects]
    for record in records:
        if record.video:
            days = [honour.date for honour in approved(record.honours) if honour.date]
            yield str(record.address), record.video, record.showcase_text, max(days, default=None)
    for week in showcase.weeks:
        if week.video:
            yield week.address, week.video, week.text, None


def _video(settings: Settings, film: Film, title: str, words: str, day: datetime.date | None) -> list[str]:
    plain_file = next(each for each in film.renditions if each.type == _PLAIN)
    media_url = settings.media_url
    content = hosted(plain_file.path, media_url) if media_url else absolute(settings, plain_file.path)
    values = {
        "thumbnail_loc": absolute(settings, film.poster.largest.path),
        "title": title,
        "description": words,
        "content_loc": content,
        "duration": str(max(1, round(film.duration_s))),
        "publication_date": day.isoformat() if day else "",
    }
    return [f"<video:{name}>{escape(plain(value))}</video:{name}>" for name, value in values.items() if value]


def _url(address: str, video: Sequence[str]) -> str:
    return f"<url><loc>{escape(address)}</loc><video:video>{''.join(video)}</video:video></url>"
