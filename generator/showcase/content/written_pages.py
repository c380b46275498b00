"""What lies in content/pages. MkDocs puts every file there on the public site, so nothing may stray in."""

from __future__ import annotations

import os
from collections.abc import Iterator

from showcase.content.folders import Tree
from showcase.content.layout import Layout
from showcase.content.reading import Reading
from showcase.content.texts import read_text
from showcase.model.source import Source
from showcase.model.written import WrittenPage

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
"""Pictures of hand-written pages are published as they are; media/ looks for metadata in them."""

_TEXTS = (".md", ".css", ".js")
_BY_NAME = ("robots.txt", "favicon.ico")
_WHAT = "只放网页（.md）、图片（.jpg .png .webp）和样式（.css .js）"
_CURE = f"移到别处：content/pages 里的文件会原样公开。这里{_WHAT}"


def read_pages(tree: Tree) -> tuple[WrittenPage, ...]:
    """Return the texts below content/pages, by path; whatever does not belong there is an error."""
    top = tree.layout.content / "pages"
    if top.is_symlink():
        tree.refuse_link(top)
        return ()
    return tuple(_pages(tree, str(top), "")) if top.is_dir() else ()


def page_pictures(layout: Layout) -> Iterator[str]:
    """Yield the path below content/pages of every picture there, in a fixed order."""
    top = str(layout.content / "pages")
    for folder, folders, files in os.walk(top):
        folders.sort()
        below = os.path.relpath(folder, top).replace(os.sep, "/")
        for name in sorted(files):
            if name.lower().endswith(PICTURES) and not name.startswith("."):
                yield name if below == "." else f"{below}/{name}"


def _pages(tree: Tree, folder: str, below: str) -> Iterator[WrittenPage]:
    """Walk without Tree.entries: what editors' programs leave behind is published as well here."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue  # MkDocs leaves these out
        if entry.is_symlink():
            message = "这里不能用符号链接：它指向的内容会原样公开"
            tree.refuse(entry.path, "record-symlink", message, "把文件本身放进来")
        elif entry.is_dir():
            yield from _pages(tree, entry.path, f"{below}{entry.name}/")
        elif entry.name.endswith(_TEXTS):
            yield from _page(tree, entry.path, below + entry.name)
        elif not entry.name.lower().endswith(PICTURES) and below + entry.name not in _BY_NAME:
            tree.refuse(entry.path, "page-stray-file", "这个文件会原样公开到网站上", _CURE)


def _page(tree: Tree, path: str, name: str) -> Iterator[WrittenPage]:
    reading = Reading(tree.name_of(path), "", tree.problems)
    text = read_text(reading, path)
    if text is not None:
        lines = tuple(text.split("\n"))
        places = {f"lines[{at}]": (at + 1, 1) for at in range(len(lines))}
        yield WrittenPage(path=name, lines=lines, source=Source(reading.file, places))
