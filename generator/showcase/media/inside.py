"""What runs in a worker, by kind of file. Our own process names these functions, it never imports them."""

from __future__ import annotations

import threading
from pathlib import Path

from showcase.media.films.captions import captions_facts, make_captions
from showcase.media.films.film_job import look_at_film, make_film
from showcase.media.films.sounds import make_sound
from showcase.media.photos.decoding import photo_facts
from showcase.media.photos.pictures import make_photo
from showcase.media.probing.probe import sound_facts
from showcase.media.storing.store import Store
from showcase.media.terms.made import Facts, Made
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.jobs import Job, Watch
from showcase.model.presets import Presets


def make(job: Job, presets: Presets, folder: Path, watch: Watch) -> Made:
    """Make the derivative of a job below `folder`; who ordered it marks it complete."""
    store = Store(folder)
    match job.kind:
        case MediaKind.PHOTO:
            return make_photo(job, presets.photo, store)
        case MediaKind.FILM:
            return make_film(job, presets, store, watch)
        case MediaKind.SOUND:
            return make_sound(job, presets.sound, store, watch)
        case MediaKind.CAPTIONS:
            return make_captions(job, store)


def look(kind: MediaKind, path: Path, sha256: str, presets: Presets) -> Facts:
    """Return the facts of a photo, a film, a sound or a caption file."""
    match kind:
        case MediaKind.PHOTO:
            return photo_facts(path, sha256, presets.photo)
        case MediaKind.FILM:
            return look_at_film(path, sha256, presets.film.limit_minutes, threading.Event())
        case MediaKind.SOUND:
            return sound_facts(path, sha256, presets.sound.limit_minutes)
        case MediaKind.CAPTIONS:
            return captions_facts(path, sha256)
