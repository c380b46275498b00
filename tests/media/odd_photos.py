"""Photos as people send them, made here: bytes, and what must come of them."""

from __future__ import annotations

import io
import struct
import zlib

import numpy
import pillow_heif
from PIL import Image, ImageCms, TiffImagePlugin

pillow_heif.register_heif_opener()

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)
SIZE = (400, 300)


def quarters(size=SIZE):
    """Red, green / blue, white: every way of turning it looks different."""
    width, height = size
    image = Image.new("RGB", size, WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def corners(image):
    w, h = image.size
    places = (w // 4, h // 4), (3 * w // 4, h // 4), (w // 4, 3 * h // 4), (3 * w // 4, 3 * h // 4)
    return [image.convert("RGB").getpixel(place) for place in places]


def off(one, other):
    """Return the largest difference of two lists of colours in any channel."""
    return max(abs(a - b) for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True))


def saved(image, form, **options):
    buffer = io.BytesIO()
    image.copy().save(buffer, form, **options)  # a copy: an earlier save leaves its settings behind
    return buffer.getvalue()


def png(rows, colour, depth, size, extra=()):
    """Write a PNG by hand: what Pillow cannot write, it must still read."""
    head = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    parts = [(b"IHDR", head), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def deep_png(image):
    """Sixteen bits a channel, RGB."""
    pixels = (numpy.asarray(image).astype(">u2") * 257).reshape(image.height, -1)
    return png(b"".join(b"\0" + row.tobytes() for row in pixels), 2, 16, image.size)


def without_adobe(data):
    """Take the APP14 segment out of a CMYK JPEG, and turn its ink the plain way up."""
    place = data.index(b"\xff\xee")
    length = struct.unpack(">H", data[place + 2 : place + 4])[0]
    return data[:place] + data[place + 2 + length :]


def matrix_profile(primaries, gamma):
    """Return an ICC profile of three primaries (columns of XYZ, D50) and one gamma."""

    def fixed(*numbers):
        return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)

    white = b"XYZ \0\0\0\0" + fixed(0.9642, 1, 0.8249)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    words = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + bytes(79)
    tags = {b"desc": words, b"wtpt": white, b"cprt": b"text\0\0\0\0none\0\0\0\0"}
    for name, column in zip("rgb", zip(*primaries, strict=True), strict=True):
        tags[name.encode() + b"XYZ"] = b"XYZ \0\0\0\0" + fixed(*column)
        tags[name.encode() + b"TRC"] = curve
    return profile(b"mntr", b"RGB ", b"XYZ ", tags)


def cyan_ink_profile():
    """Return an ICC profile of a press where only cyan darkens the paper: nobody else's red is white."""
    plain, paper, black = bytes(range(256)), bytes((255, 128, 128)), bytes((0, 128, 128))
    table = struct.pack(">BBBB", 4, 3, 2, 0) + b"".join(
        struct.pack(">i", each) for each in (65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    )
    lut = b"mft1\0\0\0\0" + table + plain * 4 + paper * 8 + black * 8 + plain * 3
    words = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"inks\0" + bytes(79)
    white = b"XYZ \0\0\0\0" + struct.pack(">iii", 63190, 65536, 54061)
    return profile(b"prtr", b"CMYK", b"Lab ", {b"desc": words, b"wtpt": white, b"A2B0": lut})


def profile(kind, space, connection, tags):
    body, table, place = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = 128 + 4 + len(table) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02400000, kind, space, connection)
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">iii", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


ADOBE_RGB = ((0.60974, 0.20528, 0.14919), (0.31111, 0.62567, 0.06322), (0.01947, 0.06087, 0.74457)), 2.2
DISPLAY_P3 = ((0.51512, 0.29198, 0.15710), (0.24120, 0.69225, 0.06657), (-0.00105, 0.04189, 0.78407)), 2.2
PROPHOTO = ((0.79767, 0.13519, 0.03134), (0.28804, 0.71188, 0.00009), (0.0, 0.0, 0.82491)), 1.8
SRGB = ((0.43607, 0.38515, 0.14307), (0.22249, 0.71687, 0.06061), (0.01392, 0.09708, 0.71410))


def in_srgb(colour, space):
    """Return what a colour of another space is in sRGB, by arithmetic."""
    primaries, gamma = space
    line = (numpy.array(colour) / 255) ** (round(gamma * 256) / 256)
    light = numpy.clip(numpy.linalg.solve(numpy.array(SRGB), numpy.array(primaries) @ line), 0, 1)
    curved = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return tuple(round(float(each) * 255) for each in curved)


MUTED = ((180, 60, 70), (70, 160, 90), (60, 80, 170), (200, 190, 180))


def muted():
    """Four colours that every space can show, none of them the same in two spaces."""
    image = Image.new("RGB", SIZE)
    for place, colour in zip(((0, 0), (200, 0), (0, 150), (200, 150)), MUTED, strict=True):
        image.paste(colour, (*place, place[0] + 200, place[1] + 150))
    return image


def exif(orientation=1, words=""):
    made = Image.Exif()
    made[0x0112] = orientation
    if words:
        made[0x010E] = words
    return made


def looping_tiff():
    """A TIFF whose first page names itself as the next one."""
    data = bytearray(saved(quarters(), "TIFF"))
    place = struct.unpack("<I", data[4:8])[0]
    entries = struct.unpack("<H", data[place : place + 2])[0]
    data[place + 2 + 12 * entries : place + 6 + 12 * entries] = struct.pack("<I", place)
    return bytes(data)


def tags(**numbers):
    """TIFF tags by name: what stands in the first page of a RAW file, among others."""
    made = TiffImagePlugin.ImageFileDirectory_v2()
    known = {"kind": 254, "dng": 50706}
    for name, value in numbers.items():
        made[known[name]] = value
    return made


def stamp_first_tiff():
    """A TIFF whose first page is a small copy of the second, and says so."""
    large = quarters()
    large.encoderinfo = {"tiffinfo": tags(kind=0)}
    return saved(quarters((80, 60)), "TIFF", save_all=True, append_images=[large], tiffinfo=tags(kind=1))


def planes_tiff(image):
    """Sixteen bits a channel, red, green and blue apart: written by hand, Pillow cannot."""
    planes = (numpy.asarray(image).astype("<u2") * 257).transpose(2, 0, 1)
    body, size, head = planes.tobytes(), planes[0].nbytes, 8 + 2 + 12 * 10 + 4
    long, short = 4, 3
    places = head + 6 + 24
    entries = [(256, long, 1, image.width), (257, long, 1, image.height), (258, short, 3, head)]
    entries += [(259, short, 1, 1), (262, short, 1, 2), (273, long, 3, head + 6), (277, short, 1, 3)]
    entries += [(278, long, 1, image.height), (279, long, 3, head + 18), (284, short, 1, 2)]
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    lists = struct.pack("<3H3I3I", 16, 16, 16, *(places + n * size for n in range(3)), *[size] * 3)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(4) + lists + body


def see_through(mode="RGBA"):
    """The quarters; the last one is not white but fully transparent black."""
    image = quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (200, 150, 400, 300))
    return image.convert(mode)


