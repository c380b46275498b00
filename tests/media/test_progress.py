import io

from showcase.media.terms.durations import duration_in_words
from showcase.media.terms.progress import Progress, Step, Whole

STEP = Step("影片", 3, 7, "stars/2024/henan/012/film.mp4")
PHOTO = Step("照片", 1, 1, "stars/2024/henan/012/a.jpg")
LINE = "影片 3/7 stars/2024/henan/012/film.mp4"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_gets_one_line_drawn_over_and_left_clean():
    stream = Terminal()
    progress = Progress(stream)
    progress.show(STEP, 0.25)
    progress.show(STEP, 0.5)  # too soon after: nobody could read it
    progress.show(STEP, 1)
    progress.close()
    quarter = "█" * 6 + "░" * 18
    assert stream.getvalue() == f"\r\033[K{quarter} {LINE} 25%\r\033[K{'█' * 24} {LINE} 100%\r\033[K"


def test_a_terminal_tells_the_whole_before_the_file(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    stream = Terminal()
    progress = Progress(stream)
    progress.expect({STEP: 3.0, PHOTO: 1.0})
    progress.show(STEP, 1)
    assert stream.getvalue() == f"\r\033[K{'█' * 24} 全部 75%｜{LINE} 100%"


def test_a_narrow_terminal_gets_a_line_that_does_not_wrap(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    stream = Terminal()
    Progress(stream).show(STEP, 1)
    assert stream.getvalue() == f"\r\033[K{'█' * 24} 影片"


def test_a_log_gets_a_line_a_quarter_and_one_at_the_end():
    stream = io.StringIO()
    progress = Progress(stream)
    for percent in range(0, 101):
        progress.show(STEP, percent / 100)
    progress.close()
    assert stream.getvalue() == "".join(f"{LINE} {n}%\n" for n in (25, 50, 75, 100))


def test_a_log_tells_the_whole_behind_the_file():
    stream = io.StringIO()
    progress = Progress(stream)
    progress.expect({STEP: 3.0, PHOTO: 1.0})
    progress.show(STEP, 1)
    progress.show(PHOTO, 1)
    assert stream.getvalue().splitlines() == [
        f"{LINE} 100%（全部 75%）",
        "照片 1/1 stars/2024/henan/012/a.jpg 100%（全部 100%）",
    ]


def test_the_rest_is_estimated_from_what_was_done_so_far():
    whole = Whole({STEP: 9.0, PHOTO: 1.0}, now_s=100.0)
    assert whole.line(STEP, 0.1, now_s=101.0) == "全部 9%"
    assert whole.line(STEP, 0.5, now_s=700.0) == "全部 45%，还要约 12 分钟"
    assert whole.line(STEP, 1.0, now_s=1000.0) == "全部 90%，还要约 2 分钟"
    assert whole.line(PHOTO, 1.0, now_s=1001.0) == "全部 100%"


def test_lengths_of_time_are_said_roughly():
    said = [duration_in_words(seconds) for seconds in (5, 61, 1700, 3599, 3600, 12_000, 36_100)]
    assert said == [
        "不到 1 分钟",
        "约 1 分钟",
        "约 30 分钟",
        "约 55 分钟",
        "约 1 小时",
        "约 3 小时 20 分钟",
        "约 10 小时",
    ]
