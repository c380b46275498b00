"""The 单独同意书 on paper: one A4 page for an adult, one for a guardian and a child.

Short words on purpose: a person of 80 and a child of 12 are to understand what they sign. The boxes are
the assets and the sensitive matters of model/terms.py, one by one: what is not ticked is not consented to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.content.papers import paper
from showcase.model.records import Project, Record
from showcase.model.settings import Settings
from showcase.model.terms import Asset, Sensitive

ADULT: Mapping[Asset, str] = {
    Asset.TEXT: "文字：我的姓名、单位和故事",
    Asset.PORTRAIT: "肖像：看得清我面容的照片",
    Asset.PHOTOS: "照片：我生活、活动的照片",
    Asset.VIDEO: "视频：拍我的短片",
    Asset.VOICE: "声音：我的录音、故事的朗读",
    Asset.KIT: "课堂资料包：给学校、社区下载了讲课用",
    Asset.DATA: "开放数据：文字放进表格，供人下载再用",
}
"""What each asset is, in the words of the paper. Signed by the person."""

CHILD: Mapping[Asset, str] = {
    Asset.TEXT: "文字：孩子说的话（不写孩子的名字）",
    Asset.PORTRAIT: "肖像：看得清孩子面容的照片",
    Asset.PHOTOS: "照片：和大家一起的活动照片",
    Asset.VIDEO: "视频：拍到孩子的短片",
    Asset.VOICE: "声音：孩子的录音",
    Asset.KIT: "课堂资料包：给学校、社区下载了讲课用",
    Asset.DATA: "开放数据：文字放进表格，供人下载再用",
}
"""The same for a child, signed by guardian and child: it is the consent that `covers: [minors]` asks for."""

SENSITIVE: Mapping[Sensitive, str] = {
    Sensitive.HEALTH: "写到我的病情、健康",
    Sensitive.DISABILITY: "写到我的残疾情况",
    Sensitive.ID_PHOTO: "证件照",
}

SENSITIVE_CHILD: Mapping[Sensitive, str] = {
    Sensitive.MINORS: "照片、影片里认得出孩子",
    Sensitive.HEALTH: "写到孩子的病情、健康",
    Sensitive.DISABILITY: "写到孩子的残疾情况",
    Sensitive.ID_PHOTO: "证件照",
}


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """A paper ready to print: the name of its file, and one self-contained HTML page."""

    file: str
    html: str


def consent_forms(settings: Settings, record: Record | None = None) -> Iterator[ConsentForm]:
    """Yield the paper for an adult, then the one for guardian and child.

    `record` fills in name, unit and number; without it these are lines to write on. Where it is shown
    and whom to call come from the settings of the site (site_url, owner, contact, telephone).
    """
    about = _about(record)
    whom = " ".join(filter(None, (settings.owner, settings.contact, settings.telephone)))
    said = {"site": settings.site_url, "contact": whom, **about}
    stem = f"consent-{str(record.address).replace('/', '-')}" if record else "consent"
    for child in (False, True):
        assets, sensitive = (CHILD, SENSITIVE_CHILD) if child else (ADULT, SENSITIVE)
        boxes = {"assets": list(assets.values()), "sensitive": list(sensitive.values())}
        html = paper("consent.html", child=child, **boxes, **said)
        yield ConsentForm(f"{stem}-{'child' if child else 'adult'}.html", html)


def _about(record: Record | None) -> dict[str, str | bool]:
    """Return name, unit and number of the paper; the number never holds a name."""
    if record is None:
        return {"name": "", "unit": "", "number": "", "project": False}
    unit = "、".join(record.hosts) if isinstance(record, Project) else record.unit
    address = record.address
    number = f"{address.year}-{address.region}-{address.serial}"
    return {"name": record.name, "unit": unit, "number": number, "project": isinstance(record, Project)}
