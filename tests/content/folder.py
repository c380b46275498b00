"""A site's folder written for one test, and what the reader says of it."""

from __future__ import annotations

from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library
from showcase.model.problem import Problem

STAR = "content/stars/2024/henan/012.md"

Told = list[tuple[str, int, int]]


def write(root: Path, files: dict[str, str | bytes]) -> Layout:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Layout(root)


def read(root: Path, files: dict[str, str | bytes]) -> tuple[Library, list[Problem]]:
    return read_library(write(root, files))


def told(problems: list[Problem]) -> Told:
    return [(problem.rule, problem.line, problem.column) for problem in problems]


GOOD_STAR = """\
---
name: 阿依古丽 • 买买提
unit: 123
post: 退休挡车工，楼梯间读书会领读人
pinyin: on
city: 郑州市                 # prefecture
nominated_by: 青柳县教育局
groups: [older-people]
topics: [阅读, 书法]
quote: 字认得慢不要紧，我有的是晚上。
photos:
  - file: portrait.jpg
    kind: portrait
    alt: 捧着一本书，身后是书架
    focus: [50, 20.5]
    minors: true
video: {file: film.mp4, title: 楼梯间的灯, transcript: "第一行\\n第二行"}
audio: {file: reading.mp3, spoken_by: machine}
honours:
  - {year: 2023, level: provincial, title: 河南“百姓学习之星”, stage: approved, document: 8, date: 2023-09-06}
  - {year: 2024, level: national, title: 新时代“百姓学习之星”, stage: announced, distinction: most-moving}
consent:
  text: {date: 2024-05-01, evidence: 2024-012}
  photos: {date: 2024-05-01, until: 2027-05-01, evidence: 2024-012, covers: [minors]}
related: [projects/2024/henan/003]
deceased_on:
---
　　第一段，
接着写。

Read more
every day.

## 主要事迹

**很多**事迹。
"""
