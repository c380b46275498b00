"""Which derived files the owner may serve from an address of their own (`media_url`), and where they are.

Films and sounds: they are large, and a browser asks for them only when somebody presses play. Pictures,
posters and captions stay with the pages, so that opening a page asks nobody else, and a `<track>` needs
no permission of the other server. The address holds what lies in media/derivatives: `<2 hex>/<key>-…`.
"""

from __future__ import annotations

_FOLDER = "media/"
_STREAMED = (".mp4", ".m4a", ".mp3", ".opus", ".ogg", ".webm")


def is_streamed(path: str) -> bool:
    """Whether a derived file is a film or a sound. `path` is its path on the site."""
    return path.endswith(_STREAMED)


def hosted(path: str, media_url: str) -> str:
    """Return where a film or sound is, as a full address."""
    return f"{media_url.rstrip('/')}/{path.removeprefix(_FOLDER)}"
