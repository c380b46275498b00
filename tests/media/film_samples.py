"""Odd films as ffmpeg writes them: what offices send, small and short. Each says what is to come of it."""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

from showcase.media.working.runner import ffmpeg_program

PICTURE = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=1")
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=1")
X264 = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p")
X265 = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params")
HDR = "log-level=error:colorprim=bt2020:colormatrix=bt2020nc:transfer="
SIDES = "color=red:size=320x180:rate=25:duration=0.4,drawbox=x=160:w=160:h=180:color=blue:t=fill"
WORDS = ("-metadata", "title=ORT-7f3a91", "-metadata", "location=+34.7+113.6/")


@dataclass(frozen=True)
class Sample:
    """The arguments that make a film, and the size and the sound that are to come out."""

    arguments: tuple[str, ...]
    size: tuple[int, int] = (320, 180)
    sound: bool = False
    facts: tuple[tuple[str, object], ...] = ()


def lavfi(*sources: str) -> tuple[str, ...]:
    return tuple(word for source in sources for word in ("-f", "lavfi", "-i", source))


def still(size: str, *options: str, seconds: float = 1.0, rate: str = "25") -> tuple[str, ...]:
    return (*lavfi(f"testsrc2=size={size}:rate={rate}:duration={seconds}"), *options)


