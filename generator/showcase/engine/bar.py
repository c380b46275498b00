"""A bar at the foot of every preview page that says what is wrong with the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_BAR = (
    '<div role="alert" style="position:fixed;inset:auto 0 0;z-index:99;max-height:45vh;overflow:auto;'
    'padding:12px 20px;background:#7a1712;color:#fff;font-size:16px;line-height:1.6">'
    "<strong>资料有错误，这里是上一次正确的样子。改好后会自动更新。</strong>"
    '<pre style="margin:8px 0 0;white-space:pre-wrap;font:inherit">{}</pre></div>'
)


def with_bar(app: WSGIApplication, wrong: Callable[[], str]) -> WSGIApplication:
    """Return `app` that puts the bar on its HTML pages while `wrong()` says something."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def hear(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            said.append((status, headers))
            return lambda _data: None

        body = app(environ, hear)
        status, headers = said[0]
        if not (wrong() and ("Content-Type", "text/html") in headers):
            start_response(status, headers)
            return body
        page = _with_bar(b"".join(body), wrong())
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(page)))])
        return [page]

    return answer


def _with_bar(page: bytes, wrong: str) -> bytes:
    before, tag, after = page.rpartition(b"</body>")
    bar = _BAR.format(escape(wrong)).encode()
    return before + bar + tag + after if tag else page + bar
