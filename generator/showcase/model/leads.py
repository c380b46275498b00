"""Which of a record's photos stands for it: large on its page, small on its card, in chats."""

from __future__ import annotations

from showcase.model.parts import Photo
from showcase.model.records import Record, Star
from showcase.model.terms import PhotoKind

_LEADS = {
    True: (PhotoKind.PORTRAIT, PhotoKind.LIFE, PhotoKind.ACTIVITY),
    False: (PhotoKind.ACTIVITY, PhotoKind.LIFE, PhotoKind.PORTRAIT),
}


def lead_photo(record: Record) -> Photo | None:
    """Return the record's large picture: of a star the portrait first, never an ID photo."""
    for kind in _LEADS[isinstance(record, Star)]:
        for photo in record.photos:
            if photo.kind is kind:
                return photo
    return None
