"""Every page kind printed by a real browser: how many sheets, what stands on them, what must not."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

STAR = "stars/2024/henan/012/"
A4_PT = (595, 842)
KINDS = {
    "": (3, "新面孔 2026年一览"),
    "stars/": (3, "沈玉兰 杜晓岚"),
    "stars/2024/henan/": (1, "沈玉兰 退休挡车工"),
    STAR: (3, "沈玉兰 推荐 示例教〔2023〕85号 2023年9月6日 新时代“百姓学习之星” 字认得慢不要紧，我有的是晚上。 楼梯间的灯 请到本页的网址看 沈玉兰先把灯打开"),
    "stars/2025/xinjiang/002/": (2, "阿依古丽 买买提 吐尔逊 新疆维吾尔自治区“百姓学习之星”"),
    "projects/": (2, "楼梯间读书会"),
    "projects/2024/henan/003/": (3, "楼梯间读书会 主办 怎样参加 示例函〔2024〕12号 1,506人次 六只旧课桌 散了读书会的桥头社区"),
    "regions/": (1, "河南 兵团"),
    "regions/henan/": (2, "河南省 活动周 沈玉兰"),
    "weeks/": (3, "2024年 让学习成为一种生活方式 几年并排 7月29日至8月4日"),
    "weeks/2024/": (4, "江西省 4月8日至14日 空周 已举办"),
    "weeks/2024/henan/": (3, "6月17日 开幕式 86,400 河南 广西"),
    "events/": (2, "2024年9月12日"),
    "events/2024/2024-09-12-school/": (2, "沈玉兰走进 青柳县第二小学 138人"),
    "announcements/": (1, "公示"),
    "announcements/2026-henan-list/": (2, "公示从 单位 阿不都"),
    "lists/": (1, "2024年全国"),
    "lists/2024-provincial-henan/": (5, "序号 姓名 单位 沈玉宁 楼梯间读书会"),
    "rulebooks/": (1, "通知"),
    "rulebooks/henan-2024/": (8, "300字 照片"),
    "search/": (2, "按年份和地区看"),
    "about/": (2, "关于本站"),
    "404.html": (1, "这个地址没有内容"),
    "stars/2024/hebei/004/": (1, "撤下"),
}  # fmt: skip
"""The most sheets that a page of each kind may take, and words that stand on them."""
QUICK = [STAR, "projects/2024/henan/003/", "weeks/2024/henan/", "404.html"]
CHROME = [
    "长辈版",
    "名字、单位、项目",
    "菜单",
    "怎样参与",
    "点照片看大图",
    "再认识几位",
    "跳到正文",
    "缩小范围",
    "转给朋友",
]


@pytest.fixture
def printed(browser, home):
    """Print a page of the demo: its sheets as pypdf reads them."""

    def print_page(address, *, elder=False, dark=False):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(home + address + ("?mode=elder" if elder else ""))
        if dark:
            page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        made = page.pdf(prefer_css_page_size=True, format="A4")  # the year takes the paper that there is
        context.close()
        return PdfReader(io.BytesIO(made)).pages

    return print_page


RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "民西见角贝车长门青页风食马骨鬼鱼鸟麦黄齐齿龙龟"
)
"""A PDF may name a character by the radical that looks alike; these NFKC does not know."""


def words_of(sheets):
    """The words on the sheets without blanks."""
    return re.sub(r"\s", "", plain("".join(sheet.extract_text() for sheet in sheets)))


def plain(words):
    return unicodedata.normalize("NFKC", words).translate(RADICALS)


def check(sheets, address):
    most, told = KINDS[address]
    words = words_of(sheets)
    assert 1 <= len(sheets) <= most
    sizes = {(float(s.mediabox.width), float(s.mediabox.height)) for s in sheets}
    assert [size for size in sizes if size != pytest.approx(A4_PT, abs=1)] == []  # the browser's own A4 is rounded up
    assert [one for one in told.split() if plain(one) not in words] == []
    assert [one for one in CHROME if plain(one) in words] == []
    assert "示例数据" in words
    assert [number for number, sheet in enumerate(sheets, 1) if len(words_of([sheet])) < 5] == []


@pytest.mark.parametrize("address", QUICK)
def test_a_page_is_told_on_paper_without_its_chrome(printed, address):
    check(printed(address), address)


@pytest.mark.slow
@pytest.mark.parametrize("address", [address for address in KINDS if address not in QUICK])
def test_every_page_kind_is_told_on_paper_without_its_chrome(printed, address):
    check(printed(address), address)


def test_the_elder_version_prints_larger_and_says_the_same(printed):
    usual, large = printed(STAR), printed(STAR, elder=True)
    told = KINDS[STAR][1].split()
    assert [one for one in told if plain(one) not in words_of(large)] == []
    assert len(usual) < len(large) <= 6


COLOURS = """() => [document.body, document.querySelector('h1'), document.querySelector('.ls-prose p'), document.querySelector('.ls-person__by')]
  .map(one => getComputedStyle(one)).map(style => [style.color, style.backgroundColor])"""


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_paper_is_white_and_ink_black_in_every_mode(browser, home, elder, dark):
    context = browser.new_context()
    page = context.new_page()
    page.goto(home + STAR + ("?mode=elder" if elder else ""))
    page.evaluate("dark => { document.body.dataset.mdColorScheme = dark ? 'slate' : 'default' }", dark)
    page.emulate_media(media="print", reduced_motion="reduce")
    assert page.evaluate(COLOURS) == [
        ["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
        ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"],
        ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"],
        ["rgb(51, 51, 51)", "rgba(0, 0, 0, 0)"],
    ]
    assert page.evaluate("getComputedStyle(document.querySelector('main img')).filter") == "none"
    context.close()


TYPE = """() => [...document.querySelectorAll('main :is(p, li, dd, dt, h1, h2, h3, figcaption, td, th)')]
  .filter(one => one.offsetParent && one.textContent.trim()).map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""


@pytest.mark.parametrize(("elder", "least"), [(False, 10.5), (True, 14)])
def test_type_on_paper_is_never_small(browser, home, elder, least):
    context = browser.new_context(viewport={"width": 680, "height": 900})
    page = context.new_page()
    smallest = {}
    for address in (STAR, "projects/2024/henan/003/", "weeks/2024/henan/", "lists/2024-provincial-henan/"):
        page.goto(home + address + ("?mode=elder" if elder else ""))
        page.emulate_media(media="print")
        smallest[address] = min(page.evaluate(TYPE))
    assert {address: size for address, size in smallest.items() if size < least} == {}
    context.close()


def test_a_film_stands_on_paper_as_a_picture(browser, home):
    context = browser.new_context(viewport={"width": 680, "height": 900})
    page = context.new_page()
    page.goto(home + STAR)
    still = page.locator(".ls-film__still")
    assert not still.is_visible()
    page.emulate_media(media="print")
    still.scroll_into_view_if_needed()
    assert still.evaluate("img => img.decode().then(() => img.naturalWidth > 300)")
    assert not page.locator("main video").is_visible()
    context.close()


def test_the_days_of_a_week_begin_on_its_first_sheet(printed):
    first, second, *_ = (words_of([sheet]) for sheet in printed("weeks/2024/henan/"))
    assert [words in first for words in ("每天的安排", "十位学习之星到场")] == [True, True]
    assert "来参加的人" in second
