"""An item to the draft of its record: what the forms say where it belongs, what is private nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from showcase.content.new_records import record_text
from showcase.content.values import with_middle_dots
from showcase.intake.items import Item
from showcase.intake.meaning import distinction_of, paragraphs_of, unit_and_post
from showcase.intake.secrets import cleaned, secrets_of
from showcase.intake.values import counts_in, days_in
from showcase.model.prefectures import prefectures_of
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Rulebook
from showcase.model.terms import Level
from showcase.model.vocabularies import name_of

FIELD_WORDS = {
    "name": "名称",
    "unit": "单位",
    "post": "职务",
    "hosts": "主办单位",
    "organisers": "承办单位",
    "co_organisers": "协办单位",
    "venue": "活动地点",
    "audience": "受益群体",
    "deeds": "主要事迹",
    "description": "基本情况",
    "showcase_text": "宣传展示材料",
    "unit_opinion": "单位推荐意见",
    "work_summary": "工作总结",
}
_BETWEEN_UNITS = re.compile(r"[、；;\n]|[，,](?=\S{4})")


@dataclass(frozen=True, slots=True)
class Call:
    """What is being taken in for: the notice, and the region and year that drafts lie under."""

    rulebook: Rulebook
    region: str
    year: int

    @property
    def level(self) -> Level:
        """Whose recommendation a packet asks for: a province's notice names its region, a city's none."""
        return Level.PROVINCIAL if self.rulebook.regions else Level.CITY


@dataclass(slots=True)
class Draft:
    """The file of a record, what was left out of it (field, kinds of facts), and notes for the editor."""

    text: str = ""
    left_out: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def draft_of(item: Item, call: Call, sender: str) -> Draft:
    """Return the draft of an item."""
    return _Drafting(item, call, sender, secrets_of([item])).done()


@dataclass(slots=True)
class _Drafting:
    item: Item
    call: Call
    sender: str
    secrets: frozenset[str]
    draft: Draft = field(default_factory=Draft)

    def done(self) -> Draft:
        """Put the file together."""
        item = self.item
        own = self._star() if item.kind == "star" else self._project()
        city = _city(self.call.region, item.unit, self.sender)
        front = {"name": self._clean("name", with_middle_dots(item.name)), **own, "city": city}
        front |= {
            "nominated_by": [self.sender] if self.sender else [],
            **self._media(),
            "honours": [self._honour()],
        }
        title, name = ("主要事迹", "deeds") if item.kind == "star" else ("基本情况", "description")
        sections = [(title, texts)] if (texts := self._paragraphs(name)) else []
        order = [key for key in _ORDER if key in front]
        self.draft.text = record_text(
            {key: front[key] for key in order}, self._paragraphs("showcase_text"), sections
        )
        return self.draft

    def _clean(self, name: str, text: str) -> str:
        found, kinds = cleaned(text, self.secrets)
        self.draft.left_out += [(name, kind) for kind in kinds if (name, kind) not in self.draft.left_out]
        return found

    def _one(self, name: str) -> str:
        return self._clean(name, " ".join(self.item.said(name).text.split("\n")))

    def _units(self, name: str) -> list[str]:
        parts = _BETWEEN_UNITS.split(self.item.said(name).text)
        return [self._clean(name, part.strip()) for part in parts if part.strip()]

    def _paragraphs(self, name: str) -> list[str]:
        texts = paragraphs_of(self.item, name)
        return [self._clean(name, text) for text in texts]

    def _star(self) -> dict[str, Any]:
        unit, post = unit_and_post(self.item)
        return {"unit": self._clean("unit", unit), "post": self._clean("post", post)}

    def _project(self) -> dict[str, Any]:
        days = days_in(self.item.said("started").text)
        return {
            "hosts": self._units("hosts"),
            "organisers": self._units("organisers"),
            "co_organisers": self._units("co_organisers"),
            "started": days[0] if days else "",
            "ended": days[1] if len(days) > 1 else "",
            "venue": self._one("venue"),
            "audience": self._one("audience"),
            "learners": list(self._learners()),
        }

    def _learners(self) -> Iterator[dict[str, str | int]]:
        said = self.item.said("learners")
        # the printed forms ask for 人次 or 次
        for row, has_year in counts_in(said.text, "人次", self.call.year - 1):
            if not has_year:
                self.draft.notes.append(f"参与人数没有写是哪一年的，暂记在 {self.call.year - 1} 年，请核对")
            yield row

    def _media(self) -> dict[str, Any]:
        # nobody but the editor can say what is to be seen: until then the check asks for it (photo-alt)
        photos = [
            {"file": each.file, "kind": str(each.kind), "alt": name_of(each.kind)}
            for each in self.item.pictures
            if each.file
        ]
        film = self.item.film
        return {"photos": photos, "video": {"file": film.file} if film and film.file else {}}

    def _honour(self) -> dict[str, Any]:
        kind = "百姓学习之星" if self.item.kind == "star" else "终身学习品牌项目"
        place = REGIONS[self.call.region].name if self.call.level is Level.PROVINCIAL else ""
        return {
            "year": self.call.year,
            "level": str(self.call.level),
            "title": f"{place}“{kind}”",
            "stage": "nominated",
            "distinction": str(distinction_of(self.item) or ""),
            "rulebook": self.call.rulebook.id,
        }


_KEYS = (
    "name unit post hosts organisers co_organisers city nominated_by started ended venue audience learners "
    "photos video honours"
)
_ORDER = tuple(re.findall(r"\w+", _KEYS))


def _city(region: str, *texts: str) -> str:
    """Return the prefecture that a unit or the sender names by its full name."""
    return next((name for text in texts for name in prefectures_of(region) if name in text), "")
