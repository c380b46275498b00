"""What a finished film is to be, found by looking into it anew."""

from __future__ import annotations

import struct
import threading
from itertools import pairwise

import av

from showcase.media.films.loudness import Sound, level_of


def atoms(path):
    """Return the names of an MP4's top-level boxes, in order."""
    data, at, names = path.read_bytes(), 0, []
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        names.append(name.decode())
        at += size
    return names


def level(path):
    """Return loudness and true peak of a finished file, None when it is silent."""
    with av.open(str(path)) as film:
        sound, length_s = film.streams.audio[0].index, film.duration / av.time_base
    return level_of(Sound(path, sound, length_s), limit_s=60, stop=threading.Event())


def lufs(path):
    return level(path).lufs


def what_is(path):
    """Return what a probe says of a finished film."""
    with av.open(str(path)) as film:
        picture = film.streams.video[0]
        codec = picture.codec_context
        found = {
            "codec": codec.name,
            "profile": codec.profile,
            "pixels": codec.pix_fmt,
            "size": (picture.width, picture.height),
            "shape": picture.sample_aspect_ratio or 1,
            "sound": [(s.codec_context.name, s.channels, s.rate) for s in film.streams.audio],
            "streams": len(film.streams),
            "words": {(k, v) for s in (film, *film.streams) for k, v in s.metadata.items()},
        }
        frames = list(film.decode(picture))
        found["steps"] = {round((b.time - a.time) * 1000) for a, b in pairwise(frames)} or {40}
        found["woven"] = any(frame.interlaced_frame for frame in frames)
        found["turned"] = any(frame.rotation for frame in frames)
        found["begins_s"] = round(frames[0].time, 2)
    return found


BRANDS = {("major_brand", "isom"), ("minor_version", "512"), ("compatible_brands", "isomiso2avc1mp41")}
HANDLERS = {("handler_name", "VideoHandler"), ("handler_name", "SoundHandler"), ("vendor_id", "[0][0][0][0]")}
WORDS = BRANDS | HANDLERS | {("language", "und")}
BETRAYING = (b"x264", b"Lavc", b"Lavf", b"tmcd", b"ORT-7f3a91", b"+34.7")


def conforms(path, size, sound=True):
    """Whether a film is what a browser plays: all of the recipe at once."""
    found = what_is(path)
    assert found.pop("words") - WORDS == set()
    assert found == {
        "codec": "h264",
        "profile": "High",
        "pixels": "yuv420p",
        "size": size,
        "shape": 1,
        "sound": [("aac", 2, 48000)] if sound else [],
        "streams": 2 if sound else 1,
        "steps": {40},
        "woven": False,
        "turned": False,
        "begins_s": 0.0,
    }
    names = atoms(path)
    assert names.index("moov") < names.index("mdat")
    data = path.read_bytes()
    assert [word for word in BETRAYING if word in data] == []


def first_frame(path):
    with av.open(str(path)) as film:
        return next(film.decode(video=0)).to_image()
