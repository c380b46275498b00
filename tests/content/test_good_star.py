from __future__ import annotations

import datetime

from showcase.model.address import RecordAddress
from showcase.model.parts import (
    Audio,
    Consent,
    Honour,
    Permission,
    Photo,
    Section,
    Video,
)
from showcase.model.records import Star
from showcase.model.terms import (
    Asset,
    Distinction,
    Group,
    Level,
    PhotoKind,
    Sensitive,
    Stage,
)

from .folder import GOOD_STAR, STAR, read

DAY = datetime.date(2024, 5, 1)

THE_STAR = Star(
    address=RecordAddress("stars", 2024, "henan", "012"),
    name="阿依古丽·买买提",
    unit="123",
    post="退休挡车工，楼梯间读书会领读人",
    pinyin="on",
    city="郑州市",
    nominated_by=("青柳县教育局",),
    groups=(Group.OLDER_PEOPLE,),
    topics=("阅读", "书法"),
    quote="字认得慢不要紧，我有的是晚上。",
    showcase_text=("第一段，接着写。", "Read more every day."),
    sections=(Section("主要事迹", "**很多**事迹。"),),
    photos=(
        Photo(
            file="portrait.jpg",
            kind=PhotoKind.PORTRAIT,
            alt="捧着一本书，身后是书架",
            focus=(50.0, 20.5),
            minors=True,
        ),
    ),
    video=Video(file="film.mp4", title="楼梯间的灯", transcript="第一行\n第二行"),
    audio=Audio(file="reading.mp3", spoken_by="machine"),
    honours=(
        Honour(
            year=2023,
            level=Level.PROVINCIAL,
            title="河南“百姓学习之星”",
            stage=Stage.APPROVED,
            document="8",
            date=datetime.date(2023, 9, 6),
        ),
        Honour(
            year=2024,
            level=Level.NATIONAL,
            title="新时代“百姓学习之星”",
            stage=Stage.ANNOUNCED,
            distinction=Distinction.MOST_MOVING,
        ),
    ),
    consent=Consent(
        {
            Asset.TEXT: Permission(date=DAY, evidence="2024-012"),
            Asset.PHOTOS: Permission(
                date=DAY,
                until=datetime.date(2027, 5, 1),
                evidence="2024-012",
                covers=(Sensitive.MINORS,),
            ),
        }
    ),
    related=("projects/2024/henan/003",),
)


def test_a_star_is_read_whole(tmp_path):
    library, problems = read(tmp_path, {STAR: GOOD_STAR})
    assert (problems, library.stars) == ([], (THE_STAR,))


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path):
    odd = b"\xef\xbb\xbf" + GOOD_STAR.replace("\n", "\r\n").encode()
    library, problems = read(tmp_path, {STAR: odd})
    assert (problems, library.stars) == ([], (THE_STAR,))
    assert library.stars[0].source.place("honours[1].stage") == (21, 55)


def test_every_key_keeps_its_place_in_the_file(tmp_path):
    library, _ = read(tmp_path, {STAR: GOOD_STAR})
    source = library.stars[0].source
    assert source.file == STAR
    assert source.body_line == 28
    assert [source.place(path) for path in ("name", "photos[0]", "photos[0].alt", "consent.text.date")] == [
        (2, 1),
        (12, 5),
        (14, 5),
        (23, 10),
    ]
