"""What mkdocs.yml must not say: it would put records on the public site, or fetch from other hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from showcase.content.layout import Layout
from showcase.content.reading import Reading

_FOREIGN = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)


def check_safety(
    reading: Reading, layout: Layout, root: yaml.MappingNode, text: Callable[[yaml.Node], str]
) -> None:
    """Report settings that publish what is not meant for the public; `text` resolves a value."""
    top = {str(key.value): (key, value) for key, value in root.value}
    if inherit := top.get("INHERIT"):
        message = "不支持 INHERIT：另一个文件里的设置（例如 repository: public）检查时看不到"
        reading.report(inherit[0], "setting-inherit", message, "把那个文件里的各项写到 mkdocs.yml 里")
    _check_docs_dir(reading, layout, top.get("docs_dir"), text)
    if (place := top.get("site_dir")) and layout.holds_sources(layout.root / text(place[1])):
        message = "site_dir 和资料所在的文件夹重叠：生成网站会清空资料"
        reading.report(place[0], "setting-site-dir", message, "写成单独的文件夹，例如 site_dir: site")
    for node in _of(root, "site_name", "site_description", "site_author"):
        if re.search('[<>&"]', text(node)):
            message = "网站的名称和说明里不能有 < > & 和半角引号：主题会把它们当成 HTML"
            reading.report(node, "setting-html", message, "删去，或者改用全角的〈〉＆“”")
    for node in _loaded(root):
        if _FOREIGN.match(text(node).strip()):
            message = f"网站会向别的网站取东西：{text(node).strip()}"
            reading.report(node, "setting-foreign", message, "把文件放进 content/pages，写它的路径")
    for node in _tells(root, text):
        message = "这一项会让每一次访问都去问别的网站"
        reading.report(node, "setting-foreign", message, "删去；要指给读者看的网址，写在网页里作链接")


def _check_docs_dir(
    reading: Reading,
    layout: Layout,
    found: tuple[yaml.Node, yaml.Node] | None,
    text: Callable[[yaml.Node], str],
) -> None:
    """MkDocs publishes everything below docs_dir; only content/pages is looked through for that."""
    pages = layout.content / "pages"
    fix = "写成 docs_dir: content/pages"
    if not found and (layout.root / "docs").is_dir():
        message = "没有写 docs_dir，MkDocs 会把 docs 文件夹里的文件全部公开"
        reading.at((1, 1), "setting-docs-dir", message, fix)
    elif found and Path(layout.root / text(found[1])).resolve() != pages.resolve():
        message = f"docs_dir 不能是“{text(found[1])}”：那里的文件会原样公开"
        reading.report(found[0], "setting-docs-dir", message, fix)


def _loaded(root: yaml.MappingNode) -> Iterator[yaml.Node]:
    """Yield every value that a browser would load as a style, a script or a picture."""
    for key, value in root.value:
        if key.value in ("extra_css", "extra_javascript") and isinstance(value, yaml.SequenceNode):
            for item in value.value:
                yield from _of(item, "path") if isinstance(item, yaml.MappingNode) else [item]
        elif key.value == "theme" and isinstance(value, yaml.MappingNode):
            yield from _of(value, "logo", "favicon")


def _of(mapping: yaml.MappingNode, *names: str) -> Iterator[yaml.Node]:
    return (value for key, value in mapping.value if key.value in names)


def _tells(root: yaml.MappingNode, text: Callable[[yaml.Node], str]) -> Iterator[yaml.Node]:
    """Yield what makes Material ask another host at every visit: statistics, facts of a repository."""
    yield from (node for node in _of(root, "repo_url") if re.search(r"git(hub|lab)\.", text(node)))
    for extra in _of(root, "extra"):
        if isinstance(extra, yaml.MappingNode):
            yield from (key for key, _ in extra.value if key.value == "analytics")
