"""Private facts that words give away: e-mail, QQ and WeChat, birth dates, the door of a home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.rules.disguise import DIGIT, INVISIBLE

Span = tuple[int, int]

_LABEL = r"[A-Za-z0-9-]{1,63}"
_AT = r"(?:@|[(\[{【<]\s?[Aa][Tt]\s?[)\]}】>]|\sAT\s|(?<=[0-9._])\sat\s|艾特)"
_DOT = r"(?:\.|。|点|[(\[{【]\s?(?:dot|点)\s?[)\]}】]|\sDOT\s)"
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{{1,64}}\s?{_AT}\s?{_LABEL}(?:\s?{_DOT}\s?{_LABEL})*?"
    rf"\s?{_DOT}\s?(?P<last>[A-Za-z]{{2,24}})(?![A-Za-z])"
)
_FILES = frozenset(
    ("png", "jpg", "jpeg", "webp", "gif", "svg", "avif", "css", "js", "mp4", "html", "md", "vtt", "pdf")
)
"""`icon@2x.png` is a picture."""

_BETWEEN = f"[\\s:：是为=()（）【】\\[\\]\"“”'#{INVISIBLE}]"
_NUMBER = f"[1-9OolI|](?:[\\s.\\-·{INVISIBLE}]{{0,2}}[0-9OolI|]){{4,10}}"
_QQ = re.compile(
    rf"(?:(?<![A-Za-z])[Qq]{{2}}|扣扣|企鹅号)(?:号码?|群号?|邮箱)?(?:\s?(?:is|No\.?))?"
    rf"{_BETWEEN}{{0,4}}(?P<found>{_NUMBER})(?![0-9年])"
)
_ID = r"[A-Za-z][A-Za-z0-9_-]{4,19}"
_WECHAT = re.compile(
    r"(?:[微薇威]信(?!公众|小程序|视频号|群|支付|读书|图片|平台)|加\s?[Vv](?![A-Za-z])"
    r"|(?<![A-Za-z])(?:[Vv]信|[Vv][Xx]|[Ww][Xx]|[Ww]eixin|[Ww]e[Cc]hat)(?![A-Za-z]))"
    rf"(?P<called>号码?|\s?[Ii][Dd]|同号)?(?P<mark>{_BETWEEN}{{0,4}})"
    rf"(?:(?P<digits>{_NUMBER})(?![0-9年])|(?P<id>{_ID}))"
)
_WXID = re.compile(r"wxid_[a-z0-9_-]{6,}")
_NO_ID = re.compile(r"(?:we)?(?:chat|ixin|app|pay|mini|http|https|img|image|mmexport)", re.IGNORECASE)

_MONTH = r"(?:1[0-2]|0?[1-9]|十[12]?|正|腊)"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9]|[23]?十[1-9]?|初[1-9十]|廿[1-9]?)"
_GAP = r"\s{0,2}"
_DATE = (
    rf"(?:(?:1[89]|20)?[0-9]{{2}}{_GAP}年{_GAP}(?:农历|阴历|闰)?{_MONTH}{_GAP}月{_GAP}{_DAY}{_GAP}[日号]?"
    rf"|(?:19|20)[0-9]{{2}}{_GAP}[-./]{_GAP}(?:1[0-2]|0?[1-9]){_GAP}[-./]{_GAP}(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])"
    r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
)
_BORN = (
    r"(?:出生(?:日期|年月日?|时间|于|在)?|(?<![发产诞衍新学医师考先花卫业招民养再众女男书研实派催滋])生于"
    r"|生日|生辰|(?<![A-Za-z])[Bb]orn(?: on)?|(?<![A-Za-z])[Bb]irthday)"
)
_BIRTHS = (
    re.compile(rf"{_BORN}[\s:：是为于在（(]{{0,4}}(?:公历|农历|阴历)?\s?(?P<found>{_DATE})"),
    re.compile(rf"(?<![0-9])(?P<found>{_DATE})[\s，,（(]{{0,2}}(?:出\s?生|生于|生人|生日|生(?![一-鿿]))"),
)

_NO = rf"[0-9A-Za-z甲乙丙丁东西南北十百零第附#\-\s{INVISIBLE}]{{1,8}}"
_ROOM = rf"(?:{_NO}(?:号楼|号院|栋|幢|座|单元|楼|层|门|室|户|号|房))"
_HOME = "(?:小区|花园|家园|花苑|家苑|[^\\s，。]苑|公寓|新村|新城|家属院|家属楼|宿舍|大院|社区)"
_STREET = "(?:路|街|巷|弄|道|胡同|[镇乡庄]村?|村|里|组|屯|段|坊|小区|花园|家园|苑|新村)"
_ADDRESSES = (
    re.compile(
        rf"{_STREET}{_NO}号(?:院|大院)?[\s，,、]?(?:[^\s，。；,0-9\0]{{1,10}}{_HOME}[\s，,、]?)?"
        rf"(?:{_NO}(?:号楼|栋|幢|座|单元|室|户|楼))+"
    ),
    re.compile(rf"{_HOME}[\s，,、]?(?:{_ROOM}[\s，,、]?){{2,}}"),
    re.compile(rf"{_HOME}[\s，,、]?{_NO}(?:室|单元)"),
    re.compile(r"[0-9]{1,2}(?:号楼|栋|幢)\s?[0-9]{1,2}单元\s?[0-9]{2,4}(?:室|户|号)?"),
    re.compile(
        r"(?:家住|住在|住址|住于|现住|家庭地址|户籍地址|居住地址?)[^。；\n\0]{0,30}?"
        rf"[^\s，。；0-9\0]{_NO}号(?![线码文])"
    ),
)
_DOOR = re.compile(
    f"[室单栋幢户座](?<=[{DIGIT}A-Za-zＡ-Ｚ十百甲乙丙丁东西号\\s][室单栋幢户座])|号楼|家住|住在|住址|住于|现住|地址|居住"
)
"""Without one of these there is no door; it is many times faster to find than an address."""


_CALLS = (
    "电话",
    "電話",
    "手机",
    "手機",
    "座机",
    "座機",
    "致电",
    "拨打",
    "固话",
    "传真",
    "热线",
    "联系方式",
    "tel",
)
_STEP = f"[ \\t\\-–—.·{INVISIBLE}]{{0,3}}"
_CALLED = re.compile(
    rf"(?:{'|'.join(_CALLS[:-1])}|[Tt]el)(?:号码|号)?[.:：是为\s（(]{{0,4}}"
    rf"(?P<found>[2-8](?:{_STEP}[0-9]){{6,7}})(?!{_STEP}[0-9])(?!\s?[人元次册])"
)

_TELLING = {
    "phone": _CALLS,
    "email": ("@", "＠", "﹫", "at)", "at）", "at]", "at】", "at}", "at>", "at ", "ａｔ", "艾特"),
    "chat": tuple("qq ｑｑ 扣扣 企鹅 微信 薇信 威信 v信 vx ｖｘ wx ｗｘ weixin wechat 加v 加ｖ wxid".split()),  # noqa: SIM905
    "birth-date": ("出生", "生于", "生日", "生人", "生辰", "日生", "号生", "出 生", "born", "birthday"),
}
"""Words, in small letters, without one of which nothing of that kind is told."""


def words_that_tell(text: str) -> frozenset[str]:
    """Return the kinds of which `text` (as written) has a word that could give something away."""
    low = text.lower()
    kinds = {kind for kind, words in _TELLING.items() if any(word in low for word in words)}
    return frozenset(kinds | {"address"} if _DOOR.search(text) else kinds)


def called(text: str) -> Iterator[Span]:
    """Yield landlines without an area code that are called a telephone: “电话：65900000”."""
    yield from (found.span("found") for found in _CALLED.finditer(text))


def emails(text: str) -> Iterator[Span]:
    """Yield e-mail addresses in plain `text`, with (at), AT or a gap around the sign as well."""
    for found in _EMAIL.finditer(text):
        if found["last"].lower() not in _FILES:
            yield found.span()


def chats(text: str) -> Iterator[Span]:
    """Yield QQ and WeChat numbers: something that is called so. Public accounts (公众号) are none."""
    yield from (found.span("found") for found in _QQ.finditer(text))
    for found in _WECHAT.finditer(text):
        name = "digits" if found["digits"] else "id"
        if name == "digits" or _is_wechat(found):
            yield found.span(name)
    yield from (found.span() for found in _WXID.finditer(text))


def _is_wechat(found: re.Match[str]) -> bool:
    """Whether letters behind the word are somebody's name there: “微信（WeChat）” is none."""
    name = found["id"]
    told = bool(found["called"]) or any(mark in found["mark"] for mark in ":：是为")
    return not _NO_ID.match(name) and (told or (bool(re.search(r"[0-9_]", name)) and bool(found["mark"])))


def births(text: str) -> Iterator[Span]:
    """Yield full dates that are called somebody's birth. A date alone is none."""
    for pattern in _BIRTHS:
        yield from (found.span("found") for found in pattern.finditer(text))


def homes(text: str) -> Iterator[Span]:
    """Yield addresses down to a door. Down to the street, or an office's house number, is none."""
    for pattern in _ADDRESSES:
        yield from (found.span() for found in pattern.finditer(text))
