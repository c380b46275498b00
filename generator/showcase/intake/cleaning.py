"""Photographs and films of a packet made clean in workers; what is none is one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.intake.findings import Finding, of_packet
from showcase.intake.items import Item, Picture
from showcase.intake.placing import Received
from showcase.intake.sorting import names_a_kind
from showcase.media.storing.sums import sha256_of
from showcase.media.terms.refusal import Breakdown, Refusal, Refused
from showcase.media.working.isolation import FaultInside, isolated
from showcase.model.presets import Presets
from showcase.model.terms import PhotoKind

_PHOTO, _FILM = "showcase.intake.clean_media:clean_photo", "showcase.intake.clean_media:clean_film"
_SILENCE_S = 1000.0
_NARROW, _WIDE, _SMALL_PX = 0.64, 0.80, 1200
"""A picture of this shape and no wider, with no other 证件照 beside it, is the 证件照."""


@dataclass(frozen=True, slots=True)
class _Clean:
    """A clean photograph: its file, the sha256 of its bytes, its size."""

    path: Path
    sha256: str
    width_px: int
    height_px: int


@dataclass(slots=True)
class Cleaning:
    """Makes the media of items clean; each file once."""

    presets: Presets
    folder: Path
    sources: Mapping[str, Path]
    findings: list[Finding] = field(default_factory=list)
    _made: dict[str, _Clean] = field(default_factory=dict)

    def item(self, item: Item) -> Item:
        """Return the item without the pictures and films that cannot be used, and with its id-photo told."""
        kept = tuple(picture for picture in item.pictures if self._photo(item, picture))
        film = item.film
        if film and film.sha256 in self.sources and not self._film(item):
            film = None
        return _with_id_photo(replace(item, pictures=_once(kept, self._made), film=film), self._made)

    def received(self, item: Item) -> dict[str, Received]:
        """Return the clean files of an item by the names that they were given."""
        found: dict[str, Received] = {}
        for picture in item.pictures:
            if made := self._made.get(picture.sha256):
                found[picture.file] = Received(made.sha256, made.path)
        if item.film and item.film.sha256 in self.sources:
            path = self._film_path(item)
            found[item.film.file] = Received(sha256_of(path), path)
        return found

    def _photo(self, item: Item, picture: Picture) -> bool:
        source = self.sources.get(picture.sha256)
        if source is None or picture.sha256 in self._made:
            return True  # it came before, or it is clean already
        target = self.folder / f"{picture.sha256}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            width, height = isolated(_PHOTO, source, target, self.presets.photo)
            self._made[picture.sha256] = _Clean(target, sha256_of(target), width, height)
        except Refused as refused:
            return self._refuse(item, picture.origin, refused.refusal)
        except (Breakdown, FaultInside, OSError):
            refusal = Refusal("", "照片打不开", "请从原处重新复制这张照片，或另存为 JPEG 再送")
            return self._refuse(item, picture.origin, refusal)
        return True

    def _film(self, item: Item) -> bool:
        if not item.film or self._film_path(item).is_file():
            return True
        target = self._film_path(item)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            done = isolated(_FILM, self.sources[item.film.sha256], target, silence_s=_SILENCE_S)
        except (Refused, Breakdown, FaultInside, OSError):
            done = False
        if not done:
            target.unlink(missing_ok=True)
            message, fix = "影片打不开，或者不是影片", "请用播放器确认能播放，重新导出为 MP4（H.264）再送"
            return self._refuse(item, item.film.origin, Refusal("", message, fix))
        return True

    def _film_path(self, item: Item) -> Path:
        film = item.film
        suffix = Path(film.origin).suffix.lower() if film else ""
        return self.folder / f"{film.sha256 if film else ''}{suffix}"

    def _refuse(self, item: Item, origin: str, refusal: Refusal) -> bool:
        message = f"{origin}：{refusal.message}"
        self.findings.append(of_packet("media", message, refusal.fix, about=item, file=origin))
        return False


def _once(pictures: tuple[Picture, ...], made: Mapping[str, _Clean]) -> tuple[Picture, ...]:
    """Return the pictures, those that are the same once cleaned only once."""
    known: dict[str, Picture] = {}
    for picture in pictures:
        clean = made.get(picture.sha256)
        known.setdefault(clean.sha256 if clean else picture.sha256, picture)
    return tuple(known.values())


def _with_id_photo(item: Item, made: Mapping[str, _Clean]) -> Item:
    """Take the one small upright picture whose name says nothing for a star's missing 证件照."""
    if item.kind != "star" or any(picture.kind is PhotoKind.ID_PHOTO for picture in item.pictures):
        return item
    for picture in item.pictures:
        clean = made.get(picture.sha256)
        if not clean or picture.file or names_a_kind(picture.origin) or clean.width_px > _SMALL_PX:
            continue
        if _NARROW <= clean.width_px / clean.height_px <= _WIDE:
            told = replace(picture, kind=PhotoKind.ID_PHOTO)
            return replace(item, pictures=tuple(told if p is picture else p for p in item.pictures))
    return item
