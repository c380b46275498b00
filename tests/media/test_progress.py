import io

from showcase.media.progress import Progress, Step

STEP = Step("影片", 3, 7, "stars/2024/henan/012/film.mp4")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_gets_one_line_drawn_over_and_left_clean():
    stream = Terminal()
    progress = Progress(stream)
    progress.show(STEP, 0.25)
    progress.show(STEP, 0.5)
    progress.close()
    half = "█" * 12 + "░" * 12
    quarter = "█" * 6 + "░" * 18
    line = "影片 3/7 stars/2024/henan/012/film.mp4"
    assert stream.getvalue() == f"\r\033[K{quarter} {line} 25%\r\033[K{half} {line} 50%\r\033[K"


def test_a_log_gets_a_line_a_quarter_and_one_at_the_end():
    stream = io.StringIO()
    progress = Progress(stream)
    for percent in range(0, 101):
        progress.show(STEP, percent / 100)
    progress.close()
    line = "影片 3/7 stars/2024/henan/012/film.mp4"
    assert stream.getvalue() == "".join(f"{line} {n}%\n" for n in (25, 50, 75, 100))
