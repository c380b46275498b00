from dataclasses import replace

import pytest

from rules.samples import FILE, FILM, LINES, MOST_MOVING, nominated, photo, problems, project, star
from showcase.model.media import CaptionsFacts, FilmFacts, Shelf
from showcase.model.problem import Problem, Severity

CLAUSE = "示例教〔2024〕1号 "
GOOD_FILM = FilmFacts(
    container="mov,mp4,m4a,3gp,3g2,mj2",
    video_codec="h264",
    audio_codec="aac",
    width_px=1280,
    height_px=720,
    frame_rate=25.0,
    duration_s=260.0,
    size_bytes=1,
    sha256="0" * 64,
)


def shelf(**changes) -> Shelf:
    facts = {name: getattr(GOOD_FILM, name) for name in FilmFacts.__dataclass_fields__}
    return Shelf(film_facts={"stars/2024/henan/012/film.mp4": FilmFacts(**{**facts, **changes})})


def test_too_few_photos():
    assert problems(nominated(photos=(photo("portrait.jpg"),))) == [
        Problem(
            "photo-number",
            Severity.ERROR,
            FILE,
            LINES["photos"],
            3,
            "照片 1 张，通知要求 2 张",
            CLAUSE + "二1",
            "补 1 张",
        )
    ]


def test_too_many_photos():
    (found,) = problems(project(photos=tuple(photo(f"{n}.jpg") for n in range(6))))
    assert (found.rule, found.message) == ("photo-number", "照片 6 张，通知要求 3—5 张")
    assert found.fix == "留下 5 张最能说明事迹的"


def test_the_top_category_sends_photos_on_top_of_the_rest():
    photos = tuple(photo(f"{n}.jpg") for n in range(5))
    top = nominated(photos=photos, honours=(MOST_MOVING,), video=FILM)
    assert problems(top) == []
    (found,) = problems(nominated(photos=photos[:4], honours=(MOST_MOVING,), video=FILM))
    assert found.message == "照片 4 张，通知要求 5—7 张"
    assert found.clause == f"{CLAUSE}二1；{CLAUSE}四1"


@pytest.mark.parametrize(
    ("alt", "said"),
    [("", "没有写"), ("照片", "“照片”没有说出画面"), ("portrait.jpg", "“portrait.jpg”没有说出画面")],
)
def test_alt_text_that_says_nothing(alt, said):
    photos = (photo("portrait.jpg", alt=alt), photo("b.jpg"))
    assert problems(nominated(photos=photos)) == [
        Problem(
            "photo-alt",
            Severity.ERROR,
            FILE,
            LINES["photos[0].alt"],
            3,
            f"照片 portrait.jpg 的替代文字{said}",
            "",
            "写一句话：谁、在哪里、做什么，例如“沈玉兰捧着一本书，身后是书架”",
        )
    ]


def test_the_top_category_needs_a_film():
    photos = tuple(photo(f"{n}.jpg") for n in range(5))
    assert problems(nominated(photos=photos, honours=(MOST_MOVING,))) == [
        Problem(
            "film-missing",
            Severity.ERROR,
            FILE,
            LINES["honours[0].rulebook"],
            3,
            "没有视频，通知：须提交音像视频资料。",
            CLAUSE + "四2",
            "补 video: {file: film.mp4}，或撤去 distinction",
        )
    ]


def test_a_good_film_passes():
    assert problems(nominated(video=FILM), shelf=shelf()) == []


def test_of_two_contradicting_lengths_the_looser_decides_and_both_are_cited():
    assert problems(nominated(video=FILM), shelf=shelf(duration_s=181.0)) == []
    assert problems(nominated(video=FILM), shelf=shelf(duration_s=370.2)) == [
        Problem(
            "film-length",
            Severity.ERROR,
            FILE,
            LINES["video.file"],
            3,
            "视频 6 分 10 秒，通知要求 3—5 分钟",
            f"{CLAUSE}二2；{CLAUSE}五",
            "重新剪辑",
        )
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"container": "avi"}, "视频的封装是 avi，通知要求 mp4"),
        ({"video_codec": "hevc"}, "视频的编码是 hevc，通知要求 h264"),
        ({"width_px": 720, "height_px": 1280}, "视频的分辨率是 720x1280，通知要求 1280x720"),
        ({"frame_rate": 29.97}, "视频的帧率是 29.97，通知要求 25"),
    ],
)
def test_a_film_of_another_technique(change, message):
    assert problems(nominated(video=FILM), shelf=shelf(**change)) == [
        Problem(
            "film-technique",
            Severity.ERROR,
            FILE,
            LINES["video.file"],
            3,
            message,
            CLAUSE + "五",
            "按通知的技术要求重新导出视频",
        )
    ]


def test_a_film_with_a_dead_sound_track_is_told():
    [found] = problems(nominated(video=FILM), shelf=shelf(silent=True))
    assert (found.rule, found.severity, found.line) == ("film-silent", Severity.WARNING, LINES["video.file"])
    assert problems(nominated(video=FILM), shelf=shelf(audio_codec="")) == []


@pytest.mark.parametrize(("end_s", "rules"), [(261.9, []), (302.4, ["captions-length"])])
def test_captions_that_outlast_their_film_belong_to_another(end_s, rules):
    captions = {"stars/2024/henan/012/film.vtt": CaptionsFacts(cues=3, end_s=end_s, sha256="1")}
    film = replace(FILM, captions="film.vtt")
    found = problems(nominated(video=film), shelf=replace(shelf(), captions_facts=captions))
    assert [problem.rule for problem in found] == rules
    if found:
        assert found[0].message == "最后一句字幕在 5 分 2 秒，影片只有 4 分 20 秒"


def test_films_of_approved_records_are_only_noted():
    found = problems(star(video=FILM), shelf=shelf(video_codec="hevc", duration_s=20.0))
    assert [(p.rule, p.severity) for p in found] == [
        ("film-length", Severity.NOTE),
        ("film-technique", Severity.NOTE),
    ]


def test_a_film_that_was_not_probed_is_not_judged():
    assert problems(nominated(video=FILM)) == []
