"""Several records as one programme: an assembly of three stars, one deck of all, a page to begin from."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from showcase.content.packing import Member
from showcase.content.wording import ui
from showcase.kit.archive import write_kit
from showcase.kit.assembly import FILES, SLIDES, START, shared_files, start_page, stem_of
from showcase.kit.bench import Bench
from showcase.kit.deck import Playing, Shown, Told, Where, page_of, remark_of, sheets_of, title_sheet
from showcase.kit.making import Made
from showcase.kit.pieces import Pieces, pieces_of
from showcase.kit.story import story_of, who_of
from showcase.model.leads import lead_photo
from showcase.model.parts import Photo
from showcase.model.records import Record
from showcase.pages.cards import place_of


class Entry(NamedTuple):
    """One record of the programme: the folder of its kit, what the first page says of it."""

    folder: str
    name: str
    who: tuple[str, ...]
    cover: Shown | None


class _Act(NamedTuple):
    """One record of the programme with what its kit holds."""

    folder: str
    record: Record
    pieces: Pieces

    def shown(self, photo: Photo) -> Shown | None:
        """Return the picture as it lies in the programme."""
        shown = self.pieces.shown(photo)
        return shown._replace(src=f"{self.folder}/{shown.src}") if shown else None

    @property
    def playing(self) -> Playing | None:
        """The film as it lies in the programme."""
        film = self.pieces.playing
        if film is None:
            return None
        return film._replace(src=f"{self.folder}/{film.src}", poster=f"{self.folder}/{film.poster}")


def write_programme(bench: Bench, title: str, made: Sequence[Made], place: Path) -> None:
    """Write the kits `made` into one zip, each whole in its folder, and one deck of all of them above."""
    acts = [_act(bench, one) for one in made]
    members: dict[str, Member] = dict(shared_files(bench, tuple(act.record for act in acts)))
    for one, act in zip(made, acts, strict=True):
        with zipfile.ZipFile(one.place) as kit:
            names = kit.namelist()
            members |= {f"{act.folder}/{name}": kit.read(name) for name in names}
        first = start_page(bench, act.record, act.pieces, names, f"../{START}")
        members[f"{act.folder}/{START}"] = first
    members[SLIDES] = _slides(bench, title, acts)
    members[START] = _start(bench, title, acts)
    write_kit(place, members)


def _act(bench: Bench, made: Made) -> _Act:
    record = bench.site.showcase.kits[made.order.address]
    return _Act(stem_of(record.address), record, pieces_of(bench, record, film=made.order.film))


def _slides(bench: Bench, title: str, acts: Sequence[_Act]) -> bytes:
    """Return the deck of all: whoever speaks steps from one to the next and stays on the full screen."""
    sheets = [title_sheet(title, "、".join(act.record.name for act in acts))]
    for act in acts:
        story = story_of(bench.site, act.record, place_of(bench.view, act.record), bench.stage)
        sheets += sheets_of(Told(story, act.shown, act.playing, act.folder))
    where = Where(files=FILES, back=START, back_words=ui.kit.back_programme)
    titles = ui.kit.slides_of.format(name=title), title
    return page_of(bench.view.templates.env, titles, sheets, where, remark_of(bench.site)).encode()


def _start(bench: Bench, title: str, acts: Sequence[_Act]) -> bytes:
    template = bench.view.templates.env.get_template("kit/programme.html")
    entries = [_entry(act) for act in acts]
    html = template.render(root="", title=title, entries=entries, remark=remark_of(bench.site))
    return html.encode()


def _entry(act: _Act) -> Entry:
    lead = lead_photo(act.record)
    cover = act.shown(lead) if lead else None
    return Entry(act.folder, act.record.name, who_of(act.record), cover)
