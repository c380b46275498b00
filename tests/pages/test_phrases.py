from markupsafe import Markup

from showcase.pages.phrases import fill, linked


def test_what_is_filled_in_is_escaped_unless_it_is_markup():
    assert fill("由{who}在{where}", who="<甲>", where=Markup("<b>乙</b>")) == "由&lt;甲&gt;在<b>乙</b>"


def test_brackets_become_links_in_their_order():
    said = linked("回[首页]，或者[找一找]。", "../", "https://x.example/?a=1&b=2")
    assert said == (
        '回<a href="../">首页</a>，或者<a href="https://x.example/?a=1&amp;b=2" rel="noopener">找一找</a>。'
    )
