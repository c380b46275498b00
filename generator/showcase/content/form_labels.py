"""The labels of 推介表 and 推介登记表, and the fields that they stand for: one vocabulary, read and written.

Whoever reads a form finds the field of a label (content/label_keys.py), whoever writes an empty one prints
the first of its words, in the order of the tables. The words are those of the two notices that print
their forms (Henan 2024, a city's districts 2024) and close variants; of the others only the names are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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

_OTHER = (
    "健康状况 身体状况 婚姻状况 家庭情况 家庭成员 家庭主要成员 宗教信仰 年龄 出生地 户籍 户籍地址 户籍所在地 "
    "户口所在地 微信 微信号 QQ QQ号 传真 邮编 邮政编码 证件类型 证件类别 银行卡号 银行账号 "
    "开户行 开户银行 联系人 项目联系人 联系人姓名 联系人及电话 单位联系人 项目负责人 负责人 法定代表人 "
    "紧急联系人 统一社会信用代码 参保情况 职级 行政级别 申报类别 推荐类别 人员类别"
)
"""What offices add to the printed forms: shown nowhere. Unknown, it would be read as part of a value."""

STAR_FORM = (
    _label("name", "姓名"),
    _label("sex", "性别", "p"),
    _label("born", "出生年月 出生年月日 出生日期", "p"),
    _label("photo", "照片 相片 彩色照片"),
    _label("nation", "民族", "p"),
    _label("native_place", "籍贯", "p"),
    _label("party", "党派 政治面貌", "p"),
    _label("work_since", "参加工作时间", "p"),
    _label("title", "专业技术职称 专业职称 技术职称 职称 职称职务", "p"),
    _label("education", "学历 文化程度 学历学位 学位 最高学历", "p"),
    _label("school", "毕业院校及专业 毕业院校", "p"),
    _label(
        "unit_post",
        "所在单位及职务 工作单位及职务 单位及职务 现工作单位及职务 工作单位和职务 所在单位和职务 单位职务 "
        "工作单位职务 单位及职务职称 工作单位及职务职称",
    ),
    _label("unit", "单位 所在单位 工作单位 现工作单位 单位名称 所属单位"),
    _label("post", "职务 职业 现任职务 职务职称 身份"),
    _label("contact", "联系方式", "p"),
    _label("telephone", "电话 联系电话 固定电话 办公电话", "p"),
    _label("mobile", "手机 手机号 手机号码 移动电话", "p"),
    _label("email", "邮箱 电子邮箱 电子邮件 E-mail", "p"),
    _label("id_number", "身份证号 身份证号码 身份证 公民身份号码 证件号 证件号码", "p"),
    _label("address", "地址 住址 家庭住址 家庭地址 通讯地址 通信地址", "p"),
    _label("resume", "个人简历 简历 主要简历", "pl"),
    _label("learning", "参加学习情况 学习情况", "pl"),
    _label("awards", "奖励情况 获奖情况", "pl"),
    _label("deeds", "主要事迹和成效 主要事迹及成效 主要事迹", "l", "deeds"),
    _label("showcase_text", "宣传展示材料 感人事迹概括", "l", "showcase_text"),
    _label("unit_opinion", "本人所在单位推荐意见及感人事迹概括 单位推荐意见", "l", "unit_opinion"),
    *_OPINIONS,
    _label("other", _OTHER, "p"),
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
    _label("other", _OTHER, "p"),
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


def fields_of(paper: Paper) -> dict[str, Label]:
    """Return the labels of a paper by field."""
    return {label.field: label for label in PAPERS[paper]}
