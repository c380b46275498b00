"""One record's kit: which files it holds, and the key that changes when any of them would."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from showcase.cards.rare import rare_font, texts_of
from showcase.content.layout import theme_dir
from showcase.content.packing import Member
from showcase.content.wording import ui
from showcase.kit import papers
from showcase.kit.bench import Bench
from showcase.kit.deck import FILM_ANCHOR, Told, Where, deck_page, remark_of
from showcase.kit.looks import plain_script, style, vendored
from showcase.kit.pieces import FILM, Pieces, pieces_of
from showcase.kit.powerpoint import RECIPE, slides_file
from showcase.kit.story import Story, story_of, who_of
from showcase.model.leads import lead_photo
from showcase.model.library import Showcase
from showcase.model.records import Project, Record, Star
from showcase.pages.cards import place_of
from showcase.pages.collection import PROJECTS, STARS
from showcase.pages.prose import parted
from showcase.pages.titles import titled
from showcase.sheets.formats import Sheet
from showcase.sheets.printing import pdf
from showcase.sheets.typesetting import FOLDER as PRINT

START, SLIDES, POWERPOINT = "start.html", "slides.html", "slides.pptx"
_FILM_SHEET = f"{SLIDES}#/{FILM_ANCHOR}"
"""A browser shows captions there, and none with the file alone."""
POSTER, HANDOUT = "poster.pdf", "handout.pdf"
FILES = "files/"
"""Where scripts and styles lie in a kit."""


@dataclass(frozen=True, slots=True)
class Kit:
    """`members` are cheap to say; `costly` are made only when the kit is not there yet."""

    stem: str
    members: Mapping[str, Member]
    costly: Mapping[str, Callable[[], bytes]]
    key: str


def stem_of(address: object) -> str:
    """Return stars-2024-henan-012: the name of a kit, without a name."""
    return str(address).replace("/", "-")


def kit_of(bench: Bench, record: Record, *, film: bool) -> Kit:
    """Return the kit of a record as `Showcase.kits` holds it; `film` False makes the small edition."""
    pieces = pieces_of(bench, record, film=film)
    story = story_of(bench.site, record, place_of(bench.view, record), bench.stage)
    members: dict[str, Member] = {**dict(shared_files(bench, (record,))), **pieces.files}
    members[SLIDES] = _slides(bench, story, pieces)
    members |= {name: html.encode() for name, html in papers.papers_of(bench, record, pieces)}
    costly = _costly(bench, record, story, pieces)
    members[START] = start_page(bench, record, pieces, [*members, *costly])
    return Kit(stem_of(record.address), members, costly, _key(bench, record, members))


def _slides(bench: Bench, story: Story, pieces: Pieces) -> bytes:
    """Return the page with the sheets."""
    where = Where(files=FILES, back=START, back_words=ui.kit.back)
    told = Told(story, pieces.shown, pieces.playing)
    return deck_page(bench.view.templates.env, told, where, remark_of(bench.site)).encode()


def shared_files(bench: Bench, records: tuple[Record, ...]) -> Iterator[tuple[str, Member]]:
    """Yield the scripts and styles of a kit, and the font of the rare characters in these records."""
    stars = tuple(record for record in records if isinstance(record, Star))
    projects = tuple(record for record in records if isinstance(record, Project))
    texts = texts_of(Showcase(stars=stars, projects=projects))
    rules, fonts = rare_font(bench.layout, texts, bench.fonts, "files")
    for name, path in vendored():
        yield f"{FILES}{name}", path
    for name in ("kit.css", "slides.css"):
        yield f"{FILES}{name}", style(name, rules)
    yield f"{FILES}slides.js", plain_script("slides.js")
    yield from ((font.path, font.data) for font in fonts)


def _costly(bench: Bench, record: Record, story: Story, pieces: Pieces) -> dict[str, Callable[[], bytes]]:
    remark, author = remark_of(bench.site), bench.site.settings.owner or bench.site.settings.site_name
    return {
        POWERPOINT: lambda: slides_file(story, pieces, remark, author),
        POSTER: lambda: pdf(Sheet.POSTER, [record], bench.press).data,
        HANDOUT: lambda: pdf(Sheet.HANDOUT, [record], bench.press).data,
    }


def start_page(bench: Bench, record: Record, pieces: Pieces, names: Sequence[str], back: str = "") -> bytes:
    """Return the first page: what there is of `names`, in the order in which one needs it.

    `back` leads to the first page of the programme that the kit stands in.
    """
    lead = lead_photo(record)
    is_star = isinstance(record, Star)
    template = bench.view.templates.env.get_template("kit/start.html")
    html = template.render(
        root="",
        title=f"{ui.kit.name}　{record.name}",
        record=record,
        kind=STARS.title if is_star else PROJECTS.title,
        name=parted(record.name) if is_star else titled(record.name),
        who=who_of(record),
        back=back,
        cover=pieces.shown(lead) if lead else None,
        groups=_groups(names),
        photos=pieces.photos,
        small=record.video is not None and pieces.playing is None,
        remark=remark_of(bench.site),
    )
    return html.encode()


def _groups(names: Sequence[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the links that lead somewhere, before, during and after."""
    groups = (
        (
            ui.kit.start_before,
            (
                (papers.CONSENT, ui.kit.start_consent),
                (papers.SCRIPT, ui.kit.start_script),
                (POSTER, ui.kit.start_poster),
                (HANDOUT, ui.kit.start_handout),
            ),
        ),
        (ui.kit.start_during, ((POWERPOINT, ui.kit.start_powerpoint), (_FILM_SHEET, ui.kit.start_film))),
        (
            ui.kit.start_after,
            (
                (papers.QUESTIONS, ui.kit.start_questions),
                (papers.LARGE, ui.kit.start_large),
                (papers.FEEDBACK, ui.kit.start_feedback),
            ),
        ),
    )
    known = {*names, *((_FILM_SHEET,) if FILM in names else ())}
    return [(heading, [link for link in links if link[0] in known]) for heading, links in groups]


def _key(bench: Bench, record: Record, members: Mapping[str, Member]) -> str:
    """Return what changes with the kit: its pages, its pictures (by name), what costly files show."""
    digest = hashlib.sha256()
    makers = (RECIPE, version("python-pptx"), version("typst"), bench.fonts.mark)
    told = (makers, record, bench.site.settings, bench.stage)
    digest.update(repr(told).encode() + _layouts(bench))
    for name, member in sorted(members.items()):
        digest.update(name.encode())
        digest.update(member if isinstance(member, bytes) else _mark(member))
    return digest.hexdigest()[:20]


def _layouts(bench: Bench) -> bytes:
    """Return all layouts of printed sheets, ours and the owner's."""
    places = (theme_dir() / PRINT, *(folder / PRINT for folder in bench.press.own))
    return b"".join(file.read_bytes() for place in places for file in sorted(place.glob("*.typ")))


def _mark(file: Path) -> bytes:
    """Return what says which file it is: derivatives are named by what is in them."""
    return file.read_bytes() if file.is_relative_to(theme_dir()) else file.name.encode()
