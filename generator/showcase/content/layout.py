"""Where things lie: the root folder of a site, and the theme that comes with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders below one root (the folder with mkdocs.yml, content/ and media/)."""

    root: Path

    @property
    def config(self) -> Path:
        """mkdocs.yml."""
        return self.root / "mkdocs.yml"

    @property
    def content(self) -> Path:
        """The records; only content/pages is shown to MkDocs."""
        return self.root / "content"

    @property
    def media(self) -> Path:
        """Masters of photos and films, by record."""
        return self.root / "media"

    @property
    def derivatives(self) -> Path:
        """Everything made from masters; ignored by git, safe to delete."""
        return self.media / "derivatives"

    @property
    def cache(self) -> Path:
        """Facts that are cheap to find again; ignored by git, safe to delete."""
        return self.root / ".cache"

    @property
    def index_memory(self) -> Path:
        """The search index as it was last made; a take-down deletes it."""
        return self.cache / "find"

    def holds_sources(self, folder: Path) -> bool:
        """Whether `folder` lies in records or masters, or around them: a site there would sweep them away."""
        place = folder.resolve()
        sources = [each.resolve() for each in (self.content, self.media)]
        return any(place.is_relative_to(s) or s.is_relative_to(place) for s in sources)

    def name_of(self, path: Path) -> str:
        """Return `path` relative to the root with forward slashes, as problems print it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def theme_dir() -> Path:
    """Return the theme's folder: inside an installed wheel, or beside generator/ in a checkout."""
    package = Path(__file__).parents[1]
    shipped = package / "_theme"
    return shipped if shipped.is_dir() else package.parents[1] / "theme"
