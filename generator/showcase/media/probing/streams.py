"""Choose what a film shows and says: not its cover, not a commentary, not a track that nobody can decode."""

from __future__ import annotations

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

_COVER = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
_BESIDE = (
    Disposition.comment
    | Disposition.hearing_impaired
    | Disposition.visual_impaired
    | Disposition.karaoke
    | Disposition.clean_effects
    | Disposition.dependent
)
"""Made for some listeners only, or part of another stream."""
_STILL_CODECS = ("mjpeg", "png", "bmp", "gif", "webp", "tiff", "ljpeg")
_CHINESE = ("chi", "zho", "cmn", "zh")


def picture_stream(container: InputContainer) -> VideoStream | None:
    """Return the moving picture: marked as default, then the largest; None when there is only a cover."""
    found = [s for s in container.streams.video if s.codec_context and not s.disposition & _COVER]
    moving = [s for s in found if not _is_still(s)] or found
    return max(moving, key=_picture_rank, default=None)


def sound_stream(container: InputContainer) -> AudioStream | None:
    """Return the sound for everybody: marked as default, then Chinese, then the first; None without any."""
    found = [s for s in container.streams.audio if s.codec_context and s.codec_context.sample_rate]
    return max(found, key=_sound_rank, default=None)


def _is_still(stream: VideoStream) -> bool:
    """Whether a stream is a cover that its writer forgot to mark: one frame of a photo's codec."""
    return stream.codec_context.name in _STILL_CODECS and stream.frames == 1


def _picture_rank(stream: VideoStream) -> tuple[bool, bool, int, int]:
    context = stream.codec_context
    plain, default = _plain_and_default(stream)
    return plain, default, context.width * context.height, -stream.index


def _sound_rank(stream: AudioStream) -> tuple[bool, bool, bool, int]:
    plain, default = _plain_and_default(stream)
    return plain, default, stream.language in _CHINESE, -stream.index


def _plain_and_default(stream: VideoStream | AudioStream) -> tuple[bool, bool]:
    return not stream.disposition & _BESIDE, bool(stream.disposition & Disposition.default)
