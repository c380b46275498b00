from __future__ import annotations

import pytest

from .folder import read, told

WEEK = "content/weeks/2024/henan.md"
EVENT = "content/events/2024/2024-02-30-school.md"
HELD = "content/events/2024/2024-09-12-talk.md"
ANNOUNCEMENT = "content/announcements/2025-henan-list.md"
RULEBOOK = "content/rulebooks/henan-2024.yml"
LIST = "content/lists/2024-provincial-henan.csv"
HEADER = "kind,name,unit,title,document\n"
DAYS = "title: 公示\nlevel: provincial\nfirst_day: 2025-03-01\nlast_day: 2025-03-07\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (WEEK, "---\nend: 2024-06-01\nstart: 2024-06\n---\n", []),
        (WEEK, "---\nend: 2024-05\nstart: 2024-06-01\n---\n", [("record-date", 2, 6)]),
        (WEEK, "---\nstart: 2024-13\n---\n", [("record-date", 2, 8)]),
        (WEEK, "---\nstart: 2024\n---\n", [("record-date", 2, 8)]),
        (WEEK, "---\nstatus: done\n---\n", [("record-choice", 2, 9)]),
        (WEEK, "---\nattendance: [{count: 355,200, unit: people}]\n---\n", [("record-unknown-key", 2, 26)]),
        (WEEK, "---\nattendance: [{count: 约300, unit: people}]\n---\n", [("record-number", 2, 22)]),
        (WEEK, "---\nattendance: [{count: 300, unit: 人}]\n---\n", [("record-choice", 2, 33)]),
        (WEEK, "---\n---\n## 标题\n", [("record-heading", 3, 2)]),
        (EVENT, "---\nkind: talk\ntitle: 一课\n---\n", [("record-file-name", 0, 0)]),
        (EVENT, "---\nkind: talk\n---\n", [("record-missing-key", 2, 1)]),
        (HELD, "---\nkind: talk\ntitle: 一课\nstatus: held\n---\n", [("record-choice", 4, 9)]),
        (
            HELD,
            "---\nkind: talk\ntitle: 一课\nmoves: [{from: 2024-09}]\n---\n",
            [("record-date", 4, 16)],
        ),
        (ANNOUNCEMENT, f"---\n{DAYS}year: 2024\n---\n", [("record-file-name", 6, 1)]),
        (ANNOUNCEMENT, f"---\n{DAYS}region: hubei\n---\n", [("record-file-name", 6, 1)]),
        (ANNOUNCEMENT, f"---\n{DAYS}region: hennan\n---\n", [("record-region", 6, 9)]),
        (
            ANNOUNCEMENT,
            f"---\n{DAYS}official_url: javascript:alert(1)\n---\n",
            [("record-web-address", 6, 15)],
        ),
        (ANNOUNCEMENT, "---\n" + DAYS.replace("-07", "-00") + "---\n", [("record-date", 5, 11)]),
        (ANNOUNCEMENT, "---\n" + DAYS.replace("03-07", "02-07") + "---\n", [("record-date", 5, 11)]),
        (RULEBOOK, "title: 通知\nlimits: 300\n", [("record-type", 2, 9)]),
        (RULEBOOK, "title: 通知\nlimits:\n  star:\n    text: {abuot: 300}\n", [("record-type", 4, 11)]),
        (RULEBOOK, "title: 通知\nlimits:\n  age: {low: x}\n", [("record-number", 3, 14)]),
        (
            RULEBOOK,
            "title: 通知\nlimits:\n  age: {low: 1}\n  age: {low: 1}\n",
            [("record-duplicate-key", 4, 3)],
        ),
        (RULEBOOK, "title: 通知\nyears: [24]\n", [("record-number", 2, 9)]),
        (LIST, "kind,name,unit,title\nstar,甲,乙,丙\n", [("record-list-header", 1, 1)]),
        (LIST, HEADER + "star,甲,乙\n", [("record-list-line", 2, 1)]),
        (LIST, HEADER + "\nstar,甲,乙,丙,丁\n", []),
        (LIST, HEADER + "person,甲,乙,丙,丁\n", [("record-choice", 2, 1)]),
        (LIST, HEADER + "star,,乙,丙,丁\n", [("record-missing-key", 2, 1)]),
        (LIST, HEADER + "star,甲,乙,丙,丁\nstar,甲,乙,丙,丁\n", [("record-duplicate-line", 3, 1)]),
        (LIST, HEADER + 'star,"甲"x,乙,丙,丁\n', [("record-list-line", 2, 1)]),
        ("content/weeks/2024/campaign.yml", "# theme:\n", []),
        ("content/weeks/2024/campaign.yml", "theme:\nopening:\n  date:\n", []),
        ("content/bodies.yml", "name: 甲\n", [("record-type", 1, 1)]),
        ("content/bodies.yml", "- {name: 甲}\n", [("record-missing-key", 1, 3)]),
        ("content/withdrawn.yml", "- {address: 甲, date: 2024-08-01}\n", [("record-address", 1, 13)]),
        ("content/withdrawn.yml", "", [("record-empty", 0, 0)]),
        ("content/withdrawn.yml", "# 还没有\n", []),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(tmp_path, path, text, expected):
    _, problems = read(tmp_path, {path: text})
    assert told(problems) == expected


def test_the_good_lines_of_a_list_stay(tmp_path):
    text = HEADER + "star,甲,乙,丙,丁\nx,甲,乙,丙,丁\nproject,书,乙,丙,丁\n"
    library, _ = read(tmp_path, {LIST: text})
    assert [(name.name, name.line) for name in library.lists[0].names] == [("甲", 2), ("书", 4)]
