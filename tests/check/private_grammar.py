"""Private facts and clean look-alikes from a seeded grammar. Every number is made up here, by its own law.

Numbers are drawn where nobody has one if the law leaves such a place: telephone numbers with a long row
of zeros, identity numbers of areas that GB/T 2260 does not assign, domains reserved for examples.
"""

import random
from typing import NamedTuple

ZERO_WIDTH = "\u200b"


class Fact(NamedTuple):
    """A private fact as somebody wrote it: its rule, its kind × disguise, the words."""

    rule: str
    kind: str
    disguise: str
    text: str


def check_digit(seventeen):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights, strict=True)) % 11]


def with_luhn(digits):
    total = sum(sum(divmod(int(d) * (2 - place % 2), 10)) for place, d in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def mobile(rng):
    return f"1{rng.choice('3456789')}{rng.randrange(10)}0000{rng.randrange(10_000):04}"


def landline(rng):
    area = rng.choice(["010", "021", "0371", "0571", "0431", "0991"])
    return (
        area
        + rng.choice("2345678")
        + f"{rng.randrange(10 ** (7 if len(area) == 3 else 6)):0{7 if len(area) == 3 else 6}}"
    )


def identity(rng):
    born = f"{rng.randrange(1930, 2012)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}"
    first = f"{rng.choice(['419999', '999900', '229900', '990000'])}{born}{rng.randrange(1000):03}"
    return first + check_digit(first)


def old_identity(rng):
    born = f"{rng.randrange(30, 99)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}"
    return f"419999{born}{rng.randrange(1000):03}"


def card(rng):
    return with_luhn("6200000" + "".join(rng.choices("0123456789", k=rng.choice([8, 11]))))


def signs(table):
    return lambda text: text.translate(str.maketrans("0123456789", table))


def joined(mark):
    return mark.join


def grouped(mark, *sizes):
    def apart(text):
        parts, rest = [], text
        for size in sizes:
            parts.append(rest[:size])
            rest = rest[size:]
        return mark.join(part for part in [*parts, rest] if part)

    return apart


DIGITS = {
    "plain": str,
    "full-width": signs("０１２３４５６７８９"),
    "Chinese numerals": signs("〇一二三四五六七八九"),
    "零 for 〇": signs("零一二三四五六七八九"),
    "幺": signs("零幺二三四五六七八九"),
    "capital numerals": signs("零壹贰叁肆伍陆柒捌玖"),
    "circled": signs("⓪①②③④⑤⑥⑦⑧⑨"),
    "bold": signs("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
    "keycaps": lambda text: "".join(f"{sign}\ufe0f\u20e3" for sign in text),
    "letters": lambda text: text.replace("0", "O").replace("1", "l"),
    "zero-width": joined(ZERO_WIDTH),
    "spaces everywhere": joined(" "),
    "wide spaces everywhere": joined("\u3000"),
}
MOBILE = {
    **DIGITS,
    "3 4 4": grouped(" ", 3, 4),
    "3-4-4": grouped("-", 3, 4),
    "3.4.4": grouped(".", 3, 4),
    "3－4－4": grouped("－", 3, 4),
    "3—8": grouped("——", 3),
    "3·4·4": grouped("·", 3, 4),
    "+86": lambda text: f"+86 {text}",
    "0086-": lambda text: f"0086-{text}",
    "（86）": lambda text: f"（86）{text}",
    "full-width 3 4 4": lambda text: grouped("　", 3, 4)(DIGITS["full-width"](text)),
    "numerals 3-4-4": lambda text: grouped("-", 3, 4)(DIGITS["Chinese numerals"](text)),
    "bold Markdown": lambda text: f"{text[:3]}**{text[3:7]}**{text[7:]}",
}


def area_of(text):
    return 3 if text[:2] in ("01", "02") else 4


LANDLINE = {
    "plain": str,
    "dash": lambda text: grouped("-", area_of(text))(text),
    "space": lambda text: grouped(" ", area_of(text))(text),
    "brackets": lambda text: f"（{text[: area_of(text)]}）{text[area_of(text) :]}",
    "full-width": DIGITS["full-width"],
    "Chinese numerals": DIGITS["Chinese numerals"],
    "circled": DIGITS["circled"],
    "zero-width": DIGITS["zero-width"],
    "+86-": lambda text: f"+86-{text[1 : area_of(text)]}-{text[area_of(text) :]}",
    "called": lambda text: f"电话：{text[area_of(text) :]}",
    "called, full-width": lambda text: DIGITS["full-width"](f"家里座机是{text[area_of(text) :]}"),
}
IDENTITY = {
    **{name: DIGITS[name] for name in DIGITS if name not in ("letters", "幺")},
    "6 8 4": grouped(" ", 6, 8),
    "6-8-4": grouped("-", 6, 8),
    "small x": str.lower,
    "full-width X": lambda text: DIGITS["full-width"](text).replace("X", "Ｘ"),
    "called, wrong check digit": lambda text: f"身份证号：{text[:17]}{'X' if text[17] == '1' else '1'}",
}
OLD_IDENTITY = {
    "plain": str,
    "full-width": DIGITS["full-width"],
    "Chinese numerals": DIGITS["Chinese numerals"],
    "6 6 3": grouped(" ", 6, 6),
    "called": lambda text: f"身份证号码为{'9999' + text[4:]}",
}
CARD = {
    **{name: DIGITS[name] for name in ("plain", "full-width", "Chinese numerals", "circled", "zero-width")},
    "spaces everywhere": DIGITS["spaces everywhere"],
    "fours": grouped(" ", 4, 4, 4, 4),
    "fours-": grouped("-", 4, 4, 4, 4),
    "called": lambda text: f"卡号：{text[:12]}",
    "account": lambda text: f"开户行某某支行，账号 {grouped(' ', 4, 4, 4)(text)}",
}
EMAIL = {
    "@": "{}@{}",
    "＠": "{}＠{}",
    "(at)": "{}(at){}",
    "（at）": "{}（at）{}",
    "[at]": "{} [at] {}",
    "【AT】": "{}【AT】{}",
    " AT ": "{} AT {}",
    "spaces": "{} @ {}",
    "艾特": "{}艾特{}",
}
CHAT = {
    "QQ：": "QQ：{number}",
    "QQ号": "QQ号{number}",
    "qq": "qq {number}",
    "ＱＱ": "ＱＱ：{number}",
    "扣扣": "扣扣{number}",
    "QQ 群": "QQ群：{number}",
    "QQ wide": "QQ：{wide}",
    "QQ numerals": "QQ号是{numerals}",
    "微信号：": "微信号：{name}",
    "微信：": "微信：{name}",
    "薇信": "薇信号{name}",
    "VX": "VX：{name}",
    "vx": "vx:{name}",
    "wx": "wx {name}",
    "加V": "加V：{name}",
    "WeChat": "WeChat ID: {name}",
    "wxid": "wxid_{name}00",
    "微信 number": "微信 {number}",
}
BIRTH = {
    "出生于": "出生于{y}年{m}月{d}日",
    "生于": "沈玉兰生于{y}年{m}月{d}日",
    "日出生": "{y}年{m}月{d}日出生",
    "日生": "沈玉兰，女，{y}年{m}月{d}日生",
    "dashes": "出生日期：{y}-{m:02}-{d:02}",
    "dots": "出生：{y}.{m}.{d}",
    "slashes": "生日 {y}/{m}/{d}",
    "eight digits": "出生年月日：{y}{m:02}{d:02}",
    "numerals": "{cy}年{cm}月{cd}日出生",
    "numerals, 生于": "生于{cy}年{cm}月{cd}日",
    "wide": "出生于{wy}年{wm}月{wd}日",
    "spaces": "出生于 {y} 年 {m} 月 {d} 日",
    "生日是": "她的生日是{y}年{m}月{d}号",
    "农历": "生于{y}年农历{cm}月初{one}",
    "two digits": "{yy}年{m}月{d}日出生",
}
ADDRESS = {
    "路号室": "和平路{a}号{c}室",
    "路号单元室": "和平路{a}号{b}单元{c}室",
    "街号院号楼": "建设街{a}号院{b}号楼{c}室",
    "巷号户": "槐树巷{a}号{b}户",
    "小区栋单元室": "阳光小区{a}栋{b}单元{c}室",
    "小区号楼": "桂花苑小区{a}号楼{b}单元{c}",
    "家园室": "幸福家园{a}幢{c}室",
    "花园": "翠湖花园{a}座{c}室",
    "numerals": "和平路{na}号{nb}单元{nc}室",
    "wide": "和平路{wa}号{wb}单元{wc}室",
    "spaces": "和平路 {a} 号 {b} 单元 {c} 室",
    "家住": "家住桥头村{b}组{a}号",
    "住址": "住址：城关镇南大街{a}号",
    "公寓": "学府公寓{b}单元{c}",
}


def chinese(number):
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + digits[ones].strip()


WIDE, NUMERALS = DIGITS["full-width"], DIGITS["Chinese numerals"]


def email(rng, form):
    name = rng.choice(["shen", "zhang.li", "li_2", "wang-mei", "x19"]) + str(rng.randrange(100))
    return form.format(name, rng.choice(["example.org", "mail.example.com", "example.net", "example.com.cn"]))


def chat(rng, form):
    number = f"{rng.randrange(10_000, 10**10)}"
    name = rng.choice(["shen", "li_", "xuexi", "abc-"]) + f"{rng.randrange(1000, 10**6)}"
    return form.format(number=number, name=name, wide=WIDE(number), numerals=NUMERALS(number))


def birth(rng, form):
    y, m, d = rng.randrange(1932, 2008), rng.randrange(1, 13), rng.randrange(1, 29)
    return form.format(
        y=y, m=m, d=d, yy=f"{y % 100:02}", cy=NUMERALS(str(y)), cm=chinese(m), cd=chinese(d),
        wy=WIDE(str(y)), wm=WIDE(str(m)), wd=WIDE(str(d)), one=chinese(rng.randrange(1, 10)),
    )  # fmt: skip


def address(rng, form):
    a, b, c = rng.randrange(1, 199), rng.randrange(1, 9), rng.randrange(101, 2700)
    numbers = {"a": a, "b": b, "c": c}
    return form.format(
        **numbers,
        **{f"n{key}": NUMERALS(str(value)) for key, value in numbers.items()},
        **{f"w{key}": WIDE(str(value)) for key, value in numbers.items()},
    )


KINDS = (
    ("private-phone", "mobile", MOBILE, mobile),
    ("private-phone", "landline", LANDLINE, landline),
    ("private-id-number", "identity", IDENTITY, identity),
    ("private-id-number", "old identity", OLD_IDENTITY, old_identity),
    ("private-bank-card", "card", CARD, card),
    ("private-email", "email", EMAIL, email),
    ("private-chat", "chat", CHAT, chat),
    ("private-birth-date", "birth", BIRTH, birth),
    ("private-address", "address", ADDRESS, address),
)


def facts(count, seed):
    """Return `count` facts; every kind × disguise comes up, the common kinds more often."""
    rng = random.Random(seed)
    every = [
        (rule, kind, name, form, make) for rule, kind, forms, make in KINDS for name, form in forms.items()
    ]
    for number in range(count):
        rule, kind, name, form, make = every[number % len(every)]
        text = form(make(rng)) if callable(form) else make(rng, form)
        yield Fact(rule, kind, name, text)


def credit_code(rng):
    """A made-up 统一社会信用代码 with its own check sign (GB 32100)."""
    signs_ = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    first = rng.choice(["91", "12", "52", "93"]) + "419999" + "".join(rng.choices("0123456789", k=9))
    total = sum(signs_.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return first + signs_[-total % 31]


def isbn(rng):
    first = "9787" + f"{rng.randrange(10**8):08}"
    check = -sum(int(d) * (1 + 2 * (place % 2)) for place, d in enumerate(first)) % 10
    return f"{first[:3]}-{first[3]}-{first[4:6]}-{first[6:]}-{check}"


LOOK_ALIKES = (
    "2016、2017、2018 年连续三年",
    "{y} {y2} {y3} {y4}",
    "{n4} {n4b} {n3} 人",
    "{n4}、{n4b}、{n5} 人次",
    "参与学习 {n5} 人次，线上 {n7} 人次",
    "累计点击 1{n5}{n5} 次",
    "投入 1{n5}{n5} 元",
    "教办职成〔{y}〕{n2}号",
    "教职成厅函〔{y}〕{n1}号",
    "浙成职协〔{y}〕{n2}号",
    "《中华人民共和国个人信息保护法》第二十八条、第二十九条",
    "国务院令第 {n3} 号",
    "GB/T {n5}-{y}",
    "GB {n5}.{n1}—{y}",
    "JY/T {n4}-{y}",
    "ISBN {isbn}",
    "ISBN{isbn13}",
    "ISSN 1002-{n4}",
    "CN 41-{n4}/G4",
    "服务热线 12345",
    "拨打 12345 政务服务便民热线",
    "热线：95{n3}",
    "400-{n3}-{n4}",
    "客服电话 400 {n3} {n4}",
    "统一社会信用代码：{credit}",
    "统一社会信用代码 {credit}，登记机关青柳县民政局",
    "{time} 至 {time2}",
    "每周三 {time}—{time2}，周六 {time}",
    "门票 {n2}.{n2} 元，优惠价 {n2} 元",
    "长宽比 16:9，1280×720，25 fps，4—5 分钟",
    "34.{n4}, 113.{n4} 两个坐标之比",
    "{y}年{m}月{d}日开幕，{y}年{m}月{d2}日闭幕",
    "{y}-{m:02}-{d:02} 至 {y}-{m:02}-{d2:02}",
    "{y}.{m:02}—{y2}.{m:02}",
    "{y}/{m}/{d} 举办读书会",
    "读书会诞生于{y}年{m}月{d}日",
    "学生于{y}年{m}月{d}日参观",
    "事情发生于{y}年{m}月{d}日",
    "师生于{y}年{m}月{d}日共读",
    "{y}年{m}月{d}日，生活老师来到社区",
    "本办法自{y}年{m}月{d}日生效",
    "出生于{y}年，今年 72 岁",
    "1952年{m}月出生",
    "第 {n2} 页，共 {n3} 页",
    "片长 {n1} 分 {n2} 秒",
    "mmexport17{n5}{n5}{n1}.mp4",
    "IMG_{y}{m:02}{d:02}_{n6}.jpg",
    "VID{y}{m:02}{d:02}{n6}.mp4",
    "微信图片_{y}{m:02}{d:02}{n6}.jpg",
    "QQ图片{y}{m:02}{d:02}{n6}.jpg",
    "微信公众号：qingliu{n4}",
    "微信（WeChat）里转发",
    "微信群里有 {n3} 人",
    "加入 QQ 群的有 {n3} 人",
    "文化路{n2}号青柳县图书馆",
    "和平路小学 {n1} 年级 {n1} 班",
    "中山路{n2}号",
    "人民路街道桥头社区",
    "云溪市北环路职业技术学校",
    "青柳县和平路建筑公司",
    "阳光小区的楼梯间",
    "桥头社区 {n1} 号楼的楼梯间读书会",
    "社区教室在图书馆 {n1} 楼 {n3} 室",
    "同意书{y}-{n3}",
    "编号 {y}-41-{n4}",
    "豫ICP备{n5}{n3}号-1",
    "豫公网安备 4199990200{n4}号",
    "一、二、三、四、五、六、七、八、九、十、十一",
    "一九四九年、一九七八年、二〇一二年",
    "二〇二四年六月十七日",
    "三五成群，七八个人，一百二十三次",
    "圆周率 3.1415926535",
    "π≈3.14159265358979",
    "版本 1.26.{n2}，构建 {y}{m:02}{d:02}",
    "见 @qingliu 的分享",
    "logo@2x.png",
    "看图 at home，读书 at school",
    "人均 {n2}.{n1} 册，比上年增长 {n2}.{n1}%",
    "学分 {n1}.5，学时 {n3}",
    "准考证发放 {n4} 份",
    "{n3}/{n3}/{n3} 三档",
    "比分 21:{n2}、21:{n2}",
    "开本 787×1092 1/16",
    "印张 {n2}.25，字数 {n3} 千字",
    "注册号 419999{n5}{n4}",
    "条码 69{n5}{n6}",
    "海拔 {n4} 米，北纬 34°{n2}′，东经 113°{n2}′",
    "sha256:{hex}",
    "138****0000",
    "编辑注：此处电话已删去",
    "第 {n2} 届全民终身学习活动周",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "3.5 亿人、2.{n1} 万所、{n4} 个",
    "老年人 {n4} 人，残疾人 {n3} 人，农民 {n5} 人",
    "账号登录学习平台，积分 {n4} 分",
    "银行卡知识讲座 {n2} 场，{n4} 人次",
    "身份证照片采集 {n4} 人次",
    "手机课 {n2} 节，{n4} 人次",
    "电话回访 {n5} 人次",
)


def look_alikes(count, seed):
    """Return `count` clean texts, every form in turn."""
    rng = random.Random(seed)
    for number in range(count):
        yield LOOK_ALIKES[number % len(LOOK_ALIKES)].format(**_blanks(rng))


def _blanks(rng):
    years = rng.sample(range(2005, 2025), 4)
    code = isbn(rng)
    blanks = {
        f"n{size}": f"{rng.randrange(1, 10)}" + "".join(rng.choices("0123456789", k=size - 1))
        for size in range(1, 8)
    }
    day = rng.randrange(1, 20)
    return blanks | {
        "n4b": f"{rng.randrange(1000, 9999)}",
        "y": years[0], "y2": years[1], "y3": years[2], "y4": years[3],
        "m": rng.randrange(1, 13), "d": day, "d2": day + 7,
        "time": f"{rng.randrange(7, 12)}:{rng.randrange(0, 60, 5):02}",
        "time2": f"{rng.randrange(13, 22)}:{rng.randrange(0, 60, 5):02}",
        "isbn": code, "isbn13": code.replace("-", ""), "credit": credit_code(rng),
        "hex": "".join(rng.choices("0123456789abcdef", k=64)),
    }  # fmt: skip
