"""Where a store elsewhere lies: one URL, with nothing secret in what is shown of it.

    /mnt/share/showcase                     a folder, of a network drive for instance
    s3://bucket/prefix?endpoint_url=https://…&region=…      object storage that speaks S3
    sftp://user@host:22/folder?client_keys=…&known_hosts=…  a machine with SSH
    webdav://user:password@host/folder      (webdavs: over TLS)

Secrets stay where their programs look for them (AWS_ACCESS_KEY_ID …, ~/.ssh, an agent), or in the URL,
which is then kept in the environment variable SHOWCASE_STORE.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

VARIABLE = "SHOWCASE_STORE"
_QUERY = {
    "s3": ("endpoint_url", "region"),
    "sftp": ("client_keys", "known_hosts"),
    "webdav": (),
    "webdavs": (),
    "file": (),
}


class BadAddress(ValueError):  # noqa: N818 - reads as the sentence that it prints
    """A URL that names no store; the message is a Chinese sentence without secrets."""


@dataclass(frozen=True, slots=True)
class Address:
    """A store's place. `shown` may be printed; nothing else may."""

    scheme: str
    folder: str
    shown: str
    host: str = ""
    port: int | None = None
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    options: Mapping[str, str] = field(default_factory=dict, repr=False)


def chosen_url(option: str, setting: str) -> str:
    """Return the URL of the store: the option's, else the environment's, else mkdocs.yml's; or ""."""
    return option or os.environ.get(VARIABLE, "") or setting


def masked(url: str) -> str:
    """Return `url` as people may see it: without password and without options."""
    bare = url.partition("?")[0].partition("#")[0]
    scheme, split, rest = bare.partition("://")
    if not split:
        return bare
    place, slash, path = rest.partition("/")
    secret, at, host = place.rpartition("@")
    user, colon, _ = secret.partition(":")
    return f"{scheme}://{user}{':***' if colon else ''}{at}{host}{slash}{path}"


def address_of(url: str) -> Address:
    """Return the place that `url` names; BadAddress when it names none that we know."""
    if "://" not in url:
        return Address("file", str(Path(url).absolute()), url)
    shown = masked(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise BadAddress(f"存储的网址 {shown} 写得不对") from None
    if parts.scheme not in _QUERY:
        kinds = "、".join(f"{scheme}://" for scheme in _QUERY)
        raise BadAddress(f"不认识 {shown} 这一种存储：可以写文件夹，或 {kinds} 开头的网址")
    if parts.scheme != "file" and not parts.hostname:
        raise BadAddress(f"存储的网址 {shown} 缺了主机或存储桶的名称")
    return Address(
        parts.scheme,
        _folder(parts),
        shown,
        parts.hostname or "",
        port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        _options(parts, shown),
    )


def _folder(parts: SplitResult) -> str:
    """Return the folder below which everything lies, without a slash at its end."""
    path = unquote(parts.path).rstrip("/")
    if parts.scheme == "s3":
        return f"{parts.netloc.rpartition('@')[2]}{path}"
    return path


def _options(parts: SplitResult, shown: str) -> dict[str, str]:
    options = dict(parse_qsl(parts.query))
    known = _QUERY[parts.scheme]
    if unknown := sorted(options.keys() - set(known)):
        can = "、".join(known) or "什么也不能写"
        raise BadAddress(f"存储的网址 {shown} 问号后面写了 {unknown[0]}；可以写的：{can}")
    return options
