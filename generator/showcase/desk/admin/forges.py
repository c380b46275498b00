"""Where the desk keeps what is written: a folder on this computer, or a repository on a forge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_SAID = re.compile(
    r"(?P<forge>github|gitlab|gitea|forgejo):(?:(?P<host>https://[^/\s]+)/)?(?P<repo>[^\s:]+/[^\s:]+)"
)
_HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com", "gitea": ""}
_API = {"gitlab": "/api/v4", "gitea": "/api/v1"}
FORMS = "github:单位/仓库、gitlab:单位/仓库、gitea:https://网址/单位/仓库"


@dataclass(frozen=True, slots=True)
class Forge:
    """`settings`: the `backend` of the desk. `hosts`: whom the page may ask, none for a local folder."""

    settings: dict[str, Any]
    hosts: tuple[str, ...] = ()


LOCAL = Forge({"name": "github", "repo": "本机/资料"})
"""A folder on this computer. The desk asks for a forge's name even so; the page may ask nobody."""


def forge_of(said: str) -> Forge | None:
    """Return the forge that `said` names (`github:office/showcase`); None: it names none."""
    found = _SAID.fullmatch(said)
    if not found:
        return None
    name = "gitea" if found["forge"] == "forgejo" else found["forge"]
    host = found["host"] or _HOSTS[name]
    if not host or (name == "github" and found["host"]):
        return None
    settings: dict[str, Any] = {"name": name, "repo": found["repo"], "branch": "main"}
    if name == "github":
        return Forge(settings, ("https://api.github.com", "https://raw.githubusercontent.com"))
    return Forge(settings | {"api_root": host + _API[name], "base_url": host}, (host,))
