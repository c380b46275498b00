"""The press of the demo, and two of its records, for every test of sheets."""

import pytest
from demo_press import PROJECT, STAR, demo_press


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    return demo_press(tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="session")
def star(press):
    return press.showcase.kits[STAR]


@pytest.fixture(scope="session")
def project(press):
    return press.showcase.kits[PROJECT]
