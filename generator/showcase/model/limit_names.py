"""What a notice may ask for: every limit by its dotted name, in Chinese, with its unit and meaning.

A rulebook may use these names and no other, so that a slip in a name is found instead of binding
nobody. docs/rulebooks.md prints this table; a quota is named `quota.<class of the body>.<kind>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LimitName:
    """A limit's dotted name, its Chinese label, the unit of its numbers ("" for none), its meaning."""

    name: str
    label: str
    unit: str
    meaning: str


_TABLE = """
star.candidates | 推介对象 | | 找什么样的人；values 是点名的人群
star.grass_roots | 向基层倾斜 | | values 是点名的单位
star.retired_preferred | 退休人员优先 | | 最好是退休后服务他人学习的
star.epidemic | 疫情中的志愿者和实干者 | | 特别看重的人
star.officials | 领导干部 | | 县处级以上领导干部推不推介
star.earlier_honours | 已有的荣誉 | | 已有相关荣誉称号的不推介；values 是算数的级别
star.honours_preferred | 受过表彰的优先 | | 与上一项相反：有这些级别荣誉的优先
star.earlier_stars | 往年入选的 | | 往年已是学习之星的不再推介；values 是算数的级别
star.earlier_nominations | 往年参加过的 | | 往年参加过征集推介、不论入选没有的不再推介
star.conduct | 品行 | | 对人的要求，由推荐单位把握
star.values_upheld | 方向 | | 同上
star.deeds_quality | 事迹 | | 同上
star.recognition | 群众认可 | | 同上
star.example | 带动他人 | | 同上
star.nationality | 国籍 | | values 是要求的国籍
star.record | 有无不良行为记录 | | 没有不良行为记录
star.students_and_teachers | 在校学生、在职教师 | | 推不推介；values 是点名的身份
star.forms | 填什么表 | 份 | values 是表名；low、high 是每张表交几份
star.showcase_text | 宣传展示材料 | 字 | 字数
star.deeds | 主要事迹 | 字 | 字数
star.unit_opinion | 单位意见和事迹概括 | 字 | 字数
star.opinions | 推荐意见 | | values 按签署的先后
star.agreement_of_form_and_register | 推介表和登记表是否一致 | | 人物的两张表内容一致
star.photos | 照片 | 张 | 张数
star.photo_kinds | 照片的种类 | | values 各要一张：id-photo、life、activity
star.id_photo | 证件照 | | values 是对证件照的要求：2寸、免冠、彩色
star.video | 短片 | | 要不要；values 是格式
star.video_minutes | 短片长度 | 分钟 | 时长
project.range | 推介范围 | | 找什么样的项目
project.grass_roots | 向基层倾斜 | | values 是点名的单位
project.preferred | 优先的项目 | | 优先推荐什么样的项目
project.earlier_projects | 往年入选的 | | 往年已是品牌项目的不再推介；values 是算数的级别
project.earlier_nominations | 往年参加过的 | | 往年参加过征集推介、不论入选没有的不再推介
project.values_upheld | 方向 | | 对项目的要求，由推荐单位把握
project.open_to_all | 面向社会 | | 同上
project.management | 组织管理 | | 同上
project.online | 线上线下 | | 同上
project.lasting | 持续和示范 | | 同上
project.benefit | 受益面 | | 同上
project.content | 项目内容 | | 同上
project.name | 名称 | | 不用单位、院校的名称
project.hosts | 举办单位 | | 什么样的单位可以举办
project.host_record | 举办单位有无不良记录 | | values 是查询的平台
project.host_conditions | 非学历项目另须符合 | | values 是另须符合的文件
project.running_years | 办了多久 | 年 | 算到 judged_on 为止
project.learners.people | 每年参与学习，人 | 人 | 不分线上线下；各项 learners 达到一项即可
project.learners.people_onsite | 每年参与学习，人（线下） | 人 | 只数线下
project.learners.visits | 每年参与学习，人次 | 人次 | 不分线上线下
project.learners.visits_onsite | 每年参与学习，人次（线下） | 人次 | 只数线下
project.learners.visits_online | 每年参与学习，人次（线上） | 人次 | 只数线上
project.learners.visits_both | 每年参与学习，人次（线上线下） | 人次 | 线上线下合计
project.participants | 参与人数 | | values 是写明参与人数的表
project.forms | 填什么表 | 份 | values 是表名；low、high 是每张表交几份
project.showcase_text | 宣传展示材料 | 字 | 字数
project.description | 基本情况 | 字 | 字数
project.opinions | 推荐意见 | | values 按签署的先后
project.agreement_of_form_and_register | 推介表和登记表是否一致 | | 项目的两张表内容一致
project.work_summary | 工作总结 | 字 | 字数
project.work_summary_copies | 工作总结的份数 | 份 | 交几份
project.photos | 照片 | 张 | 张数；数张、没有数字的只写 text
project.video | 短片 | | 要不要；values 是格式
project.video_minutes | 短片长度 | 分钟 | 时长
top.scope | 哪些算 | | 通知另加的条件；values 是级别
top.photos | 照片 | 张 | 张数
top.video | 短片 | | required 是必须有
top.photos_or_video | 照片或短片 | | 照片、短片有一样即可；这时 top.photos、top.video 都不必须
top.besides | 另外再交 | | 在基本材料之外另交；silent 时没有说是不是另外算
top.video_content | 短片内容 | | 短片拍什么
top.marked | 怎样注明 | | 在登记表备注里注明
top.technique.container | 短片格式 | | 只管最高类别的短片；values 是格式
top.technique.video_codec | 短片编码 | | 同上
top.technique.resolution | 短片分辨率 | | 同上
top.technique.frame_rate | 短片帧率 | | 同上
top.technique.minutes | 短片长度 | 分钟 | 同上
technique.container | 格式 | | 管所有短片；values 是格式
technique.video_codec | 编码 | | 同上
technique.resolution | 分辨率 | | 同上
technique.frame_rate | 帧率 | | 同上
technique.minutes | 长度 | 分钟 | 同上；和 video_minutes 不一致时从宽
results.provincial.star | 省级学习之星 | 名 | 计划的入选数：管决定，不管推荐
results.provincial.project | 省级品牌项目 | 个 | 同上
results.national | 推荐到全国 | | 从省级中怎样推荐到全国
submission.to | 交给谁 | | 收材料的单位
submission.electronic | 电子版和纸质版 | | 交电子版、盖章的纸质版
submission.collected_by | 由谁汇总 | | 谁收集、审核、提交
submission.order | 排列顺序 | | 登记表按什么顺序填
submission.register_copied | 登记表可以复制 | | 登记表不够时
submission.variety | 覆盖不同类型 | | 推荐的各件要覆盖不同类型
deadline.day | 截止日期 | | values 是日期（2022-08-22）；电子版、纸质版同一天
deadline.late | 逾期 | | 逾期怎样
announcement.days | 公示几天 | 天 | 天数
announcement.counted | 天数怎样计算 | | values 是 calendar 或 working；silent 时没有说
announcement.place | 在哪里公示 | | values 是网站
announcement.lists | 公示哪些名单 | | values 是级别
showing.channels | 展示渠道 | | 怎样宣传展示
week.theme | 活动主题 | | values 是主题
week.season | 举办时间 | | values 是首尾两个月份
week.one_province_one_week | 一省一周 | | 各省错时举办
week.opening | 全国总开幕式 | | 全国总开幕式
week.schedule | 各地安排表 | | 附表
week.special | 特色学习活动 | | 活动内容
week.regular | 常规学习活动 | | 活动内容
week.stars | 学习之星进校园、进社区、进企业 | | 活动内容
week.tours | 品牌项目巡展 | | 活动内容
week.digital | 数字赋能 | | 活动内容；values 是对界面和资源的要求
week.plan | 一省一案 | | 各省制订方案
week.cities | 市、县的活动周 | | 市（地、州）和有条件的县（市、区）
week.addressees | 发给哪些部门 | | values 是部门
reports.highlights | 特色亮点活动情况表 | | values 是报送日期
reports.highlights_columns | 特色亮点活动情况表的栏目 | | 附表
reports.summary | 活动开展情况汇总表 | | values 是报送日期
reports.summary_columns | 活动开展情况汇总表的栏目 | | 附表
reports.cases | 典型案例 | | 何时报送
"""


