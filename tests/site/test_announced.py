"""公示 in the demo: there on its first day, gone after its last, and its people nowhere else before approval."""

import gzip
import io
import zipfile

import pytest

from showcase.check.scan.index_texts import LEXICON, index_texts, is_coded
from sites import build, copy_demo

PEOPLE = ("柳示六", "贾示七", "阿不都·示例", "公交读书角")
UNITS = ("青柳县老年大学合唱班", "青柳县自来水公司", "青柳县西关清真餐馆")
PAGE = "announcements/2026-henan-list/index.html"
DAYS = {"2026-11-19": [], "2026-11-20": [PAGE], "2026-12-04": [PAGE], "2026-12-05": []}
"""The day before the first, the first, the last, the day after; and where its people may stand on it."""


def texts_of(site):
    """Return every file of the site by name as text: compressed ones opened, the index decoded."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    found = {name: path.read_bytes() for name, path in files.items()}
    for name, data in list(found.items()):
        if name.endswith(".gz"):
            found[name] = gzip.decompress(data)
        elif name.endswith((".zip", ".pptx", ".docx", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                found |= {f"{name}!{part}": parts.read(part) for part in parts.namelist()}
    said = {name: data.decode("utf-8", "replace") for name, data in found.items()}
    decoded = index_texts(files, site / LEXICON)
    assert len(decoded) == sum(map(is_coded, files)) > 10
    return said | {f"{name} (decoded)": text for name, text in decoded.items()}


def holding(texts, words):
    return sorted({name for name, text in texts.items() if any(word in text for word in words)})


@pytest.fixture(scope="module")
def sites_by_day(tmp_path_factory, derivatives):
    """The demo, built anew for each of the days into the same folder, as a server has it; texts by day."""
    root = copy_demo(tmp_path_factory.mktemp("announced") / "demo", derivatives)
    found = {}
    for day in DAYS:
        build(root, today=day)
        found[day] = texts_of(root / "site")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_its_people_stand_on_its_own_page_between_its_days_and_nowhere_else(sites_by_day, day):
    assert holding(sites_by_day[day], (*PEOPLE, *UNITS)) == DAYS[day]


@pytest.mark.slow
def test_the_decoder_sees_people_who_are_in_the_index(sites_by_day):
    where = holding(sites_by_day["2026-11-20"], ["沈玉兰"])
    assert [name for name in where if name.endswith("(decoded)")] != []


@pytest.mark.slow
def test_the_open_page_is_no_index_of_people_and_the_closed_one_keeps_its_outcome_alone(sites_by_day):
    texts = sites_by_day["2026-12-04"]
    assert "noindex" in texts[PAGE] and 'data-ls-open-until="2026-12-04"' in texts[PAGE]
    assert holding({n: t for n, t in texts.items() if "sitemap" in n}, ["announcements/2026"]) == []
    closed = sites_by_day["2026-12-05"][PAGE]
    assert "noindex" in closed and "公示已经结束" in closed
    assert [word for word in ("现予公示", "0000-6600100", "职业教育与成人教育处") if word in closed] == []


@pytest.mark.slow
def test_a_list_that_has_not_begun_has_no_page(sites_by_day):
    assert PAGE not in sites_by_day["2026-11-19"] and PAGE in sites_by_day["2026-11-20"]
