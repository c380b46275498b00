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
    and loading, the first of them `src`: the largest JPEG, which has the size given in pixels. Only a
    picture without sources has JPEGs to choose from: who reads no WebP is older than what we carry
    along, and sees the one. `link` is the JPEG for link cards.
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


def draw(view: View, address: object, photo: Photo, crop: str = "", *, on_card: bool = False) -> Drawn | None:
    """Return the photo of the record at `address`, or None when no picture was made of it.

    `crop` names the cut that its place shows; a picture without one is cut by the style sheet.
    """
    picture = view.site.shelf.pictures.get(media_key(address, photo.file))
    if picture is None:
        return None
    drawn = draw_picture(picture, photo.alt, photo.focus, crop, on_card=on_card)
    return drawn._replace(caption=photo.caption, credit=photo.credit)


def draw_picture(
    picture: Picture,
    alt: str,
    focus: tuple[float, float] | None = None,
    crop: str = "",
    *,
    on_card: bool = False,
) -> Drawn:
    """Return a picture with its words; `focus` (percent) wins over the style sheet's 50% 20%.

    `on_card`: no larger than a card shows it, on the card's own ground in place of a placeholder.
    """
    cut = picture.crop(crop)
    renditions = _small(cut or picture.renditions) if on_card else cut or picture.renditions
    jpegs, sources = _of_type(renditions, "image/jpeg"), _sources(renditions)
    largest, src = jpegs[-1], ROOT + jpegs[-1].path
    style = _style("" if on_card else picture.placeholder, None if cut else focus or picture.focus)
    named = {
        "src": src,
        "srcset": "" if sources else _srcset(jpegs),
        "width": largest.width_px,
        "height": largest.height_px,
    }
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in named.items() if value)
    link = ROOT + (picture.crop("link") or [picture.largest])[-1].path
    words = Markup(f'{attributes} alt="{escape(alt)}"{style}')
    return Drawn(sources, words, src, largest.width_px, largest.height_px, alt, link)


CARD_PX = 720
"""A card is at most 390 px wide on a desk, and a phone's width: nobody sees more in a wider picture."""


def _small(renditions: Sequence[Rendition]) -> list[Rendition]:
    """Return the renditions up to the first that is as wide as CARD_PX."""
    enough = min((r.width_px for r in renditions if r.width_px >= CARD_PX), default=CARD_PX)
    return [rendition for rendition in renditions if rendition.width_px <= enough]


def _style(placeholder: str, focus: tuple[float, float] | None) -> str:
    """Return the attribute that shows `placeholder` while the picture loads and keeps `focus` in the cut."""
    behind = [f"background:center/cover url({placeholder})"] if placeholder else []
    kept = [f"object-position:{focus[0]:g}% {focus[1]:g}%"] if focus else []
    return f' style="{escape(";".join([*behind, *kept]))}"' if behind or kept else ""


def _sources(renditions: Sequence[Rendition]) -> tuple[Markup, ...]:
    """Return the attributes of a <source> for each format that browsers may take before JPEG."""
    made = ((mime, _of_type(renditions, mime)) for mime in ("image/avif", "image/webp"))
    return tuple(Markup(f'type="{mime}" srcset="{_srcset(each)}"') for mime, each in made if each)


def _of_type(renditions: Iterable[Rendition], mime: str) -> list[Rendition]:
    return [rendition for rendition in renditions if rendition.type == mime]


def _srcset(renditions: Iterable[Rendition]) -> Markup:
    return escape(", ".join([f"{ROOT}{r.path} {r.width_px}w" for r in renditions]))


_CUTS = {True: "portrait", False: "scene"}


def lead(view: View, record: Record, *, on_card: bool = False) -> Drawn | None:
    """Return the record's large picture, drawn in the cut of its kind's places."""
    photo, cut = lead_photo(record), _CUTS[isinstance(record, Star)]
    return draw(view, record.address, photo, cut, on_card=on_card) if photo else None
