"""Set a layout of theme/print/ with Typst: a folder of its own with layouts, data, pictures and codes."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase.cards.colours import colours
from showcase.content.layout import theme_dir
from showcase.content.wording import ui
from showcase.sheets.press import Press
from showcase.sheets.voices import Voices, voices

FOLDER = "print"
"""Of the theme, and of an owner's custom_dir: what lies there goes over ours, file by file."""
_DATA = "data.json"


class LayoutFault(Exception):  # noqa: N818 - says where the fault is
    """A layout that Typst cannot set; the text is what Typst says, with file and line."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF as Typst writes it; what the layout says of how it went; previews, one PNG a page."""

    pdf: bytes
    told: tuple[dict[str, Any], ...]
    previews: tuple[bytes, ...] = ()


def typeset(
    press: Press, layout: str, data: Mapping[str, Any], files: Mapping[str, bytes], preview_ppi: float = 0
) -> Typeset:
    """Return the layout set with `data`, which names `files`. Raises LayoutFault."""
    found = voices(press.fonts, press.layout.cache)
    with tempfile.TemporaryDirectory(prefix="showcase-print-") as name:
        folder = Path(name)
        _lay_out(folder, press.own)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        whole = {**data, "colours": colours(), "fonts": found.families, "words": vars(ui.print)}
        (folder / _DATA).write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        return _compiled(folder, layout, found, preview_ppi)


def _lay_out(folder: Path, own: Iterable[Path]) -> None:
    """Copy our layouts, and the owner's over them."""
    for place in (theme_dir() / FOLDER, *(each / FOLDER for each in own)):
        for file in sorted(place.glob("*.typ")) if place.is_dir() else ():
            shutil.copyfile(file, folder / file.name)


def _compiled(folder: Path, layout: str, found: Voices, preview_ppi: float) -> Typeset:
    import typst  # noqa: PLC0415 - 84 MB that only printing needs

    place = folder / f"{layout}.typ"
    try:
        compiler = typst.Compiler(str(place), root=str(folder), font_paths=found.book)
        (pdf,) = _pages(compiler.compile(format="pdf"))
        told = json.loads(compiler.query("<told>", field="value"))
        shown = _pages(compiler.compile(format="png", ppi=preview_ppi)) if preview_ppi else ()
    except typst.TypstError as error:
        # Typst names its files from the current folder: what helps is print/record.typ:28
        said = re.sub(rf"\S*{re.escape(folder.name)}", FOLDER, f"{error.message}\n{error.diagnostic}")
        raise LayoutFault(said) from None
    return Typeset(pdf, tuple(told), shown)


def _pages(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    """Return what Typst made: one file, or a list of them when there are several pages of pictures."""
    return tuple(made) if isinstance(made, list) else (made or b"",)
