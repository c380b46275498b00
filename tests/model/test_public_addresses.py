"""What is scanned leads to the site online, also from a copy on a disk."""

from dataclasses import replace

from showcase.model.links import public_address
from showcase.model.settings import Settings

STAR = "stars/2024/henan/012"


def test_a_page_is_found_below_the_address_of_the_site_in_its_style():
    site = Settings(site_url="https://example.cn/zsxx/")
    assert public_address(site, STAR) == "https://example.cn/zsxx/stars/2024/henan/012/"
    files = replace(site, directory_urls=False)
    assert public_address(files, STAR) == "https://example.cn/zsxx/stars/2024/henan/012.html"


def test_without_an_address_of_the_site_a_page_has_none():
    assert public_address(Settings(), STAR) == ""


def test_a_copy_on_a_disk_gives_the_address_online():
    online = Settings(site_url="https://example.cn/")
    copy = replace(online, site_url="", directory_urls=False, online=online)
    assert public_address(copy, STAR) == "https://example.cn/stars/2024/henan/012/"
