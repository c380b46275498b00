"""CPU of our photo recipe against pyvips writing the same derivatives at the same settings, by turns.

    python tests/benchmarks/photos_against_pyvips.py [--photos 6] [--runs 3]

Photos are mosaics of real photographs, 12 megapixels, JPEG of quality 92 with a profile, a third of them
lying on their side. Both sides write each width and cut as WebP and progressive JPEG, and a placeholder,
without metadata, into files, with one thread, in one process per run.

Not equal: ours also probes the facts and writes each file atomically; each side shrinks its own way (ours in
the JPEG decoder, then lanczos from size to size; pyvips with its thumbnail, from one base). What comes out is
compared: bytes, and PSNR against a full decode shrunk once by lanczos.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy
from PIL import Image, ImageCms
from skimage import data as photographs

from benchmarks.measure import Cost, by_turns, cost_of, middle
from showcase.media.photos.decoding import decode, photo_facts
from showcase.media.photos.pictures import make_photo, shapes_of
from showcase.media.storing.store import Store
from showcase.media.terms.framing import Framing, crop_box, crop_sizes, is_shaped, width_needed, widths_of
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.jobs import Job
from showcase.model.presets import DEFAULTS

PRESET = DEFAULTS.photo
FRAMING = Framing(("portrait", "link"), (35.0, 30.0))
SIZE = (4000, 3000)
NAMES = ("astronaut", "coffee", "chelsea", "rocket", "immunohistochemistry", "hubble_deep_field", "retina")
AIM = 1.1


def write_photos(folder: Path, count: int) -> None:
    """Write the sources: detail as in photographs, each different."""
    tiles = [Image.fromarray(getattr(photographs, name)()).convert("RGB") for name in NAMES]
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for number in range(count):
        exif = Image.Exif()
        exif[0x0112] = 6 if number % 3 == 2 else 1
        image = Image.new("RGB", SIZE)
        for place in range(80):
            tile = tiles[(place * 3 + number) % len(tiles)].resize((400, 375))
            image.paste(tile, (place % 10 * 400, place // 10 * 375))
        image.save(folder / f"{number}.jpg", quality=92, exif=exif, icc_profile=profile)


def ours(photo: Path, folder: Path) -> None:
    """Make the derivatives of one photo as the product does."""
    job = Job(photo.stem, MediaKind.PHOTO, photo, photo.stem, photo.name, FRAMING)
    make_photo(job, PRESET, Store(folder))


def pyvips_side(photo: Path, folder: Path) -> None:
    """Make the same derivatives with pyvips."""
    import pyvips

    with Image.open(photo) as image:
        size = image.size[::-1] if image.getexif().get(0x0112) == 6 else image.size
    shapes = shapes_of(PRESET, FRAMING)
    width = width_needed(size, PRESET.widths_px, shapes)
    base = pyvips.Image.thumbnail(str(photo), width, height=10_000, size="down", export_profile="srgb").copy_memory()
    (folder / photo.stem).mkdir(parents=True, exist_ok=True)
    for shape in shapes:
        if is_shaped((base.width, base.height), shape) and not shape.jpeg_only:
            continue
        left, top, right, bottom = map(round, crop_box((base.width, base.height), shape, FRAMING.focus))
        cut = base.crop(left, top, right - left, bottom - top)
        for wide, high in crop_sizes((base.width, base.height), shape):
            small = cut.thumbnail_image(wide, height=high, size="force")
            _save(small, folder / photo.stem / f"{shape.name}-{wide}", not shape.jpeg_only)
    for wide in widths_of(base.width, PRESET.widths_px):
        _save(base.thumbnail_image(wide, height=10_000), folder / photo.stem / str(wide), True)
    base.thumbnail_image(PRESET.placeholder_px).webpsave_buffer(Q=40, effort=6, keep="none")


def _save(image, file: Path, also_webp: bool) -> None:
    image = image.copy_memory()
    if also_webp:
        image.webpsave(f"{file}.webp", Q=PRESET.webp_quality, effort=4, keep="none")
    image.jpegsave(f"{file}.jpg", Q=PRESET.jpeg_quality, interlace=True, subsample_mode="on", keep="none")


SIDES = {"ours": ours, "pyvips": pyvips_side}


def side(name: str, photos: Path, folder: Path) -> Cost:
    """Run one side over all photos in a process of its own."""
    command = [sys.executable, __file__, "--side", name, "--from", str(photos), "--to", str(folder / name)]
    return cost_of(["env", "VIPS_CONCURRENCY=1", *command], folder)


def qualities(photos: Path, folder: Path) -> list[str]:
    """Return a line for each side and format of the widest uncut derivative: means over the photos."""
    lines = []
    for name in SIDES:
        for form in ("webp", "jpg"):
            pairs = [(photo, widest(name, photo.stem, folder, form)) for photo in sorted(photos.glob("*.jpg"))]
            kb = sum(file.stat().st_size for _, file in pairs) / len(pairs) / 1000
            db = sum(psnr(reference(photo), Image.open(file)) for photo, file in pairs) / len(pairs)
            lines.append(f"  {name:7} {form:4} 1200 px: {kb:6.1f} KB, {db:5.2f} dB")
    return lines


def widest(name: str, stem: str, folder: Path, form: str) -> Path:
    """Return where a side put the widest uncut derivative."""
    return folder / name / stem[:2] / (f"{stem}-1200.{form}" if name == "ours" else f"1200.{form}")


def reference(photo: Path) -> Image.Image:
    """Return a photo at full decode, upright, 1200 wide."""
    facts = photo_facts(photo, "", PRESET)
    whole = decode(photo, facts.width_px)
    return whole.resize((1200, round(whole.height * 1200 / whole.width)), Image.Resampling.LANCZOS)


def psnr(one: Image.Image, other: Image.Image) -> float:
    """Return how near two pictures of one size are, in dB."""
    difference = numpy.asarray(one, float) - numpy.asarray(other.convert("RGB"), float)
    return 10 * math.log10(255**2 / max(float((difference**2).mean()), 1e-9))


def main() -> None:
    """Measure and print one line, and what was not equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=6)
    parser.add_argument("--runs", type=int, default=3)
    for option in ("--side", "--from", "--to"):
        parser.add_argument(option, dest=option.strip("-") + "_")
    wish = parser.parse_args()
    if wish.side_:
        for photo in sorted(Path(wish.from_).glob("*.jpg")):
            SIDES[wish.side_](photo, Path(wish.to_))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "runs"
        photos = Path(name) / "photos"
        folder.mkdir()
        photos.mkdir()
        write_photos(photos, wish.photos)
        sides = {name: lambda name=name: side(name, photos, folder) for name in SIDES}
        costs = {name: middle(each) for name, each in by_turns(sides, wish.runs).items()}
        told = qualities(photos, folder)
    ratio = costs["ours"].cpu_s / costs["pyvips"].cpu_s
    each = " / ".join(f"{name} {costs[name].cpu_s / wish.photos:.2f}" for name in SIDES)
    told.append(f"photos: CPU s each {each}; ratio {ratio:.2f} (aim at most {AIM})")
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main()
