"""The words of argparse in Chinese: how a command is called, and what is wrong with a call."""

from __future__ import annotations

import argparse

_WORDS = {
    "usage: ": "用法：",
    "positional arguments": "要写的",
    "options": "选项",
    "show this help message and exit": "看这段说明",
    "%(prog)s: error: %(message)s\n": "不能继续：%(message)s。看说明：%(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "the following arguments are required: %s": "还要写 %s",
    "one of the arguments %s is required": "要写其中一个：%s",
    "not allowed with argument %s": "不能和 %s 一起写",
    "expected one argument": "后面还要写内容",
    "expected at least one argument": "后面还要写内容",
    "ignored explicit argument %r": "后面不写内容，这里写了 %r",
    "unrecognized arguments: %s": "没有这样的写法：%s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 没有写全，可以是 %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r，可以写 %(choices)s",
    "invalid %(type)s value: %(value)r": "不能写 %(value)r",
}


def speak_chinese() -> None:
    """Let argparse say its own sentences in Chinese. One that stands in no table stays English.

    It offers no other way: its sentences go through a function `_` of its module, made for gettext, which
    would choose the language by the machine's environment.
    """
    vars(argparse)["_"] = lambda sentence: _WORDS.get(sentence, sentence)
