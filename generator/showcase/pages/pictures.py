"""From a photo of a record to the strings that the picture macro writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from showcase.model.artefact import ROOT
from showcase.model.leads import lead_photo
from showcase.model.media import Picture, Rendition, media_key
from showcase.model.parts import Photo
from showcase.model.records import Record, Star
from showcase.pages.view import View


class Drawn(NamedTuple):
    """A photograph ready for markup.

    `sources` is a <source> for each better format, but for `sizes`; `attributes` all of <img> but sizes
    and loading; `src` the largest JPEG, which has the size given in pixels; `link` the JPEG for link cards.
    """

    sources: tuple[Markup, ...]
    attributes: Markup
    src: str
    width_px: int
    height_px: int
    alt: str
    link: str
    caption: str = ""
    credit: str = ""


def draw(view: View, address: object, photo: Photo, crop: str = "") -> Drawn | None:
    """Return the photo of the record at `address`, or None when no picture was made of it.

    `crop` names the cut that its place shows; a picture without one is cut by the style sheet.
    """
    picture = view.site.shelf.pictures.get(media_key(address, photo.file))
    if picture is None:
        return None
    drawn = draw_picture(picture, photo.alt, photo.focus, crop)
    return drawn._replace(caption=photo.caption, credit=photo.credit)


def draw_picture(
    picture: Picture, alt: str, focus: tuple[float, float] | None = None, crop: str = ""
) -> Drawn:
    """Return a picture with its words; `focus` (percent) wins over the style sheet's 50% 20%."""
    cut = picture.crop(crop)
    renditions = cut or picture.renditions
    jpegs = _of_type(renditions, "image/jpeg")
    largest, src = jpegs[-1], ROOT + jpegs[-1].path
    style = f"background:center/cover url({picture.placeholder})" if picture.placeholder else ""
    if not cut and (kept := focus or picture.focus):
        style += f"{';' if style else ''}object-position:{kept[0]:g}% {kept[1]:g}%"
    attributes = (
        f'src="{escape(src)}" srcset="{_srcset(jpegs)}" width="{largest.width_px}" '
        f'height="{largest.height_px}" alt="{escape(alt)}" style="{escape(style)}"'
    )
    link = ROOT + (picture.crop("link") or [picture.largest])[-1].path
    sources = _sources(renditions)
    return Drawn(sources, Markup(attributes), src, largest.width_px, largest.height_px, alt, link)


def _sources(renditions: Sequence[Rendition]) -> tuple[Markup, ...]:
    """Return the attributes of a <source> for each format that browsers may take before JPEG."""
    made = ((mime, _of_type(renditions, mime)) for mime in ("image/avif", "image/webp"))
    return tuple(Markup(f'type="{mime}" srcset="{_srcset(each)}"') for mime, each in made if each)


def _of_type(renditions: Iterable[Rendition], mime: str) -> list[Rendition]:
    return [rendition for rendition in renditions if rendition.type == mime]


def _srcset(renditions: Iterable[Rendition]) -> Markup:
    return escape(", ".join([f"{ROOT}{r.path} {r.width_px}w" for r in renditions]))


_CUTS = {True: "portrait", False: "scene"}


def lead(view: View, record: Record) -> Drawn | None:
    """Return the record's large picture, drawn in the cut of its kind's places."""
    photo = lead_photo(record)
    return draw(view, record.address, photo, _CUTS[isinstance(record, Star)]) if photo else None
