"""What the box knows besides the index: synonyms, regions with a page, and names that sound alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase.find.alike import alike
from showcase.find.documents import Numbered
from showcase.find.shards import as_json, shard_count, shard_files
from showcase.model.artefact import Artefact
from showcase.model.folding import searchable
from showcase.model.links import Links
from showcase.model.readings import syllables
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.synonym import Synonym


def word_files(documents: Numbered, synonyms: Sequence[Synonym], settings: Settings) -> Iterator[Artefact]:
    """Yield `find/alike/<n>.json` (likeness → names, one a line) and `find/words.json`.

    The latter holds `alike` (the number of those files), `synonyms` as [folded form, word] and
    `regions` as [name, short name, readings, url].
    """
    names = alike(documents)
    count = shard_count(names)
    yield from shard_files("alike", names, count)
    pairs = [(searchable(form), each.word) for each in synonyms for form in each.also]
    words = {"alike": count, "synonyms": pairs, "regions": _regions(documents, settings)}
    yield Artefact("find/words.json", as_json(words))


def _regions(documents: Numbered, settings: Settings) -> list[tuple[str, ...]]:
    """Return the regions that have anything to show, in the order of their table."""
    shown = {part.partition(".")[0] for _, document in documents for part in document.address.split("/")[2:3]}
    links = Links(settings.directory_urls)
    return [
        (region.name, region.short, _readings(region.short, slug), links.url(f"regions/{slug}"))
        for slug, region in REGIONS.items()
        if slug in shown
    ]


def _readings(short: str, slug: str) -> str:
    """Return how a region is typed: its reading, and its slug where that differs (陕西: shanxi shaanxi)."""
    return " ".join(dict.fromkeys(("".join(syllables(short, person=False)), slug)))
