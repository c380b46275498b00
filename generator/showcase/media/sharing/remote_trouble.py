"""What goes wrong with a store elsewhere, in one plain sentence without secrets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_WORDS = (
    (("HostKeyNotVerifiable",), "不认识这台主机的密钥：先用 ssh 登录一次核对，或用 known_hosts= 指明"),
    (
        ("PermissionError", "PermissionDenied", "NoCredentialsError", "ClientAuthError", "KeyImportError"),
        "没有权限：核对账号、密钥",
    ),
    (("Timeout", "TimedOut"), "太久没有回音：核对网络，稍后再试"),
    (
        ("Connect", "EndpointConnection", "Disconnect", "gaierror", "ConnectionLost", "BrokenPipe"),
        "连不上：核对网址和网络，稍后再试",
    ),
    (
        ("FileNotFoundError", "NoSuchBucket", "ResourceNotFound"),
        "那里没有这个文件夹或存储桶：核对网址，先建好它",
    ),
)

_REFUSED = (401, 403)
"""What HTTP answers to strangers."""


class StoreTrouble(Exception):  # noqa: N818 - reads as the sentence that it prints
    """A store elsewhere cannot be used; the message is a Chinese sentence with the cure."""


@contextmanager
def plainly(shown: str) -> Iterator[None]:
    """Turn whatever a store's client raises into StoreTrouble. Its own words may hold secrets: not told."""
    try:
        yield
    except (StoreTrouble, ModuleNotFoundError):
        raise
    except Exception as error:
        raise StoreTrouble(f"存储 {shown} 用不了：{_reason(error)}") from None


def _reason(error: BaseException) -> str:
    """Return why, by the names of the error, its causes and their kinds."""
    names = list(_names(error))
    if getattr(error, "status_code", 0) in _REFUSED:
        names.append("PermissionError")
    for signs, words in _WORDS:
        if any(sign in name for sign in signs for name in names):
            return words
    strerror = getattr(error, "strerror", None)
    return f"{strerror or type(error).__name__}，稍后再试；仍不行时交给负责技术的人"


def _names(error: BaseException) -> Iterator[str]:
    seen: BaseException | None = error
    while seen is not None:
        yield from (kind.__name__ for kind in type(seen).__mro__ if kind not in (OSError, Exception))
        seen = seen.__cause__ or seen.__context__
