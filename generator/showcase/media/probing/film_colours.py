"""The names of a film's colours, and the filters that bring any of them to plain BT.709."""

from __future__ import annotations

from typing import Any

from av.video.frame import VideoFrame

from showcase.model.media import FilmFacts

HDR_CURVES = ("smpte2084", "arib-std-b67")
"""PQ and HLG."""
_CURVES = {
    1: "bt709", 4: "gamma22", 5: "gamma28", 6: "smpte170m", 7: "smpte240m", 8: "linear", 13: "iec61966-2-1",
    14: "bt2020-10", 15: "bt2020-12", 16: "smpte2084", 18: "arib-std-b67",
}  # fmt: skip
_PRIMARIES = {
    1: "bt709", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020", 11: "smpte431", 12: "smpte432",
}  # fmt: skip
_MATRICES = {0: "gbr", 1: "bt709", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020nc", 10: "bt2020c"}
_ZIMG_MATRICES = {
    "bt709": "709", "bt470bg": "470bg", "smpte170m": "170m", "smpte240m": "240m", "bt2020nc": "2020_ncl",
    "bt2020c": "2020_cl",
}  # fmt: skip
_ZIMG_PRIMARIES = {"bt709": "709", "bt2020": "2020", "smpte170m": "170m", "smpte240m": "240m"}
_NOT_SWSCALE = ("gbr", "bt2020nc", "bt2020c")
_WIDE = ("bt2020", "smpte431", "smpte432")
_REFERENCE_WHITE = 203
"""Nits of paper white in HDR (ITU-R BT.2408): what a standard picture shows as white."""
_KNEE = 0.5
"""Below this share of white nothing changes; above, light is rolled off. Faces stay as they were."""
_HD_LINES = 720


def curve_of(frame: VideoFrame) -> str:
    """Return ffmpeg's name of a frame's transfer curve, "" when it does not say."""
    return _CURVES.get(int(frame.color_trc), "")


def primaries_of(frame: VideoFrame) -> str:
    """Return ffmpeg's name of a frame's primaries, "" when it does not say."""
    return _PRIMARIES.get(int(frame.color_primaries), "")


def matrix_of(frame: VideoFrame) -> str:
    """Return ffmpeg's name of a frame's matrix, "" when it does not say."""
    return _MATRICES.get(int(frame.colorspace), "")


def is_wide(facts: FilmFacts) -> bool:
    """Whether a film's colours must be computed anew, not only its numbers."""
    return facts.hdr or facts.primaries in _WIDE


def narrowed(picture: Any, facts: FilmFacts, width_px: int, height_px: int) -> Any:  # noqa: ANN401
    """Return a wide-colour or HDR picture in BT.709, at its final size: fewer dots."""
    sized = picture.filter("scale", width_px, height_px, flags="lanczos")
    sized = sized.filter("format", pix_fmts="yuv420p10le")
    hdr = facts.hdr
    light = sized.filter(
        "zscale",
        matrixin=_ZIMG_MATRICES.get(facts.matrix, "2020_ncl"),
        primariesin=_ZIMG_PRIMARIES.get(facts.primaries, facts.primaries or "2020"),
        transferin=facts.transfer if hdr else facts.transfer or "709",
        transfer="linear",
        npl=_REFERENCE_WHITE if hdr else 100,
    ).filter("format", pix_fmts="gbrpf32le")
    light = light.filter("zscale", primaries="709")
    if hdr:
        light = light.filter("tonemap", tonemap="mobius", param=_KNEE, desat=0)
    return light.filter("zscale", transfer="709", matrix="709", range="limited")


def matrix_in(facts: FilmFacts) -> str:
    """Return the matrix to read a standard picture with; one that says nothing is guessed as players do."""
    if is_wide(facts):
        return "bt709"
    if facts.matrix and facts.matrix not in _NOT_SWSCALE:
        return facts.matrix
    return "bt709" if min(facts.width_px, facts.height_px) >= _HD_LINES else "bt601"
