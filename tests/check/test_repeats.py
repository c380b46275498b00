"""Twelve who were on earlier lists, disguised, among five hundred who were not."""

from pathlib import Path

import pytest

from check.repeats import TODAY, year
from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.model.settings import Settings

BOOKS = read_library(Layout(Path(__file__).parents[2]))[0].rulebooks


def found_in(made):
    """Return what the eligibility rules find, by the address of the nomination."""
    library = Library(
        stars=tuple(r for r in made.records if isinstance(r, Star)),
        projects=tuple(r for r in made.records if isinstance(r, Project)),
        lists=tuple(made.lists),
        rulebooks=BOOKS,
    )
    problems = check(library, Settings(), TODAY)
    return {p.file: p for p in problems if p.rule.startswith("eligibility-")}


@pytest.mark.parametrize("seed", range(5))
def test_disguised_repeats_are_found_and_nobody_else_is(seed):
    made = year(seed)
    found = found_in(made)
    missed = [disguise for address, disguise in made.repeats.items() if address not in found]
    wrong = {address: found[address].message for address in found.keys() - made.repeats.keys()}
    assert (len(made.repeats), len(made.records)) == (12, 512)
    assert wrong == {}
    assert missed == []


def test_what_is_sure_is_an_error_and_what_is_not_is_a_warning():
    made = year(0)
    found = found_in(made)
    unsure = {made.repeats[a] for a, p in found.items() if p.severity is Severity.WARNING}
    assert unsure == {
        "another county",
        "one character",
        "two characters, another host",
        "another county's host",
    }
    assert {p.severity for p in found.values()} == {Severity.ERROR, Severity.WARNING}
