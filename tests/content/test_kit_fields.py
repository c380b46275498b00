"""What only kits hold: the host's words, questions by 学段, and which kits may be downloaded."""

from __future__ import annotations

from showcase.model.parts import Question, Section
from showcase.model.terms import Asset, SchoolStage

from .folder import STAR, read, told

RECORD = """\
---
name: 李示
questions:
  adult: [谁教过你？]
  primary: [他为什么学？, 你想问他什么？]
public_kit: true
consent:
  kit: {date: 2024-05-01, evidence: 2024-012, includes: [text, video]}
---
正文。

## 主要事迹

事迹。

## 主持词

各位好。

请看
他的故事。
"""


def test_a_hosts_words_are_no_section_and_questions_stand_by_stage(tmp_path):
    library, problems = read(tmp_path, {STAR: RECORD})
    star = library.stars[0]
    assert problems == []
    assert star.host_script == ("各位好。", "请看他的故事。")
    assert star.sections == (Section("主要事迹", "事迹。"),)
    assert star.questions == (
        Question(SchoolStage.PRIMARY, "他为什么学？"),
        Question(SchoolStage.PRIMARY, "你想问他什么？"),
        Question(SchoolStage.ADULT, "谁教过你？"),
    )
    assert star.public_kit is True
    assert star.consent.permissions[Asset.KIT].includes == (Asset.TEXT, Asset.VIDEO)


def test_an_unknown_stage_is_a_problem(tmp_path):
    _, problems = read(tmp_path, {STAR: RECORD.replace("adult:", "kindergarten:")})
    assert told(problems) == [("record-unknown-key", 4, 3)]
