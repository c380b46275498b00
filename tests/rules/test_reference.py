import pytest

from rules.samples import (
    ANNOUNCEMENT_FILE,
    FILE,
    FILM,
    LINES,
    announcement,
    day,
    honour,
    problems,
    project,
    star,
)
from showcase.model.campaign import Candidate, Event, Withdrawal
from showcase.model.parts import Audio, Video
from showcase.model.problem import Problem, Severity
from showcase.model.source import Source
from showcase.model.terms import EventKind

KEY = "stars/2024/henan/012/"
ADDRESS_FIX = "核对地址：stars 或 projects/年份/地区/序号，例如 stars/2024/henan/012"
PLACE_FIX = "把文件放到这个位置，或改正文件名（大小写要一致）；没有的，删去这一项"


def test_a_related_record_that_is_not_there():
    assert problems(star(related=("projects/2024/henan/999",))) == [
        Problem(
            "reference-record",
            Severity.ERROR,
            FILE,
            LINES["related[0]"],
            3,
            "没有 projects/2024/henan/999 这一件",
            "",
            ADDRESS_FIX,
        )
    ]


def test_records_that_are_there_or_were_taken_down_pass():
    gone = Withdrawal("stars/2024/henan/009", day("2024-07-01"))
    related = ("projects/2024/henan/003", "stars/2024/henan/009")
    assert problems(star(related=related), project(), withdrawals=(gone,)) == []


def test_an_event_with_a_record_that_is_not_there():
    event = Event(
        address="events/2024/2024-09-12-school",
        kind=EventKind.TALK,
        date=day("2024-09-12"),
        title="报告会",
        records=("stars/2024/henan/012", "stars/2024/henan/099"),
        source=Source("content/events/2024/2024-09-12-school.md", {"records[1]": (7, 5)}),
    )
    found = [each for each in problems(star(), events=(event,)) if each.rule == "reference-record"]
    assert [(each.line, each.column) for each in found] == [(7, 5)]


def test_a_candidate_with_a_record_that_is_not_there():
    lost = announcement(candidates=(Candidate("甲", "乙", "star", "stars/2024/henan/099"),))
    (found,) = problems(announcements=(lost,))
    assert (found.file, found.line) == (ANNOUNCEMENT_FILE, LINES["candidates[0].record"])


def test_a_rulebook_that_is_not_there():
    assert problems(star(honours=(honour(rulebook="henan-2042"),))) == [
        Problem(
            "reference-rulebook",
            Severity.ERROR,
            FILE,
            LINES["honours[0].rulebook"],
            3,
            "没有规则文件 content/rulebooks/henan-2042.yml",
            "",
            "现有：henan-2024",
        )
    ]


def test_a_photo_that_is_not_there():
    assert problems(star(), media_keys=frozenset({KEY + "reading.jpg"})) == [
        Problem(
            "reference-photo",
            Severity.ERROR,
            FILE,
            LINES["photos[0].file"],
            3,
            "照片文件 media/stars/2024/henan/012/portrait.jpg 不存在",
            "",
            PLACE_FIX,
        )
    ]


@pytest.mark.parametrize("near", ["Portrait.JPG", "portrat.jpg", "portrait.png"])
def test_a_file_whose_name_is_nearly_the_same_is_named(near):
    found = problems(star(), media_keys=frozenset({KEY + "reading.jpg", KEY + near}))
    fixes = [problem.fix for problem in found if problem.rule == "reference-photo"]
    assert fixes == [f"那里有 {near}，是它的话，改成一样的写法（大小写也要一致）"]


def test_a_film_that_is_not_there():
    keys = frozenset({KEY + "reading.jpg", KEY + "portrait.jpg"})
    assert problems(star(video=FILM), media_keys=keys) == [
        Problem(
            "reference-film",
            Severity.ERROR,
            FILE,
            LINES["video.file"],
            3,
            "视频文件 media/stars/2024/henan/012/film.mp4 不存在",
            "",
            PLACE_FIX,
        )
    ]


def test_captions_and_sounds_are_looked_for_too():
    keys = frozenset({KEY + "reading.jpg", KEY + "portrait.jpg", KEY + "film.mp4"})
    heard = star(video=Video(file="film.mp4", captions="film.vtt"), audio=Audio(file="reading.mp3"))
    assert sorted(p.message for p in problems(heard, media_keys=keys)) == [
        f"字幕文件 media/{KEY}film.vtt 不存在",
        f"有声版文件 media/{KEY}reading.mp3 不存在",
    ]


def test_nobody_looked_so_nothing_is_missing():
    assert problems(star(video=FILM), media_keys=None) == []
