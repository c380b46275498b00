"""Cards: what a result shows, a file each, because hits lie scattered; the end of a long text apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from showcase.find.coding import Coder
from showcase.find.documents import Document
from showcase.find.lexicon import is_sample, lexicon_of, read_lexicon
from showcase.model.artefact import Artefact
from showcase.model.folding import close_gaps
from showcase.model.links import Links
from showcase.model.settings import Settings

_BESIDE = 600
"""Characters of text that stay with the card; paragraphs that end beyond lie in a file of their own."""

UNIT = "\x02"
"""In the words below the name: the first of the units, which the card has anyway."""

_SEPARATORS = str.maketrans("\n\t\0\x01\x1f", "     ")


def cards_and_texts(document: Document, settings: Settings) -> tuple[str, str]:
    """Return the lines of a document's card, and those of its texts that the card has no room for."""
    ends = accumulate(map(len, document.texts))
    beside = sum(1 for end in ends if end <= _BESIDE)
    url = Links(settings.directory_urls).url(document.address)
    return _card(document, url, beside), _lines(document.texts[beside:])


def card_files(documents: Sequence[Document], settings: Settings) -> Iterator[Artefact]:
    """Yield the lexicon, `find/cards/<id>.bin`, and `find/texts/<id>.bin`: what a card has no room for."""
    texts: dict[str, str] = {}
    sample: list[str] = []
    for place, document in enumerate(documents):
        card, more = cards_and_texts(document, settings)
        texts |= _named(place, card, more)
        if is_sample(document, len(documents)):
            sample += (card, more)
    lexicon = lexicon_of(sample)
    yield lexicon.file()
    for path, data in zip(texts, Coder(lexicon).coded(list(texts.values())), strict=True):
        yield Artefact(path, data)


def changed_cards(
    changed: Mapping[int, Document], settings: Settings, lexicon: bytes
) -> dict[str, bytes | None]:
    """Return the files of some documents, None where one has to go; `lexicon` is its file."""
    texts: dict[str, str] = {}
    for place, document in changed.items():
        texts |= _named(place, *cards_and_texts(document, settings))
    gone = {path: None for place in changed for path in _named(place, "", "-") if path not in texts}
    coder = Coder(read_lexicon(lexicon), list(texts.values()))
    return {**gone, **dict(zip(texts, coder.coded(list(texts.values())), strict=True))}


def _named(place: int, card: str, more: str) -> dict[str, str]:
    return {f"find/cards/{place}.bin": card, **({f"find/texts/{place}.bin": more} if more else {})}


def _card(document: Document, url: str, beside: int) -> str:
    """Return the lines of a card; docs/search-format.md names them."""
    shown = document.picture
    picture = f"{shown.path}\t{shown.width_px}\t{shown.height_px}" if shown else ""
    end = url.removeprefix(document.address) if url.startswith(document.address) else "\t" + url
    more = "1" if beside < len(document.texts) else ""
    often = (document.places, document.topics)
    lists = [_listed(document.titles), "\t".join(map(_plain, document.units)), *map(_listed, often)]
    line, reading = document.line.translate(_SEPARATORS), " ".join(document.reading)
    if document.units:
        line = line.replace(_plain(document.units[0]), UNIT)
    head = [document.address, end, _plain(document.name), line, reading]
    return "\n".join((*head, picture, more, *lists, *map(_plain, document.texts[:beside])))


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(map(_plain, texts))


@lru_cache(maxsize=1 << 14)
def _listed(values: tuple[str, ...]) -> str:
    """Return values that are those of many documents."""
    return "\t".join(map(_plain, values))


def _plain(text: str) -> str:
    """Replace what the format itself uses; folding drops these characters or makes them blanks as well."""
    text = close_gaps(text)  # leaves no white space but blanks
    return text.translate(_SEPARATORS) if "\0" in text or "\x01" in text else text