def _limit_name(line: str) -> LimitName:
    name, label, unit, meaning = (cell.strip() for cell in line.split("|"))
    return LimitName(name, label, unit, meaning)


KNOWN_LIMITS = {known.name: known for known in map(_limit_name, _TABLE.strip().splitlines())}
"""Every limit but quotas, by its dotted name, in the order of a notice."""

BODY_CLASSES = {
    "prefecture": "地市",
    "named-prefecture": "通知点名的设区市",
    "special-zone": "示范区、航空港区",
    "province-managed-county": "省直管县（市）",
    "county": "县（市、区）",
    "community-education-zone": "社区教育示范区、实验区",
    "school": "学校",
    "provincial-centre": "省级指导中心",
    "unit": "有关单位",
    "any": "各单位",
}
"""Classes of recommending bodies (content/bodies.yml); "any": all that the notice does not name apart."""

QUOTA_KINDS = {
    "star": "学习之星",
    "project": "品牌项目",
    "top_star": "事迹特别感人的",
    "top_project": "特别受百姓喜爱的",
    "either": "学习之星和品牌项目合计",
}
"""What a quota counts; "either": stars and projects together."""

_QUOTA = re.compile(rf"quota\.([a-z][a-z0-9-]*)\.({'|'.join(QUOTA_KINDS)})")


def quota_of(name: str) -> tuple[str, str] | None:
    """Return (class, kind) of a quota's name, or None."""
    found = _QUOTA.fullmatch(name)
    return (found[1], found[2]) if found else None


def label_of(name: str) -> str:
    """Return the Chinese label of a limit; "" for a name that is not known."""
    if quota := quota_of(name):
        return f"{BODY_CLASSES.get(quota[0], quota[0])}（{QUOTA_KINDS[quota[1]]}）"
    return KNOWN_LIMITS[name].label if name in KNOWN_LIMITS else ""


def unit_of(name: str) -> str:
    """Return the unit of a limit's numbers, "" for none."""
    if quota := quota_of(name):
        return "个" if quota[1] in ("project", "top_project", "either") else "名"
    return KNOWN_LIMITS[name].unit if name in KNOWN_LIMITS else ""
