"""What an iPhone writes into its photos is looked for as in any other."""

import pillow_heif
from PIL import Image

from showcase.check.scan.tree import look_through
from showcase.content.layout import Layout


def test_a_heic_is_looked_into(tmp_path):
    name = "media/stars/2024/henan/012/portrait.heic"
    exif = Image.Exif()
    exif[0x010E] = "13800000000"
    exif[0x8825] = {1: "N", 2: (34.0, 45.0, 0.0), 3: "E", 4: (113.0, 40.0, 0.0)}
    (tmp_path / name).parent.mkdir(parents=True)
    pillow_heif.register_heif_opener()
    Image.new("RGB", (64, 64), "tan").save(tmp_path / name, exif=exif)
    found = sorted((p.rule, p.file) for p in look_through(Layout(tmp_path)).problems)
    assert found == [("private-location", name), ("private-phone", name)]


def test_a_heic_that_tells_nothing_is_no_problem(tmp_path):
    (tmp_path / "media").mkdir()
    pillow_heif.register_heif_opener()
    Image.new("RGB", (64, 64), "tan").save(tmp_path / "media/portrait.HEIC")
    assert look_through(Layout(tmp_path)).problems == []
