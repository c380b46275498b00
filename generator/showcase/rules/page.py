"""Rules on hand-written pages: MkDocs publishes them as they are, so they are looked through here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from showcase.model.problem import Severity
from showcase.model.written import WrittenPage
from showcase.rules.facts import Facts
from showcase.rules.raw_html import Found, found_in, styles_in
from showcase.rules.registry import Finding, rule

_RECORD_KEY = re.compile(
    r"(unit|post|hosts|nominated_by|groups|honours|consent|candidates|learners|photos|records|first_day)\s*:"
)


@rule(
    "page-record",
    WrittenPage,
    severity=Severity.ERROR,
    manual="content/pages 只放网页的文字，不放人物、项目、活动、公示的资料：这里的文件不经过审核，"
    "会原样公开。",
    broken="content/pages/012-shen.md，开头写着 honours: [{stage: nominated, …}]",
    good="content/stars/2024/henan/012-shen.md",
)
def page_record(page: WrittenPage, _facts: Facts) -> Iterator[Finding]:
    """Find the front matter of a record at the top of a page."""
    for at, line in _front(page):
        if found := _RECORD_KEY.match(line):
            yield Finding(
                path=f"lines[{at}]",
                message=f"这像是一份资料（{found[1]}），放在这里会原样公开",
                fix="移到 content/stars、projects、events 等文件夹；网页开头只写 title",
            )
            return


def _front(page: WrittenPage) -> Iterator[tuple[int, str]]:
    """Yield the lines that MkDocs takes for data: between fences, or down to the first blank line."""
    fenced = bool(page.lines) and page.lines[0].rstrip() == "---"
    rest = list(enumerate(page.lines))[fenced:]
    if fenced:
        return takewhile(lambda pair: pair[1].rstrip() not in ("---", "..."), rest)
    return takewhile(lambda pair: pair[1].strip() != "", rest)


@rule(
    "page-foreign",
    WrittenPage,
    severity=Severity.ERROR,
    manual="网页和样式不从别的网站取图片、字体、影片：读者打开网页，就把自己的地址告诉了别的网站。链接不受限制。",
    broken="![合影](https://别的网站/a.jpg)",
    good="![合影](a.jpg)（图片放在 content/pages 里）",
)
def page_foreign(page: WrittenPage, facts: Facts) -> Iterator[Finding]:
    """Find what a browser would fetch from another host."""
    own = facts.settings.media_url.rstrip("/")
    for found in _found(page):
        if found.what == "load" and not (own and found.words.strip().startswith(f"{own}/")):
            yield Finding(
                path=_place(page, found.place),
                message=f"这里要从别的网站取东西：{found.words.strip()}",
                fix="把文件放进 content/pages，写它的文件名；只是指给读者看的，写成链接",
            )


@rule(
    "page-script",
    WrittenPage,
    severity=Severity.ERROR,
    manual="网页里不写 <script>、<iframe>、<form>、onclick 和 javascript: 链接。"
    "自己的程序用 extra_javascript 引入。",
    broken="[打开](javascript:open())",
    good="[打开](take-part.md)",
)
def page_script(page: WrittenPage, _facts: Facts) -> Iterator[Finding]:
    """Find what a browser would run."""
    for found in _found(page):
        if found.what == "run":
            yield Finding(
                path=_place(page, found.place),
                message=f"网页里不能写 {found.words}",
                fix="删去，用 Markdown 的写法；程序放进文件，用 mkdocs.yml 的 extra_javascript 引入",
            )


def _found(page: WrittenPage) -> Iterator[Found]:
    text = "\n".join(page.lines)
    if page.path.endswith(".md"):
        yield from found_in(text)
    elif page.path.endswith(".css"):
        yield from styles_in(text)


def _place(page: WrittenPage, index: int) -> str:
    line = "\n".join(page.lines).count("\n", 0, index)
    return f"lines[{line}]"
