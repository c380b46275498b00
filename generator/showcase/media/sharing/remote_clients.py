"""Open the client of each kind of store: fsspec's, with short patience and with host keys checked.

The clients are an extra (`pip install "showcase[store]"`); a plain install does not carry them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from showcase.media.sharing.remote_address import Address
from showcase.media.sharing.remote_trouble import StoreTrouble, plainly

CONNECT_S, ANSWER_S, TRIES = 10, 20, 2
"""Seconds until a connection stands, seconds until an answer begins, and how often to try."""
_S3_HABITS = {
    "AWS_EC2_METADATA_DISABLED": "true",  # half a minute of silence outside that cloud
    "AWS_REQUEST_CHECKSUM_CALCULATION": "when_required",  # most others do not know the newer sums
    "AWS_RESPONSE_CHECKSUM_VALIDATION": "when_required",
}
Client = Any
"""fsspec's AbstractFileSystem, which publishes no types."""


def client_of(address: Address) -> Client:
    """Return a file system for `address`; StoreTrouble when it cannot be opened."""
    openers: dict[str, Callable[[Address], Client]] = {"s3": _s3, "sftp": _sftp, "file": _folder}
    try:
        with plainly(address.shown):
            return openers.get(address.scheme, _webdav)(address)
    except ModuleNotFoundError:
        raise StoreTrouble('还没有装存储用的程序：pip install "showcase[store]"') from None


def _folder(address: Address) -> Client:
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415 - an extra

    if not Path(address.folder).is_dir():
        raise StoreTrouble(f"存储的文件夹 {address.shown} 不存在：先建好它；是网络盘的，先连上")
    return LocalFileSystem(auto_mkdir=True, skip_instance_cache=True)


def _s3(address: Address) -> Client:
    from s3fs import S3FileSystem  # noqa: PLC0415 - an extra

    for name, value in _S3_HABITS.items():
        os.environ.setdefault(name, value)
    patience = {
        "connect_timeout": CONNECT_S,
        "read_timeout": ANSWER_S,
        "retries": {"max_attempts": TRIES, "mode": "standard"},
    }
    client = S3FileSystem(
        key=address.user or None,
        secret=address.password or None,
        endpoint_url=address.options.get("endpoint_url") or None,
        client_kwargs={"region_name": address.options["region"]} if "region" in address.options else {},
        config_kwargs=patience,
        use_listings_cache=False,
        skip_instance_cache=True,
    )
    client.retries = 1  # its own loop around botocore's, which tries already
    return client


def _sftp(address: Address) -> Client:
    from sshfs import SSHFileSystem  # noqa: PLC0415 - an extra

    who = {"port": address.port, "username": address.user, "password": address.password}
    given: dict[str, Any] = {name: value for name, value in who.items() if value}
    if keys := address.options.get("client_keys"):
        given["client_keys"] = [keys]
    return SSHFileSystem(
        address.host,
        known_hosts=address.options.get("known_hosts", ()),  # (): the user's own file
        connect_timeout=CONNECT_S,
        login_timeout=CONNECT_S,
        keepalive_interval=ANSWER_S // 2,
        keepalive_count_max=2,
        skip_instance_cache=True,
        **given,
    )


def _webdav(address: Address) -> Client:
    from webdav4.fsspec import WebdavFileSystem  # noqa: PLC0415 - an extra

    scheme = "https" if address.scheme == "webdavs" else "http"
    port = f":{address.port}" if address.port else ""
    signed_in = (address.user, address.password) if address.user else None
    base = f"{scheme}://{address.host}{port}"
    return WebdavFileSystem(base, auth=signed_in, timeout=ANSWER_S, skip_instance_cache=True)
