"""mkdocs.yml, as far as addresses and pages depend on it. MkDocs' own reader is not asked."""

from __future__ import annotations

import os
import re
from typing import Any

import yaml

from showcase.content.documents import as_mapping, is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.law_settings import ICP, POLICE, SITE_CODE, OfficeTelephones, check_mark
from showcase.content.layout import Layout
from showcase.content.numbers import Whole
from showcase.content.own_words import read_words
from showcase.content.reading import Reading
from showcase.content.safe_settings import check_safety
from showcase.content.shapes import Field, Shape
from showcase.content.values import TRUTH, Text, one_of
from showcase.content.whereabouts import MEDIA_ORIGIN, WEB_ADDRESS, RegionSlug
from showcase.model.problem import Problem
from showcase.model.settings import Settings

PLUGIN = "showcase"
_ENV = "!ENV"
_TEXT = Text()

SITE = Shape(
    "网站设置",
    Settings,
    (
        Field("site_name", "网站名称", _TEXT),
        Field("site_url", "网址", WEB_ADDRESS),
        Field("use_directory_urls", "目录式网址", TRUTH, name="directory_urls"),
    ),
)

OPTIONS = Shape(
    "showcase 插件",
    Settings,
    (
        Field("repository", "仓库", one_of("public", "private")),
        Field("demo", "示例数据", TRUTH),
        Field("scope", "地区", RegionSlug()),
        Field("media_url", "媒体网址", MEDIA_ORIGIN),
        Field("store", "存储", _TEXT),
        Field("media_minutes", "制作时限", Whole(0, 10_000)),
        Field("precompress", "压缩副本", TRUTH),
        Field("data_license", "数据的许可", WEB_ADDRESS),
        Field("owner", "主办单位", _TEXT),
        Field("organiser", "承办单位", _TEXT),
        Field("icp", "ICP备案号", ICP),
        Field("police", "公安备案号", POLICE),
        Field("site_code", "网站标识码", SITE_CODE),
        Field("government_mark", "党政机关网站标识", _TEXT),
        Field("government_link", "标识的网址", WEB_ADDRESS),
        Field("contact", "联系方式", _TEXT),
        Field("telephone", "办公电话", OfficeTelephones()),
        Field("letter", "来信地址", _TEXT),
        Field("cards", "转发图片", TRUTH),
        Field("kits", "资料包", one_of("none", "chosen", "all")),
        Field("name_font", "字体文件", _TEXT),
        Field("render", "渲染方式", one_of("shell", "full")),
    ),
)


def read_settings(layout: Layout) -> tuple[Settings, list[Problem]]:
    """Return what mkdocs.yml says, with defaults for what it leaves out, and its problems."""
    tree = Tree(layout)
    reading = Reading(tree.name_of(layout.config), "", tree.problems)
    if not layout.config.is_file():
        tree.refuse(layout.config, "record-unreadable", "没有 mkdocs.yml", "在网站文件夹里运行，或写 --root")
        return Settings(), tree.problems
    root = read_yaml(reading, str(layout.config), trusted=True)
    mapping = as_mapping(reading, root) if root else None
    found = _found(reading, mapping) if mapping else {}
    if mapping:
        check_mark(reading, layout, found.get("government_mark", ""))
        check_safety(reading, layout, mapping, lambda node: _written(_resolved(node)))
    return Settings(source=reading.source(), words=read_words(tree), **found), tree.problems


def _found(reading: Reading, root: yaml.MappingNode) -> dict[str, Any]:
    """Return the settings that were written. What only MkDocs knows is passed over."""
    known = [(key, _resolved(value)) for key, value in root.value if str(key.value) in SITE.by_key]
    site = SITE.values(reading, yaml.MappingNode("", known, root.start_mark), "") or {}
    if site.get("site_url"):
        site["site_url"] = f"{str(site['site_url']).rstrip('/')}/"
    plugins = next((value for key, value in root.value if key.value == "plugins"), None)
    options = _options(plugins)
    if options is None or is_blank(options):
        return site
    mapping = as_mapping(reading, options)
    return {**site, **(_plugin(reading, mapping) if mapping else {})}


def _plugin(reading: Reading, options: yaml.MappingNode) -> dict[str, Any]:
    for key, value in options.value:
        if key.value == "store" and value.tag != _ENV and re.search(r"://[^/]*:[^/]*@", _written(value)):
            fix = "写成 store: !ENV SHOWCASE_STORE，把网址放在环境变量里；已经提交过的密码要换"
            reading.report(value, "setting-store", "存储的网址里有密码，会跟着仓库传出去", fix)
    values = [(key, _resolved(value)) for key, value in options.value]
    written = [pair for pair in values if not _is_empty(pair[1])]
    return OPTIONS.values(reading, yaml.MappingNode("", written, options.start_mark), "") or {}


def _options(plugins: yaml.Node | None) -> yaml.Node | None:
    """Return what stands below `showcase` in the list (or the mapping) of plugins."""
    entries: list[yaml.Node | None]
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        if isinstance(entry, yaml.MappingNode):
            for key, value in entry.value:
                if key.value == PLUGIN:
                    return value  # type: ignore[no-any-return]
    return None


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value


def _written(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _resolved(node: yaml.Node) -> yaml.Node:
    """Return the text that `!ENV NAME` or `!ENV [NAME, OTHER, default]` stands for, as MkDocs reads it."""
    if node.tag != _ENV:
        return node
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [item.value for item in items if isinstance(item, yaml.ScalarNode)]
    default = names.pop() if len(names) > 1 else ""
    found = next((os.environ[name] for name in names if name in os.environ), default)
    return yaml.ScalarNode("", found, node.start_mark, node.end_mark)
