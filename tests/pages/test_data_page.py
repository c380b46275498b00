"""The page of open data: every set of files, what may be in them, what their columns are."""

import datetime
import re

from schema_org import graphs_of
from showcase.model.artefact import ROOT
from showcase.model.campaign import ActivityWeek
from showcase.model.parts import Consent, Permission
from showcase.model.settings import Settings
from showcase.model.terms import Asset
from showcase.pages.data_page import data_pages

from .people import inside, star, view_of

OPEN = Consent({Asset.DATA: Permission(date=datetime.date(2024, 1, 1))})


def page(**view):
    week = ActivityWeek(year=2023, region="hubei", start=datetime.date(2023, 6, 1))
    (made,) = data_pages(view_of(star(consent=OPEN), star("002"), weeks=(week,), **view))
    return made


def test_it_links_the_whole_each_year_and_each_region_and_counts_only_what_is_open():
    made = page()
    assert (made.address, made.kind, made.section) == ("data/", "data", "data")
    links = re.findall(rf'href="{ROOT}data/([^"]+\.csv)"', made.main)
    whole = ["stars.csv", "projects.csv", "weeks.csv", "events.csv"]
    parts = ["2024/stars.csv", "2023/weeks.csv", "regions/henan/stars.csv", "regions/hubei/weeks.csv"]
    assert links == [*whole, *parts]
    assert inside(made.main, "ls-files__count", tag="span") == ["1", "0", "1", "0", "1", "1", "1", "1"]
    assert inside(made.main, "ls-folders__sum", tag="span")[0] == "百姓学习之星1"


def test_every_link_says_to_a_listener_what_it_holds():
    names = re.findall(r'<a [^>]*download aria-label="([^"]+)"', page().main)
    assert names[0] == "百姓学习之星　CSV" and "河南省百姓学习之星　JSON" in names
    assert len(names) == len(set(names)) == 16


def test_the_columns_are_those_of_the_files():
    made = page()
    assert "<dt>姓名</dt><dd><code>name</code></dd>" in made.main
    assert made.main.count("<code>showcase_text</code>") == 2


def test_the_licence_is_the_owner_s_or_none():
    assert "没有声明使用许可" in page().main
    settings = Settings(
        site_url="https://x.example/", data_license="https://creativecommons.org/licenses/by/4.0/"
    )
    licensed = page(settings=settings)
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in licensed.main
    (dataset,) = [thing for thing in graphs_of(licensed.head)[0] if thing["@type"] == "Dataset"]
    assert dataset["license"] == settings.data_license
    assert dataset["distribution"][0]["contentUrl"] == "https://x.example/data/stars.csv"
