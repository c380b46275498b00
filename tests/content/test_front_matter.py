from __future__ import annotations

import pytest

from .folder import STAR, read, told


def star(*lines: str, body: str = "正文。") -> str:
    return "\n".join(("---", "name: 甲", *lines, "---", body, ""))


ONE_MISTAKE = {
    "unknown key": (star("quot: 好"), ("record-unknown-key", 3, 1)),
    "Chinese key": (star("单位: 好"), ("record-unknown-key", 3, 1)),
    "duplicate key": (star("unit: 乙", "unit: 丙"), ("record-duplicate-key", 4, 1)),
    "list for a text": (star("unit: [乙]"), ("record-type", 3, 7)),
    "mapping for a text": (star("unit: {a: b}"), ("record-type", 3, 7)),
    "text for a list": (star("honours: 省级"), ("record-type", 3, 10)),
    "mapping for a list": (star("honours: {year: 2024}"), ("record-type", 3, 10)),
    "text for a part": (star("video: film.mp4"), ("record-type", 3, 8)),
    "empty list item": (star("topics: [阅读, ]", "groups:", "-"), ("record-type", 5, 2)),
    "two lines": (star("unit: |", "  一", "  二"), ("record-type", 3, 7)),
    "focus of one": (
        star("photos: [{file: a.jpg, kind: life, alt: 图, focus: [1]}]"),
        ("record-type", 3, 51),
    ),
    "focus too far": (
        star("photos: [{file: a.jpg, kind: life, alt: 图, focus: [1, 101]}]"),
        ("record-number", 3, 55),
    ),
    "not a truth": (
        star("photos: [{file: a.jpg, kind: life, alt: 图, minors: yes}]"),
        ("record-choice", 3, 52),
    ),
    "unknown word": (star("groups: [older]"), ("record-choice", 3, 10)),
    "required key": (star("video: {title: 片}"), ("record-missing-key", 3, 8)),
    "required value": (star("video: {file: , title: 片}"), ("record-missing-key", 3, 9)),
    "required value, quoted": (star("video: {file: '', title: 片}"), ("record-missing-key", 3, 9)),
    "no such day": (star("deceased_on: 2024-02-30"), ("record-date", 3, 14)),
    "no date": (star("deceased_on: 2024年2月"), ("record-date", 3, 14)),
    "month for a day": (star("deceased_on: 2024-02"), ("record-date", 3, 14)),
    "end before start": (
        star("consent:", "  text: {date: 2024-02-01, until: 2024-01-01, evidence: 1}"),
        ("record-date", 4, 35),
    ),
    "media path": (star("video: {file: ../film.mp4}"), ("record-media-name", 3, 15)),
    "media without type": (star("video: {file: film}"), ("record-media-name", 3, 15)),
    "no address": (star("related: [/stars/2024/henan/012/]"), ("record-address", 3, 11)),
    "unknown city": (star("city: 郑洲市"), ("record-city", 3, 7)),
    "city elsewhere": (star("city: 武汉市"), ("record-city", 3, 7)),
    "anchor": (star("unit: &a 乙"), ("record-alias", 3, 7)),
    "alias": (star("unit: *a"), ("record-alias", 3, 7)),
    "merge key": (star("<<: {unit: 乙}"), ("record-unknown-key", 3, 1)),
    "tag": (star("unit: !!python/object:os.system 乙"), ("record-tag", 3, 7)),
    "tab": (star("unit:\t乙"), ("record-tab", 3, 6)),
    "open bracket": (star("topics: [阅读"), ("record-yaml", 4, 1)),
    "open quote": (star('unit: "乙'), ("record-yaml", 4, 1)),
    "colon in a text": (star("unit: 乙: 丙"), ("record-yaml", 3, 8)),
    "full-width colon": (star("unit：乙"), ("record-yaml", 3, 5)),
    "full-width colon, then more": (star("unit：乙", "post: 丙"), ("record-yaml", 3, 5)),
    "no space behind the colon": (star("unit:乙", "post: 丙"), ("record-yaml", 3, 5)),
    "indented by one too few": (
        star("photos:", "  - file: a.jpg", "   kind: portrait"),
        ("record-yaml", 5, 4),
    ),
    "escaped control character": (star('unit: "a\\0b"'), ("record-control-character", 3, 7)),
    "list as a key": (star("? [a]", ": b"), ("record-unknown-key", 3, 3)),
    "not a mapping": ("---\n- 甲\n---\n", ("record-type", 2, 1)),
    "a sentence": ("---\n甲\n---\n", ("record-type", 2, 1)),
    "nothing in it": ("---\n---\n", ("record-missing-key", 1, 1)),
    "no name": ("---\nunit: 乙\n---\n", ("record-missing-key", 2, 1)),
    "no front matter": ("# 标题\n", ("record-front-matter", 1, 1)),
    "front matter not closed": ("---\nname: 甲\n正文\n", ("record-front-matter", 1, 1)),
    "HTML": (star(body="正文。\n\n好<b>的"), ("record-html", 6, 2)),
    "a picture": (star(body="正文。\n## 事迹\n好![e](https://evil.example/a.png)"), ("record-image", 6, 2)),
    "HTML in a section": (star(body="正文。\n## 事迹\n<script>"), ("record-html", 6, 1)),
    "heading in the plain text": (star(body="正文。\n\n### 小标题"), ("record-heading", 6, 3)),
    "heading without a space": (star(body="##小标题"), ("record-heading", 4, 2)),
    "NUL": (star(body="正\0文"), ("record-control-character", 4, 2)),
    "zero width": (star("unit: 乙\u200b丙"), ("record-control-character", 3, 8)),
    "writing direction": (star(body="正文\u202e。"), ("record-control-character", 4, 3)),
    "the mark of the root": (star(body="\x02"), ("record-control-character", 4, 1)),
}


