"""20,000 records whose texts are as hard to index as real ones: the corpus of the search tests and benches.

Words: 130 of grammar and 330 of the field, written here, and 6,000 others out of pypinyin's dictionary, all drawn
Zipf-like; each record leans to the words of one of 60 subjects, one clause in seven is a formula of the field. Names,
places, bodies, years differ. `density` measures what gzip needs for a character: 1.3 bytes (natural Chinese: 1.2 to
1.5), so the texts are no easier than real ones.

"277 字 in the mean and 3,000 字 in one record of twenty" can be read in two ways, and both are measured: the mean of all
texts, the long ones among them (ALL_277: the others then have about 130 字), or of the others alone (SHORT_277: then all
have 427 in the mean).
"""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from pypinyin.phrases_dict import phrases_dict

from showcase.model.address import RecordAddress
from showcase.model.library import Showcase
from showcase.model.parts import Honour, Section
from showcase.model.records import Project, Record, Star
from showcase.model.terms import Distinction, Group, Level, Stage

_GRAMMAR_WORDS = """的 了 在 和 是 他 她 一 为 与 上 对 中 也 把 从 都 到 就 以 并 等 还 让 用 将 于 有 不 这 又 后 个 前 向 被 给 通过 进行
自己 大家 我们 他们 她们 以及 不断 始终 坚持 先后 积极 已经 成为 之后 同时 其中 每天 每周 每年 多年 一直 从此 因为 所以 为了 随着 虽然 但是 只要 就能 而且
不仅 更是 从不 常常 总是 主动 带领 帮助 开展 参加 组织 利用 结合 围绕 根据 如今 目前 当年 那时 后来 终于 再次 第一次 一个 一位 一名 一批 许多 更多 各类 全部 人们 孩子们
老人们 居民们 学员们 时候 时间 生活 工作 地方 问题 方面 过程 方式 情况 作用 能力 之间 之中 以来 以上 左右 年来 左邻右舍"""
_FIELD_WORDS = """学习 终身学习 全民终身学习 社区 教育 社区教育 老年 老年教育 老年大学 开放大学 社区学院 学习型社会 学习型城市 学习之星 百姓学习之星 品牌项目 终身学习品牌项目 活动周 全民阅读
读书 读书会 阅读 图书 图书馆 农家书屋 文化馆 文化站 文化 传统文化 非遗 非遗传承 传承 传承人 剪纸 刺绣 书法 绘画 国画 摄影 摄影班 合唱 合唱团 舞蹈 太极拳 戏曲 豫剧 秦腔 古筝 二胡
手工 手艺 木工 陶艺 竹编 编织 茶艺 烘焙 花艺 中医 养生 健康 急救 心理 心理健康 家庭 家庭教育 亲子 隔代教育 家长 家长学校 青少年 儿童 妇女 残疾人 退役军人 新市民 农民 农民工 职工
技能 技能培训 职业技能 职业教育 就业 创业 电商 直播 短视频 智能手机 手机 数字 数字素养 数字生活 网络 网课 线上 线下 线上线下 混合教学 线上线下混合教学 平台 资源 课程 课程资源 课堂
大讲堂 讲座 微课 慕课 教材 教学 教学点 教室 学员 学习者 学习圈 学习小组 学习共同体 志愿者 志愿服务 志愿者队伍 讲师 讲师团 教师 辅导员 领读人 带头人 能手 工匠 劳模 技师 高级技师 党员
支部 居委会 村委会 街道 社区居民 居民 群众 老人 老年人 银发 夕阳 邻里 邻居 楼道 楼栋 小区 广场 乡村 乡村振兴 乡村学堂 田间 田间学校 果园 大棚 种植 养殖 合作社 农技 农技员 车间
班组 工厂 企业 培训 培训班 实训 基地 实践 实践基地 研学 博物馆 纪念馆 红色 红色文化 宣讲 宣讲员 理论 政策 法律 普法 环保 垃圾分类 科普 科技 安全 消防 交通 治理 基层治理 服务
公共服务 为民服务 便民 惠民 普惠 公益 公益课堂 扫盲 夜校 市民夜校 学堂 银发学堂 书屋 书院 书房 书香 书香家庭 书香社区 学分银行 学历 学历提升 专科 本科 自考 函授 毕业 证书 成绩
成果 成效 特色 品牌 模式 机制 经验 案例 示范 示范区 推广 辐射 覆盖 参与 参与率 满意度 获得感 幸福感 风采 故事 事迹 精神 力量 榜样 引领 带动 创新 融合 共建 共享 协同 联动
整合 阵地 队伍 制度 规划 方案 项目 活动 活动室 展演 展示 比赛 竞赛 沙龙 论坛 分享 交流 笔记 练习册 作业 作品 诗歌 散文 小说 日记 字典 拼音 普通话 英语 电脑 打字 上网
挂号 扫码 支付 防诈骗 反诈 理财 急诊 护理 月嫂 家政 烹饪 面点 缝纫 美容 理发 维修 电工 焊工 叉车 驾驶 无人机 编程 人工智能 大数据 城乡 县域 城市 乡镇 村庄 山区"""
_GRAMMAR, _FIELD = _GRAMMAR_WORDS.split(), _FIELD_WORDS.split()
_FORMULAS = """活到老，学到老|让学习成为一种生活方式|构建服务全民终身学习的教育体系|打造人人皆学、处处能学、时时可学的学习环境|全民终身学习活动周期间
在当地产生了良好的社会反响|受到了广大居民的一致好评|被评价为身边看得见的学习榜样|以实际行动践行终身学习理念|用知识改变命运|把课堂搬到居民家门口|线上线下混合教学
送教上门|每周二、周五晚上七点准时开课|累计开展活动{n}余场|服务居民{n}人次|培训学员{n}余名|带动{n}户家庭参与|自{y}年以来|从{y}年起|先后投入经费{n}万元
覆盖全县{n}个乡镇|建成教学点{n}个|开发课程{n}门|志愿者队伍发展到{n}人|年均参与学习{n}人次|{p}的乡亲们都认识他|在{p}{q}的小院里|{p}教育局大力支持下|与{p}老年大学合作
{p}{q}社区居民{k}说|学员{k}感慨地说|在{k}的带领下|和{k}一起备课|形成了可复制、可推广的经验|充分发挥示范引领作用|不断提升居民的获得感、幸福感|聚焦一老一小|打通服务群众最后一公里
做到了月月有主题、周周有活动|坚持需求导向|整合辖区单位的资源|实现了从要我学到我要学的转变|为建设学习型社会贡献力量|老有所学、老有所为、老有所乐|把冷板凳坐热|白天干活，晚上看书
笔记记了满满{n}本|读过的书超过{n}册|三十年如一日|风雨无阻|学以致用|教学相长|薪火相传|推动乡村振兴|助力基层治理|丰富精神文化生活""".replace(
    "\n", "|"
).split("|")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解查区䶮"
_GIVEN = "玉兰秀英桂芳建国志强丽华明德文海春燕小满永福德山望潮阿守田庆晓梅长青立夏白露清和军平刚勇杰涛鹏浩宇欣怡佳慧婷雪琴云霞凤珍莲菊红艳静敏洁磊斌峰林森波涌泉松柏成东南北忠义礼信智仁良善美真𬭎㛃"
_LAND = "青柳白河南湖桥头石门长堤东关西岭北塘沙枣竹溪云台松川芦汀屿平湾金水银滩古渡新丰永安太和清源凤鸣龙泉宝塔临江望海双峰三元九龙"
_REGIONS = (
    "henan", "hebei", "shanxi", "shaanxi", "jilin", "liaoning", "zhejiang", "jiangsu", "fujian", "sichuan",
    "gansu", "xinjiang", "guangdong", "hunan", "hubei", "shandong", "anhui", "yunnan", "beijing", "shanghai",
)  # fmt: skip
_TOPICS = (
    "阅读",
    "书画",
    "手艺",
    "农技",
    "音乐",
    "数字生活",
    "健康",
    "家庭教育",
    "非遗",
    "科普",
    "就业",
    "法律",
)
_POSTS = (
    "退休教师",
    "农技推广员",
    "退休工人，读书会领读人",
    "社区工作者",
    "车间班长、高级技师",
    "乡村医生",
    "种植户",
    "",
)
_BODIES = (
    "开放大学",
    "社区学院",
    "老年大学",
    "文化馆",
    "图书馆",
    "农业广播电视学校",
    "职业教育中心",
    "教育局",
)
_SUBJECTS, _FIRST_YEAR, _YEARS, _LONG, _LONG_EVERY = 60, 2015, 11, 3000, 20
ALL_277, SHORT_277 = 110, 277
"""字 asked for of a short text: clauses end later, so that 277 is the mean of all, or of the short ones."""


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the words, the most frequent first: grammar, then the field's among 6,000 others."""
    draw = np.random.default_rng(11)
    others = sorted(word for word in phrases_dict if 2 <= len(word) <= 4 and word.isalpha())
    short = [word for word in others if len(word) == 2]
    longer = [word for word in others if len(word) > 2]
    mixed = [short[n] for n in draw.permutation(len(short))[:4800]]
    mixed += [longer[n] for n in draw.permutation(len(longer))[:1200]]
    rank = np.concatenate([draw.random(len(_FIELD)) * 1500, draw.random(len(mixed)) * 6500])
    ordered = [[*_FIELD, *mixed][n] for n in np.argsort(rank, kind="stable")]
    return (*_GRAMMAR, *ordered)


