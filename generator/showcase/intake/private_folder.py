"""The folder outside the repository that keeps what is private: originals, what forms say, reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from showcase.content.layout import Layout
from showcase.intake.items import FilmFile, Item, Picture
from showcase.intake.packets import CannotTake
from showcase.intake.papers import Said
from showcase.model.terms import PhotoKind

NOTICE = """这个文件夹里是报送单位送来的原件和表里的个人信息（电话、证件号、出生日期、住址等）。
不要放进任何 git 仓库，不要放进网盘的公开文件夹；用完按档案规定保管或销毁。
每个通知、每个单位一个文件夹：originals 是原件，people.json 是表里的全部内容，report.html 是核对结果，
reply.txt 是可以贴进回信的话，base 是程序上次写的草稿（用来认出编辑改过什么），
conflicts 是和编辑改过的对不上的新草稿。
"""
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.+|\.+$')


@dataclass(frozen=True, slots=True)
class PrivateFolder:
    """The private folder of one site."""

    root: Path

    def of_sender(self, rulebook: str, sender: str) -> SenderFolder:
        """Return the folder of one sender under one notice."""
        name = _UNSAFE.sub("_", sender).strip()[:60] or "_"
        return SenderFolder(self.root / rulebook / name, sender)

    def senders(self, rulebook: str) -> Iterator[SenderFolder]:
        """Yield the folders of all senders under a notice, by name."""
        folder = self.root / rulebook
        for place in sorted(folder.iterdir()) if folder.is_dir() else ():
            if (place / "people.json").is_file():
                yield SenderFolder(place, str(_read(place / "people.json").get("sender", place.name)))


@dataclass(frozen=True, slots=True)
class SenderFolder:
    """What one sender sent under one notice."""

    place: Path
    sender: str

    @property
    def state(self) -> Path:
        """The file with everything that the forms say."""
        return self.place / "people.json"

    def items(self) -> list[Item]:
        """Return the nominations that came so far."""
        return [_item(each) for each in _read(self.state).get("items", [])]

    def files(self) -> dict[str, str]:
        """Return where each original lies, below `originals`, by its sha256."""
        return dict(_read(self.state).get("files", {}))

    def state_bytes(self, items: list[Item], files: Mapping[str, str]) -> bytes:
        """Return what the state file is to hold."""
        said = {"sender": self.sender, "items": [_plain(item) for item in items], "files": dict(files)}
        return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    def base(self, address: str) -> Path:
        """Return where the draft as we wrote it last is kept."""
        return self.place / "base" / f"{address}.md"

    def conflicting(self, address: str) -> Path:
        """Return where a draft as the papers want it is kept while the editor's differs."""
        return self.place / "conflicts" / f"{address}.md"

    def original(self, name: str) -> Path:
        """Return where an original lies. `name` was made safe by `safe_name`."""
        return self.place / "originals" / name


def private_folder(layout: Layout, asked: Path | None) -> PrivateFolder:
    """Return the private folder: `asked`, or <site>-private beside the site.

    Raises CannotTake for one inside a repository, ours or another, or one around ours.
    """
    root = layout.root.resolve()
    place = (asked or root.with_name(f"{root.name}-private")).resolve()
    if place.is_relative_to(root) or root.is_relative_to(place):
        raise CannotTake(f"{place} 在网站文件夹里面或外层。个人信息要放在仓库之外，请用 --private-dir 另选。")
    if repository := next((up for up in (place, *place.parents) if (up / ".git").exists()), None):
        raise CannotTake(
            f"{place} 在 git 仓库 {repository} 里面。个人信息要放在仓库之外，请用 --private-dir 另选。"
        )
    return PrivateFolder(place)


def safe_name(name: str) -> str:
    """Return a path of a packet as it may lie on this disk, each part made harmless."""
    parts = (_UNSAFE.sub("_", part).strip()[-80:] or "_" for part in name.split("/"))
    return "/".join(part for part in parts if part not in (".", ".."))


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise CannotTake(
            f"{path} 读不了。请从备份恢复这个文件；没有备份的，移走它所在的文件夹重新收。"
        ) from None
    return found if isinstance(found, dict) else {}


def _plain(item: Item) -> dict[str, Any]:
    return {**asdict(item), "labels": sorted(item.labels)}


def _item(said: dict[str, Any]) -> Item:
    def fields(name: str) -> dict[str, Said]:
        return {key: Said(**value) for key, value in said.get(name, {}).items()}

    pictures = ({**each, "kind": PhotoKind(each["kind"])} for each in said.get("pictures", []))
    return Item(
        kind=said["kind"],
        name=said["name"],
        form=fields("form"),
        row=fields("row"),
        texts={key: tuple(value) for key, value in said.get("texts", {}).items()},
        pictures=tuple(Picture(**each) for each in pictures),
        film=FilmFile(**said["film"]) if said.get("film") else None,
        address=said.get("address", ""),
        labels=frozenset(said.get("labels", [])),
        media=said.get("media", {}),
    )
