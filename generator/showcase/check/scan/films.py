"""What a film or a sound file says of itself: title, comment, the place where it was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO

from showcase.check.scan.spots import Spot
from showcase.media.probing.containers import SOUND_CONTAINERS
from showcase.rules.private_facts import Kind

_ENDINGS = (
    ".mp4 .mov .m4v .mkv .webm .avi .wmv .flv .mpg .ts .3gp .mpeg .m2ts .mts .vob .ogv .rm .rmvb .mxf .dv"
    " .mp3 .m4a .wav .aac .flac .ogg .opus .wma .amr .aiff .caf"
)
FILM_ENDINGS = frozenset(_ENDINGS.split())
_PLACES = ("location", "gps", "geo")


def film_spots(file: IO[bytes]) -> Iterator[Spot]:
    """Yield every tag of the file and of its streams; nothing is decoded."""
    import av  # noqa: PLC0415 - slow to load, and only workers open films

    rules = {"protocol_whitelist": "file", "format_whitelist": SOUND_CONTAINERS}
    with av.open(file, options=rules) as container:
        yield from _tags(container.metadata)
        for stream in container.streams:
            yield from _tags(stream.metadata)


def _tags(tags: Mapping[str, str]) -> Iterator[Spot]:
    for name, value in tags.items():
        if any(place in name.lower() for place in _PLACES) and any(sign.isdigit() for sign in value):
            yield Spot("", where=f"影片信息 {name}", kind=Kind.LOCATION)
        else:
            yield Spot(value, where=f"影片信息 {name}")
