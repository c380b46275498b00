"""What is asked for an activity week: who holds it, its opening and its days, and what came of it."""

from __future__ import annotations

import datetime

from showcase.desk.beginning.forms import ENTER, Ask, Said
from showcase.model.terms import WeekStatus


def _was_held(said: Said, today: datetime.date) -> bool:
    last = str(said.get("end", ""))
    return said.get("status") == WeekStatus.HELD or (len(last) == 10 and last < today.isoformat())


WEEK = (
    Ask("year", "哪一年的活动周？如 2026"),
    Ask("region", "哪个地区？写名称或代号，如 河南 或 henan"),
    Ask("city", "是一个市自己的，写市的拼音，如 zhengzhou；全省的直接回车"),
    Ask("start", "哪一天开始？如 2026-06-17，只知道月份写 2026-06；还不知道就直接回车"),
    Ask("end", "哪一天结束？如 2026-06-23；还不知道就直接回车"),
    Ask("status", "现在到哪一步了？写号码，如 1", default=lambda _said: "拟办"),
    Ask("theme", "自己的主题？如 学习点亮生活；和全国的一样就直接回车"),
    Ask("subtitle", f"副题？如 中原灯火，夜夜有书声；{ENTER}"),
    Ask("hosts", f"主办单位？如 河南省教育厅，几个用“、”隔开；{ENTER}"),
    Ask("organisers", f"承办单位？如 郑州市教育局，几个用“、”隔开；{ENTER}"),
    Ask("co_organisers", f"协办单位？如 郑州市图书馆，几个用“、”隔开；{ENTER}"),
    Ask("with", f"省和市联合办的，另一方是谁？如 郑州市；{ENTER}"),
    Ask("venues", f"主要地点？如 郑州市图书馆，几个用“、”隔开；{ENTER}"),
    Ask("live", f"从哪里看直播？如 河南教育电视台；{ENTER}"),
    Ask("programme", ""),
    Ask("programme.what", "日程，一项一项写，第一项写开幕式，如 开幕式；没有（没有别的了）就直接回车"),
    Ask("programme.date", "这一项是哪一天？如 2026-06-17；不知道就直接回车"),
    Ask("programme.time", "几点？如 9:30；不知道就直接回车"),
    Ask("programme.place", "在哪里？如 郑州市图书馆报告厅；不知道就直接回车"),
    Ask("programme.mode", "线下还是线上？写号码，如 1；不知道就直接回车"),
    Ask("attendance", "", _was_held),
    Ask("attendance.count", "来了多少？只写数字，如 5200；没有数（没有别的了）就直接回车"),
    Ask("attendance.unit", "是人，还是人次？写号码，如 1（一个人来几次算一个，是人；来一次算一次，是人次）"),
    Ask("attendance.mode", "线下还是线上？写号码，如 1"),
    Ask(
        "highlights",
        f"亮点，一条一句话，如 百名学员同读一本书；几条用“；”隔开，{ENTER}",
        _was_held,
        between="；;",
    ),
    Ask("next_host", f"下一届由谁接着办？如 洛阳市；{ENTER}", _was_held),
    Ask("text", "介绍：一行一段，如：今年的活动周……；写完了再按一次回车"),
)
