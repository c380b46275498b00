"""What was coded can be read again: every word of every card, and of the rests of long texts."""

from __future__ import annotations

from showcase.find.index import files_of
from showcase.find.reading import read_words
from showcase.model.artefact import Artefact
from showcase.model.folding import close_gaps
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus


def test_all_paragraphs_come_out_as_they_went_in():
    documents = documents_of(corpus(60))
    read = {line for text in read_words(files_of(documents, Settings())) for line in text.split("\n")}
    wanted = {close_gaps(text).replace("\t", " ") for _, document in documents for text in document.texts}
    assert wanted - read == set()
    assert {document.name for _, document in documents} - read == set()


def test_other_files_are_passed_over():
    assert list(read_words([Artefact("find/facets.json", b"{}"), Artefact("index.html", b"")])) == []
