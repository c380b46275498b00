"""The labels of 推介表 and 推介登记表, and the fields that they stand for: one vocabulary, read and written.

Whoever reads a form finds the field of a label (`field_of`), whoever writes an empty one prints the first
of its words, in the order of the tables. The words are those of the two notices that print their forms
(Henan 2024, a city's districts 2024) and close variants; of the others only the names are known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Paper(StrEnum):
    """The four papers of a packet."""

    STAR_FORM = "star-form"
    STAR_REGISTER = "star-register"
    PROJECT_FORM = "project-form"
    PROJECT_REGISTER = "project-register"


TITLES = {
    Paper.STAR_FORM: "“百姓学习之星”推介表",
    Paper.STAR_REGISTER: "“百姓学习之星”推介登记表",
    Paper.PROJECT_FORM: "“终身学习品牌项目”推介表",
    Paper.PROJECT_REGISTER: "“终身学习品牌项目”推介登记表",
}
"""As Henan and the city print them; Zhejiang says 推荐 for 推介, Jilin 汇总表 for 登记表."""


@dataclass(frozen=True, slots=True)
class Label:
    """One field of a paper and the words that it goes by, the printed one first.

    `private`: it stays out of the repository. `long`: a text of paragraphs. `limit`: the name, behind
    "star." or "project.", of the limit that a notice sets on it (its 字数 are printed as a hint).
    """

    field: str
    words: tuple[str, ...]
    private: bool = False
    long: bool = False
    limit: str = ""


def _label(field: str, words: str, marks: str = "", limit: str = "") -> Label:
    return Label(field, tuple(words.split()), "p" in marks, "l" in marks, limit)


_OPINIONS = (
    _label("county_opinion", "区县市级教育部门推荐意见 县（市、区）级教育行政部门推介意见", "l"),
    _label("city_opinion", "市（地）级教育行政部门推介意见 市（地）级教育部门推介意见", "l"),
    _label("province_opinion", "省级教育部门推荐意见 省级教育行政部门推介意见", "l"),
    _label("filled_by", "填表联系人 填表人", "p"),
    _label("filled_telephone", "填表联系电话", "p"),
)

STAR_FORM = (
    _label("name", "姓名"),
    _label("sex", "性别", "p"),
    _label("born", "出生年月 出生年月日 出生日期", "p"),
    _label("photo", "照片 相片 彩色照片"),
    _label("nation", "民族", "p"),
    _label("native_place", "籍贯", "p"),
    _label("party", "党派 政治面貌", "p"),
    _label("work_since", "参加工作时间", "p"),
    _label("title", "专业技术职称 专业职称 技术职称 职称", "p"),
    _label("education", "学历 文化程度", "p"),
    _label("school", "毕业院校及专业 毕业院校", "p"),
    _label("unit_post", "所在单位及职务 工作单位及职务 单位及职务"),
    _label("unit", "单位 所在单位 工作单位"),
    _label("post", "职务 职业"),
    _label("contact", "联系方式", "p"),
    _label("telephone", "电话 联系电话 固定电话 办公电话", "p"),
    _label("mobile", "手机 手机号 手机号码 移动电话", "p"),
    _label("email", "邮箱 电子邮箱 电子邮件 E-mail", "p"),
    _label("id_number", "身份证号 身份证号码 身份证 公民身份号码", "p"),
    _label("address", "地址 住址 家庭住址 家庭地址 通讯地址 通信地址", "p"),
    _label("resume", "个人简历 简历 主要简历", "pl"),
    _label("learning", "参加学习情况 学习情况", "pl"),
    _label("awards", "奖励情况 获奖情况", "pl"),
    _label("deeds", "主要事迹和成效 主要事迹及成效 主要事迹", "l", "deeds"),
    _label("showcase_text", "宣传展示材料 感人事迹概括", "l", "showcase_text"),
    _label("unit_opinion", "本人所在单位推荐意见及感人事迹概括 单位推荐意见", "l", "unit_opinion"),
    *_OPINIONS,
)

PROJECT_FORM = (
    _label("name", "品牌项目名称 项目名称 品牌名称"),
    _label("hosts", "主办单位 项目单位 举办单位"),
    _label("host_telephone", "联系电话", "p"),
    _label("organisers", "承办单位"),
    _label("organiser_telephone", "承办单位联系电话", "p"),
    _label("co_organisers", "协办单位"),
    _label("started", "开始时间 项目起止时间 起止时间 起始时间 启动时间 创建时间"),
    _label("venue", "活动地点"),
    _label("audience", "受益群体 项目受益群体"),
    _label("learners", "参与人数（次） 参与人数 参与人数（人次）"),
    _label("contact", "联系方式", "p"),
    _label("mobile", "手机 手机号码", "p"),
    _label("email", "邮箱 电子邮箱", "p"),
    _label("address", "地址 通讯地址 通信地址", "p"),
    _label("awards", "获奖情况 奖励情况", "pl"),
    _label("description", "品牌项目基本情况 项目基本情况 基本情况", "l", "description"),
    _label("showcase_text", "宣传展示材料 品牌概况介绍", "l", "showcase_text"),
    _label("host_opinion", "主办单位推荐意见 主办单位推介意见", "l"),
    *_OPINIONS,
)

STAR_REGISTER = (
    _label("order", "推荐序号 序号"),
    _label("name", "姓名"),
    _label("unit", "单位 所在单位 工作单位"),
    _label("post", "职务"),
    _label("unit_post", "所在单位及职务 单位及职务"),
    _label("title", "专业职称 专业技术职称 职称", "p"),
    _label("sex", "性别", "p"),
    _label("nation", "民族", "p"),
    _label("born", "出生年月日 出生年月 出生日期", "p"),
    _label("education", "学历", "p"),
    _label("address", "地址", "p"),
    _label("video", "有无视频材料 有无视频"),
    _label("id_number", "身份证号 身份证号码", "p"),
    _label("telephone", "联系电话 电话 手机 联系方式 手机号码", "p"),
    _label("remarks", "备注"),
)

PROJECT_REGISTER = (
    _label("order", "序号 推荐序号"),
    _label("name", "品牌项目名称 项目名称"),
    _label("hosts", "主办单位 项目单位"),
    _label("started", "起始时间 开始时间 起止时间"),
    _label("learners", "参与人数（人次） 参与人数 参与人数（次）"),
    _label("papers", "所附材料（总结、视频） 所附材料"),
    _label("address", "地址", "p"),
    _label("contact", "品牌单位联系电话和邮箱 联系电话和邮箱 联系电话 联系方式", "p"),
    _label("remarks", "备注"),
)

PAPERS: dict[Paper, tuple[Label, ...]] = {
    Paper.STAR_FORM: STAR_FORM,
    Paper.STAR_REGISTER: STAR_REGISTER,
    Paper.PROJECT_FORM: PROJECT_FORM,
    Paper.PROJECT_REGISTER: PROJECT_REGISTER,
}

REGISTER_ONLY = frozenset({"order", "remarks"})
"""Columns that no form has: a row of labels with one of them heads a register."""

_BRACKETS = re.compile(r"[(（〔【\[][^)）〕】\]]*(?:[)）〕】\]]|\Z)")
_LOOSE = re.compile(r"[\s:：*＊_.。、,，/]+")
_HINT = re.compile(r"(?:不少于|不低于|不超过|约)?[0-9]+字?(?:左右|以上|以内|以下)?字?|概括|填写")


def label_key(text: str) -> str:
    """Return a label as it is compared: no gaps, marks, brackets and what is in them; 推荐 for 推介."""
    plain = unicodedata.normalize("NFKC", text).replace("推介", "推荐")
    return _LOOSE.sub("", _BRACKETS.sub("", _LOOSE.sub("", plain)))


def fields_of(paper: Paper) -> dict[str, Label]:
    """Return the labels of a paper by field."""
    return {label.field: label for label in PAPERS[paper]}


def field_of(paper: Paper, text: str) -> str:
    """Return the field that a cell labels, or "": 姓 名, 政治面貌, 区县市级教育部门推荐意见."""
    key = label_key(text)
    if not key or len(key) > 40:
        return ""
    known = _keys(paper)
    if key in known:
        return known[key]
    hinted = next((f for word, f in known.items() if len(word) > 3 and _is_hinted(key, word)), "")
    return hinted or _opinion(paper, key)


@cache
def _keys(paper: Paper) -> dict[str, str]:
    return {label_key(word): label.field for label in PAPERS[paper] for word in label.words}


def _is_hinted(key: str, word: str) -> bool:
    """Whether `key` is `word` with a hint behind it that stands in no brackets: 主要事迹不少于1000字."""
    return key.startswith(word) and bool(_HINT.fullmatch(key[len(word) :]))


def _opinion(paper: Paper, key: str) -> str:
    """Return whose opinion a label asks for; offices call themselves by many names."""
    if not key.endswith("意见") or paper in (Paper.STAR_REGISTER, Paper.PROJECT_REGISTER):
        return ""
    for field, words in (("province_opinion", "省"), ("county_opinion", "县区"), ("city_opinion", "市州盟")):
        if any(word in key for word in words):
            return field
    return "unit_opinion" if paper is Paper.STAR_FORM else "host_opinion"
