"""Pictures on paper: from the master, fine enough or with a warning, with nothing in them but the picture."""

import io
import shutil
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from showcase.content.layout import Layout
from showcase.media.storing.pointers import Pointer, write_pointer
from showcase.model.parts import Photo
from showcase.model.terms import PhotoKind
from showcase.sheets.formats import Sheet
from showcase.sheets.printing import pdf

KEY = "stars/2024/henan/012"


@pytest.fixture
def studio(tmp_path, press):
    """Return (place, press): the record's media in a folder of its own, to be changed."""
    root = tmp_path / "studio"
    shutil.copytree(press.layout.root / "media" / KEY, root / "media" / KEY)
    return root / "media" / KEY, replace(press, layout=Layout(root))


def photograph(path, size, *, tell=False):
    """Write a photograph of noise; `tell` gives it what cameras tell."""
    noise = np.random.default_rng(7).integers(0, 255, (size[1] // 8, size[0] // 8, 3), dtype=np.uint8)
    image = Image.fromarray(noise).resize(size)
    exif = Image.Exif()
    if tell:
        exif[0x013B], exif[0x9286] = "Photographer", "at home"
        exif.get_ifd(0x8825).update({1: "N", 2: (Fraction(34), Fraction(45), Fraction(0))})
    image.save(path, "JPEG", quality=90, exif=exif)


def printed_pictures(printed):
    return [each.data for page in PdfReader(io.BytesIO(printed.data)).pages for each in page.images]


def test_a_picture_is_as_fine_as_the_paper_asks_and_no_finer(studio, star):
    place, press = studio
    photograph(place / "portrait.jpg", (3000, 4000))
    printed = pdf(Sheet.POSTER, [star], press)
    assert printed.warnings == ()
    (data,) = printed_pictures(printed)
    assert Image.open(io.BytesIO(data)).size == (1819, 2425)  # 154 mm at 300 dots an inch


def test_a_small_picture_is_not_enlarged_and_its_need_is_named(studio, star):
    place, press = studio
    photograph(place / "portrait.jpg", (600, 800))
    printed = pdf(Sheet.POSTER, [star], press)
    (data,) = printed_pictures(printed)
    assert Image.open(io.BytesIO(data)).size == (600, 800)
    assert printed.warnings == (
        "media/stars/2024/henan/012/portrait.jpg 放到这么大，每英寸只有 99 点，印出来会糊："
        "裁切以后是 600×800 像素，至少要 909×1213。请换一张更大的原件",
    )


@pytest.mark.parametrize(
    ("sheet", "size", "least"), [(Sheet.POSTER, "a3", 910), (Sheet.PANEL, "90x120", 1540)]
)
def test_the_limit_is_150_dots_for_a_poster_and_100_for_a_panel(studio, star, sheet, size, least):
    place, press = studio
    alone = replace(star, photos=star.photos[:1])
    found = {}
    for width in (least, least - 6):
        photograph(place / "portrait.jpg", (width, width * 4 // 3))
        found[width] = len(pdf(sheet, [alone], press, size=size).warnings)
    assert found == {least: 0, least - 6: 1}


def test_nothing_that_a_camera_tells_is_in_the_pdf(studio, star):
    place, press = studio
    photograph(place / "portrait.jpg", (1500, 2000), tell=True)
    told = place / "portrait.jpg"
    assert Image.open(told).getexif()[0x013B] == "Photographer"
    data = pdf(Sheet.POSTER, [star], press).data
    (picture,) = printed_pictures(pdf(Sheet.POSTER, [star], press))
    opened = Image.open(io.BytesIO(picture))
    assert dict(opened.getexif()) == {}
    assert opened.mode == "RGB"
    assert b"Photographer" not in data


def test_a_master_elsewhere_is_asked_for_by_name(studio, star):
    place, press = studio
    master = place / "portrait.jpg"
    write_pointer(master, Pointer(master.stat().st_size, "0" * 64))
    master.unlink()
    printed = pdf(Sheet.POSTER, [star], press)
    assert printed_pictures(printed) == []
    assert [warning.split("。")[0] for warning in printed.warnings] == [
        "media/stars/2024/henan/012/portrait.jpg 的原件不在这台电脑上，只好空着"
    ]


def test_a_missing_master_is_named(studio, star):
    place, press = studio
    (place / "portrait.jpg").unlink()
    printed = pdf(Sheet.POSTER, [star], press)
    assert printed.warnings == ("media/stars/2024/henan/012/portrait.jpg 找不到，只好空着",)


def test_a_file_that_is_no_picture_leaves_its_place_empty_and_says_so(studio, star):
    place, press = studio
    (place / "portrait.jpg").write_bytes(b"no picture at all")
    printed = pdf(Sheet.POSTER, [star], press)
    assert printed_pictures(printed) == []
    assert len(printed.warnings) == 1
    assert "media/stars/2024/henan/012/portrait.jpg 打不开" in printed.warnings[0]


def test_an_id_photo_is_never_printed(studio, star):
    place, press = studio
    photograph(place / "id.jpg", (900, 1200))
    pass_photo = Photo(file="id.jpg", kind=PhotoKind.ID_PHOTO, alt="证件照")
    only = replace(star, photos=(pass_photo,))
    assert printed_pictures(pdf(Sheet.HANDOUT, [only], press)) == []
