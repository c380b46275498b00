"""Which sizes a film is made in. Light: estimates ask too."""

from __future__ import annotations

from showcase.model.media import FilmFacts
from showcase.model.presets import FilmPreset, FilmSize


def fit(width_px: int, height_px: int, size: FilmSize) -> tuple[int, int]:
    """Return the even size of a film in a box: its aspect kept, never enlarged.

    The box turns with the film: 1280×720 bounds what a decoder has to do, which knows no direction, and
    an upright film of a phone would shrink to 404 dots, less than the phone that shows it has.
    """
    box = sorted((size.width_px, size.height_px), reverse=width_px >= height_px)
    scale = min(1.0, box[0] / width_px, box[1] / height_px)
    return max(2, 2 * round(width_px * scale / 2)), max(2, 2 * round(height_px * scale / 2))


def sizes_of(facts: FilmFacts, preset: FilmPreset) -> list[tuple[FilmSize, tuple[int, int]]]:
    """Return the renditions to make with their sizes; one that would be as large as another is left out."""
    sizes: list[tuple[FilmSize, tuple[int, int]]] = []
    for size in preset.sizes:
        px = fit(facts.width_px, facts.height_px, size)
        if all((size.codec, px) != (known.codec, known_px) for known, known_px in sizes):
            sizes.append((size, px))
    return sizes
