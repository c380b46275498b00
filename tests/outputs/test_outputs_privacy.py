import datetime
import json
from dataclasses import replace

import pytest
from outputs_sample import STARS

from showcase.model.library import Showcase
from showcase.model.parts import Consent, Permission
from showcase.model.terms import Asset, Sensitive


def test_nothing_that_stays_at_home_stands_in_any_output(site):
    text = b"\n".join(site().values()).decode("utf-8", "replace").replace("\r\n ", "")
    tokens = ("EVIDENCE", "QUOTE", "SECTION", "UNDECIDED", "WEEKTEXT", "VOICE", "0371", "示例科", "disabled")
    assert [token for token in tokens if token in text] == []


def test_data_holds_only_records_that_consented_to_it(site):
    files = site()
    assert [r["record"] for r in json.loads(files["data/stars.json"])["records"]] == [
        "stars/2024/henan/012",
        "stars/2024/liaoning/003",
    ]
    assert "不愿开放" not in b"".join(v for k, v in files.items() if k.startswith("data/")).decode()


def test_data_leaves_when_consent_ends(site):
    before = json.loads(site(today=datetime.date(2024, 4, 30))["data/stars.json"])
    assert before == {"records": []}


@pytest.mark.parametrize(("named", "text"), [((), ""), ((Sensitive.HEALTH,), "她七岁失聪。")])
def test_a_text_about_illness_needs_a_data_consent_that_names_it(site, named, text):
    papers = {
        Asset.TEXT: Permission(date=datetime.date(2024, 5, 1), covers=(Sensitive.HEALTH, Sensitive.MINORS)),
        Asset.DATA: Permission(date=datetime.date(2024, 5, 1), covers=named),
    }
    star = replace(STARS[0], showcase_text=("她七岁失聪。",), consent=Consent(papers))
    records = json.loads(site(showcase=Showcase(stars=(star,)))["data/stars.json"])["records"]
    assert [(record["name"], record["showcase_text"]) for record in records] == [("沈玉兰", text)]


@pytest.mark.parametrize("site_url", ["", "https://example.cn/a/b/"])
def test_the_day_of_the_build_changes_no_byte(site, site_url):
    assert site(site_url) == site(site_url, today=datetime.date(2031, 1, 1))


def test_a_preview_is_closed_to_search_engines(site):
    assert site(pages=(), showcase=Showcase(preview=True))["robots.txt"] == b"User-agent: *\nDisallow: /\n"
