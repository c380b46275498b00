"""schema.org facts of stars, projects and films."""

from __future__ import annotations

import datetime

from showcase.model.records import Project, Star
from showcase.pages.dates import decided_on
from showcase.pages.films import PLAIN, FilmPart
from showcase.pages.jsonld import LANGUAGE, Thing, organisations, said
from showcase.pages.pictures import Drawn
from showcase.pages.sharing import absolute
from showcase.pages.view import View


def person(view: View, star: Star, description: str, picture: Drawn | None) -> Thing:
    """Return the star as a Person."""
    unit = organisations([star.unit]) if star.unit else []
    own = said(jobTitle=star.post, affiliation=next(iter(unit), None), knowsAbout=list(star.topics))
    return _thing(view, "Person", star, description, picture) | own


def creative_work(view: View, project: Project, description: str, picture: Drawn | None) -> Thing:
    """Return the project as a CreativeWork of its hosts, dated by its newest decision."""
    decided = decided_on(project)
    own = said(
        creator=organisations(project.hosts),
        contributor=organisations([*project.organisers, *project.co_organisers]),
        audience=project.audience and {"@type": "Audience", "audienceType": project.audience},
        contentLocation=project.venue and {"@type": "Place", "name": project.venue},
        temporalCoverage=_span(project),
        keywords=list(project.topics),
        dateModified=decided and decided.isoformat(),
        inLanguage=LANGUAGE,
    )
    return _thing(view, "CreativeWork", project, description, picture) | own


def video_object(view: View, film: FilmPart, description: str, day: datetime.date | None) -> Thing:
    """Return the film as a VideoObject, public since `day` (left out when that is unknown)."""
    thing: Thing = {"@type": "VideoObject", "name": film.title, "duration": f"PT{round(film.duration_s)}S"}
    plain = next(src for src, mime, _ in film.sources if mime == PLAIN)
    return thing | said(
        description=description,
        uploadDate=day and day.isoformat(),
        thumbnailUrl=absolute(view, film.poster),
        contentUrl=absolute(view, plain),
        caption=film.captions and absolute(view, film.captions),
        transcript="\n".join(film.transcript),
        inLanguage=LANGUAGE,
    )


def _thing(view: View, kind: str, record: Star | Project, description: str, picture: Drawn | None) -> Thing:
    return {"@type": kind, "name": record.name} | said(
        description=description,
        url=absolute(view, view.href(record.address)),
        image=picture and absolute(view, picture.src),
    )


def _span(project: Project) -> str:
    """Return 2016-09/2020 or 2016-09/.. (ISO 8601: still going on); "" without a beginning."""
    if project.started is None:
        return ""
    return f"{project.started}/{'..' if project.ended is None else project.ended}"
