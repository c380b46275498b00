"""A font for the web that holds a few characters of a large one."""

from __future__ import annotations

import io

from fontTools import subset
from fontTools.ttLib import TTFont

from showcase.cards.fonts import FontFile

_TABLES = ("BASE", "DSIG", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx", "VVAR", "MVAR")
"""Vertical setting, alternates, kerning: nothing that a character in a name needs."""


def web_font(font: FontFile, characters: str) -> bytes:
    """Return a WOFF2 of `characters`; the same font file gives the same bytes. Takes seconds.

    A variable font keeps its axis of weight.
    """
    options = subset.Options(
        layout_features=[], name_IDs=[], hinting=False, notdef_outline=True, recalc_timestamp=False
    )
    options.drop_tables += _TABLES
    with TTFont(font.path, fontNumber=font.index, lazy=True, recalcTimestamp=False) as whole:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(whole)
        whole.flavor = "woff2"
        buffer = io.BytesIO()
        whole.save(buffer, reorderTables=None)
        return buffer.getvalue()
