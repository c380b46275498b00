"""Which file of a photograph stands on a sheet, and how it is cut there."""

from __future__ import annotations

from showcase.kit.deck import Shown
from showcase.model.leads import lead_photo
from showcase.model.media import Picture, Rendition
from showcase.model.parts import Photo
from showcase.model.records import Record, Star

_FACE, _SCENE = (50.0, 25.0), (50.0, 40.0)


def lead_cut(record: Record, photo: Photo, picture: Picture) -> Rendition:
    """Return the JPEG to show: of a star's large picture the cut that its page shows, else the whole one."""
    is_face = isinstance(record, Star) and photo is lead_photo(record)
    cut = [r for r in picture.crop("portrait") if r.type == "image/jpeg"] if is_face else []
    return cut[-1] if cut else picture.largest


def shown_as(src: str, rendition: Rendition, photo: Photo, picture: Picture) -> Shown:
    """Return the picture with the point that a further cut must keep."""
    is_cut = rendition is not picture.largest
    usual = _FACE if rendition.height_px > rendition.width_px else _SCENE
    x, y = usual if is_cut else (photo.focus or picture.focus or usual)
    return Shown(src, rendition.width_px, rendition.height_px, photo.alt, f"{x:g}% {y:g}%")
