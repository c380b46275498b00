"""Puts a text into any place that could tell it; says where `showcase check` must point."""

import io
import struct
import zipfile

import av
from PIL import Image, PngImagePlugin

STAR = """---
name: {name}
unit: 青柳县城关镇桥头社区
post: '{post}'
# {comment}
nominated_by: [青柳县教育局]
quote: '{quote}'
photos:
  - {{file: portrait.jpg, kind: portrait, alt: 沈玉兰捧着一本书, caption: '{caption}'}}
honours:
  - {{year: 2024, level: provincial, title: 新时代“百姓学习之星”, stage: nominated}}
---
第一段。

{second}

## 主要事迹

{deeds}
"""
STAR_LINES = {"post": 4, "comment": 5, "quote": 7, "caption": 9, "second": 15, "deeds": 19}
EMPTY = dict.fromkeys(STAR_LINES, "读书") | {"name": "沈玉兰"}


def in_star(key):
    def put(root, number, text):
        name = f"content/stars/2024/henan/{number:04}.md"
        write(root / name, STAR.format(**EMPTY | {key: text}).encode())
        return name, STAR_LINES[key], ""

    return put


def lines(pattern, before, after=""):
    """Return how to write a file of plain text whose private line follows `before`."""

    def put(root, number, text):
        name = pattern.format(number)
        write(root / name, f"{before}{text}{after}\n".encode())
        return name, before.count("\n") + 1, ""

    return put


def in_name(root, number, text):
    safe = text.replace("/", "-")
    name = f"media/stars/2024/henan/{number:04}/{safe}.txt"
    write(root / name, b"1\n")
    return name, 0, "文件名"


def in_exif(root, number, text):
    exif = Image.Exif()
    exif[0x010E] = text.encode(("utf-8", "gb18030")[number % 2])  # ImageDescription
    return picture(root, number, "EXIF ImageDescription", "jpg", exif=exif)


def in_windows_comment(root, number, text):
    exif = Image.Exif()
    exif[0x9C9C] = text.encode("utf-16-le") + b"\0\0"
    return picture(root, number, "EXIF XPComment", "jpg", exif=exif)


def in_user_comment(root, number, text):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + text.encode("utf-16-le")
    return picture(root, number, "EXIF UserComment", "jpg", exif=exif)


def in_xmp(root, number, text):
    words = text.replace("&", "&amp;")
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:description>{words}</dc:description></x:xmpmeta>'
    return picture(root, number, "XMP dc:description", "webp", xmp=xmp.encode())


def in_iptc(root, number, text):
    said = text.encode()
    dataset = b"\x1c\x02\x78" + struct.pack(">H", len(said)) + said
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(dataset)) + dataset + b"\0" * (len(dataset) % 2)
    segment = b"Photoshop 3.0\0" + block
    name, line, where = picture(root, number, "IPTC 2:120", "jpg")
    data = (root / name).read_bytes()
    (root / name).write_bytes(
        data[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
    )
    return name, line, where


def in_png_text(root, number, text):
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text)
    return picture(root, number, "图片说明 Comment", "png", pnginfo=info)


def picture(root, number, where, ending, **options):
    name = f"media/stars/2024/henan/{number:04}/portrait.{ending}"
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8), "tan").save(root / name, **options)
    return name, 0, where


def in_pdf(root, number, text):
    """Two pages; the second tells. The font is none that exists: only its way back to Unicode counts."""
    coded = text.encode("utf-16-be").hex()
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 6 0 R >> >> >>",
        stream(f"BT /F 12 Tf 50 700 Td <{coded}> Tj ET".encode()),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
        stream(to_unicode),
    ]
    name = f"media/stars/2024/henan/{number:04}/form.pdf"
    write(root / name, pdf(objects))
    return name, 0, "第 2 页"


def stream(data):
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def pdf(objects):
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start)
    return bytes(out)


def office(ending, part, xml):
    """Return how to write an Office file whose `part` tells; its words are split over two runs."""

    def put(root, number, text):
        half = len(text) // 2
        name = f"content/pages/{number:04}{ending}"
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as parts:
            parts.writestr("[Content_Types].xml", "<Types/>")
            parts.writestr(part, xml.format(text[:half], text[half:]))
        write(root / name, buffer.getvalue())
        return name, 0, part

    return put


def in_film(root, number, text):
    name = f"media/stars/2024/henan/{number:04}/film.mp4"
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(root / name), "w") as film:
        film.metadata["comment"] = text
        stream_ = film.add_stream("mpeg4", rate=25)
        stream_.width = stream_.height = 16
        stream_.pix_fmt = "yuv420p"
        film.mux(stream_.encode(av.VideoFrame(16, 16, "yuv420p")))
        film.mux(stream_.encode(None))
    return name, 0, "影片信息 comment"


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


PLACES = {
    **{f"star {key}": in_star(key) for key in STAR_LINES},
    "project": lines(
        "content/projects/2024/henan/{:04}.md", "---\nname: 读书会\nhow_to_join: '", "'\n---\n读书。"
    ),
    "week": lines("content/weeks/2024/hebei.w{}.md", "---\nstatus: planned\n---\n第一段。\n\n"),
    "event": lines("content/events/2024/2024-09-12-e{}.md", "---\nkind: reading\ntitle: 读书\n---\n"),
    "announcement": lines("content/announcements/2024-henan-{}.md", "---\ntitle: 公示\n---\n一\n\n二\n"),
    "list": lines("content/lists/{}.csv", "kind,name,unit,title,document\nstar,沈玉兰,", ",题,号"),
    "rulebook": lines("content/rulebooks/book{}.yml", "title: 通知\nremarks:\n  - '", "'"),
    "bodies": lines("content/more{}.yml", "- name: '", "'"),
    "page": lines("content/pages/p{}.md", "# 题\n\n一\n二\n"),
    "captions": lines("media/stars/2024/henan/{:04}/film.vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\n"),
    "srt": lines("media/stars/2024/henan/{:04}/film.srt", "1\n00:00:00,000 --> 00:00:04,000\n"),
    "file name": in_name,
    "EXIF": in_exif,
    "XPComment": in_windows_comment,
    "UserComment": in_user_comment,
    "XMP": in_xmp,
    "IPTC": in_iptc,
    "PNG text": in_png_text,
    "PDF": in_pdf,
    "docx": office(
        ".docx", "word/document.xml", "<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:t>{}</w:t></w:r></w:p>"
    ),
    "xlsx": office(".xlsx", "xl/sharedStrings.xml", "<sst><si><t>{}{}</t></si></sst>"),
    "pptx": office(
        ".pptx", "ppt/slides/slide1.xml", "<a:p><a:r><a:t>{}</a:t></a:r><a:r><a:t>{}</a:t></a:r></a:p>"
    ),
    "docx author": office(".docx", "docProps/core.xml", "<dc:creator>{}{}</dc:creator>"),
    "film": in_film,
}
