"""The field's closed vocabularies: one Chinese term, one identifier (docs/glossary.md)."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """层级: who recognised the person or project."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    COUNTY = "county"


LEVEL_NAMES = {Level.NATIONAL: "全国", Level.PROVINCIAL: "省级", Level.CITY: "市级", Level.COUNTY: "县级"}
LEVEL_SEALS = {Level.NATIONAL: "国", Level.PROVINCIAL: "省", Level.CITY: "市", Level.COUNTY: "县"}


class Stage(StrEnum):
    """How far a recommendation has come. Only APPROVED is public; ANNOUNCED stands on its 公示 page."""

    NOMINATED = "nominated"
    SHORTLISTED = "shortlisted"
    ANNOUNCED = "announced"
    APPROVED = "approved"
    REVOKED = "revoked"


STAGE_NAMES = {
    Stage.NOMINATED: "已推荐",
    Stage.SHORTLISTED: "已入围",
    Stage.ANNOUNCED: "公示中",
    Stage.APPROVED: "已批准",
    Stage.REVOKED: "已撤销",
}


class Distinction(StrEnum):
    """The top category. Never 十佳 on the site."""

    MOST_MOVING = "most-moving"
    MOST_LOVED = "most-loved"


DISTINCTION_NAMES = {Distinction.MOST_MOVING: "事迹特别感人", Distinction.MOST_LOVED: "特别受百姓喜爱"}


HONOUR_TITLES = {"star": "百姓学习之星", "project": "终身学习品牌项目"}
"""The titles of honour, by the kind of record."""


class PhotoKind(StrEnum):
    """照片: an ID_PHOTO is form material and not published unless its consent says so."""

    ID_PHOTO = "id-photo"
    PORTRAIT = "portrait"
    LIFE = "life"
    ACTIVITY = "activity"


class Asset(StrEnum):
    """What a 单独同意 is given for, one by one. The text's consent is the record's own."""

    TEXT = "text"
    PORTRAIT = "portrait"
    PHOTOS = "photos"
    VIDEO = "video"
    VOICE = "voice"
    KIT = "kit"
    DATA = "data"


class Sensitive(StrEnum):
    """What a consent must name before it may be shown (PIPL art. 28), and form material."""

    HEALTH = "health"
    DISABILITY = "disability"
    MINORS = "minors"
    ID_PHOTO = "id-photo"


class Group(StrEnum):
    """人群."""

    OLDER_PEOPLE = "older-people"
    VETERANS = "veterans"
    DISABLED_PEOPLE = "disabled-people"
    FARMERS = "farmers"
    SKILLED_WORKERS = "skilled-workers"
    FRONT_LINE_WORKERS = "front-line-workers"
    RESIDENTS = "residents"
    EDUCATORS = "educators"


GROUP_NAMES = {
    Group.OLDER_PEOPLE: "老年人",
    Group.VETERANS: "退役军人",
    Group.DISABLED_PEOPLE: "残疾人",
    Group.FARMERS: "农民",
    Group.SKILLED_WORKERS: "技术能手",
    Group.FRONT_LINE_WORKERS: "一线职工",
    Group.RESIDENTS: "社区居民",
    Group.EDUCATORS: "教育工作者",
}


class SchoolStage(StrEnum):
    """学段: for whom a question for discussion is meant."""

    PRIMARY = "primary"
    JUNIOR = "junior"
    SENIOR = "senior"
    ADULT = "adult"


SCHOOL_STAGE_NAMES = {
    SchoolStage.PRIMARY: "小学",
    SchoolStage.JUNIOR: "初中",
    SchoolStage.SENIOR: "高中",
    SchoolStage.ADULT: "成人",
}


class Mode(StrEnum):
    """How people took part: on site, online, or counted together."""

    ONSITE = "onsite"
    ONLINE = "online"
    BOTH = "both"


MODE_NAMES = {Mode.ONSITE: "线下", Mode.ONLINE: "线上", Mode.BOTH: "线上线下"}


class CountUnit(StrEnum):
    """人 or 人次: never added together."""

    PEOPLE = "people"
    VISITS = "visits"


UNIT_NAMES = {CountUnit.PEOPLE: "人", CountUnit.VISITS: "人次"}


class WeekStatus(StrEnum):
    """Where a region's week stands; an event is CONFIRMED, POSTPONED or CANCELLED, its days say the rest."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


STATUS_NAMES = {
    WeekStatus.PLANNED: "拟办",
    WeekStatus.CONFIRMED: "已定",
    WeekStatus.HELD: "已举办",
    WeekStatus.POSTPONED: "已延期",
    WeekStatus.CANCELLED: "已取消",
}


class EventKind(StrEnum):
    """进校园 进社区 进企业 进乡村, tours, openings and activities."""

    OPENING = "opening"
    SCHOOL_VISIT = "school-visit"
    COMMUNITY_VISIT = "community-visit"
    WORKPLACE_VISIT = "workplace-visit"
    VILLAGE_VISIT = "village-visit"
    TOUR = "tour"
    TOUR_STOP = "tour-stop"
    TALK = "talk"
    FEATURED_ACTIVITY = "featured-activity"
    READING = "reading"
    TYPICAL_CASE = "typical-case"


EVENT_NAMES = {
    EventKind.OPENING: "开幕式",
    EventKind.SCHOOL_VISIT: "进校园",
    EventKind.COMMUNITY_VISIT: "进社区",
    EventKind.WORKPLACE_VISIT: "进企业",
    EventKind.VILLAGE_VISIT: "进乡村",
    EventKind.TOUR: "巡展路线",
    EventKind.TOUR_STOP: "巡展",
    EventKind.TALK: "报告会",
    EventKind.FEATURED_ACTIVITY: "特色学习活动",
    EventKind.READING: "阅读分享会",
    EventKind.TYPICAL_CASE: "典型案例",
}
