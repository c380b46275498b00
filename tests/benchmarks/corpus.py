"""Writes N invented stars, the same for us and for a peer. Deterministic: record i is always the same."""

from __future__ import annotations

import random
from pathlib import Path

REGIONS = ("henan", "hebei", "jilin", "zhejiang", "fujian", "sichuan", "gansu", "xinjiang", "guangdong", "hunan")
YEARS = (2021, 2022, 2023, 2024, 2025)
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "玉兰秀英建国志强丽华明德文海春燕小满永福桂芳德山望潮阿秀守田国庆晓梅长青立夏白露清和"
_PLACES = "青柳芦汀屿头沙枣桥头河口竹溪云台石塘柳湾平川松岭"
_TOPICS = ("阅读", "书画", "手艺", "农技", "音乐", "数字生活")
_GROUPS = ("older-people", "farmers", "skilled-workers", "residents", "educators", "veterans")
_WORDS = (
    "退休以后", "每周二晚上", "在社区三楼", "她把旧课桌擦干净", "他学会了拼音打字", "教邻居认字", "读完一百多本书",
    "从不间断", "灯一直亮到九点", "孩子们也来听", "抄满四十一本练习簿", "第一次自己读完一封家信", "带着老花镜",
    "把笔记分给大家", "风雨无阻", "办起了读书会", "跟着网课学", "讲给车间的徒弟听", "一笔一画", "慢慢来不要紧",
)  # fmt: skip


def star(number: int) -> tuple[str, str]:
    """Return the address below `stars/` ("2024/henan/0012") and the text of record `number`."""
    draw = random.Random(number)
    year, region = YEARS[number % len(YEARS)], REGIONS[number // len(YEARS) % len(REGIONS)]
    serial = number // (len(YEARS) * len(REGIONS)) + 1
    address = f"{year}/{region}/{serial:03d}"
    name = draw.choice(_SURNAMES) + "".join(draw.choices(_GIVEN, k=2))
    place = "".join(draw.sample(_PLACES, 2))
    front = f"""---
name: {name}
unit: {place}县城关镇{place[0]}桥社区
post: 退休挡车工，楼梯间读书会领读人
nominated_by: [{place}县教育局]
groups: [{draw.choice(_GROUPS)}]
topics: [{draw.choice(_TOPICS)}, {draw.choice(_TOPICS[:3])}新学]
quote: 字认得慢不要紧，我有的是晚上。
honours:
  - {{year: {year}, level: provincial, title: 新时代“百姓学习之星”, stage: approved, document: 示例教〔{year}〕85号, date: {year}-09-06}}
  - {{year: {year - 1}, level: county, title: {place}县“学习之家”, stage: approved, document: 示例委〔{year - 1}〕7号, date: {year - 1}-05-20}}
consent:
  text: {{date: {year}-05-01, evidence: 同意书{number}}}
  data: {{date: {year}-05-01, evidence: 同意书{number}}}
---
"""
    return address, front + _text(draw, name)


def _text(draw: random.Random, name: str) -> str:
    """Return three paragraphs, 277 字 in all."""
    words = name + "，".join(draw.choice(_WORDS) for _ in range(60))
    text = words[:274]
    return f"{text[:90]}。\n\n{text[90:180]}。\n\n{text[180:]}。\n"


def write_site(root: Path, count: int) -> None:
    """Write mkdocs.yml, the hand-written home and `count` stars below `root`."""
    (root / "content" / "pages").mkdir(parents=True)
    (root / "media").mkdir()
    (root / "content" / "pages" / "index.md").write_text("---\ntitle: 首页\n---\n读书的人。\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for number in range(count):
        address, text = star(number)
        path = root / "content" / "stars" / f"{address}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


_CONFIG = """site_name: 百姓学习之星
site_url: ""
docs_dir: content/pages
theme:
  name: material
  language: zh
  font: false
  features: [navigation.tabs]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: 深色}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: 浅色}}
plugins:
  - showcase: {repository: private, cards: false}   # the peer draws none
nav:
  - 首页: index.md
  - 学习之星: stars/index.md
  - 品牌项目: projects/index.md
  - 一省一周: weeks/index.md
  - 各地: regions/index.md
"""
