"""The pictures of a sheet, made from the masters as fine as paper asks; and what is too coarse for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.media.photos.for_print import Printable
from showcase.media.storing.masters import Master, find_masters
from showcase.media.terms.refusal import Breakdown, Refused
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.isolation import isolated
from showcase.model.leads import lead_photo
from showcase.model.library import Library
from showcase.model.media import media_key
from showcase.model.parts import Photo
from showcase.model.records import Record, Star
from showcase.model.terms import PhotoKind
from showcase.sheets.formats import LEAD, MORE, Plate, Sheet, Size, size_of
from showcase.sheets.press import Press

_WORK = "showcase.media.photos.for_print:print_picture"
_INCH_MM = 25.4


@dataclass(frozen=True, slots=True)
class Plated:
    """A picture in its place: the photo that it is of, the place, the JPEG."""

    photo: Photo
    plate: Plate
    data: bytes


@dataclass(frozen=True, slots=True)
class Plates:
    """The pictures of one record on one sheet; `warnings` are Chinese sentences, one a picture at most."""

    lead: Plated | None
    more: tuple[Plated, ...]
    warnings: tuple[str, ...]


def plates_of(press: Press, record: Record, sheet: Sheet, size: str) -> Plates:
    """Return the large picture and as many further ones as the sheet has room for."""
    lead = lead_photo(record)
    place = lead_plate(record, sheet, size)
    count, small = MORE.get((sheet, size), (0, Plate(0, 0)))
    others = [photo for photo in record.photos if photo is not lead and photo.kind != PhotoKind.ID_PHOTO]
    room = _Room(press, record, size_of(sheet, size)[1])
    first = room.plated(lead, place) if lead and place else None
    more = tuple(plated for photo in others[:count] if (plated := room.plated(photo, small)))
    return Plates(first, more, tuple(room.warnings))


def lead_plate(record: Record, sheet: Sheet, size: str) -> Plate | None:
    """Return the place of the record's large picture; None on a sheet without one."""
    places = LEAD.get((sheet, size))
    return places[not isinstance(record, Star)] if places else None


@dataclass(frozen=True)
class _Room:
    """Where the pictures of one record on one sheet come from, and what is wrong with them."""

    press: Press
    record: Record
    size: Size
    warnings: list[str] = field(default_factory=list)

    def plated(self, photo: Photo, plate: Plate) -> Plated | None:
        size = self.size
        inches = plate.wide * size.unit_mm / _INCH_MM, plate.high * size.unit_mm / _INCH_MM
        wanted = round(inches[0] * size.best_dpi), round(inches[1] * size.best_dpi)
        least = round(inches[0] * size.least_dpi), round(inches[1] * size.least_dpi)
        made = self._made(photo, wanted)
        if not made:
            return None
        if made.width_px < least[0]:
            self.warnings.append(
                f"media/{self._key(photo)} 放到这么大，每英寸只有 {round(made.width_px / inches[0])} 点，"
                f"印出来会糊：裁切以后是 {made.width_px}×{made.height_px} 像素，"
                f"至少要 {least[0]}×{least[1]}。请换一张更大的原件"
            )
        return Plated(photo, plate, made.data)

    def _key(self, photo: Photo) -> str:
        return media_key(self.record.address, photo.file)

    def _made(self, photo: Photo, wanted: tuple[int, int]) -> Printable | None:
        """Return the picture from its master, else from what the site shows of it."""
        master = self._master(photo)
        path = master.path if master and not master.pointer else self._on_site(photo)
        if master and master.pointer:
            stand_in = "用的是网页上的小图" if path else "只好空着"
            self._say(photo, f"的原件不在这台电脑上，{stand_in}。请先运行 showcase media fetch")
        elif not path:
            self._say(photo, "找不到，只好空着")
        if not path:
            return None
        try:
            return self._cut(path, photo, wanted)
        except (Refused, Breakdown, OSError) as error:
            self._say(photo, f"打不开（{error}），只好空着。请换一个能打开的原件")
            return None

    def _say(self, photo: Photo, what: str) -> None:
        self.warnings.append(f"media/{self._key(photo)} {what}")

    def _master(self, photo: Photo) -> Master | None:
        alone = replace(self.record, photos=(photo,), video=None, audio=None)
        one = Library(stars=(alone,)) if isinstance(alone, Star) else Library(projects=(alone,))
        masters, _ = find_masters(self.press.layout, wanted_media(one))
        return next(iter(masters), None)

    def _on_site(self, photo: Photo) -> Path | None:
        picture = self.press.shelf.pictures.get(self._key(photo))
        return self.press.shelf.files[picture.largest.path] if picture else None

    def _cut(self, path: Path, photo: Photo, wanted: tuple[int, int]) -> Printable:
        made: Printable = isolated(_WORK, path, wanted, photo.focus, self.press.presets.photo)
        return made
