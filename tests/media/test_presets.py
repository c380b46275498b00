import dataclasses
from pathlib import Path

import pytest

from showcase.content.layout import Layout
from showcase.content.presets import read_presets
from showcase.model.presets import DEFAULTS, FilmSize

ROOT = Path(__file__).parents[2]


def read(tmp_path, text):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "presets.yml").write_text(text, encoding="utf-8")
    return read_presets(Layout(tmp_path))


def test_the_presets_in_the_repository_are_the_defaults():
    assert read_presets(Layout(ROOT)) == (DEFAULTS, [])


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_presets(Layout(tmp_path)) == (DEFAULTS, [])


def test_what_is_written_replaces_the_default_and_the_rest_stays(tmp_path):
    text = "photo:\n  widths_px: [400]\n"
    text += "film:\n  loudness_lufs: -18.5\n  sizes:\n    - {name: 360p, height_px: 360}\n"
    presets, problems = read(tmp_path, text)
    size = FilmSize(name="360p", width_px=1280, height_px=360, crf=23, cap_kbps=3000)
    assert problems == []
    assert presets == dataclasses.replace(
        DEFAULTS,
        photo=dataclasses.replace(DEFAULTS.photo, widths_px=(400,)),
        film=dataclasses.replace(DEFAULTS.film, loudness_lufs=-18.5, sizes=(size,)),
    )


@pytest.mark.parametrize(
    "text, rule, line, column",
    [
        ("phto:\n  recipe: 2\n", "preset-unknown-key", 2, 3),
        ("photo:\n  jpg_quality: 80\n", "preset-unknown-key", 2, 16),
        ("photo:\n  recipe: 1\n  recipe: 2\n", "preset-duplicate-key", 3, 3),
        ("photo:\n  jpeg_quality: 300\n", "preset-number", 2, 17),
        ("photo:\n  jpeg_quality: gut\n", "preset-number", 2, 17),
        ("photo:\n  jpeg_quality: 80.5\n", "preset-number", 2, 17),
        ("photo:\n  jpeg_quality: [80]\n", "preset-number", 2, 17),
        ("photo:\n  widths_px: [720, 320]\n", "preset-widths", 2, 14),
        ("photo:\n  widths_px: 320\n", "preset-widths", 2, 14),
        ("film:\n  speed: warp\n", "preset-word", 2, 10),
        ("film:\n  sizes:\n    - {name: ../a}\n", "preset-word", 3, 14),
        ("film:\n  sizes: []\n", "preset-sizes", 2, 10),
        ("film:\n  sizes: [{name: a}, {name: a}]\n", "preset-sizes", 2, 10),
        ("film: 3\n", "record-type", 1, 7),
        ("- photo\n", "record-type", 1, 1),
    ],
)
def test_each_mistake_is_one_problem_at_its_place(tmp_path, text, rule, line, column):
    presets, problems = read(tmp_path, text)
    assert [(p.rule, p.file, p.line, p.column) for p in problems] == [
        (rule, "media/presets.yml", line, column)
    ]
    assert all(p.message and p.fix for p in problems)
    assert presets == DEFAULTS
