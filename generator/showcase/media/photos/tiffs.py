"""Which page of a TIFF is the photo. Cameras write RAW files as TIFF, with only a stamp of them in sight."""

from __future__ import annotations

from typing import Any

from PIL import Image

from showcase.media.terms.refusal import Refused

RAW = ("相机的 RAW 原始文件", "用相机附带的软件或看图软件导出为 JPEG")
_KIND_OF_PAGE, _BITS, _PLANES, _DNG_VERSION = 254, 258, 284, 50706
_REDUCED = 1
_APART = 2
_MOST_PAGES = 8


def turn_to_photo(image: Image.Image) -> None:
    """Turn a TIFF to its first page that is no reduced copy of another; Refused when there is none.

    Raises what Pillow raises on broken bytes.
    """
    for page in range(_MOST_PAGES):
        try:
            image.seek(page)
        except EOFError:
            break
        tags: Any = image.tag_v2  # type: ignore[attr-defined]  # a TIFF has them
        if _DNG_VERSION in tags:
            break
        if not int(tags.get(_KIND_OF_PAGE, 0)) & _REDUCED:
            _check_planes(tags)
            return
    raise Refused("photo-not-an-image", f"这不是照片，是{RAW[0]}", RAW[1])


def _check_planes(tags: Any) -> None:  # noqa: ANN401 - Pillow's mapping of whatever stands in the file
    """Refuse colours kept apart in sixteen bits: Pillow reads them as eight and shows something else."""
    if tags.get(_PLANES) == _APART and max(tags.get(_BITS, (8,))) > 8:
        message = "这个 TIFF 的各种颜色分开存放、每种 16 位，打不开"
        raise Refused("photo-not-an-image", message, "用看图软件打开后另存为 JPEG")
