import io
import threading
from dataclasses import replace

import av
import pytest

from media.film_samples import flipped
from showcase.media.films.caption_text import decoded
from showcase.media.films.captions import as_vtt
from showcase.media.films.loudness import Sound, level_of
from showcase.media.making import make_media
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import MediaKind

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


def test_webvtt_stays_webvtt_in_unix_lines_and_full_times():
    data = ("\ufeff" + VTT.replace("\n", "\r\n")).encode()
    assert as_vtt(decoded(data)) == VTT.replace("00:0", "00:00:0")


MESSY = """WEBVTT - 张三制作

NOTE 内部用，2024年5月

STYLE
::cue { background: url(https://example.org/x.png) }

第一句
00:01.000 --> 00:02.500 align:start onclick:alert(1)
<v 沈玉兰>灯亮了
第二行

1:00:02.500 --> 1:00:04.000
又一盏
"""


def test_only_the_captions_themselves_are_kept_of_webvtt():
    assert as_vtt(MESSY) == (
        "WEBVTT\n\n第一句\n00:00:01.000 --> 00:00:02.500 align:start\n<v 沈玉兰>灯亮了\n第二行\n\n"
        "01:00:02.500 --> 01:00:04.000\n又一盏\n"
    )


def test_colours_and_places_of_srt_go_and_loose_signs_are_words():
    text = "1\n00:00:01,5 --> 00:00:02,000\n{\\an8}<font color=red><b>A&B</b></font> 1 < 2\n"
    assert as_vtt(text) == "WEBVTT\n\n1\n00:00:01.500 --> 00:00:02.000\n<b>A&amp;B</b> 1 &lt; 2\n"


ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [SRT, VTT])
def test_any_encoding_of_an_office_becomes_utf_8(encoding, text):
    assert as_vtt(decoded(text.encode(encoding))) == as_vtt(text.replace("\r\n", "\n"))


ASS = "[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,灯亮了\n"
BROKEN = {
    "ass.srt": (ASS, "captions-ass", "这是 ASS 字幕，网页不能播放"),
    "time.vtt": (
        VTT + "\n00:00:0x.000 --> 00:00:03.000\nx\n",
        "captions-time",
        "字幕第 6 行时间“00:00:0x.000 --> 00:00:03.000”写错",
    ),
    "backwards.srt": (
        "1\n00:00:03,000 --> 00:00:02,000\nx\n",
        "captions-time",
        "字幕第 2 行的结束时间不晚于开始时间",
    ),
    "nothing.vtt": ("WEBVTT\n\n没有时间\n", "captions-unreadable", "文件里没有一条字幕"),
    "letter.srt": ("没有时间的字幕", "captions-unreadable", "不是 WebVTT 或 SRT 字幕"),
    "empty.srt": ("", "captions-unreadable", "不是 WebVTT 或 SRT 字幕"),
    "almost.vtt": ("WEBVTTX\n", "captions-unreadable", "不是 WebVTT 或 SRT 字幕"),
    "zeros.srt": ("\0" * 3000, "captions-unreadable", "字幕文件的编码无法识别"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_captions_that_cannot_be_shown_are_one_problem_with_its_line(studio, name):
    text, rule, message = BROKEN[name]
    studio.put(name, text.encode())
    shelf, problems, _ = studio.make(name)
    assert [(p.rule, p.message) for p in problems] == [(rule, f"{name}：{message}")]
    assert shelf.files == {}


SOUNDS = {
    "phone.amr": ("-ar", "8000", "-ac", "1", "-c:a", "libopencore_amrnb", "-b:a", "12.2k"),
    "windows.wma": ("-c:a", "wmav2"),
    "plain.wav": ("-ar", "8000", "-c:a", "pcm_u8"),
    "quiet.flac": ("-af", "volume=-35dB"),
    "surround.ogg": ("-ac", "6", "-c:a", "libvorbis"),
    "film.mp4": ("-c:a", "aac"),
}


def test_any_recording_becomes_a_levelled_sound_file(studio, key):
    for name, arguments in SOUNDS.items():
        studio.film(name, *TONE, *arguments)
    wanted = [replace(each, kind=MediaKind.SOUND) for each in studio.wanted(*SOUNDS)]
    shelf, problems = make_media(studio.layout, wanted, studio.presets, Progress(io.StringIO()))
    assert problems == []
    for name in SOUNDS:
        for rendition in shelf.sounds[key(name)].renditions:
            level = level_of(Sound(shelf.files[rendition.path], 0, 3.0), limit_s=60, stop=threading.Event())
            assert (name, level.lufs) == (name, pytest.approx(-16, abs=1))
            assert level.peak_db <= -1


def test_a_cover_in_a_sound_file_is_not_looked_at(studio, key):
    studio.film("cover.png", *PICTURE, "-frames:v", "1")
    studio.film(
        "reading.mp3", *TONE, "-i", str(studio.folder / "cover.png"), "-map", "0", "-map", "1", "-c:v", "copy"
    )
    shelf, problems, _ = studio.make("reading.mp3")
    assert problems == []
    for rendition in shelf.sounds[key("reading.mp3")].renditions:
        with av.open(str(shelf.files[rendition.path])) as opened:
            assert [stream.type for stream in opened.streams] == ["audio"]


def test_a_recording_that_breaks_in_the_middle_or_is_too_long_is_one_problem(studio):
    studio.film("whole.m4a", "-f", "lavfi", "-i", "anoisesrc=d=8:a=0.2", "-movflags", "faststart")
    studio.put("hurt.m4a", flipped((studio.folder / "whole.m4a").read_bytes()))
    studio.film("long.wav", "-f", "lavfi", "-i", "sine=duration=70:sample_rate=8000")
    studio.presets = replace(studio.presets, sound=replace(studio.presets.sound, limit_minutes=1))
    assert studio.rules("hurt.m4a", "long.wav") == ["audio-damaged", "audio-too-long"]
