"""content/synonyms.yml as an editor writes it, right and wrong."""

import pytest

from showcase.model.synonym import Synonym

from .folder import read, told

GOOD = "- word: 终身学习\n  also: [终生学习, 终身教育]\n- word: 社区学院\n  also: 社区大学\n"


def of(tmp_path, text):
    return read(tmp_path, {"content/synonyms.yml": text})


def test_synonyms_are_read_in_their_order(tmp_path):
    library, problems = of(tmp_path, GOOD)
    assert problems == []
    assert library.synonyms == (
        Synonym(word="终身学习", also=("终生学习", "终身教育")),
        Synonym(word="社区学院", also=("社区大学",)),
    )


def test_a_file_without_entries_holds_no_synonyms(tmp_path):
    library, problems = of(tmp_path, "# 还没有\n")
    assert (library.synonyms, problems) == ((), [])


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("- word: 终身学习\n", ("record-missing-key", 1, 3)),
        ("- also: [终生学习]\n", ("record-missing-key", 1, 3)),
        ("- word: 终身学习\n  also: [终生学习]\n  note: 常见\n", ("record-unknown-key", 3, 3)),
        ("- 终生学习\n", ("record-type", 1, 3)),
        ("word: 终身学习\n", ("record-type", 1, 1)),
        ("- word: 学\n  also: [习得]\n", ("synonym-word", 1, 3)),
        ("- word: 终身 学习 周\n  also: [习得]\n", None),
        ("- word: lifelong learning\n  also: [习得]\n", ("synonym-word", 1, 3)),
        ("- word: 终身学习\n  also: [终生学习, 学]\n", ("synonym-word", 2, 16)),
        ("- word: 终身学习\n  also: [" + "学" * 21 + "]\n", ("synonym-word", 2, 10)),
        ("- word: 终身学习\n  also: [終身學習]\n", ("synonym-same", 2, 10)),
        ("- word: 终身学习\n  also: 終身·学习\n", ("synonym-same", 2, 3)),
        ("- word: 终身学习\n  also: [终生学习, 终生學习]\n", ("synonym-twice", 2, 16)),
        (GOOD + "- word: 学习\n  also: [终生学习]\n", ("synonym-twice", 6, 10)),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, entry, wrong):
    _, problems = of(tmp_path, entry)
    assert told(problems) == ([wrong] if wrong else [])
    assert all(problem.fix and problem.file == "content/synonyms.yml" for problem in problems)


def test_a_wrong_entry_stays_out_and_the_right_ones_stay_in(tmp_path):
    library, _ = of(tmp_path, GOOD + "- word: 茶\n  also: [茶叶]\n")
    assert [each.word for each in library.synonyms] == ["终身学习", "社区学院"]
