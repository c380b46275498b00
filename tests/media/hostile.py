"""Files that try to make a decoder read their neighbours or the network. Made here, of public formats."""

from __future__ import annotations

import struct

NEIGHBOUR = "neighbour.mp4"


def scripts(port: int, folder: str) -> dict[str, bytes]:
    """Return texts that other programs take as lists of films, each under the name of a film or a sound."""
    away = f"http://127.0.0.1:{port}"
    texts = {
        "playlist.mp4": _playlist(f"{folder}/{NEIGHBOUR}"),
        "playlist-near.mp4": _playlist(NEIGHBOUR),
        "playlist-away.mp4": _playlist(f"{away}/a.ts"),
        "playlist.ts": _playlist(f"file:{folder}/{NEIGHBOUR}"),
        "playlist-data.mp4": _playlist("data:video/mp4;base64,AAAA"),
        "playlist-key.mp4": _playlist("a.ts").replace(
            "#EXTINF", f'#EXT-X-KEY:METHOD=AES-128,URI="{away}/key"\n#EXTINF', 1
        ),
        "master-list.mp4": f"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{folder}/inner.m3u8\n",
        "concat.mp4": f"ffconcat version 1.0\nfile {NEIGHBOUR}\n",
        "concat.mkv": f"ffconcat version 1.0\nfile '{folder}/{NEIGHBOUR}'\nfile '{away}/b.mp4'\n",
        "concat-plain.mp4": f"file '{folder}/{NEIGHBOUR}'\n",
        "dash.mp4": _dash(f"{folder}/{NEIGHBOUR}"),
        "dash-away.mp4": _dash(f"{away}/c.mp4"),
        "session.mp4": f"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 96\n",
        "reference.mp4": f"[Reference]\r\nRef1={away}/d?MSWMExt=.asf\r\n",
        "redirect.mp4": f"RTSPtextRTSP://127.0.0.1:{port}/e",
        "subtitles.mp4": "# VobSub index file, v7 (do not modify this line!)\nid: en, index: 0\n"
        "timestamp: 00:00:01:000, filepos: 000000000\n",
        "avisynth.avi": f'DirectShowSource("{folder}/{NEIGHBOUR}")\n',
        "filter.mp4": f"movie={folder}/{NEIGHBOUR}",
        "smooth.mp4": f'<?xml version="1.0"?><smil><body><video src="{away}/f.mp4"/></body></smil>',
        "playlist.mp3": _playlist(f"{folder}/{NEIGHBOUR}"),
        "radio.mp3": f"[playlist]\nFile1={away}/g.mp3\nNumberOfEntries=1\nVersion=2\n",
        "concat.wav": f"ffconcat version 1.0\nfile {NEIGHBOUR}\n",
    }
    return {name: text.encode() for name, text in texts.items()}


def pictures(port: int, folder: str) -> dict[str, bytes]:
    """Return texts that picture programs follow, each under the name of a photo."""
    away = f"http://127.0.0.1:{port}"
    texts = {
        "drawing.jpg": f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
        f'<script>fetch("{away}/h")</script><image x:href="file://{folder}/{NEIGHBOUR}"/></svg>',
        "script.png": f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n({folder}/{NEIGHBOUR}) run\n",
        "magick.jpg": f"push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 '{away}/i'\npop graphic-context\n",
    }
    return {name: text.encode() for name, text in texts.items()}


def with_outer_data(film: bytes, path: str) -> bytes:
    """Return an MP4 (moov last) whose samples are said to lie in the file `path`, by a Macintosh alias."""
    at = film.index(b"dref") - 4
    old = struct.unpack(">I", film[at : at + 4])[0]
    name = path.rpartition("/")[2].encode()
    absolute = path.encode()
    tags = (
        struct.pack(">hH", 2, len(absolute))
        + absolute
        + b"\0" * (len(absolute) % 2)
        + struct.pack(">hH", -1, 0)
    )
    alias = (
        b"\0" * 10
        + bytes([1])
        + b"D".ljust(27, b"\0")
        + b"\0" * 12
        + bytes([len(name)])
        + name.ljust(63, b"\0")
    )
    alias += b"\0" * 16 + struct.pack(">hh", 1, 1) + b"\0" * 16 + tags
    entry = struct.pack(">I4sI", 12 + len(alias), b"alis", 0) + alias
    new = struct.pack(">I4sII", 16 + len(entry), b"dref", 0, 1) + entry
    grown = len(new) - old
    changed = bytearray(film[:at] + new + film[at + old :])
    for box in (b"moov", b"trak", b"mdia", b"minf", b"dinf"):
        begin = film.index(box) - 4
        changed[begin : begin + 4] = struct.pack(
            ">I", struct.unpack(">I", film[begin : begin + 4])[0] + grown
        )
    return bytes(changed)


def with_next_segment(film: bytes, name: str) -> bytes:
    """Return a Matroska file that says to go on in the file `name`: NextFilename in place of WritingApp."""
    at = film.index(b"\x57\x41")
    length = film[at + 2] & 0x7F
    words = name.encode().ljust(length - 1, b"\0")
    assert len(words) == length - 1
    return film[:at] + b"\x3e\x83\xbb" + bytes([0x80 | length - 1]) + words + film[at + 3 + length :]


def _playlist(target: str) -> str:
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{target}\n#EXT-X-ENDLIST\n"


def _dash(target: str) -> str:
    return (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT9S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period>'
        '<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1" codecs="avc1.4d401e" width="320" '
        f'height="180"><BaseURL>{target}</BaseURL></Representation></AdaptationSet></Period></MPD>'
    )
