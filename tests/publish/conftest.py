import pytest


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"
