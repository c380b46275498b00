"""One sheet as a PDF: `pdf(sheet, records, press, size=…, bleed=…) -> Printed(data, warnings, pages)`.

    press = Press(layout, showcase, shelf, settings, fonts, today)
    printed = pdf(Sheet.POSTER, [record], press)               # A3, one page a record
    printed = pdf(Sheet.HANDOUT, [record], press)              # A4, two pages a record
    printed = pdf(Sheet.PANEL, records, press, size="80x180", bleed=True)

`records` are those that may be given away, as `Showcase.kits` holds them: what is not in them is not printed.
The same input gives the same bytes. A text that does not fit ends with a whole sentence and says that the
page has all of it; that, and a picture too coarse for the paper, is a warning, a Chinese sentence each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from showcase.cards.codes import code_drawing
from showcase.content.wording import ui
from showcase.model.records import Record
from showcase.sheets.boxes import margin_mm, with_boxes
from showcase.sheets.formats import PAGES, Sheet, Size, size_of
from showcase.sheets.plates import Plated, lead_plate, plates_of
from showcase.sheets.press import Press
from showcase.sheets.telling import Telling, told_of, undrawn
from showcase.sheets.typesetting import typeset
from showcase.sheets.voices import MISSING, drawable

NO_CODE = "mkdocs.yml 没有写 site_url，所以没有二维码"
"""Said of every sheet of a site without a public address."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, what its reader should know before it goes to print, how many pages it has; PNG previews."""

    data: bytes
    warnings: tuple[str, ...]
    pages: int
    previews: tuple[bytes, ...] = ()


def pdf(
    sheet: Sheet,
    records: Sequence[Record],
    press: Press,
    *,
    size: str = "",
    bleed: bool = False,
    preview_ppi: float = 0,
) -> Printed:
    """Return the sheet of each record, one behind the other, in one PDF.

    ValueError for a size that the sheet does not have; LayoutFault for a layout that cannot be set.
    """
    name, format_ = size_of(sheet, size)
    bench = _Bench(press, sheet, name)
    told = [bench.laid_out(number, record) for number, record in enumerate(records)]
    data = page_data(press, sheet, name, format_, bleed) | {"records": told}
    data["title"] = "、".join(record.name for record in records)
    made = typeset(press, sheet, data, bench.files, preview_ppi)
    warnings = [*bench.warnings, *map(sentence, made.told)]
    if not press.settings.site_url:
        warnings.append(NO_CODE)
    done = with_boxes(made.pdf, format_, bleed)
    return Printed(done, tuple(warnings), len(records) * PAGES.get(sheet, 1), made.previews)


def page_data(press: Press, sheet: Sheet, name: str, size: Size, bleed: bool) -> dict[str, Any]:
    """Return what every layout needs to know of its page and of the site."""
    settings = press.settings
    return {
        "sheet": sheet,
        "size": name,
        "wide": size.wide_mm,
        "high": size.high_mm,
        "unit": size.unit_mm,
        "bleed": size.bleed_mm if bleed else 0,
        "margin": margin_mm(size, bleed),
        "site": settings.site_name,
        "remark": ui.share.preview if press.showcase.preview else ui.share.demo if settings.demo else "",
    }


class _Bench:
    """Where the data and the files of a PDF come together, record by record."""

    def __init__(self, press: Press, sheet: Sheet, size: str) -> None:
        self.files: dict[str, bytes] = {}
        self.warnings: list[str] = []
        self._press, self._sheet, self._size = press, sheet, size

    def laid_out(self, number: int, record: Record) -> Telling:
        plates = plates_of(self._press, record, self._sheet, self._size)
        self.warnings += plates.warnings
        more = [self._picture(f"{number}-{at}.jpg", plated) for at, plated in enumerate(plates.more)]
        if strange := undrawn(self._press, record):
            self.warnings.append(f"{record.address} 里的“{strange}”手边的字体都没有，印成了“{MISSING}”")
        address = self._press.address(record.address)
        place = lead_plate(record, self._sheet, self._size)
        return told_of(self._press, record) | {
            "address": str(record.address),
            "plate": asdict(place) if place else None,
            "lead": self._picture(f"{number}.jpg", plates.lead) if plates.lead else None,
            "more": more,
            "link": address,
            "code": self._code(f"{number}.svg", address),
        }

    def _picture(self, file: str, plated: Plated) -> Mapping[str, Any]:
        self.files[file] = plated.data
        photo = plated.photo
        credit = ui.record.credit.format(who=photo.credit) if photo.credit else ""
        size = {"wide": plated.plate.wide, "high": plated.plate.high}
        words = {"alt": photo.alt, "caption": photo.caption, "credit": credit}
        drawn = {key: drawable(each, self._press.fonts) for key, each in words.items()}
        return {"file": file, **size, **drawn}

    def _code(self, file: str, address: str) -> str:
        if not address:
            return ""
        self.files[file] = code_drawing(address, "ink")
        return file


_TOLD = {
    "shortened": "{address} 的文字太长，只印到一句话为止，后面注明“{more}”",
    "questions": "{address} 的讨论题放不下，只印了前面几个",
    "list": "活动周太多，按时间的列表放不下，请印大一号的",
}


def sentence(told: Mapping[str, str]) -> str:
    """Return what a layout says of how it went, as a warning; an owner's layout may say things of its own."""
    what = told["what"]
    return _TOLD.get(what, "{address}：{what}").format(address=told["address"], what=what, more=ui.print.more)
