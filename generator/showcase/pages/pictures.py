"""From a photo of a record to the strings that the picture macro writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from showcase.model.leads import lead_photo
from showcase.model.media import Picture, Rendition, media_key
from showcase.model.parts import Photo
from showcase.model.records import Record
from showcase.pages.view import View


class Drawn(NamedTuple):
    """A photograph ready for markup.

    `webp` is the source set; `attributes` all of <img> but sizes and loading; `src` the largest JPEG,
    which has the size given in pixels.
    """

    webp: Markup
    attributes: Markup
    src: str
    width_px: int
    height_px: int
    alt: str
    caption: str = ""
    credit: str = ""


def draw(view: View, address: object, photo: Photo) -> Drawn | None:
    """Return the photo of the record at `address`, or None when no picture was made of it."""
    picture = view.site.shelf.pictures.get(media_key(address, photo.file))
    if picture is None:
        return None
    return draw_picture(view, picture, photo.alt, photo.focus)._replace(
        caption=photo.caption, credit=photo.credit
    )


def draw_picture(view: View, picture: Picture, alt: str, focus: tuple[float, float] | None = None) -> Drawn:
    """Return a picture with its words; `focus` (percent) wins over the style sheet's 50% 20%."""
    style = f"background:center/cover url({picture.placeholder})" if picture.placeholder else ""
    if focus:
        style += f"{';' if style else ''}object-position:{focus[0]:g}% {focus[1]:g}%"
    root, jpegs = view.media_root, picture.of_type("image/jpeg")
    largest, src = jpegs[-1], root + jpegs[-1].path
    attributes = (
        f'src="{escape(src)}" srcset="{_srcset(root, jpegs)}" width="{largest.width_px}" '
        f'height="{largest.height_px}" alt="{escape(alt)}" style="{escape(style)}"'
    )
    webp = _srcset(root, picture.of_type("image/webp"))
    return Drawn(webp, Markup(attributes), src, largest.width_px, largest.height_px, alt)


def _srcset(root: str, renditions: Iterable[Rendition]) -> Markup:
    return escape(", ".join([f"{root}{r.path} {r.width_px}w" for r in renditions]))


def lead(view: View, record: Record) -> Drawn | None:
    """Return the record's large picture, drawn."""
    photo = lead_photo(record)
    return draw(view, record.address, photo) if photo else None


def gallery(view: View, record: Record) -> list[Drawn]:
    """Return the record's other pictures in the editor's order."""
    first = lead_photo(record)
    drawn = (draw(view, record.address, photo) for photo in record.photos if photo is not first)
    return [picture for picture in drawn if picture]
