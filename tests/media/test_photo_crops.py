"""Cuts keep the point that matters, are never enlarged, and are made only where they save something."""

import base64
import io
from dataclasses import replace

import pytest
from odd_photos import BLUE, GREEN, RED, off, quarters, saved
from PIL import Image
from skimage import data as photographs

from showcase.media.photos.decoding import decode, memory_mb, photo_facts
from showcase.media.photos.faces import can_find_faces, face_point
from showcase.media.photos.pictures import make_photo
from showcase.media.photos.recognising import opened
from showcase.media.storing.store import Store
from showcase.media.terms.framing import Framing, crop_box, crop_sizes, is_shaped, width_needed
from showcase.media.terms.refusal import Refused
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.jobs import Job
from showcase.model.presets import DEFAULTS, CropShape

PRESET = DEFAULTS.photo
PORTRAIT, SCENE, LINK = PRESET.crops
ALL = ("portrait", "scene", "link")


def made(tmp_path, image, framing, **preset):
    path = tmp_path / "a.png"
    image.save(path)
    store = Store(tmp_path / "derivatives")
    picture = make_photo(
        Job("a" * 20, MediaKind.PHOTO, path, "b" * 64, "a.png", framing), replace(PRESET, **preset), store
    ).product
    return picture, store


@pytest.mark.parametrize(
    "size, shape, focus, box",
    [
        ((4000, 3000), PORTRAIT, None, (875, 0, 3125, 3000)),
        ((4000, 3000), PORTRAIT, (0, 50), (0, 0, 2250, 3000)),
        ((4000, 3000), PORTRAIT, (50, 50), (875, 0, 3125, 3000)),
        ((4000, 3000), PORTRAIT, (100, 100), (1750, 0, 4000, 3000)),
        ((3000, 6000), SCENE, None, (0, 1120, 3000, 3120)),
        ((3000, 6000), SCENE, (50, 50), (0, 2200, 3000, 4200)),
        ((3000, 6000), SCENE, (50, 0), (0, 0, 3000, 2000)),
        ((3000, 6000), SCENE, (50, 100), (0, 4000, 3000, 6000)),
    ],
)
def test_a_cut_is_as_large_as_can_be_and_goes_around_its_focus(size, shape, focus, box):
    assert crop_box(size, shape, focus) == box


def test_sizes_of_a_cut_are_the_presets_and_never_larger_than_the_picture():
    assert crop_sizes((4000, 3000), PORTRAIT) == [(320, 427), (640, 853), (960, 1280)]
    assert crop_sizes((800, 600), PORTRAIT) == [(320, 427), (450, 600)]
    assert crop_sizes((100, 100), PORTRAIT) == [(75, 100)]
    assert crop_sizes((1, 1), LINK) == [(1, 1)]


def test_a_picture_is_decoded_wide_enough_for_its_cuts_and_no_wider():
    assert width_needed((4000, 3000), (320, 1200), ()) == 1200
    assert width_needed((4000, 3000), (320, 1200), (PORTRAIT,)) == 1707
    assert width_needed((800, 600), (320, 1200), (PORTRAIT,)) == 800
    assert is_shaped((1200, 1600), PORTRAIT)
    assert not is_shaped((1200, 1500), PORTRAIT)


def test_the_files_of_a_picture_with_cuts(tmp_path):
    picture, store = made(tmp_path, quarters((2000, 1500)), Framing(ALL, (10, 10)))
    sizes = {crop.name: [(r.type[6:], r.width_px, r.height_px) for r in crop.renditions] for crop in picture.crops}
    pairs = [("webp", 320, 427), ("jpeg", 320, 427), ("webp", 640, 853), ("jpeg", 640, 853)]
    assert sizes["portrait"] == [*pairs, ("webp", 960, 1280), ("jpeg", 960, 1280)]
    assert sizes["link"] == [("jpeg", 1200, 630)]
    assert [r.width_px for r in picture.of_type("image/webp")] == [320, 720, 1200]
    for crop in picture.crops:
        for rendition in crop.renditions:
            with Image.open(store.on_disk(rendition)) as image:
                assert image.size == (rendition.width_px, rendition.height_px)
                assert off([image.convert("RGB").getpixel((5, 5))], [RED]) <= 8


