"""Chromium 109 (Windows 7, older WeChat) answers as today's does."""

def test_old_chromium_is_the_floor_we_promise(old_chromium):
    assert old_chromium.version.split(".")[0] == "109"


def test_axe_sees_a_page_that_is_wrong(browser, axe):
    tab = browser.new_page()
    tab.set_content('<html lang="zh"><title>页</title><main><h1>页</h1><button id="b"></button></main>')
    assert axe(tab) == {"button-name": ["#b"]}
    tab.close()
