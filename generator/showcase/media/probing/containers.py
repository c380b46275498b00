"""What is opened as a film or a sound, by ffmpeg's names. Other formats lead to other files."""

from __future__ import annotations

CONTAINERS = "mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,rm,mxf,dv"
"""What may be opened as a film. mov is MP4 and 3GP too. A protocol list alone would let a playlist in."""
SOUND_CONTAINERS = f"{CONTAINERS},mp3,wav,w64,aac,flac,amr,aiff,caf"
