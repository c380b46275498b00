"""Pictures in rows: how many stand side by side, in which shape, and that none is left out or turned round."""

import re

import pytest

from showcase.model.artefact import ROOT
from showcase.model.media import Shelf
from showcase.model.terms import PhotoKind
from showcase.pages.gallery import SHAPES, record_gallery, shape_of

from .people import photo, picture, project, view_of

HERE = "projects/2024/henan/001"
WIDE, TALL, LOW = (1200, 800), (900, 1200), (1200, 400)


def gallery_of(*sizes):
    """The rows of a project's page whose head picture is followed by pictures of these sizes."""
    names = [f"{number}.jpg" for number in range(len(sizes) + 1)]
    made = {f"{HERE}/{name}": picture(name, *size) for name, size in zip(names, [WIDE, *sizes], strict=True)}
    photos = tuple(photo(name, PhotoKind.ACTIVITY) for name in names)
    one = project(photos=photos)
    return record_gallery(view_of(one, shelf=Shelf(pictures=made)), one)


@pytest.mark.parametrize(
    ("sizes", "side_by_side"),
    [
        ([], []),
        ([WIDE], [1]),
        ([WIDE] * 2, [2]),
        ([WIDE] * 3, [3]),
        ([WIDE] * 4, [2, 2]),
        ([WIDE] * 5, [2, 3]),
        ([WIDE] * 9, [3, 3, 3]),
        ([WIDE] * 12, [3, 3, 3, 3]),
        ([TALL] * 3, [3]),
        ([TALL, WIDE], [2]),
        ([TALL, WIDE, WIDE], [3]),
        ([LOW, LOW], [2]),
        ([LOW, LOW, LOW], [1, 2]),
    ],
)
def test_a_row_holds_what_fits_a_desk(sizes, side_by_side):
    assert [len(row) for row in gallery_of(*sizes)] == side_by_side


def test_pictures_keep_the_editors_order():
    tiles = [tile for row in gallery_of(*[WIDE, TALL] * 4) for tile in row]
    assert [tile.picture.alt for tile in tiles] == [f"{number}.jpg的画面" for number in range(1, 9)]


@pytest.mark.parametrize(
    ("size", "shape"),
    [(WIDE, 150), (TALL, 75), ((800, 800), 100), ((1200, 900), 133), ((720, 1280), 56), ((4000, 500), 233)],
)
def test_a_picture_takes_the_nearest_shape(size, shape):
    assert shape_of(*size) == shape


def test_ordinary_pictures_lose_hardly_anything_to_their_shape():
    kept = [
        min(ratio, one) / max(ratio, one)
        for ratio in (w / h for w in range(50, 235, 5) for h in [100])
        for one in [SHAPES[shape_of(round(ratio * 1000), 1000)]]
    ]
    assert min(kept) > 0.85


def test_a_tile_tells_the_browser_its_width():
    assert [[tile.sizes.split(",")[0] for tile in row] for row in gallery_of(TALL, WIDE, WIDE)] == [
        ["(min-width: 60em) 240px", "(min-width: 60em) 480px", "(min-width: 60em) 480px"]
    ]


def test_each_picture_is_a_link_to_its_large_file():
    view = view_of()
    html = str(view.macro("gallery", "gallery")(gallery_of(WIDE, TALL)))
    assert re.findall(r'<figure class="ls-gallery__r(\d+)"><a href="([^"]+)">', html) == [
        ("150", f"{ROOT}media/ab/1.jpg-1200.jpg"),
        ("75", f"{ROOT}media/ab/2.jpg-900.jpg"),
    ]
