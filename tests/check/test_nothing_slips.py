"""Every hidden record carries its own token in every string: none may be reachable in a Showcase."""

from dataclasses import replace

import pytest

from check.tokens import marked, strings_in
from rules.samples import (
    BOOK,
    FILM,
    TODAY,
    announcement,
    consent,
    day,
    honour,
    library,
    photo,
    project,
    source,
    star,
)
from showcase.check.gate import open_gate
from showcase.check.takedowns import line_mark
from showcase.model.address import RecordAddress
from showcase.model.campaign import (
    ActivityWeek,
    Candidate,
    Event,
    ListedName,
    OfficialList,
    Withdrawal,
)
from showcase.model.parts import Audio, Consent, Learners, OfficeContact, Section, Voice
from showcase.model.settings import Settings
from showcase.model.terms import Asset, EventKind, Level, PhotoKind, Stage

UNDECIDED = [stage for stage in Stage if stage != Stage.APPROVED]
TEXT_ONLY = consent(Asset.TEXT)

HIDDEN = {
    **{f"stage-{stage}": {"honours": (honour(stage),)} for stage in UNDECIDED},
    **{f"paper-{stage}": {"honours": (replace(honour(), stage=stage),)} for stage in UNDECIDED},
    "no-honour": {"honours": ()},
    "no-document": {"honours": (honour(document=""),)},
    "no-date": {"honours": (honour(date=None),)},
    "early-approval": {"honours": (honour(date=day("2024-08-02")),)},
    "no-consent": {"consent": Consent()},
    "other-consent": {"consent": consent(*(asset for asset in Asset if asset != Asset.TEXT))},
    "early-consent": {"consent": consent(date=day("2024-08-02"))},
    "ended-consent": {"consent": consent(until=day("2024-07-31"))},
    "withdrawn": {},
    "draft": {},
}
CASES = [(kind, name) for kind in ("stars", "projects") for name in HIDDEN]


def full(kind: str, **changes):
    """A record with something in every field."""
    more = {
        "city": "郑州市",
        "topics": ("阅读",),
        "sections": (Section("主要事迹", "读书"),),
        "video": replace(FILM, title="题", captions="film.vtt", transcript="文字稿"),
        "audio": Audio(file="reading.mp3", title="朗读"),
        "related": ("stars/2024/henan/001",),
        "consent": consent(),
        "honours": (honour(),),
    }
    if kind == "stars":
        return star(**{**more, "pinyin": "shen yu lan", **changes})
    texts = {"organisers": ("承办",), "co_organisers": ("协办",), "venue": "楼梯间", "audience": "居民"}
    contact = OfficeContact("教育局", "0371-65900000")
    rows = (Learners(2023, project().learners[0].count),)
    return project(
        **{**more, **texts, "how_to_join": "来", "office_contact": contact, "learners": rows, **changes}
    )


def hidden(kind: str, name: str):
    serial = "draft-k3v9q2" if name == "draft" else "099"
    record = marked(full(kind, **HIDDEN[name]), "〇密〇")
    return replace(record, address=RecordAddress(kind, 2024, "henan", serial), source=source("〇密〇.md"))


def showcase_with(*records, settings=None, preview=False, today=TODAY, **changes):
    return open_gate(library(*records, **changes), settings or Settings(), today, preview)


def found(showcase) -> list[str]:
    return [text for text in strings_in(showcase) if "〇密〇" in text or "099" in text or "k3v9q2" in text]


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_no_string_of_a_hidden_record_is_reachable(kind, name):
    record = hidden(kind, name)
    address = str(record.address)
    gone = (Withdrawal(address, TODAY),) if name == "withdrawn" else ()
    visible = star(related=(address,))
    event = Event(
        address="events/2024/2024-09-12-school",
        kind=EventKind.TALK,
        date=TODAY,
        title="报告会",
        records=(address, "stars/2024/henan/012"),
    )
    showcase = showcase_with(visible, record, events=(event,), withdrawals=gone)
    assert found(showcase) == [address] * len(gone)
    assert showcase.stars == (replace(visible, related=(), consent=consent(evidence="")),)
    assert showcase.events[0].records == ("stars/2024/henan/012",)
    assert list(showcase.by_address) == ["stars/2024/henan/012"]


