"""What is asked for each kind of record, in which order, in which words."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from showcase.desk.beginning.forms import ENTER, Ask, Form, Said
from showcase.desk.beginning.tables import TABLES
from showcase.desk.beginning.week_questions import WEEK
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES, HONOUR_TITLES, Asset, EventKind, Level, PhotoKind

When = Callable[[Said, datetime.date], bool]


def _approved(said: Said, _today: datetime.date) -> bool:
    return bool(said.get("approved") == "true")


def _has(*kinds: PhotoKind) -> When:
    return lambda said, _today: any(photo.get("kind") in kinds for photo in said.get("photos", ()))


def _has_film(said: Said, _today: datetime.date) -> bool:
    return "video" in said


def _is_over(said: Said, today: datetime.date) -> bool:
    return str(said.get("date", "")) <= today.isoformat()


def _is_ahead(said: Said, today: datetime.date) -> bool:
    return not _is_over(said, today)


def _needs_region(said: Said, _today: datetime.date) -> bool:
    return not said.get("records")


def title_of(kind: str, said: Said) -> str:
    """Return the usual title: an honour's from level and kind, an event's, its kind and place."""
    if kind == "events":
        return "：".join(filter(None, (EVENT_NAMES[EventKind(said["kind"])], said.get("place", ""))))
    whose = {Level.NATIONAL: "全国", Level.PROVINCIAL: REGIONS[said["region"]].name}
    place = whose.get(Level(said["level"]), said.get("city", ""))
    title = HONOUR_TITLES[kind.removesuffix("s")]
    return f"{place}“{title}”"


def _title(kind: str) -> Callable[[Said], str]:
    return lambda said: title_of(kind, said)


def _permission(asset: Asset, what: str, when: When) -> tuple[Ask, ...]:
    path = f"consent.{asset}"
    return (
        Ask(path, "", when),
        Ask(
            f"{path}.date",
            f"{what}：同意书哪天签的？如 2026-03-12；没有签就直接回车，那一项不公开",
        ),
        Ask(f"{path}.evidence", "同意书的编号？如 同意书2026-012，办公室里那份纸的编号，不写姓名"),
        Ask(f"{path}.until", "同意到哪一天为止？如 2031-03-12；没有期限就直接回车"),
        Ask(f"{path}.covers", f"同意书特别写明了哪几样？写号码，几样用“、”隔开；{ENTER}"),
    )


_PHOTO = (
    Ask("photos", ""),
    Ask("photos.from", "照片文件在电脑的哪里？如 D:/照片/沈玉兰.jpg；没有（没有别的了）就直接回车"),
    Ask("photos.kind", "是哪种照片？写号码，如 1"),
    Ask("photos.alt", "说给看不见的人听，照片里有什么？如：白发老人捧着书，身后是书架"),
    Ask("photos.caption", f"图下写一句什么？如 2023年秋，在县图书馆。{ENTER}"),
    Ask("photos.minors", f"认得出孩子吗？认得出写 是，如：是；{ENTER}"),
)
_FILM = (
    Ask("video", ""),
    Ask("video.from", f"短片文件在电脑的哪里？如 D:/短片.mp4；{ENTER}"),
    Ask("video.title", f"片名？如 楼梯间的灯；{ENTER}"),
)
_PORTRAIT = _has(PhotoKind.PORTRAIT, PhotoKind.ID_PHOTO)
_LIFE = _has(PhotoKind.LIFE, PhotoKind.ACTIVITY)


def _whose(name: str, example: str) -> tuple[Ask, ...]:
    return (
        Ask("year", "哪一年推介的？如 2026"),
        Ask("region", "哪个地区？写名称或代号，如 河南 或 henan"),
        Ask("name", f"{name}？如 {example}"),
    )


def _honour(kind: str) -> tuple[Ask, ...]:
    return (
        Ask("nominated_by", f"推荐单位？如 青柳县教育局，几个用“、”隔开；{ENTER}"),
        Ask("level", "哪一级推介的？写号码，如 2"),
        Ask("title", "称号怎样写？照文件，如 河南省“百姓学习之星”", default=_title(kind)),
        Ask("rulebook", f"按哪份通知？写 content/rulebooks/ 里的文件名，如 henan-2024；{ENTER}"),
        Ask("approved", "已经批准公布了吗？写 是 或 否，如：是"),
        Ask("document", "正式文件的文号？如 示例教〔2026〕85号", _approved),
        Ask("date", "正式文件是哪一天的？如 2026-06-26", _approved),
    )


_TEXT = Ask("text", "宣传展示材料：一行一段，如：她退休以后……；写完了再按一次回车")
_CONSENT = (
    Ask("consent", ""),
    *_permission(Asset.TEXT, "姓名、单位和文字", lambda _said, _today: True),
    *_permission(Asset.PORTRAIT, "肖像", _PORTRAIT),
    *_permission(Asset.PHOTOS, "生活照、活动照", _LIFE),
    *_permission(Asset.VIDEO, "短片", _has_film),
)

STAR = (
    *_whose("姓名", "沈玉兰"),
    Ask("unit", "单位？照公布的文件写，如 青柳县城关镇桥头社区"),
    Ask("post", f"职业、身份一句话？如 退休挡车工；{ENTER}"),
    Ask("city", f"哪个地市？写全称，如 郑州市；{ENTER}"),
    Ask("groups", f"属于哪些人群？写号码，几样用“、”隔开，如 1；{ENTER}"),
    *_honour("stars"),
    Ask("quote", f"自己说的一句话？如 字认得慢不要紧，我有的是晚上。{ENTER}"),
    _TEXT,
    *_PHOTO,
    *_FILM,
    *_CONSENT,
)
PROJECT = (
    *_whose("项目名称", "楼梯间读书会"),
    Ask("hosts", "主办单位？如 青柳县教育局，几个用“、”隔开"),
    Ask("organisers", f"承办单位？如 桥头社区，几个用“、”隔开；{ENTER}"),
    Ask("city", f"哪个地市？写全称，如 郑州市；{ENTER}"),
    Ask("started", f"什么时候开始的？如 2016-09 或 2016；{ENTER}"),
    Ask("venue", f"在哪里、什么时候？如 桥头社区楼梯间，每周三晚；{ENTER}"),
    Ask("audience", f"面向谁？如 社区居民；{ENTER}"),
    Ask("how_to_join", f"怎样参加？如 当天直接来；{ENTER}"),
    *_honour("projects"),
    _TEXT,
    *_PHOTO,
    *_FILM,
    *_CONSENT,
)
EVENT = (
    Ask("kind", "哪种活动？写号码，如 2"),
    Ask("date", "哪一天？如 2026-09-12"),
    Ask("place", "在哪里？如 青柳县第二小学报告厅"),
    Ask("records", f"讲的是谁？写地址，如 stars/2024/henan/012，几个用“、”隔开；{ENTER}"),
    Ask("attendance", "", _is_over),
    Ask("attendance.count", "来了多少？只写数字，如 138；没有数（没有别的了）就直接回车"),
    Ask("attendance.unit", "是人，还是人次？写号码，如 1（一个人来几次算一个，是人；来一次算一次，是人次）"),
    Ask("attendance.mode", "线下还是线上？写号码，如 1"),
    Ask("voices", "", _is_over),
    Ask("voices.text", "听众的原话？如 我也要读完这本书。没有（没有别的了）就直接回车"),
    Ask("voices.who", "说话的人的身份？如 五年级学生，不写孩子的名字"),
    *_PHOTO,
    Ask("consent", "", lambda said, _today: "photos" in said),
    *_permission(Asset.PHOTOS, "照片", _LIFE),
    Ask("region", "哪个地区办的？写名称或代号，如 河南 或 henan", _needs_region),
    Ask("title", "标题？如 沈玉兰走进青柳县第二小学", default=_title("events")),
    Ask("how_to_join", f"怎样参加？如 当天直接来；{ENTER}", _is_ahead),
    Ask("text", "经过：一行一段，如：五年级三个班坐在报告厅里……；写完了再按一次回车"),
)

FORMS = {
    "star": Form("stars", "百姓学习之星", TABLES["stars"], STAR),
    "project": Form("projects", "终身学习品牌项目", TABLES["projects"], PROJECT),
    "week": Form("weeks", "一个地方的活动周", TABLES["weeks"], WEEK),
    "event": Form("events", "一次活动", TABLES["events"], EVENT),
}
"""The forms of `showcase new`, by the word that names them there."""
