"""What the owner of a site decides in mkdocs.yml, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from showcase.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of the `showcase` plugin, and the few of MkDocs' own that addresses depend on.

    `repository`: public | private (with public, an undecided record in the tree is an error).
    `demo`: the site says 示例数据 on every page. `scope`: a region's slug for a province's own site.
    `site_url` may be empty; it ends with "/" otherwise. `directory_urls`: …/012/ or …/012.html.
    `media_url`: the owner's other address, from which films and sounds come. `store`: the URL of the store
    of media that several machines share.
    `media_minutes`: a build does not begin when making media would take longer; 0: it always does.
    `precompress`: texts get compressed copies beside them, for servers that send these. `data_license`: the
    address of the licence under which the data files may be used, "" for none.
    `cards`: link cards and posters are drawn; `name_font`: a font file, relative to the root, that is asked
    first for a character.
    `kits`: which records' kits can be downloaded: none | chosen (`public_kit`) | all (without film).
    `online`: of a copy on a disk, the settings of the site that it is a copy of.
    `words`: the owner's own interface words, as (`header.skip`, text), from content/words.yml.
    `owner`, `organiser`, `icp`, `police`, `site_code` (网站标识码; its sites get government meta tags),
    `government_mark` (a picture below content/pages) with `government_link`, `contact`, `telephone` (an
    office's) and `letter` (where to write) go to the footer, each hidden when empty.
    """

    site_name: str = "百姓学习之星"
    site_url: str = ""
    directory_urls: bool = True
    repository: str = "private"
    demo: bool = False
    scope: str = ""
    media_url: str = ""
    store: str = field(default="", repr=False)
    media_minutes: int = 0
    precompress: bool = False
    data_license: str = ""
    owner: str = ""
    organiser: str = ""
    icp: str = ""
    police: str = ""
    site_code: str = ""
    government_mark: str = ""
    government_link: str = ""
    contact: str = ""
    telephone: str = ""
    letter: str = ""
    cards: bool = True
    kits: str = "none"
    name_font: str = ""
    render: str = "shell"
    words: tuple[tuple[str, str], ...] = ()
    online: Settings | None = None
    source: Source = field(default=NOWHERE, compare=False, repr=False)
