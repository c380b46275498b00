import pytest

from showcase.cards.typesetting import Face, filled, hang, name_lines, wrapped

SIZE = 20


@pytest.fixture
def face(fonts):
    return Face(fonts.regular, SIZE)


def test_a_chinese_character_is_one_em_wide(face):
    assert face.width("沈玉兰𠮷") == 4 * SIZE


def test_room_between_characters_is_not_lent_behind_the_last(fonts):
    assert Face(fonts.bold, SIZE, 0.5).width("沈玉兰") == 3 * SIZE + 2 * SIZE // 2


def test_what_fits_stays_on_one_line(face):
    assert wrapped("楼梯间读书会", face, 6 * SIZE) == ("楼梯间读书会",)


def test_lines_part_where_the_sense_does(face):
    assert wrapped("学习之星报告会：安静的地方也有很多话", face, 12 * SIZE) == (
        "学习之星报告会：",
        "安静的地方也有很多话",
    )
    assert wrapped("“地头讲堂”来到沙河湾", face, 7 * SIZE) == ("“地头讲堂”", "来到沙河湾")


def test_lines_without_a_clause_are_even(face):
    assert wrapped("手机慢课走进石榴巷社区", face, 8 * SIZE) == ("手机慢课走进", "石榴巷社区")


@pytest.mark.parametrize("width", range(4, 20))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(face, width):
    text = "他说：“字认得慢，不要紧！”（笑）《千字文》第3讲，2016年10月起、每周二、周五。"
    for lines in (wrapped(text, face, width * SIZE), filled(text, face, width * SIZE)):
        assert "".join(lines) == text
        assert [line for line in lines if line[0] in "：，！”）》、。" or line[-1] in "“（《"] == []
        assert "2016" in " ".join(lines)


def test_opening_marks_hang_in_the_margin():
    assert (hang("“字", SIZE), hang("字", SIZE), hang("", SIZE)) == (SIZE / 2, 0, 0)


def test_a_name_breaks_behind_its_middle_dot_and_nowhere_else(face):
    assert name_lines("阿依古丽·买买提·吐尔逊·热合曼", face, 9 * SIZE) == ("阿依古丽·买买提·", "吐尔逊·热合曼")
    assert name_lines("沈玉兰", face, SIZE) == ("沈玉兰",)
