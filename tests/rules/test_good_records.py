"""A good record passes with no problem at all, at every stage."""

import pytest

from rules.samples import announcement, nominated, problems, project, star
from showcase.model.campaign import Withdrawal
from showcase.model.settings import Settings
from showcase.rules.catalogue import RULES

CONCERNS = {
    *("announcement", "captions", "consent", "date", "eligibility", "event", "film", "moved", "notice", "page"),
    *("photo", "private", "project", "quota", "record", "reference", "text", "waiver", "week", "withdrawal"),
}


def test_an_approved_star_passes():
    assert problems(star()) == []


def test_a_nominated_star_passes():
    assert problems(nominated()) == []


def test_a_nominated_project_passes():
    assert problems(project()) == []


def test_an_approved_star_passes_in_a_public_repository():
    assert problems(star(), settings=Settings(repository="public")) == []


def test_a_closed_announcement_and_a_take_down_pass():
    gone = Withdrawal("stars/2024/henan/009", announcement().last_day)
    assert problems(star(), announcements=(announcement(),), withdrawals=(gone,)) == []


def test_every_file_that_is_there_passes():
    keys = frozenset({"stars/2024/henan/012/portrait.jpg", "stars/2024/henan/012/reading.jpg"})
    assert problems(star(), media_keys=keys) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_manual_text_and_two_examples(rule):
    concern = rule.id.split("-")[0]
    assert concern in CONCERNS
    assert rule.manual.endswith("。")
    assert rule.broken != rule.good
    assert rule.subjects