def many_frames(count):
    """A GIF that goes on and on, put together by hand: Pillow takes seconds for it."""
    head, first = gif_halves(quarters((160, 120)).quantize(8))
    _, another = gif_halves(Image.new("P", (160, 120)))
    return head + first + another * (count - 1) + b";"


def gif_halves(image):
    """Return what a GIF begins with, its table of colours included, and the blocks of its only frame."""
    data = saved(image, "GIF")
    end = 13 + 3 * 2 ** ((data[10] & 7) + 1)
    return data[:end], data[end:-1]


def fine():
    """Name → (bytes, what the corners show), for everything that must come out well."""
    plain, seen = quarters(), [RED, GREEN, BLUE, WHITE]
    grown, grey = plain.convert("L"), [(value,) * 3 for value in (76, 75, 29, 255)]
    bits, two = grown.point(lambda v: 255 * (v > 50)).convert("1"), [WHITE, WHITE, (0,) * 3, WHITE]
    black = Image.new("RGB", SIZE, "black")
    cmyk = plain.convert("CMYK")
    inverted = Image.eval(cmyk, lambda value: 255 - value)
    deep = Image.fromarray(numpy.asarray(grown).astype("uint16") * 257)
    keyed = [(b"tRNS", struct.pack(">HHH", 0, 0, 255))]
    rows = b"".join(b"\0" + row.tobytes() for row in numpy.asarray(plain).reshape(300, -1))
    spaces = {"adobe-rgb": ADOBE_RGB, "display-p3": DISPLAY_P3, "prophoto": PROPHOTO}
    wide = {
        f"{name}.{form.lower()}": (
            saved(muted(), form, icc_profile=matrix_profile(*space), quality=95),
            [in_srgb(colour, space) for colour in MUTED],
        )
        for name, space in spaces.items()
        for form in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "TIFF")
        if (name, form) not in {("prophoto", "HEIF"), ("prophoto", "AVIF")}
    }
    return wide | {
        "plain.jpg": (saved(plain, "JPEG"), seen),
        "progressive.jpg": (saved(plain, "JPEG", progressive=True), seen),
        "grey.jpg": (saved(grown, "JPEG"), grey),
        "cmyk-adobe.jpg": (saved(cmyk, "JPEG", quality=95), seen),
        "cmyk-plain.jpg": (without_adobe(saved(inverted, "JPEG", quality=95)), seen),
        "cmyk-profile.jpg": (saved(cmyk, "JPEG", icc_profile=cyan_ink_profile()), [WHITE, (0,) * 3, (0,) * 3, WHITE]),
        "two-in-one.jpg": (saved(plain, "MPO", save_all=True, append_images=[black.copy()]), seen),
        "and-more-behind.jpg": (saved(plain, "JPEG") + b"\0" * 5000, seen),
        "called.png": (saved(plain, "JPEG"), seen),
        "orientation-99.jpg": (saved(plain, "JPEG", exif=exif(99)), seen),
        "broken-exif.jpg": (saved(plain, "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f"), seen),
        "broken-profile.jpg": (saved(plain, "JPEG", icc_profile=b"not a profile"), seen),
        "plain.png": (saved(plain, "PNG"), seen),
        "deep-grey.png": (saved(deep, "PNG"), grey),
        "deep.png": (deep_png(plain), seen),
        "palette.png": (saved(plain.quantize(8), "PNG"), seen),
        "palette-clear.png": (saved(see_through().quantize(8), "PNG"), seen),
        "clear.png": (saved(see_through(), "PNG"), seen),
        "clear-grey.png": (saved(see_through("LA"), "PNG"), grey),
        "keyed.png": (png(rows, 2, 8, SIZE, keyed), [RED, GREEN, WHITE, WHITE]),
        "linear.png": (png(rows, 2, 8, SIZE, [(b"gAMA", struct.pack(">I", 100_000))]), [RED, (0, 186, 0), BLUE, WHITE]),
        "gamma-and-srgb.png": (png(rows, 2, 8, SIZE, [(b"gAMA", struct.pack(">I", 100_000)), (b"sRGB", b"\0")]), seen),
        "one-bit.png": (saved(bits, "PNG"), two),
        "moving.png": (saved(plain, "PNG", save_all=True, append_images=[black]), seen),
        "lossy.webp": (saved(plain, "WEBP", quality=90), seen),
        "clear.webp": (saved(see_through(), "WEBP", lossless=True), seen),
        "moving.webp": (saved(plain, "WEBP", save_all=True, append_images=[black]), seen),
        "plain.avif": (saved(plain, "AVIF", quality=90, speed=9), seen),
        "clear.avif": (saved(see_through(), "AVIF", quality=90, speed=9), seen),
        "iphone.heic": (saved(plain, "HEIF", quality=90), seen),
        "clear.heic": (saved(see_through(), "HEIF", quality=90), seen),
        "grey.heic": (saved(grown, "HEIF", quality=90), grey),
        "packed.tif": (saved(plain, "TIFF", compression="tiff_lzw"), seen),
        "jpeg-inside.tif": (saved(plain, "TIFF", compression="jpeg"), seen),
        "pages.tif": (saved(plain, "TIFF", save_all=True, append_images=[black.copy(), black.copy()]), seen),
        "stamp-first.tif": (stamp_first_tiff(), seen),
        "looping.tif": (looping_tiff(), seen),
        "cmyk.tif": (saved(cmyk, "TIFF"), seen),
        "lab.tif": (saved(in_lab(muted()), "TIFF"), list(MUTED)),
        "deep.tif": (saved(deep, "TIFF"), grey),
        "float.tif": (saved(grown.convert("F"), "TIFF"), [(54,) * 3, (52,) * 3, (0,) * 3, WHITE]),
        "fax.tif": (saved(bits, "TIFF", compression="group4"), two),
        "plain.bmp": (saved(plain, "BMP"), seen),
        "palette.bmp": (saved(plain.quantize(8), "BMP"), seen),
        "still.gif": (saved(plain.quantize(8), "GIF"), seen),
        "clear.gif": (saved(see_through(), "GIF"), seen),
        "ten-thousand.gif": (many_frames(10_000), seen),
        "one-pixel.png": (saved(Image.new("RGB", (1, 1), RED), "PNG"), [RED] * 4),
    }


def in_lab(image):
    return ImageCms.profileToProfile(
        image, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
