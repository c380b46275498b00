"""What is left out of Material's own output, and addresses by the shortest way."""

import json

import pytest
from markupsafe import Markup

from showcase.engine.lean import lean_entries, lean_facts, lean_icon, lean_settings
from showcase.model.artefact import ROOT, rooted
from sites import ROOT as HERE


def test_folders_above_and_the_own_one_are_named_from_the_page_and_other_records_in_full():
    link = f'href="{ROOT}'
    page = f'{link}stars/2024/henan/013/" {link}stars/2024/henan/012/slides/" {link}stars/2024/" {link}weeks/" {link}"'
    there = '"../../../../stars/2024/henan/013/" "./slides/" "../../" "../../../../weeks/" "../../../../"'
    assert rooted(Markup(page), "stars/2024/henan/012/").replace("href=", "") == there
    flat = '"../../../stars/2024/henan/013/" "../../../stars/2024/henan/012/slides/" "../" "../../../weeks/" "../../../"'
    assert rooted(page, "stars/2024/henan/012.html").replace("href=", "") == flat
    assert rooted(f'{link}weeks/"', "") == 'href="./weeks/"'


def test_settings_keep_what_somebody_reads():
    words = {"search.result.none": "没有", "clipboard.copy": "复制", "select.version": "选择版本"}

    def left(version, ours):
        values = {"base": ".", "search": "worker.js", "tags": None, "translations": words, "version": version}
        lean = lean_settings(f'<script id="__config">{json.dumps(values)}</script>', ours)
        return json.loads(lean.partition(">")[2].rpartition("<")[0])

    assert left(None, True) == {"base": ".", "translations": {}}
    assert left(None, False) == {"base": ".", "translations": {"clipboard.copy": "复制"}}
    mike = {"provider": "mike"}
    assert left(mike, True) == {"base": ".", "translations": {"select.version": "选择版本"}, "version": mike}


def test_an_entry_of_the_navigation_is_its_title_and_one_that_holds_more_stays():
    plain = '<a href="../" class="md-nav__link">\n<span class="md-ellipsis">\n活动\n</span>\n</a>'
    more = '<a href="../" class="md-nav__link">\n<span class="md-ellipsis">\n活动\n<br><small>近期</small></span>\n</a>'
    assert lean_entries(plain + more) == '<a href="../" class="md-nav__link">活动</a>' + more


def test_versions_and_name_spaces_are_left_out():
    assert (
        lean_facts('<meta charset="utf-8">\n<meta name="generator" content="x-1.2">')
        == '<meta charset="utf-8">'
    )
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path/></svg>'
    assert lean_icon(drawn) == '<svg aria-hidden="true" viewBox="0 0 24 24"><path/></svg>'


TABS = """<script>var __md_get = () => CHOSEN</script><div class="tabbed-set">
<input name="__tabbed_1" id="first" type="radio" checked><input name="__tabbed_1" id="second" type="radio">
<div class="tabbed-labels"><label for="first">电脑</label><label for="second">手机</label></div></div>"""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("place", "chosen", "opened"),
    [
        ("", "null", "first"),
        ("#second", "null", "second"),
        ("", '["手机"]', "second"),
        ("#first", '["手机"]', "first"),
    ],
)
def test_the_tab_that_was_asked_for_is_open(browser, tmp_path, place, chosen, opened):
    page, file = browser.new_page(), tmp_path / "tabs.html"
    file.write_text(f'<meta charset="utf-8">{TABS.replace("CHOSEN", chosen)}', "utf-8")
    page.goto(file.as_uri() + place)
    page.add_script_tag(path=HERE / "theme/assets/js/tabbed.js")
    assert page.eval_on_selector("input:checked", "input => input.id") == opened
    page.close()
