"""A section's Markdown makes no browser fetch or run anything."""

from showcase.pages.prose import markdown


def test_no_picture_is_ever_loaded():
    html = str(markdown("![e](https://evil.example/a.png) ![r][r]\n\n[r]: //evil.example/b.png"))
    assert "<img" not in html


def test_no_link_runs_anything():
    html = str(markdown("[x](javascript:alert(1)) [y](vbscript:a) [z](data:text/html,a) <b onclick=x>"))
    assert "<a" not in html
    assert "<b" not in html
