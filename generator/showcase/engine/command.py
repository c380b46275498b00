"""Runs MkDocs for the command: one build, or the live preview."""

from __future__ import annotations

import logging
import signal
import sys
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from showcase.check.printing import as_text
from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.engine.plugin import ShowcasePlugin
from showcase.engine.wishes import Wishes
from showcase.publish.build import BuildReport


class CannotBuild(Exception):  # noqa: N818 - reads as the sentence that it prints
    """mkdocs.yml is missing something without which there can be no build."""


class BuildFailed(Exception):  # noqa: N818 - as above
    """The records or a warning under --strict stopped the build; the live site is as it was."""


def build_site(
    layout: Layout, wishes: Wishes, *, site_dir: Path | None = None, strict: bool = False
) -> tuple[BuildReport, Path]:
    """Build the site of `layout`; return the report and the folder written.

    Raises CannotBuild or BuildFailed with a Chinese sentence.
    """
    _speak()
    config = _config(layout, site_dir, strict=strict)
    if wishes.collection:
        config.use_directory_urls, config.site_url = False, ""  # a disk knows no index of a folder
    plugin = plugin_of(config)
    plugin.wishes = wishes
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort as error:
        raise BuildFailed("网站保持原样，原因见上。") from error
    except TemplateError as error:
        raise BuildFailed(f"模板有错误，网站保持原样。{_template_fault(error)}") from error
    finally:
        config.plugins.on_shutdown()
    if plugin.report is None:
        raise BuildFailed("网站保持原样，原因见上。")
    return plugin.report, Path(config.site_dir)


def live_folder(layout: Layout) -> Path:
    """Return where the site of `layout` lies; the usual place when mkdocs.yml cannot be used."""
    try:
        return Path(_config(layout, None, strict=False).site_dir)
    except CannotBuild:
        return layout.root / "site"


def own_folders(layout: Layout) -> tuple[Path, ...]:
    """Return the owner's folder of templates and layouts (`custom_dir`); () when there is none."""
    try:
        custom = _config(layout, None, strict=False).theme.custom_dir
    except CannotBuild:
        return ()
    return (Path(custom),) if custom else ()


def _template_fault(error: TemplateError) -> str:
    """Say which template, which line and what: an owner's own template may be at fault."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name} 第 {error.lineno} 行：{error}。请改正这个模板。"
    stack = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename} 第 {frame.lineno} 行：" for frame in stack if ".html" in frame.filename]
    where = places[-1] if places else ""
    return f"{where}{error}。请改正这个模板。"


def serve_site(layout: Layout, address: str) -> None:
    """Serve the site of `layout` at `address` until interrupted (Ctrl+C, or SIGTERM).

    Raises CannotBuild when mkdocs.yml or the address will not do, BuildFailed when errors leave nothing
    to show yet.
    """
    _speak()
    plugin_of(_config(layout, None, strict=False, dev_addr=address))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve(str(layout.config), dev_addr=address)
    except Abort as error:
        raise BuildFailed("还没有可以预览的网站，原因见上。改好后再运行一次。") from error
    except OSError as error:
        raise CannotBuild(f"不能在 {address} 预览：{error.strerror}。请用 --address 换一个端口。") from error


def plugin_of(config: MkDocsConfig) -> ShowcasePlugin:
    """Return our plugin. Raises CannotBuild when mkdocs.yml does not name it."""
    plugin = config.plugins.get("showcase")
    if not isinstance(plugin, ShowcasePlugin):
        raise CannotBuild("mkdocs.yml 的 plugins 里没有 showcase。请加上一行：  - showcase")
    return plugin


def config_of(layout: Layout) -> MkDocsConfig:
    """Return mkdocs.yml as MkDocs reads it. Raises CannotBuild when it will not do."""
    return _config(layout, None, strict=False)


def _config(
    layout: Layout, site_dir: Path | None, *, strict: bool, dev_addr: str | None = None
) -> MkDocsConfig:
    wishes = {"strict": True if strict else None, "site_dir": str(site_dir.resolve()) if site_dir else None}
    try:
        return load_config(str(layout.config), config_file_path=None, dev_addr=dev_addr, **wishes)
    except (ConfigurationError, Abort) as error:
        raise CannotBuild(_setting_fault(layout, error)) from error


def _setting_fault(layout: Layout, error: Exception) -> str:
    """Say what is wrong with the settings: with file and line where our own reader finds it too."""
    if not (layout.content / "pages").is_dir():
        return "没有 content/pages 文件夹。请新建它，里面放一份 index.md。"
    if problems := read_settings(layout)[1]:
        return f"mkdocs.yml 有错误。\n{as_text(problems)}"
    reason = "原因见上面 MkDocs 的英文说明。" if isinstance(error, Abort) else str(error)
    return f"mkdocs.yml 有错误：{reason}"


def _speak() -> None:
    """Let MkDocs' warnings reach the editor, as `mkdocs build` would print them."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
