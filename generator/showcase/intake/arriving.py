"""One packet as it arrived: opened, its papers read in workers, its files given to their items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.intake.documents import papers_in
from showcase.intake.findings import Finding, of_packet
from showcase.intake.forms_twice import of_forms
from showcase.intake.grids import Pages
from showcase.intake.items import Item, Picture, gathered, item_of, place_of
from showcase.intake.packets import Packet, PacketFile, open_packet, shown
from showcase.intake.papers import NominationForm, Papers
from showcase.intake.sorting import FileKind, kind_of, owner_of, photo_kind
from showcase.media.terms.refusal import Breakdown, Refused
from showcase.media.working.isolation import FaultInside, isolated
from showcase.model.problem import Severity
from showcase.model.terms import PhotoKind

_READ = "showcase.intake.paper_files:read_paper"
_SILENCE_S = 240.0
PASTED = "（表里贴的）"
"""Behind the name of the Word file that a picture was pasted into."""

Tell = Callable[[str, int, int], None]
"""Told the name of a file, its number and how many there are."""


@dataclass(slots=True)
class Arrival:
    """A packet that was read: its items, who sends it as its register says, and what is wrong with it.

    `sources` are the files of photographs and films by the sha256 that items know them by; `loose` those
    that are not yet given to an item, `unread` what is kept as it came; `homes` the paths of papers and
    whose they are.
    """

    packet: Packet
    sender: str = ""
    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, Path] = field(default_factory=dict)
    loose: list[PacketFile] = field(default_factory=list)
    unread: list[PacketFile] = field(default_factory=list)
    homes: list[tuple[str, int]] = field(default_factory=list)


def arrive(path: Path, staging: Path, tell: Tell) -> Arrival:
    """Open and read the packet at `path`. Raises CannotTake."""
    arrival = Arrival(open_packet(path, staging / "zips"))
    for name, refusal in arrival.packet.refused:
        arrival.findings.append(
            of_packet("refused", f"{shown(name)}：{refusal.message}", refusal.fix, file=shown(name))
        )
    files = arrival.packet.files
    read: list[tuple[PacketFile, Papers]] = []
    for number, file in enumerate(files, 1):
        tell(file.shown, number, len(files))
        if kind_of(file.name) is FileKind.PAPER:
            papers = _papers(file, staging / "pasted" / file.sha256[:16], arrival)
            if papers:
                read.append((file, papers))
    _gather(arrival, read, staging / "pasted")
    arrival.loose = [file for file in files if kind_of(file.name) in (FileKind.PHOTO, FileKind.FILM)]
    arrival.unread = [file for file in files if kind_of(file.name) in (FileKind.SCAN, FileKind.OTHER)]
    return arrival


def _papers(file: PacketFile, folder: Path, arrival: Arrival) -> Papers | None:
    """Return what a paper says; one that cannot be read is one sentence."""
    try:
        pages: Pages = isolated(_READ, file.path, folder, silence_s=_SILENCE_S)
    except Refused as refused:
        said = refused.refusal
        arrival.findings.append(
            of_packet("unreadable", f"{file.shown}：{said.message}", said.fix, file=file.shown)
        )
        return None
    except (Breakdown, FaultInside, OSError):  # what the fault says may quote the paper: it is not passed on
        fix = "请用 Word、WPS 或 Excel 打开，另存一份再送"
        arrival.findings.append(of_packet("unreadable", f"{file.shown}：读不了", fix, file=file.shown))
        return None
    found = papers_in(pages, file.shown)
    if pages.linked:
        message = f"{file.shown}：有 {pages.linked} 张图片只是链接，图片不在文件里"
        fix = "请把图片文件一起送"
        arrival.findings.append(of_packet("linked", message, fix, file=file.shown, severity=Severity.WARNING))
    is_known = found.forms or found.registers or found.texts or found.pictures
    if not is_known and pages.paragraphs + pages.grids:
        message, fix = (
            f"{file.shown}：没有认出是哪一种表或材料",
            "是推介表、登记表、工作总结的，请按通知的表填写再送",
        )
        arrival.findings.append(of_packet("unknown", message, fix, file=file.shown, severity=Severity.NOTE))
    return found


def _gather(arrival: Arrival, read: list[tuple[PacketFile, Papers]], pasted: Path) -> None:
    """Put papers together to items, and texts to the items that they are about."""
    items, nameless = gathered(papers for _, papers in read)
    arrival.findings += of_forms([form for _, papers in read for form in papers.forms], items, nameless)
    for file, papers in read:
        for form in papers.forms:
            at = place_of(items, item_of(form)) if "name" in form.fields else None
            if at is not None:
                arrival.homes.append((file.name, at))
                items[at] = _with_pasted(arrival, items[at], file, form, pasted / file.sha256[:16])
        arrival.sender = arrival.sender or next((r.sender for r in papers.registers if r.sender), "")
    arrival.items = items
    for file, papers in read:
        for text in papers.texts:
            _attach_text(arrival, file, text.field, text.paragraphs)
        if papers.pictures:
            _attach_pictures(arrival, file, papers.pictures, pasted / file.sha256[:16])


def _with_pasted(arrival: Arrival, item: Item, file: PacketFile, form: NominationForm, folder: Path) -> Item:
    """Keep the pictures of a form's Word file; whether they are used is decided when all files are known."""
    found = []
    for picture in (each for each in form.pictures if each.use != "stamp"):
        digest = Path(picture.file).stem
        kind = PhotoKind.ID_PHOTO if picture.use == "id-photo" else photo_kind("", item.kind)
        arrival.sources[digest] = folder / picture.file
        found.append(Picture(digest, kind, f"{file.shown}{PASTED}"))
    return replace(item, pictures=item.pictures + tuple(found))


def _attach_text(arrival: Arrival, file: PacketFile, name: str, paragraphs: tuple[str, ...]) -> None:
    of_projects = name in ("work_summary", "description")
    at = _owner(arrival, file, "project" if of_projects else "")
    if at is not None:
        item = arrival.items[at]
        arrival.items[at] = replace(item, texts={**item.texts, name: paragraphs})


def _attach_pictures(arrival: Arrival, file: PacketFile, pictures: tuple[str, ...], folder: Path) -> None:
    """Give the pictures of a paper that is no form (活动照片.docx, 工作总结) to whom it is about."""
    at = _owner(arrival, file, "")
    if at is None:
        return
    item = arrival.items[at]
    found = []
    for name in pictures:
        arrival.sources[Path(name).stem] = folder / name
        kind = photo_kind(file.name, item.kind)
        found.append(Picture(Path(name).stem, kind, f"{file.shown}{PASTED}"))
    arrival.items[at] = replace(item, pictures=item.pictures + tuple(found))


def _owner(arrival: Arrival, file: PacketFile, kind: str) -> int | None:
    """Return the place of the item (of a kind, or "" of any) that a paper is about; tell where none is."""
    wanted = [at for at, item in enumerate(arrival.items) if kind in ("", item.kind)]
    homes = [(path, wanted.index(at)) for path, at in arrival.homes if at in wanted]
    owner = owner_of(file, [arrival.items[at] for at in wanted], homes)
    if owner is not None:
        return wanted[owner]
    message, fix = f"{file.shown}：没有认出是谁的", "请在文件名里写上姓名或项目名称"
    found = of_packet("whose", message, fix, file=file.shown, severity=Severity.WARNING)
    arrival.findings += [] if found in arrival.findings else [found]
    return None
