"""The texts read like real ones, and are as long as notices ask."""

import re

import pytest

_UNIT = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")
_STOP = ("评选", "表彰", "获奖", "十佳", "出生于", "身份证号：")
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{3,4}-\d{7,8})(?!\d)")


def length(text: str) -> int:
    """Count as Word does: a character or a sign is one, a run of letters or figures is one."""
    return len(_UNIT.findall(text))


def test_length_counts_like_word():
    assert length("1997年，他说：“OK” 3800次。") == 12


def test_every_showcase_text_has_200_to_300_characters(library):
    lengths = {str(r.address): length("".join(r.showcase_text)) for r in (*library.stars, *library.projects)}
    assert {address: n for address, n in lengths.items() if not 200 <= n <= 300} == {}


def test_every_text_has_two_or_three_paragraphs(library):
    records = (*library.stars, *library.projects)
    assert {len(r.showcase_text) for r in records} == {2, 3}


def test_texts_begin_with_the_person(library):
    late = [
        star.name for star in library.stars if star.name not in star.showcase_text[0][: len(star.name) + 2]
    ]
    assert late == []


def test_quotes_are_short_and_without_marks(library):
    quotes = [star.quote for star in library.stars if star.quote]
    assert len(quotes) == 32
    assert [q for q in quotes if length(q) > 30 or q[0] in '“"' or q[-1] in '”"'] == []


def test_no_quote_and_no_opening_sentence_occurs_twice(library):
    quotes = [star.quote for star in library.stars if star.quote]
    openings = [r.showcase_text[0].split("。")[0] for r in (*library.stars, *library.projects)]
    assert len(set(quotes)) == len(quotes)
    assert len(set(openings)) == len(openings)


@pytest.mark.parametrize("word", _STOP)
def test_no_word_that_the_campaign_does_not_use(library, word):
    texts = {str(r.address): "".join(r.showcase_text) + r.name for r in (*library.stars, *library.projects)}
    texts |= {str(e.address): e.title + "".join(e.text) for e in library.events}
    assert [address for address, text in texts.items() if word in text] == []


def test_no_telephone_or_identity_number_outside_an_office_contact(library):
    texts = [p for r in (*library.stars, *library.projects) for p in r.showcase_text]
    texts += [s.markdown for r in (*library.stars, *library.projects) for s in r.sections]
    texts += [p for week in library.weeks for p in week.text] + [
        p for event in library.events for p in event.text
    ]
    assert [text for text in texts if _PHONE.search(text)] == []


def test_punctuation_is_full_width(library):
    texts = [p for r in (*library.stars, *library.projects) for p in r.showcase_text]
    assert [text for text in texts if re.search(r"[\u4e00-\u9fff][,;:?!\"'()]|\.\.\.", text)] == []


def test_names_of_every_difficulty_are_there(public):
    names = {star.name for star in public.stars}
    assert {"阿依古丽·买买提·吐尔逊·热合曼", "周𠮷生", "刘䶮", "田㛃", "苏和"} <= names
    projects = {project.name for project in public.projects}
    assert {"“一盏灯”渔村夜校", "“非遗”技艺传习《一支笔的一百二十八步》"} <= projects


def test_shapes_of_honours_and_records(public):
    stars = {str(star.address): star for star in public.stars}
    assert [h.level for h in stars["stars/2024/henan/012"].honours] == ["county", "provincial", "national"]
    assert stars["stars/2024/hunan/004"].photos == ()
    assert [p.kind for p in stars["stars/2024/shanghai/003"].photos] == ["portrait"]
    assert stars["stars/2024/shandong/004"].deceased_on is not None
    assert len(stars["stars/2025/xinjiang/002"].nominated_by) == 3
    projects = {str(project.address): project for project in public.projects}
    assert len(projects["projects/2024/fujian/006"].hosts) == 2
    assert projects["projects/2024/sichuan/007"].ended is not None
    units = {(each.count.unit, each.count.mode) for p in projects.values() for each in p.learners}
    assert len(units) >= 4


def test_a_life_photo_without_consent_is_in_the_tree_and_not_in_public(library, public):
    address = "stars/2025/xjbt/001"
    in_tree = next(star for star in library.stars if str(star.address) == address)
    assert [photo.kind for photo in in_tree.photos] == ["portrait", "life"]
    assert [photo.kind for photo in public.by_address[address].photos] == ["portrait"]