@pytest.mark.parametrize("case", ONE_MISTAKE)
def test_one_mistake_is_one_problem_at_its_place(tmp_path, case):
    text, expected = ONE_MISTAKE[case]
    _, problems = read(tmp_path, {STAR: text})
    assert told(problems) == [expected]
    assert all(problem.file == STAR and problem.message and problem.fix for problem in problems)


NOT_USABLE = {
    "no name", "nothing in it", "not a mapping", "a sentence", "no front matter", "front matter not closed",
    "anchor", "alias", "tag", "tab", "open bracket", "open quote", "colon in a text", "full-width colon",
    "full-width colon, then more", "no space behind the colon", "indented by one too few",
    "NUL", "zero width", "writing direction", "the mark of the root",
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_MISTAKE)
def test_a_record_is_kept_whenever_it_can_be_made(tmp_path, case):
    library, _ = read(tmp_path, {STAR: ONE_MISTAKE[case][0]})
    assert len(library.stars) == (case not in NOT_USABLE)


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("quot: 好", "是不是想写“quote”？"),
        ("姓名: 甲", "写成“name”"),
        ("groups: [older-person]", "是不是想写“older-people”？"),
        ("city: 郑洲市", "是不是想写“郑州市”？"),
        ("unit：乙", "改成半角冒号，后面空一格：unit: 内容"),
        ("unit:乙", "冒号后面空一格：unit: 内容"),
        ("deceased_on: 2024年2月9日", "写成 2024-02-09"),
        ("deceased_on: “2024-02-09”", "写成 2024-02-09，不加引号"),
        ("deceased_on: 去年", "写成 2024-06-17，月和日都写两位"),
        ("groups: [老年人]", "写成 older-people"),
        ("topics: 【阅读，写字】", "改成半角：[甲, 乙]，逗号也用半角，后面空一格"),
    ],
)
def test_the_cure_names_what_was_probably_meant(tmp_path, line, fix):
    _, problems = read(tmp_path, {STAR: star(line)})
    assert [problem.fix for problem in problems] == [fix]


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        (["quot: 好"], {"quote"}),
        (["单位: 好"], {"unit"}),
        (["zzzzzzzz: 好"], set()),
        (["deceased_on: 昨天"], {"deceased_on"}),
        (["video: {fil: a.mp4}"], {"video", "video.file"}),
    ],
)
def test_what_was_written_and_refused_is_kept_with_the_source(tmp_path, lines, refused):
    library, problems = read(tmp_path, {STAR: star(*lines)})
    assert library.stars[0].source.refused == refused
    assert len(problems) == 1


def test_a_closed_vocabulary_is_named(tmp_path):
    _, problems = read(tmp_path, {STAR: star("audio: {file: a.mp3, spoken_by: x}")})
    assert [(p.message, p.fix) for p in problems] == [("不认识“x”", "只能写：person、machine")]


def test_a_mistake_in_a_part_leaves_out_that_part_only(tmp_path):
    honours = [
        "honours:",
        "  - {year: 2023, level: 省, title: 称号, stage: approved}",
        "  - {year: 2024, level: national, title: 称号, stage: announced}",
    ]
    library, problems = read(tmp_path, {STAR: star(*honours)})
    assert told(problems) == [("record-choice", 4, 25)]
    assert [honour.year for honour in library.stars[0].honours] == [2024]


def test_twelve_broken_records_give_twelve_problems_in_one_run(tmp_path):
    cases = list(ONE_MISTAKE)[::4][:12]
    files = {f"content/stars/2024/henan/{at:03}.md": ONE_MISTAKE[case][0] for at, case in enumerate(cases, 1)}
    _, problems = read(tmp_path, files)
    expected = [(name, *ONE_MISTAKE[case][1]) for name, case in zip(files, cases, strict=True)]
    assert [(p.file, p.rule, p.line, p.column) for p in problems] == expected
    assert len(problems) == 12


@pytest.mark.parametrize("dot", "\u00b7\u2022\u2027\u30fb\uff65\uff0e\ufe52\u22c5")
def test_every_dot_in_a_name_becomes_one(tmp_path, dot):
    library, problems = read(tmp_path, {STAR: f"---\nname: 阿卜{dot}都\nunit: 甲{dot}乙\n---\n"})
    assert problems == []
    assert (library.stars[0].name, library.stars[0].unit) == ("阿卜\u00b7都", f"甲{dot}乙")


@pytest.mark.parametrize("name", ["是", "on", "no", "null", "~", "0755", "1e3", "2024-02-30", "𠮷䶮"])
def test_a_text_stays_what_was_written(tmp_path, name):
    library, problems = read(tmp_path, {STAR: f"---\nname: {name}\n---\n"})
    assert (library.stars[0].name, problems) == (name, [])


def test_links_in_angle_brackets_are_no_html(tmp_path):
    _, problems = read(tmp_path, {STAR: star(body="正文，3 < 5。\n## 网页\n<https://example.org/>")})
    assert problems == []
