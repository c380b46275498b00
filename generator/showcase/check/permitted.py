"""One record as the public may see it: approved honours, and each asset by its own consent."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.parts import Consent, Permission, Photo
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


_TOLD = frozenset({Sensitive.HEALTH, Sensitive.DISABILITY})


def permitted_kit(record: R, today: datetime.date) -> R | None:
    """Return a record that may be shown as its kit may hold it, or None when there may be no kit.

    What the paper for the text had to name, the paper for the kit must name as well, and so must it
    children in a picture: a kit is carried away and cannot be called back.
    """
    kit, text = (record.consent.permissions.get(asset) for asset in (Asset.KIT, Asset.TEXT))
    told = _TOLD & set(text.covers) if text else _TOLD
    if kit is None or not record.consent.holds(Asset.KIT, today, *told) or not _includes(kit, Asset.TEXT):
        return None
    kept = (photo for photo in record.photos if _includes(kit, _asset_of(photo)))
    return replace(
        record,
        photos=tuple(photo for photo in kept if not photo.minors or Sensitive.MINORS in kit.covers),
        video=record.video if _includes(kit, Asset.VIDEO) else None,
        audio=record.audio if _includes(kit, Asset.VOICE) else None,
    )


def _includes(kit: Permission, asset: Asset) -> bool:
    return not kit.includes or asset in kit.includes


def permitted_photos(photos: Iterable[Photo], consent: Consent, today: datetime.date) -> tuple[Photo, ...]:
    """Return the photographs that `consent` allows on `today`."""
    return tuple(photo for photo in photos if _is_permitted(photo, consent, today))


def _is_permitted(photo: Photo, consent: Consent, today: datetime.date) -> bool:
    """Ask the portrait's consent for a face, the photos' for the rest, and what it must name."""
    named = [Sensitive.MINORS] if photo.minors else []
    if photo.kind == PhotoKind.ID_PHOTO:
        named.append(Sensitive.ID_PHOTO)
    return consent.holds(_asset_of(photo), today, *named)


def _asset_of(photo: Photo) -> Asset:
    return Asset.PORTRAIT if photo.kind in {PhotoKind.PORTRAIT, PhotoKind.ID_PHOTO} else Asset.PHOTOS


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
