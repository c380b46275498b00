from pathlib import Path

import pytest
from outputs_sample import PAGES, SHELF, SHOWCASE, TODAY

from showcase.model.settings import Settings
from showcase.outputs.everything import output_files


@pytest.fixture
def site():
    """Return a function that makes all outputs: path → bytes."""

    def make(
        site_url="https://example.cn/a/b/",
        pages=PAGES,
        showcase=SHOWCASE,
        today=TODAY,
        shelf=SHELF,
        **settings,
    ):
        chosen = Settings(site_name="示例 & 展示", site_url=site_url, **settings)
        files = output_files(showcase, shelf, chosen, today, pages)
        found = {}
        for artefact in files:
            assert not isinstance(artefact.data, Path) and artefact.path not in found
            found[artefact.path] = artefact.data
        return found

    return make