class _Writer:
    """Draws words by the million and hands them out."""

    def __init__(self, seed: int) -> None:
        self.draw = np.random.default_rng(seed)
        self.words = vocabulary()
        weights = 1 / (np.arange(len(self.words)) + 3.0)
        self.edges = np.cumsum(weights / weights.sum())
        self.subjects = self.draw.integers(len(_GRAMMAR), len(self.words), (_SUBJECTS, 240))
        self.at, self.common, self.leaning, self.kind = 0, [0], [0], [0.0]

    def number(self, below: int) -> int:
        return int(self.draw.integers(below))

    def word(self, subject: int) -> str:
        """Return the next word: one in four of the record's subject."""
        if self.at == len(self.common):
            size = 1 << 18
            self.common = np.minimum(
                np.searchsorted(self.edges, self.draw.random(size)), len(self.words) - 1
            ).tolist()
            self.leaning = (240 ** self.draw.random(size)).astype(int).tolist()
            self.kind, self.at = self.draw.random(size).tolist(), 0
        here, self.at = self.at, self.at + 1
        if self.kind[here] < 0.25:
            return self.words[self.subjects[subject, self.leaning[here] - 1]]
        return self.words[self.common[here]]

    def person(self) -> str:
        return _SURNAMES[int(self.number(len(_SURNAMES)) * self.draw.random())] + "".join(
            _GIVEN[self.number(len(_GIVEN))] for _ in range(1 + (self.draw.random() < 0.85))
        )

    def place(self, end: str) -> str:
        return "".join(_LAND[self.number(len(_LAND))] for _ in range(2)) + end

    def clause(self, subject: int) -> str:
        if self.number(7) == 0:
            formula = _FORMULAS[int(self.number(len(_FORMULAS)) * self.draw.random() ** 0.5)]
            if "{" not in formula:
                return formula
            return formula.format(
                n=self.number(900) + 3,
                y=_FIRST_YEAR - self.number(12),
                p=self.place("县"),
                q=self.place("镇"),
                k=self.person(),
            )
        return "".join(self.word(subject) for _ in range(3 + self.number(7)))

    def text(self, subject: int, size: int) -> str:
        """Return clauses of `size` characters and a few more."""
        parts, length = [], 0
        while length < size:
            parts.append(self.clause(subject))
            parts.append("。" if self.number(4) == 0 else "，")
            length += len(parts[-2]) + 1
        return "".join(parts[:-1]) + "。"