@pytest.mark.parametrize("name", ["stage-announced", "stage-nominated"])
def test_only_name_and_unit_of_an_announced_record_are_reachable_while_it_is_open(name):
    record = hidden("stars", name)
    candidate = Candidate(record.name, record.unit, "star", str(record.address))
    days = {"first_day": day("2024-07-30"), "last_day": day("2024-08-03")}
    listed = announcement(candidates=(candidate,), **days)

    def reachable(today: str) -> list[str]:
        return found(showcase_with(record, announcements=(listed,), today=day(today)))

    assert reachable("2024-07-29") == []
    for today in ("2024-07-30", "2024-08-01", "2024-08-03"):
        assert reachable(today) == [record.name, record.unit]
    assert reachable("2024-08-04") == []


def test_an_announcement_is_not_there_before_its_first_day():
    later = announcement(first_day=day("2024-08-02"), last_day=day("2024-08-08"))
    assert showcase_with(announcements=(later,)).announcements == ()


def test_hidden_parts_of_a_visible_record_are_not_reachable():
    secret = marked(full("stars"), "〇密〇")
    record = star(
        photos=(*secret.photos, photo("〇密〇id.jpg", PhotoKind.ID_PHOTO)),
        video=secret.video,
        audio=secret.audio,
        honours=(honour(), *(marked(honour(stage), "〇密〇") for stage in UNDECIDED)),
        consent=replace_evidence(TEXT_ONLY, "〇密〇"),
    )
    showcase = showcase_with(record)
    assert found(showcase) == []
    assert showcase.stars == (star(photos=(), consent=replace_evidence(TEXT_ONLY, "")),)


def replace_evidence(given: Consent, evidence: str) -> Consent:
    return Consent({asset: replace(p, evidence=evidence) for asset, p in given.permissions.items()})


def test_withdrawn_weeks_events_announcements_and_lists_are_not_reachable():
    week = ActivityWeek(year=2024, region="henan", theme="〇密〇")
    event = Event(
        address="events/2024/2024-09-12-school",
        kind=EventKind.TALK,
        date=TODAY,
        title="〇密〇",
        voices=(Voice("〇密〇", "学生"),),
    )
    listed = replace(official_list("〇密〇"), title="〇密〇")
    things = {"weeks": (week,), "events": (event,), "lists": (listed,)}
    named = announcement(title="〇密〇")
    addresses = [week.address, event.address, listed.address, named.address]
    gone = tuple(Withdrawal(address, TODAY) for address in addresses)
    showcase = showcase_with(announcements=(named,), withdrawals=gone, **things)
    assert found(showcase) == []
    assert [w.address for w in showcase.withdrawn] == sorted(addresses)


def official_list(*names: str) -> OfficialList:
    return OfficialList(
        address="lists/2024-provincial-henan",
        year=2024,
        level=Level.PROVINCIAL,
        region="henan",
        title="名单",
        document="示例教〔2024〕85号",
        names=tuple(ListedName(name, "青柳县 桥头社区", "star", n) for n, name in enumerate(names, 2)),
    )


def test_a_mark_takes_one_line_out_and_leaves_no_page():
    listed = official_list("〇密〇甲", "乙")
    gone = Withdrawal(line_mark(listed.address, "〇密〇 甲", "青柳县桥头社区"), TODAY)
    showcase = showcase_with(lists=(listed,), withdrawals=(gone,))
    assert showcase.lists == (replace(listed, names=listed.names[1:]),)
    assert showcase.withdrawn == ()


def test_a_withdrawn_person_leaves_lists_and_open_announcements_too():
    record = hidden("stars", "withdrawn")
    listed = replace(official_list(), names=(ListedName(record.name, record.unit, "star", 2),))
    days = {"first_day": day("2024-07-30"), "last_day": day("2024-08-03")}
    candidates = (Candidate(record.name, record.unit), Candidate("〇密〇", "", "star", str(record.address)))
    named = announcement(candidates=candidates, **days)
    gone = (Withdrawal(str(record.address), TODAY),)
    showcase = showcase_with(record, lists=(listed,), announcements=(named,), withdrawals=gone)
    assert found(showcase) == [str(record.address)]
    preview = showcase_with(record, lists=(listed,), announcements=(named,), withdrawals=gone, preview=True)
    assert found(preview) == [str(record.address)]


def test_rulebooks_and_the_library_itself_stay_whole():
    assert showcase_with().rulebooks == (BOOK,)
