"""The one door of interface wording: theme/words/zh.yml, or what an owner says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import yaml

from showcase.content.layout import theme_dir

SHIPPED = "zh.yml"


class Section:
    """The words of one part of the site: `ui.header.skip` is a plain text."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.__dict__.update(texts)

    def __getattr__(self, key: str) -> str:
        """Only asked for what is not there."""
        raise AttributeError(f"theme/words/{SHIPPED} 没有 {key}")


class Words:
    """All sections by name, read when first asked for.

    A process speaks one wording at a time, as with gettext: functions deep in `pages` ask for a word
    without being handed it. `speak` is called once at the beginning of a build.
    """

    def __getattr__(self, name: str) -> Section:
        """Return a section; the first time all of them become plain attributes."""
        if name.startswith("_") or name not in shipped():
            raise AttributeError(name)
        self.speak(())
        section: Section = self.__dict__[name]
        return section

    def speak(self, own: Iterable[tuple[str, str]]) -> None:
        """Say the shipped words, and the owner's where `own` has a pair (`header.skip`, text)."""
        texts = {name: dict(section) for name, section in shipped().items()}
        for path, text in own:
            name, _, key = path.partition(".")
            texts[name][key] = text
        self.__dict__.update({name: Section(section) for name, section in texts.items()})


ui: Final = Words()
"""The wording of this process. Templates know it by the same name."""


@cache
def shipped() -> Mapping[str, Mapping[str, str]]:
    """Return the shipped words by section and key. Ours, so no problem is expected in them."""
    text = (theme_dir() / "words" / SHIPPED).read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def spoken() -> dict[str, dict[str, str]]:
    """Return the words that are spoken now, by section and key, in the order of the shipped file."""
    return {name: dict(vars(getattr(ui, name))) for name in shipped()}
