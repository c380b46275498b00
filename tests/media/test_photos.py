import io
import struct
import zlib
from pathlib import Path

import numpy
import pillow_heif
import pytest
import skimage
from PIL import Image, ImageCms

PHOTOGRAPHS = sorted(
    p
    for p in (Path(skimage.__file__).parent / "data").iterdir()
    if p.suffix in {".png", ".jpg", ".gif", ".tif"}
)
pillow_heif.register_heif_opener()
TOKEN = "ORT-7f3a91"


def quarters():
    """Red, green / blue, white: every way of turning it looks different."""
    image = Image.new("RGB", (800, 600), "white")
    image.paste("red", (0, 0, 400, 300))
    image.paste((0, 128, 0), (400, 0, 800, 300))
    image.paste("blue", (0, 300, 400, 600))
    return image


def corners(image):
    w, h = image.size
    return [
        image.convert("RGB").getpixel(p)
        for p in ((w // 4, h // 4), (3 * w // 4, h // 4), (w // 4, 3 * h // 4), (3 * w // 4, 3 * h // 4))
    ]


def near(one, other):
    return all(abs(a - b) <= 12 for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True))


def derivatives(shelf, key):
    for rendition in shelf.pictures[key].renditions:
        image = Image.open(shelf.files[rendition.path])
        image.load()
        yield rendition, image


def turned(orientation):
    """The picture as a camera stores it that tells this orientation."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return quarters().transpose(undo[orientation]) if orientation > 1 else quarters()


FORMS = [("JPEG", n) for n in range(1, 9)] + [(f, n) for f in ("TIFF", "PNG", "WEBP", "AVIF") for n in (5, 6)]


@pytest.mark.parametrize("form, orientation", FORMS)
def test_every_orientation_comes_out_upright(studio, key, form, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    studio.photo("a.jpg", turned(orientation), form, exif=exif, quality=95)
    shelf, problems, _ = studio.make("a.jpg")
    assert problems == []
    facts = shelf.photo_facts[key("a.jpg")]
    assert (facts.width_px, facts.height_px) == (800, 600)
    for rendition, image in derivatives(shelf, key("a.jpg")):
        assert image.size == (rendition.width_px, rendition.height_px)
        assert near(corners(image), corners(quarters()))


@pytest.mark.parametrize("orientation", [3, 5, 6, 8])
def test_a_heic_that_tells_its_turn_twice_is_turned_once(studio, key, orientation):
    """As phones write it: the picture carries its turn itself (irot, imir), and the EXIF beside it says it again."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    studio.photo("a.heic", turned(orientation), "HEIF", exif=exif.tobytes(), quality=95)
    data = (studio.folder / "a.heic").read_bytes()
    assert b"irot" in data and struct.pack(">HHIH", 0x0112, 3, 1, orientation) in data
    shelf, problems, _ = studio.make("a.heic")
    assert problems == []
    facts = shelf.photo_facts[key("a.heic")]
    assert (facts.width_px, facts.height_px) == (800, 600)
    for _, image in derivatives(shelf, key("a.heic")):
        assert near(corners(image), corners(quarters()))


def test_no_derivative_keeps_any_metadata(studio, key):
    exif = Image.Exif()
    exif[0x010E] = TOKEN
    exif[0x8825] = {1: "N", 2: (34.0, 45.0, 12.0), 3: "E", 4: (113.0, 38.0, 2.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    studio.photo(
        "a.jpg", quarters(), exif=exif, comment=TOKEN, xmp=TOKEN.encode(), dpi=(300, 300), icc_profile=profile
    )
    shelf, problems, _ = studio.make("a.jpg")
    assert problems == []
    assert shelf.photo_facts[key("a.jpg")].has_gps is True
    for _, image in derivatives(shelf, key("a.jpg")):
        assert dict(image.getexif()) == {}
        assert set(image.info) & {"exif", "icc_profile", "comment", "xmp", "dpi"} == set()
    for data in studio.tree().values():
        assert TOKEN.encode() not in data
        assert b"Exif" not in data


def test_widths_are_the_presets_and_never_wider_than_the_photo(studio, key):
    sizes = {"wide.jpg": 2400, "middle.jpg": 1000, "small.jpg": 200}
    for name, width in sizes.items():
        studio.photo(name, Image.effect_noise((width, width // 2), 50).convert("RGB"))
    shelf, _, _ = studio.make(*sizes)
    widths = {n: [r.width_px for r in shelf.pictures[key(n)].of_type("image/webp")] for n in sizes}
    assert widths == {"wide.jpg": [320, 720, 1200], "middle.jpg": [320, 720, 1000], "small.jpg": [200]}
    assert shelf.pictures[key("wide.jpg")].largest.width_px == 1200
    assert shelf.pictures[key("wide.jpg")].placeholder.startswith("data:image/webp;base64,")
    assert len(shelf.pictures[key("wide.jpg")].placeholder) < 400


def test_a_jpeg_is_progressive_with_halved_colour(studio, key):
    studio.photo("a.jpg", quarters())
    shelf, _, _ = studio.make("a.jpg")
    jpegs = [i for r, i in derivatives(shelf, key("a.jpg")) if r.type == "image/jpeg"]
    assert [(i.format, i.info.get("progressive"), i.layer[0][1:3]) for i in jpegs] == [
        ("JPEG", 1, (2, 2))
    ] * 3


def test_colours_of_another_profile_become_srgb(studio, key):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
    studio.photo("a.png", Image.new("RGB", (64, 64), "red"), "PNG", icc_profile=swapped)
    shelf, problems, _ = studio.make("a.png")
    assert problems == []
    for _, image in derivatives(shelf, key("a.png")):
        assert near([image.getpixel((30, 30))], [(0, 0, 255)])


def test_a_broken_profile_is_no_reason_to_refuse(studio):
    studio.photo("a.png", quarters(), "PNG", icc_profile=b"not a profile")
    assert studio.rules("a.png") == []


def test_cmyk_sixteen_bit_palette_and_grey_come_out_in_eight_bit_rgb(studio, key):
    studio.photo("cmyk.jpg", quarters().convert("CMYK"))
    studio.put("deep.png", png_of(numpy.full((60, 80), 32896, dtype=">u2"), depth=16))
    studio.photo("deep.tif", Image.fromarray(numpy.full((60, 80), 32896, dtype="uint16")), "TIFF")
    studio.photo("palette.gif", quarters().quantize(8), "GIF")
    studio.photo("grey.jpg", Image.new("L", (80, 60), 128))
    shelf, problems, _ = studio.make("cmyk.jpg", "deep.png", "deep.tif", "palette.gif", "grey.jpg")
    assert problems == []
    for name in ("cmyk.jpg", "palette.gif"):
        assert all(near(corners(i), corners(quarters())) for _, i in derivatives(shelf, key(name)))
    for name in ("deep.png", "deep.tif", "grey.jpg"):
        assert all(near([i.getpixel((9, 9))], [(128,) * 3]) for _, i in derivatives(shelf, key(name)))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(studio, key, mode):
    image = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    image.paste((10, 10, 10, 255), (40, 0, 80, 60))
    studio.photo("a.png", image.quantize(4) if mode == "P" else image.convert(mode), "PNG")
    shelf, _, _ = studio.make("a.png")
    for _, made in derivatives(shelf, key("a.png")):
        assert near([made.getpixel((10, 30)), made.getpixel((70, 30))], [(255,) * 3, (10,) * 3])


def test_one_pixel_is_a_photo(studio, key):
    studio.photo("a.png", Image.new("RGB", (1, 1), "red"), "PNG")
    shelf, problems, _ = studio.make("a.png")
    assert problems == []
    assert [r.width_px for r in shelf.pictures[key("a.png")].renditions] == [1, 1]


def png_of(pixels, depth=8, claimed=None):
    """Write a grey PNG by hand; `claimed` is the (width, height) that its header lies."""
    height, width = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", *(claimed or (width, height)), depth, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg():
    buffer = io.BytesIO()
    Image.effect_noise((600, 400), 60).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


HOSTILE = {
    "text.jpg": ("这不是照片。".encode(), "photo-not-an-image"),
    "empty.jpg": (b"", "photo-not-an-image"),
    "svg.png": (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "photo-not-an-image"),
    "half.jpg": (jpeg()[: len(jpeg()) // 2], "photo-truncated"),
    "half.png": (png_of(numpy.zeros((99, 99), "u1"))[:-40], "photo-truncated"),
    "bomb.png": (png_of(numpy.zeros((9, 9), "u1"), claimed=(60_000, 60_000)), "photo-too-large"),
    "strip.png": (png_of(numpy.zeros((2, 2000), "u1")), "photo-odd-shape"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_photo_is_exactly_one_problem_at_its_line(studio, name):
    data, rule = HOSTILE[name]
    studio.put(name, data)
    shelf, problems, _ = studio.make(name)
    assert [(p.rule, p.severity, p.file, p.line, p.column) for p in problems] == [
        (rule, "error", "content/stars/2024/henan/001.md", 7, 5)
    ]
    assert problems[0].message.startswith(f"{name}：")
    assert (shelf.pictures, shelf.files) == ({}, {})


def test_missing_files_and_names_that_lead_outside_are_problems(studio, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(jpeg())
    (studio.folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    up = "../" * 6 + "secret.jpg"
    assert (studio.folder / up).resolve() == tmp_path / "secret.jpg"
    assert studio.rules("nowhere.jpg", "link.jpg", up, "a\0b.jpg", ".") == ["photo-missing"] * 5


def test_real_photographs_go_through(studio, key):
    assert len(PHOTOGRAPHS) > 20
    for path in PHOTOGRAPHS:
        studio.put(path.name, path.read_bytes())
    shelf, problems, _ = studio.make(*(p.name for p in PHOTOGRAPHS))
    unreadable = "multipage_rgb.tif"  # a layout of TIFF that Pillow does not know
    assert [(p.rule, p.message.split("：")[0]) for p in problems] == [("photo-not-an-image", unreadable)]
    readable = [path for path in PHOTOGRAPHS if path.name != unreadable]
    assert sorted(shelf.pictures) == sorted(key(path.name) for path in readable)
    for path in readable:
        with Image.open(path) as master:
            for rendition, image in derivatives(shelf, key(path.name)):
                assert (image.mode, image.size) == ("RGB", (rendition.width_px, rendition.height_px))
                assert image.width <= master.width
                assert abs(image.width / image.height - master.width / master.height) < 0.03