@cache
def showcase(count: int = 20_000, asked: int = ALL_277) -> Showcase:
    """Return a showcase of `count` records, two of three of them stars; always the same."""
    writer = _Writer(2024)
    records = [_record(writer, number, asked) for number in range(count)]
    stars = tuple(record for record in records if isinstance(record, Star))
    return Showcase(stars=stars, projects=tuple(record for record in records if isinstance(record, Project)))


def _record(writer: _Writer, number: int, asked: int) -> Record:
    year = _FIRST_YEAR + number % _YEARS
    region = _REGIONS[number // _YEARS % len(_REGIONS)]
    serial = f"{number // (_YEARS * len(_REGIONS)) + 1:03}"
    subject = writer.number(_SUBJECTS)
    size = max(60, round(writer.draw.normal(asked - 6, 60)))
    texts = tuple(writer.text(subject, size // 2) for _ in range(2))
    sections: tuple[Section, ...] = ()
    if number % _LONG_EVERY == 7:
        paragraphs = [writer.text(subject, 150 + writer.number(300)) for _ in range(_LONG // 300)]
        sections = (Section("主要事迹", "\n\n".join(paragraphs)),)
    county = writer.place("县")
    if number % 3:
        return _star(writer, RecordAddress("stars", year, region, serial), county, texts, sections)
    return _project(writer, RecordAddress("projects", year, region, serial), county, texts, sections)


def _honours(writer: _Writer, year: int, title: str) -> tuple[Honour, ...]:
    level = (Level.COUNTY, Level.CITY, Level.PROVINCIAL, Level.PROVINCIAL, Level.NATIONAL)[writer.number(5)]
    distinction = Distinction.MOST_MOVING if writer.number(40) == 0 else None
    document = f"示例教〔{year}〕{writer.number(99) + 1}号"
    day = datetime.date(year, 9, 6)
    return (
        Honour(
            year=year,
            level=level,
            title=title,
            stage=Stage.APPROVED,
            distinction=distinction,
            document=document,
            date=day,
        ),
    )


def _star(
    writer: _Writer,
    address: RecordAddress,
    county: str,
    texts: tuple[str, ...],
    sections: tuple[Section, ...],
) -> Star:
    return Star(
        address=address,
        name=writer.person(),
        unit=county + writer.place("镇") + writer.place("社区"),
        post=_POSTS[writer.number(len(_POSTS))],
        nominated_by=(county + "教育局",),
        groups=(list(Group)[writer.number(len(Group))],),
        topics=(_TOPICS[writer.number(len(_TOPICS))],),
        showcase_text=texts,
        sections=sections,
        honours=_honours(
            writer, address.year, "新时代“百姓学习之星”" if address.year > 2022 else "百姓学习之星"
        ),
    )


def _project(
    writer: _Writer,
    address: RecordAddress,
    county: str,
    texts: tuple[str, ...],
    sections: tuple[Section, ...],
) -> Project:
    idea = (
        writer.words[len(_GRAMMAR) + writer.number(3000)] + writer.words[len(_GRAMMAR) + writer.number(400)]
    )
    return Project(
        address=address,
        name=(county, "", "“")[writer.number(3)]
        + idea
        + ("学堂", "读书会", "计划", "行动", "大讲堂")[writer.number(5)],
        hosts=(county + _BODIES[writer.number(len(_BODIES))],),
        started=address.year - writer.number(8),
        topics=tuple({_TOPICS[writer.number(len(_TOPICS))]: 0, _TOPICS[writer.number(len(_TOPICS))]: 0}),
        showcase_text=texts,
        sections=sections,
        honours=_honours(
            writer, address.year, "新时代“终身学习品牌项目”" if address.year > 2022 else "终身学习品牌项目"
        ),
    )


def texts_of(record: Record) -> Iterator[str]:
    """Yield the paragraphs of a record."""
    yield from record.showcase_text
    for section in record.sections:
        yield from section.markdown.split("\n\n")


def density(records: Sequence[Record]) -> float:
    """Return the bytes that gzip -9 needs for a character of all texts, one after another."""
    text = "\n".join(text for record in records for text in texts_of(record))
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return (len(packer.compress(text.encode())) + len(packer.flush())) / len(text)
