"""`--region`: a region as people call it."""

from __future__ import annotations

import argparse

from showcase.model.regions import BY_NAME


def region(text: str) -> str:
    """Return the slug of the region that an option names: 河南, 河南省 or henan."""
    found = BY_NAME.get(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(f"没有叫“{text}”的地区，请写省、自治区、直辖市的名称，如 河南")
    return found.slug
