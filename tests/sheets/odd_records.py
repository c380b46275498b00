"""Records that strain a sheet: names of every length, texts of none and of far too many characters, no picture."""

from dataclasses import replace

from showcase.model.parts import Honour, Question, Section
from showcase.model.terms import Level, SchoolStage, Stage

SENTENCE = "退休那年，她领外孙女去图书馆办证，填表时“阅览”的“览”字写了三遍也没写对。"
URL = "https://www.example.cn/" + "a-very-long-path-without-any-end/" * 6
MARKS = "她说：“‘学习’……不难！”——《城南旧事》（第3版，2016年）第12页；ISBN 978-7-5302-1234-5、￥36.80。"


def story(count):
    return tuple(f"第{n}段。" + SENTENCE * 3 for n in range(count))


NAMES = {
    "one": "苏",
    "two": "王立",
    "three": "欧阳青",
    "four": "司马相如",
    "five": "爱新觉罗启",
    "uyghur-two": "古丽娜尔·买买提",
    "uyghur-long": "阿卜杜热合曼·阿不都克里木",
    "four-parts": "阿卜杜热合曼·阿不都克里木·买买提明·吐尔逊江",
    "tibetan": "次仁卓玛",
    "mongolian": "乌兰其其格苏日娜",
    "rare": "𠮷䶮㛃",
    "rarer": "𬭎𫖯𬍛",
    "no-dot": "阿不力克木阿不都热依木江",
    "latin": "Anna·Maria",
    "short-parts": "何·一·二·三·四",
}
TITLES = {
    "title-2": "读书",
    "title-short": "田埂课堂",
    "title-usual": "楼梯间读书会",
    "title-quoted": "“板凳课堂”送学上门服务老年人数字生活公益行动",
    "title-long": "“书香进万家、技能到田头”农村留守妇女与返乡青年终身学习能力提升综合服务品牌项目（2016—2024）",
    "title-longest": "新时代社区居民终身学习共同体建设与“一刻钟学习圈”服务体系协同推进" * 3,
    "title-latin": "AI×银发：Lifelong Learning for Everyone 数字助老计划2.0",
    "title-rare": "𬭎声𠮷语诵读会",
}
TEXTS = {
    "no-text": (),
    "few-words": ("她爱读书。",),
    "one-line": (SENTENCE,),
    "usual": story(3),
    "long": story(9),
    "very-long": story(40),
    "one-sentence": ("她读了一本又一本书，" * 300 + "还在读。",),
    "no-stop": ("读书识字明理" * 400,),
    "many-short": tuple(f"第{n}天，她去上课。" for n in range(60)),
    "latin": (URL, "A" * 300, "She said: lifelong learning is for everyone. " * 20),
    "marks": (MARKS * 6,),
    "rare": ("𠮷䶮㛃𬭎𫖯𬍛" * 40 + "。",),
    "undrawable": ("开会用的是☂与🎓，还有\u0000\u200e控制符\t制表。བོད་ཡིག།",),
}
QUOTES = {"quote-none": "", "quote-short": "读。", "quote-long": "我不认得字的时候，路牌是哑的，药盒是哑的，信也是哑的；认得了，它们一样一样开口说话，我才知道世上原来这样热闹。",
          "quote-longest": SENTENCE * 4, "quote-quoted": "老师说“慢慢来”，我就“慢慢来”。"}  # fmt: skip
POSTS = {"post-none": "", "post-long": "退休挡车工，楼梯间读书会领读人，青柳县老年大学中文班班长，桥头社区“四点半课堂”志愿者，县融媒体中心《家常话》栏目特约朗读者",
         "post-figures": "第3届、第4届社区议事会成员（2016—2024年）", "post-down": "泥瓦匠、村史编写人"}  # fmt: skip
LONG_UNIT = "青柳县城关镇桥头社区居民委员会暨新时代文明实践站、社区老年学校、青少年校外活动中心联合党支部" * 2
MANY = tuple(
    Honour(year=2024 - n, level=Level.CITY, title=f"第{n}届“全民终身学习活动周”组委会推介的百姓学习之星和终身学习品牌项目先行者", stage=Stage.APPROVED, document=f"示例教〔{2024 - n}〕{n}号")
    for n in range(9)
)  # fmt: skip
DEEDS = (
    Section(
        "主要事迹",
        "### 从头说起\n\n" + SENTENCE * 30 + "\n\n- 一\n- " + SENTENCE + "\n\n### 后来\n\n" + SENTENCE * 20,
    ),
)
ASKED = tuple(Question(stage=SchoolStage.JUNIOR, text=f"第{n}问：{SENTENCE}您怎样看？") for n in range(20))


def odd_stars(star):
    """Return (what is odd, star): each strains one thing, the last ones all at once."""
    found = {f"name-{key}": replace(star, name=name) for key, name in NAMES.items()}
    found |= {f"text-{key}": replace(star, showcase_text=text) for key, text in TEXTS.items()}
    found |= {key: replace(star, quote=quote) for key, quote in QUOTES.items()}
    found |= {key: replace(star, post=post) for key, post in POSTS.items()}
    found["no-picture"] = replace(star, photos=())
    found["bare"] = replace(
        star, photos=(), quote="", post="", unit="", showcase_text=(), honours=(), sections=()
    )
    found["unit-long"] = replace(star, unit=LONG_UNIT)
    found["honours-many"] = replace(star, honours=MANY)
    found["deeds-long"] = replace(star, sections=DEEDS)
    found["questions-few"] = replace(star, questions=ASKED[:2])
    found["questions-many"] = replace(star, questions=ASKED)
    worst = {
        "post": POSTS["post-long"],
        "unit": LONG_UNIT,
        "quote": QUOTES["quote-longest"],
        "honours": MANY,
        "questions": ASKED,
    }
    found["everything-long"] = replace(
        star, name=NAMES["four-parts"], showcase_text=TEXTS["very-long"], sections=DEEDS, **worst
    )
    return found


def odd_projects(project):
    """Return (what is odd, project)."""
    found = {key: replace(project, name=name) for key, name in TITLES.items()}
    found |= {
        f"project-{key}": replace(project, showcase_text=TEXTS[key])
        for key in ("no-text", "very-long", "few-words")
    }
    found["project-no-picture"] = replace(project, photos=())
    found["hosts-many"] = replace(project, hosts=(LONG_UNIT[:40],) * 5)
    long = {"venue": SENTENCE * 2, "audience": SENTENCE, "how_to_join": SENTENCE * 3}
    found["facts-long"] = replace(project, **long)
    found["project-bare"] = replace(
        project,
        photos=(),
        hosts=(),
        venue="",
        audience="",
        how_to_join="",
        office_contact=None,
        showcase_text=(),
        honours=(),
    )
    found["project-everything-long"] = replace(
        project,
        name=TITLES["title-longest"],
        hosts=(LONG_UNIT,) * 2,
        showcase_text=TEXTS["very-long"],
        sections=DEEDS,
        questions=ASKED,
        honours=MANY,
        **long,
    )
    return found
