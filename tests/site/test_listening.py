"""Reading aloud on the built demo. Headless Chromium has no voices: that it then offers nothing is shown with the real thing;
the reader is driven through `DEVICE`, a device with voices that says in the page what it is told to speak."""

import json

import pytest

from sites import ROOT

pytestmark = pytest.mark.browser

STAR, WRITTEN, WEEK = "stars/2024/henan/012/", "about/", "weeks/2024/henan/"
BUTTON = "[data-ls-listen] button"

DEVICE = """(() => {
  const listeners = [], device = window.device = { voices: VOICES, said: [], now: null };
  device.arrive = (voices) => { device.voices = voices; for (const hear of [...listeners]) hear(); };
  device.finish = () => { const { now } = device; device.now = null; now.onend({}); };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => device.voices, cancel: () => { device.now = null; },
    speak: (words) => { device.now = words; device.said.push(words); },
    addEventListener: (_, hear) => listeners.push(hear),
    removeEventListener: (_, hear) => listeners.includes(hear) && listeners.splice(listeners.indexOf(hear), 1) } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()"""


def voice(lang="zh-CN", *, local=True):
    """A voice as a device lists it."""
    return {"name": lang, "lang": lang, "localService": local, "default": False}


@pytest.fixture
def visit(visit):
    """Open a page on a device with these voices; `real`: the real browser as it is."""

    def open_page(address, *voices, real=False):
        first = "" if real else DEVICE.replace("VOICES", json.dumps(voices))
        return visit(address, first=first, reduced_motion="reduce")

    return open_page


def press(page, name):
    """Press one of the reader's buttons."""
    page.locator("[data-ls-listen]").get_by_role("button", name=name, exact=True).click()


def buttons(page):
    """The buttons that stand in the line now."""
    return page.locator(f"{BUTTON}:visible").all_inner_texts()


def listening(page):
    """Begin to listen; wait until the first sentence is spoken."""
    press(page, "听全文")
    page.wait_for_function("device.now !== null")


def now(page):
    """What is spoken, what is marked, how fast."""
    marked = "".join(page.locator(".ls-spoken").all_inner_texts())
    return (
        page.evaluate("device.now && device.now.text"),
        marked,
        page.evaluate("device.now && device.now.rate"),
    )


# Where it is offered


def test_a_browser_without_a_voice_shows_no_button_and_says_nothing(visit):
    page = visit(STAR, real=True)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    page.wait_for_timeout(500)
    assert page.evaluate("speechSynthesis.getVoices().length") == 0
    assert (buttons(page), said) == ([], [])


@pytest.mark.parametrize(
    ("voices", "offered"),
    [
        ((), []),
        ((voice("en-US"), voice("zhx")), []),
        ((voice("zh-CN", local=False),), []),  # a voice from the network would send the text away
        ((voice("en-US"), voice("zh_CN")), ["听全文"]),
        ((voice("cmn-Hans-CN"),), ["听全文"]),
    ],
)
def test_it_is_offered_where_the_device_has_a_chinese_voice(visit, voices, offered):
    assert buttons(visit(STAR, *voices)) == offered


def test_a_voice_that_comes_late_brings_the_button_and_moves_nothing(visit):
    page = visit(STAR)
    before = page.locator(".ls-prose").bounding_box()
    page.evaluate("voices => device.arrive(voices)", [voice()])
    assert buttons(page) == ["听全文"]
    assert page.locator(".ls-prose").bounding_box() == before
    assert page.locator("script[src*=read-aloud]").count() == 0


def test_the_mainlands_voice_comes_first(visit):
    page = visit(STAR, voice("zh-HK"), voice("zh-CN"))
    listening(page)
    assert page.evaluate("device.now.voice.lang") == "zh-CN"


@pytest.mark.parametrize(
    ("address", "offered"),
    [(WRITTEN, 1), (WEEK, 1), ("projects/2024/henan/003/", 1), ("", 0), ("stars/", 0), ("404.html", 0)],
)
def test_texts_can_be_listened_to_and_lists_not(visit, address, offered):
    assert len(buttons(visit(address, voice()))) == offered


def test_a_prepared_sound_comes_first_plays_and_says_who_reads(visit):
    page = visit("stars/2024/shanxi/007/", voice())
    sound = page.locator(".ls-reader audio")
    assert page.locator(".ls-reader").inner_text().split("\n") == ["听白永福的故事", "1分39秒", "机器朗读"]
    assert (buttons(page), sound.evaluate("one => [one.preload, one.paused]")) == ([], ["none", True])
    sound.evaluate("one => one.play()")
    page.wait_for_function("document.querySelector('.ls-reader audio').currentTime > 0.2")
    assert sound.evaluate("one => [one.error, one.currentSrc.split('.').pop()]") == [None, "opus"]


# The reader


def test_the_spoken_sentence_is_marked_and_the_next_one_follows(visit):
    page = visit(STAR, voice())
    listening(page)
    first = "沈玉兰在青柳县棉纺厂挡了二十六年车。"
    assert now(page) == (first, first, 1)
    page.evaluate("device.finish()")
    text, marked, _ = now(page)
    assert text == marked != first
    assert buttons(page) == ["暂停", "上一句", "下一句", "停", "慢", "正常", "快"]


