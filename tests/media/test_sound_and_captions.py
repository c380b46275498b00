import threading

import av
import pytest

from showcase.media.captions import as_vtt
from showcase.media.loudness import Sound, level_of
from showcase.media.refusal import Refused

TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=3")
PICTURE = ("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=1")
VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n灯亮了\n"
SRT = "1\r\n00:00:00,000 --> 00:00:01,500\r\n灯亮了\r\n\r\n2\r\n0:00:01,500 --> 0:00:02,000\r\n又一盏\r\n"


def test_a_sound_file_becomes_opus_and_m4a_at_the_loudness_of_the_recipe(studio, key):
    studio.film("reading.mp3", *TONE, "-metadata", "artist=ORT-7f3a91")
    shelf, problems, _ = studio.make("reading.mp3")
    assert problems == []
    sound = shelf.sounds[key("reading.mp3")]
    assert [(r.type, r.path.partition("-")[2]) for r in sound.renditions] == [
        ("audio/ogg; codecs=opus", "sound.opus"),
        ("audio/mp4", "sound.m4a"),
    ]
    assert sound.duration_s == pytest.approx(3, abs=0.1)
    for rendition, codec in zip(sound.renditions, ("opus", "aac"), strict=True):
        path = shelf.files[rendition.path]
        with av.open(str(path)) as opened:
            context = opened.streams.audio[0].codec_context
            assert (context.name, context.sample_rate, context.layout.name) == (codec, 48000, "stereo")
        level = level_of(Sound(path, 0, 3.0), limit_s=60, stop=threading.Event())
        assert level.lufs == pytest.approx(-16, abs=1)
        assert b"ORT-7f3a91" not in path.read_bytes()


def test_what_is_no_sound_or_half_of_one_is_exactly_one_problem(studio):
    studio.put("text.mp3", "这不是声音".encode())
    studio.put("playlist.m4a", b"#EXTM3U\n#EXTINF:9,\nneighbour.ts\n")
    studio.film("silent.m4a", *PICTURE, "-f", "mp4")
    studio.film("whole.m4a", *TONE, "-movflags", "faststart")
    data = (studio.folder / "whole.m4a").read_bytes()
    studio.put("half.m4a", data[: len(data) // 3])
    _, problems, _ = studio.make("text.mp3", "playlist.m4a", "silent.m4a", "half.m4a", "none.mp3")
    assert sorted(p.rule for p in problems) == [
        "audio-missing-file",
        "audio-truncated",
        "audio-unreadable",
        "audio-unreadable",
        "audio-unreadable",
    ]


def test_captions_belong_to_their_film(studio, key):
    studio.film("film.mp4", *PICTURE, "-pix_fmt", "yuv420p")
    studio.put("film.srt", SRT.encode("gb18030"))
    shelf, problems, _ = studio.make("film.mp4", "film.srt")
    assert problems == []
    path = shelf.files[shelf.films[key("film.mp4")].captions]
    assert path.read_text(encoding="utf-8") == (
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.500\n灯亮了\n\n2\n00:00:01.500 --> 00:00:02.000\n又一盏\n"
    )


def test_webvtt_stays_as_it_is():
    assert as_vtt("\ufeff" + VTT.replace("\n", "\r\n")) == VTT


@pytest.mark.parametrize("text", ["", "WEBVTTX\n", "没有时间的字幕"])
def test_what_is_no_caption_file_is_refused(text):
    with pytest.raises(Refused) as refused:
        as_vtt(text)
    assert refused.value.refusal.rule == "captions-unreadable"
