import datetime
import os

import pytest
from PIL import Image

from showcase.media.facts import facts_of
from showcase.media.terms.framing import Framing
from showcase.media.terms.wanted import MediaKind, Wanted, wanted_media
from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Library, Showcase
from showcase.model.parts import Audio, Photo, Video
from showcase.model.records import Project, Star
from showcase.model.source import Source
from showcase.model.terms import EventKind, PhotoKind

SOURCE = Source("content/a.md", {"photos[0].file": (3, 5), "video.file": (9, 10)})

LARGE = Framing(("portrait", "link"))


def photo(file):
    return Photo(file=file, kind=PhotoKind.LIFE, alt="照片")


def star(**parts):
    address = RecordAddress("stars", 2024, "henan", "001")
    return Star(address=address, name="沈玉兰", source=SOURCE, **parts)


def test_everything_that_records_name_is_wanted_in_their_order():
    whole = star(
        photos=(photo("a.jpg"), photo("b.jpg")),
        audio=Audio(file="a.mp3"),
        video=Video(file="f.mp4", captions="f.srt"),
    )
    project = Project(
        address=RecordAddress("projects", 2024, "henan", "002"),
        name="读书会",
        video=Video(file="f.mp4"),
        source=SOURCE,
    )
    week = ActivityWeek(year=2024, region="henan", photos=(photo("w.jpg"),), source=SOURCE)
    event = Event(
        address="events/2024/2024-09-12-school",
        kind=EventKind.SCHOOL_VISIT,
        title="进校园",
        date=datetime.date(2024, 9, 12),
        photos=(photo("e.jpg"),),
        source=SOURCE,
    )
    records = Showcase(stars=(whole,), projects=(project,), weeks=(week,), events=(event,))
    here = "stars/2024/henan/001"
    assert wanted_media(records) == [
        Wanted(f"{here}/a.jpg", MediaKind.PHOTO, SOURCE, "photos[0].file", framing=LARGE),
        Wanted(f"{here}/b.jpg", MediaKind.PHOTO, SOURCE, "photos[1].file"),
        Wanted(f"{here}/f.mp4", MediaKind.FILM, SOURCE, "video.file"),
        Wanted(f"{here}/f.srt", MediaKind.CAPTIONS, SOURCE, "video.captions", f"{here}/f.mp4"),
        Wanted(f"{here}/a.mp3", MediaKind.SOUND, SOURCE, "audio.file"),
        Wanted("projects/2024/henan/002/f.mp4", MediaKind.FILM, SOURCE, "video.file"),
        Wanted("weeks/2024/henan/w.jpg", MediaKind.PHOTO, SOURCE, "photos[0].file"),
        Wanted("events/2024/2024-09-12-school/e.jpg", MediaKind.PHOTO, SOURCE, "photos[0].file"),
    ]


def test_facts_are_found_without_making_anything_and_remembered(studio, key):
    studio.photo("a.jpg", Image.new("RGB", (300, 200)))
    studio.film("f.mp4", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=10:duration=1")
    library = Library(stars=(star(photos=(photo("a.jpg"),), video=Video(file="f.mp4")),))
    first = facts_of(studio.layout, library, studio.presets)
    shelf, problems = first
    assert problems == []
    seen, film = shelf.photo_facts[key("a.jpg")], shelf.film_facts[key("f.mp4")]
    assert (seen.format, seen.width_px, seen.height_px, seen.has_gps) == ("JPEG", 300, 200, False)
    assert (film.width_px, film.height_px, film.frame_rate, film.duration_s) == (64, 48, 10.0, 1.0)
    assert (film.video_codec, film.audio_codec, film.interlaced) == ("h264", "", False)
    assert (shelf.files, studio.layout.derivatives.exists()) == ({}, False)
    memory = next(studio.layout.cache.glob("media-facts-*.json"))
    memory.write_text(
        memory.read_text(encoding="utf-8").replace('"frame_rate": 10.0', '"frame_rate": 11.0'),
        encoding="utf-8",
    )
    assert facts_of(studio.layout, library, studio.presets)[0].film_facts[key("f.mp4")].frame_rate == 11.0
    memory.unlink()
    assert facts_of(studio.layout, library, studio.presets) == first


def test_facts_and_making_refuse_the_same_files_and_only_making_calls_one_missing(studio):
    studio.put("a.jpg", b"no photo")
    studio.put("f.mp4", b"no film")
    parts = {"photos": (photo("a.jpg"), photo("none.jpg")), "video": Video(file="f.mp4")}
    library = Library(stars=(star(**parts),))
    from_facts = facts_of(studio.layout, library, studio.presets)[1]
    from_making = [p for w in wanted_media(library) for p in _problems_of(studio, w)]
    missing = [p for p in from_making if p not in from_facts]
    assert [p.rule for p in missing] == ["photo-missing"]
    assert sorted([*from_facts, *missing], key=repr) == sorted(from_making, key=repr)
    assert sorted((p.rule, p.line, p.column) for p in from_facts) == [
        ("film-unreadable", 9, 10),
        ("photo-not-an-image", 3, 5),
    ]


@pytest.mark.parametrize("what", ["pipe", "folder", "link to a pipe"])
def test_what_is_no_file_at_all_is_one_problem_and_is_not_waited_for(studio, what):
    path = studio.folder / "a.jpg"
    match what:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link to a pipe":
            os.mkfifo(studio.folder / "b.jpg")
            path.symlink_to("b.jpg")
    [problem] = studio.make("a.jpg")[1]
    assert (problem.rule, problem.message) == (
        "photo-missing",
        "media/stars/2024/henan/001/a.jpg 不是文件（是文件夹、管道或设备）",
    )
    assert facts_of(studio.layout, Library(stars=(star(photos=(photo("a.jpg"),)),)), studio.presets)[1] == []


def _problems_of(studio, wanted):
    import io

    from showcase.media.making import make_media
    from showcase.media.terms.progress import Progress

    return make_media(studio.layout, [wanted], studio.presets, Progress(io.StringIO()))[1]