def test_pausing_and_going_on_speak_the_same_sentence_again(visit):
    page = visit(STAR, voice())
    listening(page)
    press(page, "下一句")
    second = now(page)
    press(page, "暂停")
    assert now(page) == (None, second[1], None)
    press(page, "接着听")
    assert now(page) == second
    press(page, "上一句")
    assert now(page)[0] == "沈玉兰在青柳县棉纺厂挡了二十六年车。"


def test_speed_changes_at_once_and_is_kept(visit, home):
    page = visit(STAR, voice())
    listening(page)
    press(page, "慢")
    assert now(page)[2] == 0.75
    assert page.locator(f"{BUTTON}[aria-pressed=true]").all_inner_texts() == ["慢"]
    page.goto(home + WRITTEN)
    listening(page)
    assert now(page)[2] == 0.75


def test_stopping_unmarks_and_begins_anew(visit):
    page = visit(STAR, voice())
    listening(page)
    press(page, "下一句")
    page.keyboard.press("Escape")
    assert now(page) == (None, "", None)
    assert page.evaluate("document.activeElement.textContent") == "听全文"
    listening(page)
    assert now(page)[0] == "沈玉兰在青柳县棉纺厂挡了二十六年车。"


REFUSED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });"""


def test_where_nothing_may_be_kept_it_reads_all_the_same(visit):
    page = visit(STAR, voice())
    page.context.add_init_script(REFUSED)
    page.reload()
    listening(page)
    press(page, "慢")
    press(page, "停")
    assert buttons(page) == ["听全文"]


def test_a_reader_that_did_not_come_is_asked_for_again(visit):
    page = visit(STAR, voice())
    page.route("**/read-aloud.js", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        press(page, "听全文")
    page.wait_for_function("!document.querySelector('script[src*=read-aloud]')")
    page.unroute("**/read-aloud.js")
    listening(page)
    page.wrong.clear()  # the browser says what the network lost


def test_leaving_stops_and_coming_back_goes_on_from_there(visit, home):
    page = visit(STAR, voice())
    listening(page)
    press(page, "下一句")
    second = now(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("device.now") is None
    page.goto(home + WRITTEN)
    page.goto(home + STAR)
    press(page, "接着听")
    page.wait_for_function("device.now !== null")
    assert now(page) == second


def test_the_last_sentence_ends_it(visit):
    page = visit(WEEK, voice())
    listening(page)
    for _ in range(page.evaluate("document.querySelectorAll('.ls-prose span').length")):
        page.evaluate("device.now && device.finish()")
    assert (now(page), buttons(page)) == ((None, "", None), ["听全文"])


def test_the_whole_text_is_spoken_in_order_and_not_changed(visit):
    page = visit(STAR, voice())
    before = page.locator(".ls-prose").inner_text()
    listening(page)
    assert page.locator(".ls-prose").inner_text() == before
    page.evaluate("while (device.now) device.finish()")
    spoken = "".join(page.evaluate("device.said.map(one => one.text)"))
    assert "".join(spoken.split()) == "".join(before.split())


def test_a_film_that_begins_quiets_the_reader(visit):
    page = visit(STAR, voice())
    listening(page)
    page.locator("video").evaluate("film => film.dispatchEvent(new Event('play'))")
    assert (now(page)[0], buttons(page)[0]) == (None, "接着听")


def test_by_keyboard_alone(visit):
    page = visit(STAR, voice())
    page.locator(BUTTON).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("device.now !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("device.said.length") == 2
    assert page.get_by_role("group", name="快慢").get_by_role("button").all_inner_texts() == [
        "慢",
        "正常",
        "快",
    ]


# Sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("她说：“走吧。”大家走了。", ["她说：“走吧。”", "大家走了。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("等等……再说", ["等等……", "再说"]),
        ("一；二；三", ["一；", "二；", "三"]),
        ("读《城南旧事》。（念到第3.5节。）完", ["读《城南旧事》。", "（念到第3.5节。）", "完"]),
        ("It is 3.5 km. Yes.", ["It is 3.5 km.", " Yes."]),
        ("没有句号", ["没有句号"]),
        ("", []),
        ("甲，" * 60, ["甲，" * 23, "甲，" * 23, "甲，" * 14]),
    ],
)
def test_a_text_is_split_into_sentences(visit, text, sentences):
    page = visit("404.html")
    page.add_script_tag(content=(ROOT / "theme/assets/js/read-aloud.js").read_text("utf-8"))
    found = page.evaluate("text => window.lsListen.split(text)", text)
    assert (found, "".join(found)) == (sentences, text)


def test_a_sentence_that_runs_through_a_link_is_one(visit):
    page = visit("404.html")
    page.add_script_tag(content=(ROOT / "theme/assets/js/read-aloud.js").read_text("utf-8"))
    found = page.evaluate(
        """() => { const prose = document.createElement("div");
           prose.innerHTML = "<h2>题</h2><p>看<a href='#'>这里。再</a>看<b>一眼</b>。</p><ul><li><p>甲</p></li><li>乙<ul><li>丙</li></ul></li></ul><p>——</p>";
           const all = lsListen.sentencesOf(prose);
           return all.map(one => [one.text, one.parts.map(part => part.textContent)]) }"""
    )
    assert found == [
        ["题", ["题"]],
        ["看这里。", ["看", "这里。"]],
        ["再看一眼。", ["再", "看", "一眼", "。"]],
        ["甲", ["甲"]],
        ["乙", ["乙"]],
        ["丙", ["丙"]],
    ]
