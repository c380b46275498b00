"""Chinese names of what a notice may ask for, by the names of its limits."""

GROUPS = {
    "star": "百姓学习之星",
    "project": "终身学习品牌项目",
    "top": "事迹特别感人、特别受百姓喜爱的",
    "technique": "短片的技术要求",
    "quota": "可以推荐多少",
    "submission": "怎样交",
    "deadline": "什么时候交",
    "announcement": "公示",
    "showing": "怎样展示",
}

_WORDS = """
candidates 推介对象
officials 领导干部
earlier_honours 已有的荣誉
earlier_stars 往年入选的
earlier_projects 往年入选的
conduct 品行
deeds_quality 事迹
recognition 群众认可
example 带动他人
nationality 国籍
record 有无违法违纪
host_record 举办单位有无违法违纪
students_and_teachers 在校师生
forms 填什么表
form 推介表
register 登记表
showcase_text 宣传展示材料
deeds 主要事迹
description 基本情况
work_summary 工作总结
unit_opinion 单位意见
opinions 推荐意见
photos 照片
photo_kinds 照片的种类
video 短片
video_minutes 短片长度
video_content 短片内容
marked 怎样注明
container 格式
video_codec 编码
resolution 分辨率
frame_rate 帧率
minutes 长度
range 推介范围
values_upheld 方向
open_to_all 面向社会
management 组织管理
online 线上线下
content 项目内容
name 名称
hosts 举办单位
running_years 办了多久
learners 每年参与学习
visits 人次
visits_both 线上线下人次
participants 参与人数
prefecture 地市
school 学校
star 学习之星
project 品牌项目
top_star 特别感人的
top_project 特别受喜爱的
electronic 电子版和纸质版
collected_by 由谁汇总
order 排列顺序
agreement_of_form_and_register 两张表是否一致
day 截止日期
late 逾期
days 公示几天
counted 天数怎样计算
place 在哪里公示
lists 公示哪些名单
channels 展示渠道
"""

LABELS = dict(line.split() for line in _WORDS.splitlines() if line)
"""Names of limits in a notice's own words; a name that is not here shows its sentence alone."""
