"""What one job made, and its form as JSON: the sidecar `<key>.json` that marks a derivative complete."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from showcase.media.terms.refusal import Refusal
from showcase.model.media import (
    CaptionsFacts,
    Crop,
    Film,
    FilmFacts,
    PhotoFacts,
    Picture,
    Rendition,
    Sound,
    SoundFacts,
)


@dataclass(frozen=True, slots=True)
class Captions:
    """A caption file as WebVTT."""

    rendition: Rendition


Product = Picture | Film | Sound | Captions | Refusal
Facts = PhotoFacts | FilmFacts | SoundFacts | CaptionsFacts
_FACTS: dict[str, type[Facts]] = {
    kind.__name__: kind for kind in (PhotoFacts, FilmFacts, SoundFacts, CaptionsFacts)
}


@dataclass(frozen=True, slots=True)
class Made:
    """The product of a job, the facts of its master, and which encoder made it (recorded, not keyed)."""

    product: Product
    facts: Facts | None = None
    maker: str = ""


def renditions_of(product: Product) -> tuple[Rendition, ...]:
    """Return every file of a product."""
    if isinstance(product, Refusal):
        return ()
    if isinstance(product, Captions):
        return (product.rendition,)
    if isinstance(product, Film):
        return product.renditions + renditions_of(product.poster)
    if isinstance(product, Picture):
        return product.renditions + tuple(each for crop in product.crops for each in crop.renditions)
    return product.renditions


def to_json(made: Made, sums: Mapping[str, str]) -> bytes:
    """Return the sidecar's bytes, the same for the same result; `sums` maps file names to their sha256."""
    values = {
        "sha256": dict(sums),
        "product": {"kind": type(made.product).__name__, **asdict(made.product)},
        "facts": made.facts and facts_to_json(made.facts),
        "maker": made.maker,
    }
    return (json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def from_json(data: bytes) -> Made:
    """Return the result that a sidecar holds; ValueError, KeyError or TypeError when it is none."""
    values = json.loads(data)
    facts = values["facts"]
    return Made(_product(values["product"]), facts and facts_from_json(facts), values["maker"])


def sums_in(data: bytes) -> dict[str, str]:
    """Return the sha256 of each file that a sidecar names; those of before we kept them have none."""
    return {str(name): str(each) for name, each in json.loads(data).get("sha256", {}).items()}


def facts_to_json(facts: Facts) -> dict[str, Any]:
    """Return facts as JSON values."""
    return {"kind": type(facts).__name__, **asdict(facts)}


def facts_from_json(values: dict[str, Any]) -> Facts:
    """Return the facts that `facts_to_json` wrote."""
    fields = dict(values)
    return _FACTS[fields.pop("kind")](**fields)


def _product(values: dict[str, Any]) -> Product:
    fields = dict(values)
    kind = fields.pop("kind")
    if kind == "Refusal":
        return Refusal(**fields)
    if kind == "Captions":
        return Captions(Rendition(**fields["rendition"]))
    if kind == "Picture":
        return _picture(fields)
    renditions = _renditions(fields)
    if kind == "Sound":
        return Sound(renditions, fields["duration_s"])
    return Film(renditions, _picture(fields["poster"]), fields["duration_s"])


def _picture(fields: dict[str, Any]) -> Picture:
    crops = tuple(Crop(each["name"], _renditions(each)) for each in fields.get("crops", ()))
    focus = fields.get("focus")
    return Picture(_renditions(fields), fields["placeholder"], crops, focus and (focus[0], focus[1]))


def _renditions(fields: dict[str, Any]) -> tuple[Rendition, ...]:
    return tuple(Rendition(**each) for each in fields["renditions"])
