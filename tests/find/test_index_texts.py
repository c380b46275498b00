"""What was coded can be read again: every word of every card, and of the rests of long texts."""

from __future__ import annotations

from showcase.check.scan.index_texts import LEXICON, index_texts
from showcase.find.index import files_of
from showcase.model.folding import close_gaps
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus


def written(folder, documents):
    """Write the index of `documents`; return name → place of its files."""
    places = {}
    for file in files_of(documents, Settings()):
        places[file.path] = folder / file.path
        places[file.path].parent.mkdir(parents=True, exist_ok=True)
        places[file.path].write_bytes(file.data)
    return places


def test_all_paragraphs_come_out_as_they_went_in(tmp_path):
    documents = documents_of(corpus(60))
    texts = index_texts(written(tmp_path, documents), tmp_path / LEXICON)
    read = {line for text in texts.values() for line in text.split("\n")}
    wanted = {close_gaps(text).replace("\t", " ") for _, document in documents for text in document.texts}
    assert wanted - read == set()
    assert {document.name for _, document in documents} - read == set()


def test_addresses_and_pictures_are_no_words(tmp_path):
    documents = documents_of(corpus(3))
    cards = index_texts(written(tmp_path, documents), tmp_path / LEXICON)
    for place, document in documents:
        lines = cards[f"find/cards/{place}.bin"].split("\n")
        assert (lines[0], lines[1], lines[2], lines[5], lines[6]) == (
            "",
            "",
            close_gaps(document.name),
            "",
            "",
        )


def test_a_broken_file_is_missing_and_the_others_are_read(tmp_path):
    places = written(tmp_path, documents_of(corpus(5)))
    whole = index_texts(places, tmp_path / LEXICON)
    places["find/cards/2.bin"].write_bytes(b"\xff" * 9)
    rest = {name: text for name, text in whole.items() if name != "find/cards/2.bin"}
    found = index_texts(places, tmp_path / LEXICON)
    assert {name: found.get(name) for name in rest} == rest
    assert index_texts(places, tmp_path / "nowhere.json") == {}
