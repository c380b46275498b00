"""One packet as it arrived: opened, its papers read in workers, its files given to their items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.intake.documents import papers_in
from showcase.intake.findings import Finding, of_packet
from showcase.intake.grids import Pages
from showcase.intake.items import FilmFile, Item, Picture, gathered, item_of, place_of
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

    `sources` are the files of photographs and films by the sha256 that items know them by.
    """

    packet: Packet
    sender: str = ""
    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, Path] = field(default_factory=dict)
    loose: list[PacketFile] = field(default_factory=list)
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
    if not (found.forms or found.registers or found.texts) and pages.paragraphs + pages.grids:
        message, fix = (
            f"{file.shown}：没有认出是哪一种表或材料",
            "是推介表、登记表、工作总结的，请按通知的表填写再送",
        )
        arrival.findings.append(of_packet("unknown", message, fix, file=file.shown, severity=Severity.NOTE))
    return found


def _gather(arrival: Arrival, read: list[tuple[PacketFile, Papers]], pasted: Path) -> None:
    """Put papers together to items, and texts to the items that they are about."""
    items, nameless = gathered(papers for _, papers in read)
    for form in nameless:
        message, fix = f"{form.file}：表里没有填姓名或名称，没有收", "请填好再送"
        arrival.findings.append(of_packet("nameless", message, fix, file=form.file))
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
    wanted = [at for at, item in enumerate(arrival.items) if not of_projects or item.kind == "project"]
    items = [arrival.items[at] for at in wanted]
    homes = [(path, wanted.index(at)) for path, at in arrival.homes if at in wanted]
    owner = owner_of(file, items, homes)
    if owner is None:
        message, fix = f"{file.shown}：没有认出是谁的", "请在文件名里写上姓名或项目名称"
        arrival.findings.append(of_packet("whose", message, fix, file=file.shown, severity=Severity.WARNING))
        return
    at = wanted[owner]
    item = arrival.items[at]
    arrival.items[at] = replace(item, texts={**item.texts, name: paragraphs})


def with_media(arrival: Arrival, known: Sequence[Item]) -> None:
    """Give photographs and films to the items of the packet, or to those that came before (`known`)."""
    own = len(arrival.items)
    items = [*arrival.items, *(item for item in known if place_of(arrival.items, item) is None)]
    if not own:
        items = list(known)
    gained: dict[int, list[PacketFile]] = {}
    for file in arrival.loose:
        owner = owner_of(
            file, items if _names_earlier(file, items, own) else items[:own] or items, arrival.homes
        )
        if owner is None:
            message, fix = f"{file.shown}：没有认出是谁的", "请在文件名里写上姓名或项目名称，或放进他的文件夹"
            arrival.findings.append(
                of_packet("whose", message, fix, file=file.shown, severity=Severity.WARNING)
            )
        else:
            gained.setdefault(owner, []).append(file)
    for at, files in gained.items():
        arrival.sources |= {file.sha256: file.path for file in files}
        films = [file.shown for file in files if kind_of(file.name) is FileKind.FILM]
        if len(films) > 1:
            message, fix = (
                f"{items[at].name}有 {len(films)} 部影片，只收了 {films[0]}",
                "要换的，只留一部重新送",
            )
            arrival.findings.append(of_packet("films", message, fix, severity=Severity.WARNING))
        if at < own:
            arrival.items[at] = _with_files(arrival.items[at], files)
        else:
            arrival.items.append(_with_files(Item(items[at].kind, items[at].name), files))
    arrival.items = [_without_copies(item) for item in arrival.items]


def _names_earlier(file: PacketFile, items: Sequence[Item], own: int) -> bool:
    """Whether a file's name speaks of somebody whose papers came in an earlier packet."""
    return any(item.key and item.key in file.stem for item in items[own:])


def _with_files(item: Item, files: Sequence[PacketFile]) -> Item:
    photos = [file for file in files if kind_of(file.name) is FileKind.PHOTO]
    films = [file for file in files if kind_of(file.name) is FileKind.FILM]
    pictures = tuple(Picture(f.sha256, photo_kind(f.name, item.kind), f.shown) for f in photos)
    film = FilmFile(films[0].sha256, films[0].shown) if films else item.film
    return replace(item, pictures=item.pictures + pictures, film=film)


def _without_copies(item: Item) -> Item:
    """Leave out what is pasted into Word where a file of its own came: Word makes pictures coarser."""
    pasted = [p for p in item.pictures if p.origin.endswith(PASTED)]
    files = [p for p in item.pictures if p not in pasted]
    has_id, has_other = (any((p.kind is PhotoKind.ID_PHOTO) == of for p in files) for of in (True, False))
    kept = [p for p in pasted if not (has_id if p.kind is PhotoKind.ID_PHOTO else has_other)]
    return replace(item, pictures=tuple({p.sha256: p for p in (*kept, *files)}.values()))
