"""How many there are of each, as the issue asks."""

import datetime

from showcase.model.library import Library
from showcase.model.terms import Stage, WeekStatus


def test_reading_and_checking_the_demo_finds_no_error(found):
    assert [(p.file, p.line, p.rule) for p in found if p.severity == "error"] == []


def test_the_only_warning_is_the_consent_that_ended(found):
    assert [(p.file, p.rule) for p in found if p.severity == "warning"] == [
        ("content/stars/2025/sichuan/005-tang.md", "consent-expired")
    ]


def test_public_stars_and_projects_are_as_many_as_promised(public):
    assert (len(public.stars), len(public.projects)) == (32, 17)
    assert {star.address.year for star in public.stars} == {2024, 2025}
    assert len({star.address.region for star in public.stars}) >= 12


def test_weeks_of_more_than_twelve_regions_in_two_campaigns(public):
    regions = {year: {w.region for w in public.weeks if w.year == year} for year in (2024, 2025)}
    assert len(regions[2024]) == 36
    assert len(regions[2025]) == 15
    assert {campaign.year for campaign in public.campaigns} >= {2024, 2025}


def test_events_announcements_and_official_names(public):
    assert len(public.events) == 15
    assert sum(len(each.names) for each in public.lists) == 200
    assert len(public.announcements) == 2


def test_one_announcement_is_open_until_december_and_one_has_its_outcome(library: Library):
    day = datetime.date(2026, 12, 4)
    closed, still_open = library.announcements
    assert still_open.is_open_on(day) and not still_open.is_open_on(day + datetime.timedelta(days=1))
    assert closed.outcome and not still_open.outcome


def test_stages_that_must_not_be_shown_are_in_the_tree_and_not_in_public(library: Library, public):
    hidden = {str(r.address) for r in (*library.stars, *library.projects)} - set(public.by_address)
    assert sorted(hidden) == [
        "projects/2024/hunan/draft-q8s3je",
        "projects/2026/henan/draft-c5y1rz",
        "stars/2024/henan/draft-k3v9q2",
        "stars/2024/hubei/draft-m7t2xa",
        "stars/2024/jiangxi/002",
        "stars/2024/shanxi/009",
        "stars/2025/sichuan/005",
        "stars/2026/henan/draft-b4w8nd",
    ]
    stages = {honour.stage for star in library.stars for honour in star.honours}
    assert stages == set(Stage)


def test_weeks_come_in_the_shapes_of_real_life(library: Library):
    weeks = {week.address: week for week in library.weeks}
    assert weeks["weeks/2024/hainan"].moved_from == datetime.date(2024, 10, 14)
    assert str(weeks["weeks/2024/gansu"].start) == "2024-09"
    assert weeks["weeks/2024/xizang"].end is None
    assert weeks["weeks/2024/beijing"].start == weeks["weeks/2024/beijing"].end
    assert weeks["weeks/2024/dalian"].status is WeekStatus.CANCELLED
    assert weeks["weeks/2024/zhejiang"].joint == "宁波市"
    assert weeks["weeks/2024/jiangsu.yangzhou"].city == "yangzhou"


def test_no_week_claims_one_that_really_was(library: Library):
    real = {
        ("shanxi", "2024-06-14"),
        ("shanghai", "2024-11-09"),
        ("guangxi", "2025-06-18"),
        ("zhejiang", "2025-11-15"),
    }
    assert real & {(week.region, str(week.start)) for week in library.weeks} == set()
    assert {str(c.opening_date) for c in library.campaigns} & {"2024-04-26", "2025-05-08"} == set()
