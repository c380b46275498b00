"""Whatever people send: each photo gives a picture that conforms, or exactly one clear problem."""

import io
import os
import random
import struct
import sys
import zlib
from dataclasses import replace

import pytest
from odd_photos import corners as seen_in
from odd_photos import (
    deep_png,
    exif,
    fine,
    off,
    planes_tiff,
    png,
    quarters,
    saved,
    see_through,
    tags,
)
from PIL import Image

from showcase.model.presets import DEFAULTS

FINE = fine()
TOKEN = "ORT-7f3a91"


def opened(shelf, key):
    for rendition in shelf.pictures[key].renditions:
        with Image.open(shelf.files[rendition.path]) as image:
            image.load()
            yield rendition, image


@pytest.fixture(scope="module")
def made(one_studio):
    for name, (data, _) in FINE.items():
        one_studio.put(name, data)
    return one_studio.make(*FINE)


def test_there_are_many_odd_photos_and_none_is_a_problem(made):
    assert len(FINE) > 50
    assert made[1] == []


@pytest.mark.parametrize("name", FINE)
def test_an_odd_photo_comes_out_in_its_colours_and_right_way_up(made, key, name):
    shelf, _, _ = made
    seen = list(opened(shelf, key(name)))
    assert {(r.type, i.format) for r, i in seen} == {("image/webp", "WEBP"), ("image/jpeg", "JPEG")}
    for rendition, image in seen:
        assert (image.mode, image.size) == ("RGB", (rendition.width_px, rendition.height_px))
        assert "icc_profile" not in image.info
        assert off(seen_in(image), FINE[name][1]) <= 6


@pytest.mark.parametrize("name", [name for name in FINE if name not in ("one-pixel.png", "ten-thousand.gif")])
def test_no_odd_photo_is_enlarged(made, key, name):
    assert [r.width_px for r in made[0].pictures[key(name)].of_type("image/webp")] == [320, 400]


def test_of_ten_thousand_frames_and_of_many_pages_the_first_is_the_photo(made, key):
    assert made[0].pictures[key("ten-thousand.gif")].largest.width_px == 160
    assert made[0].photo_facts[key("looping.tif")].format == "TIFF"
    assert made[0].photo_facts[key("iphone.heic")].format == "HEIF"


def emf():
    return struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64)


def film(studio):
    studio.film("film.mp4", "-f", "lavfi", "-i", "testsrc=s=160x90:d=0.4", "-pix_fmt", "yuv420p")
    return (studio.folder / "film.mp4").read_bytes()


def text_bomb():
    return png(b"\0\0\0\0" * 3, 2, 8, (1, 3), [(b"zTXt", b"a\0\0" + zlib.compress(bytes(2_000_000)))])


def huge_gif():
    data = bytearray(saved(quarters((40, 30)), "GIF"))
    data[6:10] = b"\xff\xff\xff\xff"
    return bytes(data)


NOISE = (160, 120)


