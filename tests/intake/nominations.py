"""One star and one project, as their forms and registers say them, and the drafts that must come of them."""

from intake.templates import (
    CITY_PROJECT,
    CITY_STAR,
    HENAN_PROJECT,
    HENAN_STAR,
    PROJECT_COLUMNS,
    STAMP,
    STAR_COLUMNS,
    form,
    picture,
    register,
    sheet,
    text_of,
    words,
)

SENDER = "云溪市教育局"
PROJECT_TITLE = "“终身学习品牌项目”推介表"
DEEDS, SHOWCASE, OPINION = (text_of(1060, 1), text_of(520, 11)), text_of(300, 2), text_of(120, 3)
DESCRIPTION, ABOUT, SUMMARY = text_of(2100, 4), text_of(296, 5), text_of(2000, 6)

STAR = {
    "name": "沈 玉 兰",
    "sex": "女",
    "born": "1952年3月",
    "nation": "汉族",
    "native_place": "青柳县",
    "party": "群众",
    "work_since": "1970年9月",
    "title": "中级工",
    "education": "初中",
    "school": "青柳县第二中学",
    "unit_post": "青柳县城关镇桥头社区\n居民",
    "telephone": "0379-60000001",
    "mobile": "13800000001",
    "email": "example@example.org",
    "contact": "电话：0379-60000001 手机：13800000001 邮箱：example@example.org",
    "resume": "1970年进厂当挡车工。\n1999年退休。",
    "learning": "每周两次读书会。",
    "awards": "县里的学习家庭。",
    "deeds": "\n\n".join(DEEDS),
    "showcase_text": SHOWCASE,
    "unit_opinion": f"{OPINION}\n{STAMP}",
    "filled_by": "示例",
    "filled_telephone": "0379-60000002",
}
STAR_ROW = {
    "name": "沈玉兰",
    "unit": "青柳县城关镇桥头社区",
    "post": "居民",
    "title": "中级工",
    "sex": "女",
    "nation": "汉",
    "born": "1952.03.08",
    "education": "初中",
    "address": "青柳县城关镇桥头街9号2单元301室",
    "video": "无",
    "telephone": "13800000001",
}
PROJECT = {
    "name": "“一页书”公交读书角",
    "hosts": "青柳县公共交通公司",
    "host_telephone": "0379-60000003",
    "organisers": "青柳县图书馆",
    "organiser_telephone": "0379-60000004",
    "started": "2020年3月",
    "venue": "三条公交线路",
    "audience": "乘客",
    "awards": "无",
    "description": DESCRIPTION,
    "showcase_text": ABOUT,
    "learners": "5200人次",
}
PROJECT_ROW = {
    "name": "“一页书”公交读书角",
    "hosts": "青柳县公共交通公司",
    "started": "2020.3",
    "learners": "5200",
    "papers": "总结",
    "address": "青柳县车站路",
    "contact": "0379-60000003",
}

_STAR_DRAFT = """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
post: 居民
nominated_by: [{sender}]
photos:
  - file: id-photo.jpg
    kind: id-photo
    alt: 证件照
  - file: life.jpg
    kind: life
    alt: 生活照
honours:
  - year: 2024
    level: {level}
    title: {place}“百姓学习之星”
    stage: nominated
    rulebook: {rulebook}
---
{showcase}

## 主要事迹

{deeds}
"""
_PROJECT_DRAFT = """---
name: "“一页书”公交读书角"
hosts: [青柳县公共交通公司]
{organisers}nominated_by: [{sender}]
started: 2020-03
venue: 三条公交线路
audience: 乘客
learners:
  - year: 2023
    count: 5200
    unit: visits
photos:
  - file: activity.jpg
    kind: activity
    alt: 活动照
  - file: activity-2.jpg
    kind: activity
    alt: 活动照
  - file: activity-3.jpg
    kind: activity
    alt: 活动照
honours:
  - year: 2024
    level: {level}
    title: {place}“终身学习品牌项目”
    stage: nominated
    rulebook: {rulebook}
---
{showcase}

## 基本情况

{description}
"""


def expected(*, city=False, sender=SENDER):
    """Return the drafts of both, as Henan's or the city's call asks."""
    said = {
        "level": "city" if city else "provincial",
        "place": "" if city else "河南省",
        "rulebook": "city-districts-2024" if city else "henan-2024",
        "sender": sender,
    }
    organisers = "" if city else "organisers: [青柳县图书馆]\n"
    title = said["place"]
    star = _STAR_DRAFT.format(showcase=SHOWCASE, deeds="\n\n".join(DEEDS), **said)
    project = _PROJECT_DRAFT.format(showcase=ABOUT, description=DESCRIPTION, organisers=organisers, **said)
    if not title:  # a title that begins with a quotation mark must stand in quotes
        star = star.replace("title: “百姓学习之星”", 'title: "“百姓学习之星”"')
        project = project.replace("title: “终身学习品牌项目”", 'title: "“终身学习品牌项目”"')
    return {"stars": star, "projects": project}


MEDIA = {
    "照片/沈玉兰 证件照.jpg": picture(413, 579, 1),
    "照片/沈玉兰 生活照.jpg": picture(1200, 900, 2),
    "照片/一页书公交读书角1.jpg": picture(1200, 900, 3),
    "照片/一页书公交读书角2.jpg": picture(1200, 900, 4),
    "照片/一页书公交读书角3.jpg": picture(1200, 900, 5),
}


def henan(**changed):
    """Return a whole packet after Henan's forms; `changed` replaces or (None) leaves out papers by name."""
    papers = {
        "star": ("沈玉兰推介表.docx", form(HENAN_STAR, STAR)),
        "project": ("一页书公交读书角推介表.docx", form(HENAN_PROJECT, PROJECT, title=PROJECT_TITLE)),
        "stars": ("学习之星登记表.docx", register(STAR_COLUMNS, [STAR_ROW], SENDER)),
        "projects": ("品牌项目登记表.xlsx", sheet(PROJECT_COLUMNS, [PROJECT_ROW], SENDER)),
        "summary": ("一页书公交读书角工作总结.docx", words("工作总结", SUMMARY)),
    }
    papers |= changed
    return dict(paper for paper in papers.values() if paper) | MEDIA


def city(sender="青柳区"):
    """Return a whole packet after the city's forms."""
    head = "        {sender}（单位）“百姓学习之星”推介登记表"
    notes = ["（盖章）              填表时间：     年    月   日 ", "注：1.各区教育局、各单位统一填报；"]
    return {
        "附件1 沈玉兰.docx": form(CITY_STAR, STAR),
        "附件3 一页书公交读书角.docx": form(CITY_PROJECT, PROJECT, title=PROJECT_TITLE),
        "附表2.docx": register(STAR_COLUMNS, [STAR_ROW], sender, head=head, notes=notes),
        "附表4.docx": register(
            PROJECT_COLUMNS, [PROJECT_ROW], sender, head="{sender}（单位）“终身学习品牌项目”推介登记表"
        ),
        "一页书公交读书角总结.docx": words("工作总结", text_of(1500, 6)),
    } | MEDIA
