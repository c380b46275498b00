"""What `showcase kit` begins with; and a whole collection as a site for a stick, whose search finds."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.packing import Member
from showcase.content.wording import ui
from showcase.engine.command import CannotBuild, build_site, config_of
from showcase.engine.judging import judged_of, prepared_of
from showcase.engine.kits import bench_of
from showcase.engine.wishes import Wishes
from showcase.find.pack import packed_index
from showcase.kit.archive import write_kit
from showcase.kit.bench import Bench
from showcase.kit.deck import remark_of
from showcase.kit.looks import style
from showcase.model.artefact import Artefact
from showcase.model.regions import REGIONS
from showcase.model.terms import SchoolStage

_INDEX = "assets/showcase/find-index.js"
_CAPTIONS = re.compile(r"(?:\.\./)*(media/[0-9a-f]{2}/[0-9a-z-]+captions\.vtt)")
_PAGES = (".html", ".js")


def kit_bench(layout: Layout, wishes: Wishes, stage: SchoolStage) -> Bench:
    """Judge the records and make what is missing of their media.

    Raises CannotBuild when mkdocs.yml will not do, PluginError when an error stops it.
    """
    config = config_of(layout)
    judged = judged_of(config, wishes)
    ui.speak(judged.settings.words)
    return bench_of(layout, prepared_of(judged, wishes), config, stage)


def write_collection(bench: Bench, wishes: Wishes, name: str, folder: Path) -> Path:
    """Build the collection `name` (a region's slug or a year) and write it as a zip into `folder`.

    Raises CannotBuild, BuildFailed, or PluginError as a build does; CannotBuild when nobody is in it.
    """
    place = folder / f"collection-{name}.zip"
    with tempfile.TemporaryDirectory(prefix="showcase-collection-") as made:
        site = Path(made) / "site"
        report, _ = build_site(bench.layout, replace(wishes, collection=name), site_dir=site)
        if not report.records:
            raise CannotBuild(f"{_title(name)}还没有人同意做成资料包带走，没有可以放进去的。")
        write_kit(place, dict(_members(bench, site, name)))
    return place


def _members(bench: Bench, site: Path, name: str) -> Iterator[tuple[str, Member]]:
    """Yield the files of the built site as they work from a disk, where a browser fetches nothing."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    pack = packed_index(Artefact(path, file) for path, file in files.items() if path.startswith("find/"))
    for path, file in files.items():
        if path == _INDEX:
            yield path, bytes(pack.data if isinstance(pack.data, bytes) else b"") + file.read_bytes()
        elif path.endswith(_PAGES):
            yield path, _with_captions(file, site)
        elif not path.startswith(("find/", ".")):
            yield path, file
    yield "files/kit.css", style("kit.css")
    yield "start.html", _start(bench, name)


def _with_captions(file: Path, site: Path) -> bytes:
    """Return a page whose captions travel inside it: from a disk browsers refuse a track of its own."""

    def inside(found: re.Match[str]) -> str:
        text = base64.b64encode((site / found[1]).read_bytes()).decode()
        return f"data:text/vtt;charset=utf-8;base64,{text}"

    return _CAPTIONS.sub(inside, file.read_text(encoding="utf-8")).encode()


def _start(bench: Bench, name: str) -> bytes:
    template = bench.view.templates.env.get_template("kit/collection.html")
    title = ui.kit.collection.format(name=_title(name))
    return template.render(root="", title=title, remark=remark_of(bench.site)).encode()


def _title(name: str) -> str:
    return REGIONS[name].name if name in REGIONS else ui.site.year.format(year=name)