def halves():
    whole = {
        "half.jpg": saved(quarters(), "JPEG", quality=95),
        "half-progressive.jpg": saved(Image.effect_noise(NOISE, 60), "JPEG", progressive=True),
        "half.png": deep_png(Image.effect_noise(NOISE, 60).convert("RGB")),
        "half.webp": saved(Image.effect_noise(NOISE, 60).convert("RGB"), "WEBP"),
        "half.avif": saved(Image.effect_noise(NOISE, 60).convert("RGB"), "AVIF", speed=9),
        "half.heic": saved(Image.effect_noise(NOISE, 60).convert("RGB"), "HEIF"),
        "half.bmp": saved(quarters(), "BMP"),
    }
    return {name: data[: len(data) // 2] for name, data in whole.items()}


SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('http://localhost/')</script></svg>"
REFUSED = {
    "empty.jpg": (b"", "photo-not-an-image", "空的"),
    "text.jpg": ("这不是照片。".encode(), "photo-not-an-image", "不是可读的照片"),
    "gbk.png": ("这不是照片。".encode("gbk"), "photo-not-an-image", "不是可读的照片"),
    "script.svg": (SCRIPT, "photo-not-an-image", "SVG"),
    "script.jpg": (b"\xef\xbb\xbf <?xml version='1.0'?>" + SCRIPT, "photo-not-an-image", "SVG"),
    "word.emf": (emf(), "photo-not-an-image", "Word"),
    "word.jpg": (b"\xd7\xcd\xc6\x9a" + bytes(60), "photo-not-an-image", "Word"),
    "old.wmf": (b"\x01\x00\x09\x00\x00\x03" + bytes(60), "photo-not-an-image", "Word"),
    "paper.jpg": (b"%PDF-1.7\n" + bytes(60), "photo-not-an-image", "PDF"),
    "letter.jpg": (b"PK\x03\x04" + bytes(60), "photo-not-an-image", "文档或压缩包"),
    "letter-old.jpg": (b"\xd0\xcf\x11\xe0" + bytes(60), "photo-not-an-image", "旧版 Word"),
    "layers.jpg": (b"8BPS\0\1" + bytes(60), "photo-not-an-image", "Photoshop"),
    "archive.jp2": (b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60), "photo-not-an-image", "JPEG 2000"),
    "camera.dng": (saved(quarters((160, 120)), "TIFF", tiffinfo=tags(dng=b"\1\4\0\0")), "photo-not-an-image", "RAW"),
    "camera.nef": (saved(quarters((160, 120)), "TIFF", tiffinfo=tags(kind=1)), "photo-not-an-image", "RAW"),
    "camera.cr3": (b"\0\0\0\x18ftypcrx " + bytes(60), "photo-not-an-image", "RAW"),
    "camera.raf": (b"FUJIFILMCCD-RAW 0201" + bytes(60), "photo-not-an-image", "RAW"),
    "planes.tif": (planes_tiff(quarters()), "photo-not-an-image", "分开存放"),
    "packed.rar": (b"Rar!\x1a\x07\1\0" + bytes(60), "photo-not-an-image", "是压缩包"),
    "._beside.jpg": (b"\0\5\x16\7\0\2\0\0Mac OS X" + bytes(60), "photo-not-an-image", "附属文件"),
    "head-only.jpg": (b"\xff\xd8\xff\xe0", "photo-not-an-image", "不是可读的照片"),
    "bomb.png": (png(zlib.compress(b""), 2, 8, (60_000, 60_000)), "photo-too-large", "60000×60000"),
    "text-bomb.png": (text_bomb(), "photo-truncated", "无法读完"),
    "huge.gif": (huge_gif(), "photo-too-large", "65535×65535"),
    "strip.png": (saved(Image.new("L", (2000, 2)), "PNG"), "photo-odd-shape", "狭长"),
} | {name: (data, "photo-truncated", "无法读完") for name, data in halves().items()}


@pytest.fixture(scope="module")
def refused(tmp_path_factory, one_studio):
    names = [f"refused-{name}" for name in REFUSED]
    for name, (data, _, _) in REFUSED.items():
        one_studio.put(f"refused-{name}", data)
    one_studio.put("renamed.jpg", film(one_studio))
    one_studio.put("renamed.heic", film(one_studio))
    shelf, problems, _ = one_studio.make(*names, "renamed.jpg", "renamed.heic")
    assert (shelf.pictures, shelf.files) == ({}, {})
    return {problem.message.split("：")[0]: problem for problem in problems}, problems


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_one_problem_in_plain_words(refused, name):
    _, rule, words = REFUSED[name]
    by_name, problems = refused
    problem = by_name[f"refused-{name}"]
    assert (problem.rule, problem.severity, problem.line) == (rule, "error", 7)
    assert words in problem.message
    assert problem.fix
    assert len(problems) == len(by_name) == len(REFUSED) + 2


@pytest.mark.parametrize("name", ["renamed.jpg", "renamed.heic"])
def test_a_film_that_is_called_a_photo_is_named_as_one(refused, name):
    problem = refused[0][name]
    assert (problem.rule, "影片" in problem.message) == ("photo-not-an-image", True)


def test_photos_with_flipped_bits_are_pictures_or_problems_and_nothing_breaks(studio, key):
    dice = random.Random(20240617)
    sources = ["progressive.jpg", "deep.png", "lossy.webp", "plain.avif", "iphone.heic", "packed.tif", "still.gif"]
    names = []
    for source in sources:
        for turn in range(6):
            data = bytearray(FINE[source][0])
            for _ in range(1 + turn * 3):
                data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            names.append(f"{turn}-{source}")
            studio.put(names[-1], bytes(data))
    shelf, problems, _ = studio.make(*names)
    told = {problem.message.split("：")[0] for problem in problems}
    assert len(problems) == len(told)
    assert {key(name) for name in names} == set(shelf.pictures) | {key(name) for name in told}
    assert len(shelf.pictures) + len(told) == len(names)
    assert {problem.rule for problem in problems} <= {"photo-not-an-image", "photo-truncated", "photo-too-large", "photo-odd-shape"}
    for name in set(shelf.pictures):
        assert all(image.mode == "RGB" for _, image in opened(shelf, name))


NAMES = ["a b.jpg", "it's \"here\".jpg", "两\n行.jpg", "😀.jpg", "..jpg", "-rf.jpg", "%20.jpg", "a;b&c|d.jpg"]


def test_odd_names_are_names_like_any_other(studio, key):
    if sys.platform == "linux":
        NAMES.append(os.fsdecode("照片.jpg".encode("gbk")))
    for name in NAMES:
        studio.put(name, FINE["plain.jpg"][0])
    shelf, problems, _ = studio.make(*NAMES)
    assert problems == []
    assert set(shelf.pictures) == {key(name) for name in NAMES}
    assert all(path.isascii() and path.replace("/", "").replace("-", "").replace(".", "").isalnum() for path in shelf.files)


TELLING = {
    "a.jpg": lambda image, options: saved(image, "JPEG", comment=TOKEN, **options),
    "a.png": lambda image, options: saved(image, "PNG", pnginfo=words(), **options),
    "a.webp": lambda image, options: saved(image, "WEBP", **options),
    "a.avif": lambda image, options: saved(image, "AVIF", **options),
    "a.heic": lambda image, options: saved(image, "HEIF", **options),
    "a.tif": lambda image, options: saved(image, "TIFF", **options),
    "a.gif": lambda image, _: saved(image, "GIF", comment=TOKEN),
    "a.mpo": lambda image, options: saved(image, "MPO", save_all=True, append_images=[see_through("RGB")], **options),
}


def words():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", TOKEN)
    told.add_text("Place", TOKEN, zip=True)
    told.add_itxt("Comment", TOKEN, "zh", "地点")
    return told


def everything_told():
    """EXIF with a place and a thumbnail, XMP and a profile that names its maker."""
    from PIL import ImageCms

    told = exif(1, TOKEN)
    told[0x8825] = {1: "N", 2: (34.0, 45.0, 12.0), 3: "E", 4: (113.0, 38.0, 2.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return {"exif": told.tobytes(), "xmp": f"<x:xmpmeta>{TOKEN}</x:xmpmeta>".encode(), "icc_profile": profile}


def test_no_trace_of_what_a_photo_told_is_left_in_any_file_of_any_format(studio, key):
    studio.presets = replace(DEFAULTS, photo=replace(DEFAULTS.photo, avif_quality=50, avif_speed=9))
    for name, write in TELLING.items():
        data = write(quarters(), everything_told())
        assert TOKEN.encode() in data
        studio.put(name, data)
    studio.put("a-iptc.jpg", with_iptc(saved(quarters(), "JPEG")))
    names = [*TELLING, "a-iptc.jpg"]
    shelf, problems, _ = studio.make(*names)
    assert problems == []
    for name in names:
        kinds = {rendition.type for rendition, _ in opened(shelf, key(name))}
        assert kinds == {"image/avif", "image/webp", "image/jpeg"}
        for rendition, image in opened(shelf, key(name)):
            assert dict(image.getexif()) == {}
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "loop", "background", "timestamp", "duration"}
            assert parts_of(shelf.files[rendition.path].read_bytes(), rendition.type) <= PLAIN_PARTS
    for data in studio.tree().values():
        assert [mark for mark in MARKS if mark in data] == []


MARKS = [TOKEN.encode(), b"Exif", b"ns.adobe.com", b"ICC_PROFILE", b"8BIM", b"Photoshop", b"xmpmeta", b"acsp"]
PLAIN_PARTS = {
    *("e0", "db", "c2", "c4", "da"),
    *("VP8 ", "VP8L"),
    *("ftyp", "meta", "mdat", "hdlr", "pitm", "iloc", "iinf", "iprp"),
}


def with_iptc(data):
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 5 + len(TOKEN))
    block += b"\x1c\x02\x50" + struct.pack(">H", len(TOKEN)) + TOKEN.encode()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]


def parts_of(data, kind):
    """Return the names of the parts that a file of a kind is made of."""
    if kind == "image/jpeg":
        return set(segments(data))
    if kind == "image/webp":
        return {name for name, _ in chunks(io.BytesIO(data[12:]), "<I", name_first=True)}
    boxes = dict(chunks(io.BytesIO(data), ">I", name_first=False))
    inner = dict(chunks(io.BytesIO(boxes["meta"][4:]), ">I", name_first=False))
    return {*boxes, *inner}


def segments(data):
    place = 2
    while data[place] == 0xFF and data[place + 1] != 0xD9:
        name = data[place + 1]
        yield f"{name:02x}"
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        while name == 0xDA and (data[place] != 0xFF or data[place + 1] == 0):
            place += 1


def chunks(stream, order, name_first):
    while head := stream.read(8):
        name, size = (head[:4], head[4:]) if name_first else (head[4:], head[:4])
        length = struct.unpack(order, size)[0]
        body = stream.read(length + length % 2 if name_first else length - 8)
        yield name.decode(), body
