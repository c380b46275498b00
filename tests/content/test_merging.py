"""Three versions of one record's file."""

from showcase.content.merging import Merge, merged, rebased

BASE = "---\nname: 甲\nunit: 乙\n---\n正文。\n\n## 主要事迹\n\n事迹。\n"


def test_what_only_the_packet_changed_is_taken():
    new = BASE.replace("乙", "丙").replace("事迹。\n", "新事迹。\n")
    assert merged(BASE, BASE, new) == Merge(new, ("unit", "## 主要事迹"))


def test_what_only_the_editor_changed_stays_with_its_comments():
    mine = BASE.replace("unit: 乙", "unit: 丁  # 核对过\nquote: 话")
    assert merged(BASE, mine, BASE) == Merge(mine)


def test_changes_of_both_in_different_parts_are_joined():
    mine, new = BASE.replace("甲", "甲甲"), BASE.replace("正文。", "新正文。")
    assert merged(BASE, mine, new) == Merge(mine.replace("正文。", "新正文。"), ("正文",))


def test_a_part_that_both_changed_stays_the_editors_and_is_named():
    mine, new = BASE.replace("乙", "丁"), BASE.replace("乙", "丙")
    assert merged(BASE, mine, new) == Merge(mine, (), ("unit",))
    assert merged(BASE, mine, mine.replace("正文。", "新。")) == Merge(
        mine.replace("正文。", "新。"), ("正文",)
    )


def test_keys_and_sections_come_and_go():
    new = BASE.replace("unit: 乙\n", "started: 2020\n").replace(
        "## 主要事迹\n\n事迹。\n", "## 基本情况\n\n情况。\n"
    )
    assert merged(BASE, BASE, new) == Merge(new, ("started", "## 基本情况", "unit", "## 主要事迹"))


def test_without_a_known_base_every_difference_is_a_conflict():
    mine = BASE.replace("乙", "丁")
    assert merged(None, mine, BASE) == Merge(mine, (), ("unit",))


def test_a_file_that_cannot_be_taken_apart_is_left_alone():
    assert merged(BASE, "坏了", BASE) == Merge("坏了", (), ("正文",))


def test_what_counts_as_written_keeps_the_old_in_parts_that_are_in_conflict():
    new = BASE.replace("乙", "丙").replace("正文。", "新正文。")
    assert rebased(BASE, new, ["unit"]) == BASE.replace("正文。", "新正文。")
    assert rebased(None, BASE, ["unit"]) == BASE.replace("unit: 乙\n", "")
