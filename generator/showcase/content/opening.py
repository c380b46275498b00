"""Why a file that somebody named cannot be opened, in words that say what to do."""

from __future__ import annotations

_LEFTOVER = "~$"


def leftover(name: str) -> str:
    """Return what is wrong with what an office program leaves beside an open file, "" for any other name."""
    if not name.startswith(_LEFTOVER):
        return ""
    return f"{name} 是 Word、Excel、WPS 打开文件时留下的，里面没有内容，请写去掉 ~$ 的文件名。"


def why_not_opened(error: OSError) -> str:
    """Return why a file could not be read, with the cure, without a full stop."""
    if isinstance(error, FileNotFoundError):
        return "没有这个文件，请核对文件名和它在哪个文件夹"
    if isinstance(error, IsADirectoryError):
        return "这是文件夹，请写里面那个文件的名字"
    if isinstance(error, PermissionError):
        return "别的程序正开着它，或者没有权限，请先关掉那个程序（或者写的是文件夹，请写里面的文件）"
    return str(error.strerror)
