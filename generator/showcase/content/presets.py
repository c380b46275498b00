"""Read media/presets.yml: the recipes of photos, films and sound. What it leaves out has a default."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

import yaml

from showcase.content.documents import as_mapping, is_blank, read_yaml
from showcase.content.layout import Layout
from showcase.content.reading import MISSING, Reading, meant
from showcase.model.presets import (
    DEFAULTS,
    CaptionsPreset,
    CropShape,
    FilmPreset,
    FilmSize,
    PhotoPreset,
    Presets,
    SoundPreset,
)
from showcase.model.problem import Problem

Preset = TypeVar("Preset", PhotoPreset, FilmPreset, SoundPreset, CaptionsPreset, FilmSize, CropShape)
_WORDS = {
    "speed": ("superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"),
    "codec": ("h264", "av1"),
}
"""Speeds are x264's; its fastest is left out, for it does not write High profile."""
_WIDEST_PX = 8000
_RANGES = {
    "recipe": (1, 9999),
    "webp_quality": (1, 100),
    "jpeg_quality": (1, 95),
    "avif_quality": (0, 100),
    "avif_speed": (0, 10),
    "wide": (1, 100),
    "high": (1, 100),
    "placeholder_px": (4, 32),
    "limit_megapixels": (1, 250),
    "limit_memory_mb": (100, 16_000),
    "width_px": (16, _WIDEST_PX),
    "height_px": (16, _WIDEST_PX),
    "crf": (0, 63),
    "cap_kbps": (50, 50_000),
    "frame_rate": (1, 60),
    "loudness_lufs": (-40, -5),
    "audio_kbps": (16, 320),
    "opus_kbps": (0, 320),
    "av1_speed": (0, 13),
    "threads": (1, 16),
    "limit_minutes": (1, 600),
}
_SIZE_TEMPLATE = DEFAULTS.film.sizes[0]
_CROP_TEMPLATE = DEFAULTS.photo.crops[0]


def read_presets(layout: Layout) -> tuple[Presets, list[Problem]]:
    """Return the recipes of a root, or the defaults and a problem for each mistake.

    Nothing should be made while there are problems: another recipe means every film again.
    """
    path = layout.media / "presets.yml"
    if not path.exists():
        return DEFAULTS, []
    reading = Reading(layout.name_of(path))
    node = read_yaml(reading, str(path))
    found: dict[str, Any] = {}
    for key, value in _entries(reading, node) if node else ():
        template = getattr(DEFAULTS, key, None)
        if template is None:
            _unknown(reading, value, key, [f.name for f in fields(DEFAULTS)])
        else:
            found[key] = _preset(reading, value, template)
    return DEFAULTS if reading.problems else replace(DEFAULTS, **found), reading.problems


def _entries(reading: Reading, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    """Yield key and value of a mapping; a key written twice is a problem."""
    mapping = None if is_blank(node) else as_mapping(reading, node)
    seen: set[str] = set()
    for key, value in mapping.value if mapping else ():
        name = str(key.value)
        if name in seen:
            reading.report(key, "preset-duplicate-key", f"“{name}”写了两次", "保留一处，删去另一处")
            continue
        seen.add(name)
        yield name, value


def _preset(reading: Reading, node: yaml.Node, template: Preset) -> Preset:
    """Return `template` with what is written in its place."""
    kinds = {field.name: str(field.type) for field in fields(template)}
    found: dict[str, Any] = {}
    for key, value in _entries(reading, node):
        if key not in kinds:
            _unknown(reading, value, key, list(kinds))
            continue
        converted = _CONVERTERS[kinds[key]](reading, value, key)
        if converted is not MISSING:
            found[key] = converted
    return replace(template, **found)


def _unknown(reading: Reading, node: yaml.Node, key: str, known: list[str]) -> None:
    fix = meant(key, known, f"这里可写：{'、'.join(known)}")
    reading.report(node, "preset-unknown-key", f"没有“{key}”这一项", fix)


def _number(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a float or MISSING
    low, high = _RANGES[key]
    try:
        value = float(str(node.value))
    except ValueError:
        value = float("nan")
    if low <= value <= high:
        return value
    reading.report(node, "preset-number", f"“{key}”应当是 {low} 到 {high} 之间的数", "改成这个范围内的数")
    return MISSING


def _whole(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - an int or MISSING
    value = _number(reading, node, key)
    if value is MISSING or value == int(value):
        return value if value is MISSING else int(value)
    reading.report(node, "preset-number", f"“{key}”应当是整数", "去掉小数")
    return MISSING


def _word(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a str or MISSING
    text = str(node.value)
    if key in _WORDS and text not in _WORDS[key]:
        reading.report(node, "preset-word", f"“{key}”没有“{text}”这一种", f"可写：{'、'.join(_WORDS[key])}")
        return MISSING
    if not re.fullmatch(r"[a-z0-9]{1,20}", text):
        reading.report(node, "preset-word", f"“{key}”会成为文件名的一部分", "只用小写英文字母和数字")
        return MISSING
    return text


def _widths(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a tuple or MISSING
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    widths = [_whole(reading, item, "width_px") for item in items]
    if MISSING in widths:
        return MISSING
    if not widths or widths != sorted(set(widths)):
        reading.report(node, "preset-widths", f"“{key}”应当从窄到宽，不重复", "例如 [320, 720, 1200]")
        return MISSING
    return tuple(widths)


def _crops(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a tuple or MISSING
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    crops = tuple(_preset(reading, item, _CROP_TEMPLATE) for item in items)
    if not isinstance(node, yaml.SequenceNode) or len({crop.name for crop in crops}) < len(crops):
        reading.report(node, "preset-sizes", f"“{key}”应当逐项列出，name 各不相同", "不要裁切就写 []")
        return MISSING
    return crops


def _yes_or_no(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a bool or MISSING
    text = str(node.value)
    if text in ("true", "false"):
        return text == "true"
    reading.report(node, "preset-word", f"“{key}”应当是 true 或 false", "改成其中一个")
    return MISSING


def _sizes(reading: Reading, node: yaml.Node, key: str) -> Any:  # noqa: ANN401 - a tuple or MISSING
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    sizes = tuple(_preset(reading, item, _SIZE_TEMPLATE) for item in items)
    if not sizes or len({size.name for size in sizes}) < len(sizes) or sizes[0].codec != "h264":
        message = f"“{key}”至少一项，第一项是 h264，name 各不相同"
        reading.report(node, "preset-sizes", message, "例如 720p 和 480p 各一项")
        return MISSING
    return sizes


_CONVERTERS: dict[str, Callable[[Reading, yaml.Node, str], Any]] = {
    "int": _whole,
    "float": _number,
    "bool": _yes_or_no,
    "str": _word,
    "tuple[int, ...]": _widths,
    "tuple[CropShape, ...]": _crops,
    "tuple[FilmSize, ...]": _sizes,
}