def test_the_focus_decides_what_a_cut_shows(tmp_path):
    picture, store = made(tmp_path, quarters((2000, 1000)), Framing(("portrait",), (90, 10)))
    with Image.open(store.on_disk(picture.crop("portrait")[-1])) as image:
        assert off([image.convert("RGB").getpixel((10, 10))], [GREEN]) <= 8
    picture, store = made(tmp_path, quarters((2000, 1000)), Framing(("portrait",), (10, 90)))
    with Image.open(store.on_disk(picture.crop("portrait")[-1])) as image:
        assert off([image.convert("RGB").getpixel((10, image.height - 10))], [BLUE]) <= 8


def test_a_picture_of_the_shape_is_not_cut_again_but_for_link_cards(tmp_path):
    picture, _ = made(tmp_path, quarters((900, 1200)), Framing(("portrait", "link")))
    assert picture.crop("portrait") == ()
    assert [(r.type, r.width_px, r.height_px) for r in picture.crop("link")] == [("image/jpeg", 900, 472)]


def test_a_cut_that_the_preset_does_not_know_is_not_made(tmp_path):
    other = CropShape(name="square", wide=1, high=1, widths_px=(100,))
    picture, _ = made(tmp_path, quarters(), Framing(ALL), crops=(other,))
    assert picture.crops == ()
    picture, _ = made(tmp_path, quarters(), Framing(("square",)), crops=(other,))
    assert [r.width_px for r in picture.crop("square")] == [100, 100]


def test_avif_comes_first_where_asked_and_its_bytes_are_always_the_same(tmp_path):
    image = Image.fromarray(photographs.coffee())
    first, store = made(tmp_path, image, Framing(), avif_quality=55)
    assert [r.type[6:] for r in first.renditions[:3]] == ["avif", "webp", "jpeg"]
    files = [store.on_disk(r) for r in first.renditions]
    bytes_of = [file.read_bytes() for file in files]
    assert made(tmp_path, image, Framing(), avif_quality=55)[0] == first
    assert [file.read_bytes() for file in files] == bytes_of
    with Image.open(files[-3]) as made_avif:
        assert (made_avif.format, made_avif.size) == ("AVIF", image.size)


def test_a_face_is_found_and_the_cut_goes_there(tmp_path):
    assert can_find_faces()
    portrait = Image.fromarray(photographs.astronaut())
    wide = Image.new("RGB", (1536, 512), (90, 120, 90))
    wide.paste(portrait, (1024, 0))
    x, y = face_point(wide)
    assert abs(x - (1024 + 222) / 15.36) < 2
    assert abs(y - 22) < 5
    picture, _ = made(tmp_path, wide, Framing(("portrait",)), find_faces=True)
    assert picture.focus == (x, y)
    left, _, right, _ = crop_box(wide.size, PORTRAIT, picture.focus)
    assert left < 1024 + 160 < 1024 + 290 < right


def test_the_editors_focus_wins_over_a_face_and_no_face_is_no_focus(tmp_path):
    portrait = Image.fromarray(photographs.astronaut())
    assert made(tmp_path, portrait, Framing((), (12, 34)), find_faces=True)[0].focus == (12, 34)
    assert made(tmp_path, Image.fromarray(photographs.coffee()), Framing(), find_faces=True)[0].focus is None
    assert made(tmp_path, portrait, Framing())[0].focus is None


def test_the_placeholder_is_a_tiny_picture_of_the_photo(tmp_path):
    picture, _ = made(tmp_path, quarters((1600, 1200)), Framing())
    head, data = picture.placeholder.split(",")
    assert (head, len(picture.placeholder) < 400) == ("data:image/webp;base64", True)
    with Image.open(io.BytesIO(base64.b64decode(data))) as tiny:
        assert tiny.size == (16, 12)
        assert off([tiny.convert("RGB").getpixel((3, 3))], [RED]) < 40


@pytest.mark.slow
def test_a_scan_of_two_hundred_megapixels_is_opened_in_little_memory_or_refused(tmp_path):
    scan = tmp_path / "scan.jpg"
    Image.new("L", (16_000, 12_500), 200).save(scan, quality=50)
    with opened(scan) as image:
        assert memory_mb(image) < 100
    assert photo_facts(scan, "", PRESET).width_px == 16_000
    assert decode(scan, 1200).width == 2000
    big = tmp_path / "scan.webp"
    big.write_bytes(saved(Image.new("RGB", (12_000, 9_000)), "WEBP", method=0))
    with pytest.raises(Refused) as refused:
        photo_facts(big, "", PRESET)
    assert refused.value.refusal.rule == "photo-too-large"
    assert "内存" in refused.value.refusal.message
