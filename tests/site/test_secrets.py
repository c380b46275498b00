"""Nothing that must stay private is in the site: records by stage and consent, originals, metadata."""

import hashlib
import io

import pytest
from PIL import Image

from sites import ROOT, build

APPROVED = "stage: approved, document: 示例教〔2024〕12号, date: 2024-10-18"
CONSENT = "consent:\n  text: {{date: 2024-05-01{until}, evidence: {token}evidence}}\n"
STATES = {
    "nominated": ("stage: nominated", ""),
    "shortlisted": ("stage: shortlisted", ""),
    "announced": ("stage: announced", ""),
    "revoked": ("stage: revoked, document: 示例教〔2024〕12号, date: 2024-10-18", ""),
    "expired": (APPROVED, ", until: 2025-01-01"),
    "unconsented": (APPROVED, None),
}


def token(state, field=""):
    """Return a word that occurs nowhere else and that no folding changes."""
    return f"zq{state}{field}qz"


def hidden_star(state):
    stage, until = STATES[state]
    word = token(state)
    consent = "" if until is None else CONSENT.format(until=until, token=word)
    return f"""---
name: {word}name
unit: {word}unit
post: {word}post
nominated_by: [{word}by]
topics: [{word}topic]
quote: {word}quote
photos:
  - {{file: {word}.jpg, kind: portrait, alt: {word}alt, caption: {word}caption, credit: {word}credit}}
honours:
  - {{year: 2024, level: provincial, title: {word}title, {stage}}}
{consent}---
{word}text，第一段。

## 主要事迹

{word}deeds
"""


def everything(site):
    """Yield (path, bytes) of every file and, as bytes, of every name."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        yield name, name.encode()
        if path.is_file():
            yield name, path.read_bytes()


def holding(site, word):
    return sorted({name for name, data in everything(site) if word.encode() in data.lower()})


@pytest.fixture
def site_with_hidden(demo):
    for number, state in enumerate(STATES):
        path = demo / "content" / "stars" / "2024" / "henan" / f"9{number:02d}-{token(state)}.md"
        path.write_text(hidden_star(state), encoding="utf-8")
        picture = demo / "media" / "stars" / "2024" / "henan" / f"9{number:02d}" / f"{token(state)}.jpg"
        picture.parent.mkdir(parents=True)
        Image.new("RGB", (600, 800), "tan").save(picture)
    (demo / "content" / "withdrawn.yml").write_text(
        (demo / "content" / "withdrawn.yml").read_text(encoding="utf-8")
        + "- {address: stars/2024/henan/950, date: 2025-03-01}\n",
        encoding="utf-8",
    )
    withdrawn = hidden_star("expired").replace(token("expired"), token("withdrawn")).replace(", until: 2025-01-01", "")
    (demo / "content" / "stars" / "2024" / "henan" / "950.md").write_text(withdrawn, encoding="utf-8")
    picture = demo / "media" / "stars" / "2024" / "henan" / "950" / f"{token('withdrawn')}.jpg"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (600, 800), "tan").save(picture)
    (demo / "content" / "announcements" / "2024-henan-tokens.md").write_text(OPEN_LIST, encoding="utf-8")
    build(demo)
    return demo / "site"


OPEN_LIST = f"""---
title: 示例公示
year: 2024
level: provincial
region: henan
first_day: 2026-11-20
last_day: 2026-12-04
candidates:
  - {{name: {token("announced")}name, unit: {token("announced")}unit, kind: star, record: stars/2024/henan/902}}
---
以下名单现予公示。
"""


def test_no_token_of_a_hidden_record_is_anywhere(site_with_hidden):
    found = {state: holding(site_with_hidden, token(state)) for state in [*STATES, "withdrawn"]}
    announced = found.pop("announced")
    assert found == {state: [] for state in found}
    assert announced == ["announcements/2024-henan-tokens/index.html"]
    page = (site_with_hidden / announced[0]).read_text(encoding="utf-8")
    for field in ("post", "by", "topic", "quote", "alt", "text", "deeds", "title"):
        assert token("announced") + field not in page
    assert (site_with_hidden / "stars/2024/henan/950/index.html").is_file()


def test_no_evidence_number_no_yaml_and_no_original_is_published(demo_site):
    masters = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for kind in ("stars", "projects", "weeks", "events")
        for path in (ROOT / "media" / kind).rglob("*.*")
        if path.suffix != ".vtt"
    }
    assert len(masters) > 30
    for name, data in everything(demo_site):
        assert not name.endswith((".yml", ".yaml", ".md", ".jinja")), name
        assert "同意书20".encode() not in data, name
        assert hashlib.sha256(data).hexdigest() not in masters, name


def test_no_picture_or_film_carries_metadata(demo_site):
    pictures = [*demo_site.rglob("*.jpg"), *demo_site.rglob("*.webp")]
    assert len(pictures) > 100
    for path in pictures:
        data = path.read_bytes()
        image = Image.open(io.BytesIO(data))
        assert dict(image.getexif()) == {}, path
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & {*image.info}, path
    for path in demo_site.rglob("*.mp4"):
        assert not any(mark in path.read_bytes() for mark in (b"\xa9xyz", b"com.apple", b"\xa9nam", b"GPS")), path
