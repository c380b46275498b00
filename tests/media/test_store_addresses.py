"""A store's URL: what it means, and that nothing secret of it is ever shown."""

import pytest

from showcase.media.sharing.remote_address import BadAddress, address_of, chosen_url, masked
from showcase.media.sharing.remote_trouble import StoreTrouble, plainly


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("webdavs://anna:pw@host/x", "webdavs://anna:***@host/x"),
        ("webdavs://anna:p@w:x@host:8443/x", "webdavs://anna:***@host:8443/x"),
        ("sftp://anna@host/x?client_keys=/home/anna/key", "sftp://anna@host/x"),
        ("s3://KEY:SECRET@bucket/x?endpoint_url=https://a:b@c", "s3://KEY:***@bucket/x"),
        ("s3://bucket", "s3://bucket"),
        ("/mnt/share", "/mnt/share"),
    ],
)
def test_what_is_shown_holds_no_secret(url, shown):
    assert masked(url) == shown
    assert "SECRET" not in repr(address_of(url))
    assert "pw" not in repr(address_of(url))


def test_an_address_says_where_and_who():
    found = address_of("webdavs://an%40na:p%3Aw@host:8443/a/b/")
    told = found.scheme, found.host, found.port, found.folder, found.user, found.password
    assert told == ("webdavs", "host", 8443, "/a/b", "an@na", "p:w")
    s3 = address_of("s3://bucket/a/b?endpoint_url=https://s3.example.cn&region=cn-north")
    assert (s3.folder, s3.options) == (
        "bucket/a/b",
        {"endpoint_url": "https://s3.example.cn", "region": "cn-north"},
    )


@pytest.mark.parametrize("url", ["ftp://host/x", "s3://", "sftp://host:port/x", "sftp://host/x?password=pw"])
def test_what_names_no_store_is_one_sentence(url):
    with pytest.raises(BadAddress) as caught:
        address_of(url)
    assert "pw" not in str(caught.value)


def test_the_option_wins_then_the_environment_then_the_setting(monkeypatch):
    monkeypatch.setenv("SHOWCASE_STORE", "s3://environment")
    assert chosen_url("s3://option", "s3://setting") == "s3://option"
    assert chosen_url("", "s3://setting") == "s3://environment"
    monkeypatch.delenv("SHOWCASE_STORE")
    assert (chosen_url("", "s3://setting"), chosen_url("", "")) == ("s3://setting", "")


def test_what_a_client_says_is_not_repeated():
    with pytest.raises(StoreTrouble) as caught, plainly("s3://bucket"):
        raise RuntimeError("denied for SECRET")
    assert str(caught.value) == ("存储 s3://bucket 用不了：RuntimeError，稍后再试；仍不行时交给负责技术的人")
    assert caught.value.__suppress_context__
