"""Find the face that a cut must keep. Optional (`pip install showcase[faces]`), quick, offline.

scikit-image brings a cascade for frontal faces inside its wheel. It misses profiles and masks: then a
cut takes the upper middle, as without it. Only grey values of a small copy are looked at, and nothing
about the face is kept but a point.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import Any

from PIL import Image

from showcase.media.terms.framing import Point
from showcase.media.terms.refusal import Breakdown

_LOOK_PX = 480
_SMALLEST_SHARE, _LARGEST_SHARE = 0.1, 0.8
_AGREEING = 8
"""So many neighbouring windows must agree: four take a cat's whiskers and a boat for faces."""


def can_find_faces() -> bool:
    """Whether the library is there."""
    return importlib.util.find_spec("skimage") is not None


def face_point(image: Image.Image) -> Point | None:
    """Return the middle of the largest face, in percent of an RGB picture; None when none is found.

    Raises Breakdown when the library is not there.
    """
    if not can_find_faces():
        raise Breakdown("presets.yml 的 find_faces 要先安装 showcase[faces]")
    import numpy  # noqa: PLC0415 - optional: only with the extra `faces`

    small = image.convert("L")
    small.thumbnail((_LOOK_PX, _LOOK_PX))
    shorter = min(small.size)
    found = _cascade().detect_multi_scale(
        img=numpy.asarray(small),
        scale_factor=1.2,
        step_ratio=1,
        min_size=(int(shorter * _SMALLEST_SHARE),) * 2,
        max_size=(int(shorter * _LARGEST_SHARE),) * 2,
        min_neighbor_number=_AGREEING,
    )
    if not found:
        return None
    face = max(found, key=lambda each: (each["width"] * each["height"], -each["c"], -each["r"]))
    x, y = face["c"] + face["width"] / 2, face["r"] + face["height"] / 2
    return round(x / small.width * 100, 1), round(y / small.height * 100, 1)


@cache
def _cascade() -> Any:  # noqa: ANN401 - scikit-image publishes no types for it
    from skimage import data  # noqa: PLC0415 - optional
    from skimage.feature import Cascade  # noqa: PLC0415 - optional

    return Cascade(data.lbp_frontal_face_cascade_filename())  # type: ignore[no-untyped-call]
