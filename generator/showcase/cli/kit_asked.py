"""What `showcase kit` was asked for: records, whole collections, and why it makes no kit of others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from showcase.desk.records import as_address
from showcase.model.library import Showcase
from showcase.model.regions import REGIONS
from showcase.sheets.asking import NOT_SHOWN

_COLLECTION = re.compile(r"regions/([a-z]+)|(\d{4})")
_NOT_GIVEN = "没有同意做成资料包带走，或者同意书没有写明文字里的疾病、残疾（consent 里的 kit），所以不做"


class Asked(NamedTuple):
    """Addresses of records, each once; collections (a region's slug or a year); why not of the rest."""

    records: tuple[str, ...]
    collections: tuple[str, ...]
    refused: tuple[str, ...]


def asked_of(showcase: Showcase, texts: Iterable[str]) -> Asked:
    """Sort out what was asked for."""
    records: list[str] = []
    collections: list[str] = []
    refused: list[str] = []
    for address in dict.fromkeys(map(as_address, texts)):
        found = _COLLECTION.fullmatch(address)
        if found and (found[2] or found[1] in REGIONS):
            collections.append(found[1] or found[2])
        elif address in showcase.kits:
            records.append(address)
        else:
            refused.append(f"{address}：{_NOT_GIVEN if address in showcase.by_address else NOT_SHOWN}。")
    return Asked(tuple(records), tuple(collections), tuple(refused))
