"""What the sub-commands of `showcase media` need to know of a root: its records and its store."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from showcase.cli.cannot import CannotRun, require_root
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.content.settings import read_settings
from showcase.media.sharing.holdings import Holdings, holdings_of
from showcase.media.sharing.remote import Remote
from showcase.media.storing.masters import Master
from showcase.model.presets import Presets
from showcase.model.problem import Severity
from showcase.publish.judged import remote_of


@dataclass(frozen=True, slots=True)
class MediaRoot:
    """A root with what its records want. `is_readable`: every record could be read."""

    layout: Layout
    presets: Presets
    holdings: Holdings
    remote: Remote | None
    is_readable: bool

    def masters_of(self, addresses: Sequence[str]) -> tuple[Master, ...]:
        """Return the masters of the records at `addresses`, all without any; CannotRun when one has none."""
        for address in addresses:
            if not any(name.startswith(f"{address.strip('/')}/") for name in self.holdings.named):
                raise CannotRun(
                    f"{address} 不是这里的资料，或者它没有照片和影片。写法如 stars/2024/henan/012。"
                )
        return self.holdings.of(addresses)

    def require_remote(self) -> Remote:
        """Return the store; CannotRun when none was named."""
        if self.remote is None:
            raise CannotRun("没有指明存储：写 --store 网址，或者写在 mkdocs.yml 的 store 里。")
        return self.remote


def add_store(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the store. `showcase media` itself has it too, with the default."""
    help_text = "几台电脑合用的存储（默认：环境变量 SHOWCASE_STORE，再就是 mkdocs.yml 的 store）"
    parser.add_argument("--store", default=argparse.SUPPRESS, metavar="网址", help=help_text)


def add_addresses(parser: argparse.ArgumentParser) -> None:
    """Add the addresses of records, none for all."""
    help_text = "只管这些记录的文件，例如 stars/2024/henan/012（默认：全部）"
    parser.add_argument("records", nargs="*", metavar="地址", help=help_text)


def open_root(options: argparse.Namespace) -> MediaRoot:
    """Read what the records want."""
    layout = Layout(options.root)
    require_root(layout)
    settings, _ = read_settings(layout)
    library, problems = read_library(layout)
    presets, _ = read_presets(layout)
    is_readable = not any(problem.severity is Severity.ERROR for problem in problems)
    holdings = holdings_of(layout, library, presets)
    return MediaRoot(layout, presets, holdings, remote_of(settings, options.store), is_readable)
