"""Photographs and films of a packet: whose they are, what they are, and nothing in them but the picture."""

import io
import subprocess

import imageio_ffmpeg
import pytest
from PIL import Image

from intake.desks import draft_files, drafts, everything, people, reply, site, take
from intake.nominations import PROJECT, PROJECT_TITLE, SENDER, STAR, STAR_ROW, henan
from intake.templates import HENAN_PROJECT, HENAN_STAR, STAR_COLUMNS, folder, form, picture, register, saved
from showcase.check.scan.files import look_at

FORM = saved(form(HENAN_STAR, STAR))


def film(place, *options, seconds=2, suffix=".mp4", where="+34.7472+113.6249/"):
    """Return a small film that says where it was taken, and with what."""
    target = place / f"film{suffix}"
    pattern = f"testsrc=size=320x180:rate=25:duration={seconds}"
    told = [
        "-metadata",
        f"location={where}",
        "-metadata",
        "title=秘密片名",
        "-metadata",
        "comment=电话13800007777",
    ]
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        pattern,
        *told,
        *options,
        target,
    ]
    subprocess.run(command, check=True, timeout=120)
    return target.read_bytes()


def media_of(root, kind="stars"):
    draft = next(path for path in draft_files(root) if kind in path.parts)
    return root / "media" / draft.relative_to(root / "content").with_suffix("")


def test_a_film_comes_in_as_it_is_but_for_what_it_tells(tmp_path):
    data = film(tmp_path, "-c:v", "libx264", "-pix_fmt", "yuv420p")
    assert "秘密片名".encode() in data
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", henan() | {"沈玉兰短片.mp4": data}))
    made = media_of(root) / "film.mp4"
    assert [
        word for word in ("秘密片名", "13800007777", "+34.7472") if word.encode() in made.read_bytes()
    ] == []
    assert look_at(made) == []
    assert "\nvideo: {file: film.mp4}\n" in drafts(root)["stars"]
    assert (
        "视频 0 分 2 秒，通知要求 3—5 分钟（依据：教办职成〔2024〕85号 二（三）1（3）；教办职成〔2024〕85号 二（三）4）"
        in reply(root)
    )
    before = everything(tmp_path)
    take(root, tmp_path / "云溪市")
    assert everything(tmp_path) == before


def test_a_film_of_another_container_keeps_it_and_is_told_so(tmp_path):
    data = film(tmp_path, "-c:v", "mpeg4", suffix=".avi")
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", henan() | {"沈玉兰短片.AVI": data}))
    assert (media_of(root) / "film.avi").is_file()
    assert "视频的封装是 avi，通知要求 mp4" in reply(root)


def test_a_photograph_is_upright_and_says_nothing_of_its_camera(tmp_path):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "秘密相机".encode().decode("latin-1")
    exif.get_ifd(0x8825)[1] = "N"
    data = picture(900, 600, 3, exif=exif.tobytes())
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", {"推介表.docx": FORM, "沈玉兰生活照.jpg": data}))
    made = Image.open(media_of(root) / "life.jpg")
    assert (made.size, dict(made.getexif()), made.info.get("exif")) == ((600, 900), {}, None)


WHOSE = {
    "张示一/推介表.docx": saved(form(HENAN_STAR, {**STAR, "name": "张示一"})),
    "张示一/1.jpg": picture(413, 579, 1),
    "张示一/2.jpg": picture(800, 600, 2),
    "乙/推介表.docx": saved(form(HENAN_STAR, {**STAR, "name": "李示二", "unit_post": "望川市甲村"})),
    "乙/照片/IMG_1.jpg": picture(800, 600, 3),
    "李示二 免冠.png": picture(413, 579, 4, form="PNG"),
    "项目/表.docx": saved(form(HENAN_PROJECT, PROJECT, title=PROJECT_TITLE)),
    "项目/照片/a.jpg": picture(800, 600, 5),
    "品牌项目照片/b.jpg": picture(800, 600, 6),
    "合影.jpg": picture(800, 600, 7),
}


def test_files_are_given_to_whom_their_names_and_folders_say(tmp_path):
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市", WHOSE), sender=SENDER)
    told = {name: [(p["origin"], p["kind"]) for p in item["pictures"]] for name, item in people(root).items()}
    assert told == {
        "张示一": [("张示一/1.jpg", "id-photo"), ("张示一/2.jpg", "life")],
        "李示二": [("李示二 免冠.png", "id-photo"), ("乙/照片/IMG_1.jpg", "life")],
        "“一页书”公交读书角": [("品牌项目照片/b.jpg", "activity"), ("项目/照片/a.jpg", "activity")],
    }
    assert "合影.jpg：没有认出是谁的。请在文件名里写上姓名或项目名称，或放进他的文件夹。" in reply(root)


@pytest.mark.parametrize(
    ("files", "name", "options", "sender"),
    [
        ({"登记表.docx": register(STAR_COLUMNS, [STAR_ROW], "云溪市教育体育局")}, "a", {}, "云溪市教育局"),
        ({"推介表.docx": FORM}, "青柳县教育和体育局材料", {}, "青柳县教育局"),
        ({"推介表.docx": FORM}, "b", {"sender": "某某学院"}, "某某学院"),
        (
            {
                "报送单位.docx": register(
                    STAR_COLUMNS, [STAR_ROW], "某县教育局", head="推荐单位：{sender}   （公章）"
                )
            },
            "c",
            {},
            "某县教育局",
        ),
    ],
)
def test_the_sender_is_who_the_papers_or_the_packet_say(tmp_path, files, name, options, sender):
    root = site(tmp_path)
    take(root, folder(tmp_path / name, files), **options)
    assert f"\nnominated_by: [{sender}]\n" in drafts(root)["stars"]
    assert list(people(root, sender)) == ["沈玉兰"]


def test_rows_below_two_lines_of_labels_are_read(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    for row in (
        ["单位（盖章）：", "云溪市教育局"],
        ["序号", "品牌项目名称", "主办单位", "起始时间", "参与人数（人次）", None, "所附材料", "备注"],
        [None, None, None, None, "线上", "线下"],
        [1, "四季课", "某馆", "2019.9", 3200, 800, "总结", "√特别受百姓喜爱"],
    ):
        page.append(row)
    page.merge_cells("E2:F2")
    buffer = io.BytesIO()
    book.save(buffer)
    root = site(tmp_path)
    take(root, folder(tmp_path / "云溪市教育局", {"汇总表.xlsx": buffer.getvalue()}))
    told = drafts(root)["projects"]
    assert "    count: 3200\n    unit: visits\n    mode: online\n" in told
    assert "    count: 800\n    unit: visits\n    mode: onsite\n" in told
    assert "    distinction: most-loved\n" in told