GOOD = {
    "plain.mp4": Sample((*PICTURE, *TONE, *X264, "-c:a", "aac", "-ac", "2"), sound=True),
    "heavy.mp4": Sample((*PICTURE, "-vf", "noise=alls=90:allf=t", *X264, "-qp", "8")),
    "hevc.mov": Sample((*PICTURE, *X265, "log-level=error", "-tag:v", "hvc1"), facts=(("video_codec", "hevc"),)),
    "ten-bit.mp4": Sample((*PICTURE, "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p10le")),
    "four-four-four.mp4": Sample((*PICTURE, "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv444p")),
    "pq.mp4": Sample((*PICTURE, "-pix_fmt", "yuv420p10le", *X265, HDR + "smpte2084"), facts=(("hdr", True),)),
    "hlg.mov": Sample((*PICTURE, "-pix_fmt", "yuv420p10le", *X265, HDR + "arib-std-b67"), facts=(("hdr", True),)),
    "wide-gamut.mp4": Sample((*PICTURE, "-pix_fmt", "yuv420p10le", *X265, HDR + "bt2020-10"), facts=(("primaries", "bt2020"),)),
    "interlaced.ts": Sample((*PICTURE, "-c:v", "mpeg2video", "-flags", "+ilme+ildct"), facts=(("interlaced", True),)),
    "fifty-fields.mpg": Sample(
        still("720x576", "-vf", "tinterlace=interleave_top,fieldorder=tff,setsar=16/15", "-c:v", "mpeg2video", "-flags", "+ilme+ildct", "-f", "vob", rate="50"),
        (768, 576),
        facts=(("interlaced", True),),
    ),
    "flag-lost.mp4": Sample(
        still("720x576", "-vf", "tinterlace=interleave_top,setfield=prog", *X264, rate="50"),
        (720, 576),
        facts=(("interlaced", True),),
    ),
    "dv.avi": Sample(
        (*lavfi("testsrc2=size=720x576:rate=25:duration=0.4", "sine=duration=0.4:sample_rate=48000"), "-c:v", "dvvideo", "-pix_fmt", "yuv420p", "-aspect", "4:3", "-ac", "2", "-c:a", "pcm_s16le"),
        (768, 576),
        sound=True,
    ),
    "fifty.mp4": Sample(still("320x180", *X264, rate="50"), facts=(("frame_rate", 50.0),)),
    "sixty.mov": Sample(still("320x180", *X264, rate="60000/1001")),
    "thirty.mp4": Sample(still("320x180", *X264, rate="30"), facts=(("variable_rate", False),)),
    "slides.mp4": Sample(still("320x180", *X264, rate="1", seconds=2)),
    "uneven.mp4": Sample(
        (*PICTURE, "-vf", "select='not(between(mod(n\\,9)\\,2\\,4))'", "-fps_mode", "vfr", *X264),
        facts=(("variable_rate", True),),
    ),
    "four-three.mp4": Sample(still("320x240", *X264), (320, 240)),
    "odd.mkv": Sample(still("321x181", "-c:v", "ffv1"), (320, 180)),
    "wide-dots.mp4": Sample((*PICTURE, "-vf", "setsar=4/3", *X264), (428, 180), facts=(("square_dots", False),)),
    "large.mp4": Sample(still("1920x1080", *X264, seconds=0.2), (1280, 720)),
    "upright.mp4": Sample(still("1080x1920", *X264, seconds=0.2), (720, 1280)),
    "cinema.mp4": Sample(still("1920x804", *X264, seconds=0.2), (1280, 536)),
    "tiny.3gp": Sample(
        (*lavfi("testsrc2=size=176x144:rate=15:duration=1", "sine=duration=1:sample_rate=8000"), "-c:v", "h263", "-c:a", "libopencore_amrnb", "-ac", "1", "-ar", "8000", "-b:a", "12.2k"),
        (176, 144),
        sound=True,
    ),
    "silent-track.mp4": Sample((*PICTURE, *lavfi("anullsrc=r=48000:cl=stereo"), "-shortest", *X264, "-c:a", "aac", "-flags:a", "+bitexact"), sound=True),
    "surround.mkv": Sample((*PICTURE, *lavfi("sine=duration=1,aformat=channel_layouts=5.1"), *X264, "-c:a", "ac3"), sound=True, facts=(("audio_channels", 6),)),
    "one-side.mp4": Sample((*PICTURE, *lavfi("sine=duration=1,pan=5.1|FR=c0"), *X264, "-c:a", "aac"), sound=True),
    "mono.mp4": Sample((*PICTURE, *TONE, *X264, "-c:a", "aac", "-ac", "1"), sound=True),
    "telephone.avi": Sample((*PICTURE, *TONE, "-c:v", "mpeg4", "-c:a", "pcm_u8", "-ar", "8000"), sound=True, facts=(("audio_rate_hz", 8000),)),
    "whisper.mp4": Sample((*PICTURE, *TONE, *X264, "-af", "volume=-38dB", "-c:a", "aac"), sound=True),
    "claps.mkv": Sample(
        (*PICTURE, *lavfi("aevalsrc='0.9*sin(2*PI*900*t)*lt(mod(t\\,0.5)\\,0.01)+0.01*sin(2*PI*300*t)':d=1:s=48000"), *X264, "-c:a", "pcm_s16le"),
        sound=True,
    ),
    "shout.mp4": Sample((*PICTURE, *lavfi("anoisesrc=d=1:a=1"), *X264, "-c:a", "aac"), sound=True),
    "late-sound.mkv": Sample((*PICTURE, "-itsoffset", "0.4", *TONE, "-t", "1", *X264, "-c:a", "aac"), sound=True),
    "late-picture.mkv": Sample((*TONE, "-itsoffset", "0.4", *PICTURE, *X264, "-c:a", "aac", "-map", "1:v", "-map", "0:a"), sound=True),
    "two-tracks.mkv": Sample(
        (*PICTURE, *lavfi("anullsrc=r=48000:cl=mono", "sine=duration=1"), "-t", "1", "-map", "0", "-map", "1", "-map", "2", *X264, "-c:a", "aac", "-disposition:a:0", "0", "-disposition:a:1", "default"),
        sound=True,
        facts=(("sound_stream", 2), ("streams", 3)),
    ),
    "cover.mp4": Sample(
        (*lavfi("color=green:size=600x600:rate=1:duration=1"), *PICTURE, "-map", "0", "-map", "1", "-c:v:0", "png", "-frames:v:0", "1", "-c:v:1", "libx264", "-pix_fmt:v:1", "yuv420p", "-disposition:v:0", "attached_pic"),
        facts=(("streams", 2),),
    ),
    "old.mpg": Sample((*PICTURE, *TONE, "-c:v", "mpeg1video", "-c:a", "mp2", "-f", "mpeg"), sound=True),
    "old.avi": Sample((*PICTURE, *TONE, "-c:v", "mpeg4", "-c:a", "libmp3lame"), sound=True),
    "windows.wmv": Sample((*PICTURE, *TONE, "-c:v", "wmv2", "-c:a", "wmav2"), sound=True),
    "flash.flv": Sample((*PICTURE, *TONE, "-c:v", "flv", "-c:a", "libmp3lame", "-ar", "44100"), sound=True),
    "browser.webm": Sample((*PICTURE, *TONE, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"), sound=True),
    "older-browser.webm": Sample((*PICTURE, *TONE, "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libvorbis"), sound=True),
    "free.ogv": Sample((*PICTURE, *TONE, "-c:v", "libtheora", "-c:a", "libvorbis"), sound=True),
    "new.mp4": Sample((*PICTURE, "-c:v", "libsvtav1", "-preset", "12", "-svtav1-params", "lp=1"), facts=(("video_codec", "av1"),)),
    "editor.mov": Sample((*PICTURE, *TONE, "-c:v", "prores_ks", "-c:a", "pcm_s16le", "-timecode", "01:00:00:00"), sound=True),
    "camera.avi": Sample((*PICTURE, "-c:v", "mjpeg", "-pix_fmt", "yuvj422p")),
    "screen.mkv": Sample((*PICTURE, "-c:v", "ffv1", "-pix_fmt", "bgr0")),
    "recorder.ts": Sample((*PICTURE, *TONE, *X264, "-c:a", "aac", "-f", "mpegts"), sound=True),
    "pipe.mkv": Sample((*PICTURE, *X264, "-f", "matroska", "-live", "1")),
    "pieces.mp4": Sample((*PICTURE, *X264, "-movflags", "frag_keyframe+empty_moov")),
    "short.mp4": Sample((*PICTURE, *TONE, "-t", "0.2", *X264, "-c:a", "aac"), sound=True),
    "one-frame.mp4": Sample((*PICTURE, "-frames:v", "1", *X264)),
    "words.mp4": Sample((*PICTURE, *WORDS, "-metadata:s:v", "handler_name=ORT-7f3a91", "-metadata", "com.apple.quicktime.location.ISO6709=+34.7+113.6/", *X264, "-movflags", "use_metadata_tags")),
}  # fmt: skip
"""Every one of these is to become a film that plays everywhere."""


def make(path: Path, *arguments: str) -> None:
    """Write a master with ffmpeg."""
    command = [ffmpeg_program(), "-v", "error", "-nostdin", "-y", *arguments, str(path)]
    subprocess.run(command, check=True)


def flipped(data: bytes, count: int = 60, share: float = 0.5) -> bytes:
    """Return `data` with bits flipped around a share of its length."""
    changed, dice = bytearray(data), random.Random(7)
    low, high = int(len(data) * (share - 0.06)), int(len(data) * (share + 0.06))
    for _ in range(count):
        changed[dice.randrange(low, high)] ^= 1 << dice.randrange(8)
    return bytes(changed)


def holed(data: bytes, share: float = 0.5) -> bytes:
    """Return `data` with zeros in the middle, as a copy that was broken off and resumed leaves them."""
    low, high = int(len(data) * (share - 0.06)), int(len(data) * (share + 0.06))
    return data[:low] + bytes(high - low) + data[high:]
