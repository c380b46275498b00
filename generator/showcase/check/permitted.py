"""One record as the public may see it: approved honours, and each asset by its own consent."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.parts import Consent, Photo
from showcase.model.records import Project, Star
from showcase.model.terms import Asset, Group, PhotoKind, Sensitive

R = TypeVar("R", Star, Project)
T = TypeVar("T", Star, Project, ActivityWeek, Event)


def permitted_record(record: R, today: datetime.date) -> R | None:
    """Return the record as it may be shown on `today`, or None when it may not be shown at all.

    Shown are: numbered records with an approved honour (document and date) whose text is consented to.
    An approval dated ahead does not count before its day.
    """
    honours = tuple(honour for honour in approved(record.honours) if honour.date and honour.date <= today)
    is_shown = honours and not record.address.is_draft and record.consent.holds(Asset.TEXT, today)
    if not is_shown:
        return None
    consent = record.consent
    seen = replace(
        record,
        honours=honours,
        photos=permitted_photos(record.photos, consent, today),
        video=record.video if consent.holds(Asset.VIDEO, today) else None,
        audio=record.audio if consent.holds(Asset.VOICE, today) else None,
    )
    return _without_unnamed_groups(seen, today)


def _without_unnamed_groups(record: R, today: datetime.date) -> R:
    """Drop the group disabled-people unless the paper for the text names disability."""
    if not isinstance(record, Star) or Group.DISABLED_PEOPLE not in record.groups:
        return record
    if record.consent.holds(Asset.TEXT, today, Sensitive.DISABILITY):
        return record
    return replace(record, groups=tuple(g for g in record.groups if g != Group.DISABLED_PEOPLE))


def permitted_photos(photos: Iterable[Photo], consent: Consent, today: datetime.date) -> tuple[Photo, ...]:
    """Return the photographs that `consent` allows on `today`."""
    return tuple(photo for photo in photos if _is_permitted(photo, consent, today))


def _is_permitted(photo: Photo, consent: Consent, today: datetime.date) -> bool:
    """Ask the portrait's consent for a face, the photos' for the rest, and what it must name."""
    is_face = photo.kind in {PhotoKind.PORTRAIT, PhotoKind.ID_PHOTO}
    named = [Sensitive.MINORS] if photo.minors else []
    if photo.kind == PhotoKind.ID_PHOTO:
        named.append(Sensitive.ID_PHOTO)
    return consent.holds(Asset.PORTRAIT if is_face else Asset.PHOTOS, today, *named)


def permitted_week(week: ActivityWeek, today: datetime.date) -> ActivityWeek:
    """Return the week with the photographs and the film that its consent allows."""
    return replace(
        week,
        photos=permitted_photos(week.photos, week.consent, today),
        video=week.video if week.consent.holds(Asset.VIDEO, today) else None,
    )


def permitted_event(event: Event, today: datetime.date) -> Event:
    """Return the event with the photographs that its consent allows."""
    return replace(event, photos=permitted_photos(event.photos, event.consent, today))


def without_evidence(thing: T) -> T:
    """Return `thing` with the numbers of papers in the office blanked: no page has a use for them."""
    given = thing.consent.permissions
    if not any(permission.evidence for permission in given.values()):
        return thing
    blank = {asset: replace(permission, evidence="") for asset, permission in given.items()}
    return replace(thing, consent=Consent(blank))
