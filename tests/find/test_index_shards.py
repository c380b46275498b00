"""Shards stay even from 500 to 100,000 records, and no chance decides what lies in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from showcase.find.choice import all_shards, shard_of
from showcase.find.hashing import hashed, hashed_words
from showcase.find.index import files_of
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus

CHARACTERS_OF_A_RECORD = 370
FROM_ANOTHER_PROCESS = """
import hashlib
from find.conftest import documents_of
from find.corpus import corpus
from showcase.find.index import files_of
from showcase.model.settings import Settings
found = hashlib.sha256()
for file in files_of(documents_of(corpus(40)), Settings()):
    found.update(file.path.encode() + file.data)
print(found.hexdigest())
"""


def common_pairs(count: int) -> np.ndarray:
    """Return the hashes of `count` pairs of characters that lie close to each other, as those of a language do."""
    side = int(count**0.5) + 1
    first, second = np.divmod(np.arange(side * side, dtype=np.uint32)[:count], np.uint32(side))
    return hashed([first + np.uint32(0x4E00), second + np.uint32(0x4E00)])


@pytest.mark.parametrize("records", [500, 5000, 20_000, 100_000])
def test_shards_get_as_many_keys_as_chance_would_give_them(records):
    """The number of keys in a shard is spread as by throwing dice: its variance is its mean."""
    total = all_shards(records * CHARACTERS_OF_A_RECORD).total
    keys = common_pairs(total * 40)
    held = np.bincount(shard_of(keys, total), minlength=total)
    assert len(np.unique(keys)) == len(keys)
    assert 0.8 < held.var() / held.mean() < 1.2
    assert held.max() < 40 + 7 * 40**0.5
    assert held.min() > 40 - 6 * 40**0.5


def test_a_shard_has_as_many_characters_on_a_large_site_as_on_a_small_one():
    per_shard = [
        records * CHARACTERS_OF_A_RECORD / all_shards(records * CHARACTERS_OF_A_RECORD).total
        for records in (500, 2000, 5000, 20_000, 50_000, 100_000)
    ]
    assert max(per_shard) <= 2 * min(per_shard)


def test_words_of_names_and_readings_spread_as_well():
    words = [f"\x01{a}{b}{c}" for a in "abcdefghijklmnopqrstuvwxyz" for b in "aeiou" for c in "abcdefghij"]
    held = np.bincount(shard_of(hashed_words(words), 64), minlength=64)
    assert 0.5 < held.var() / held.mean() < 1.6


def test_shards_of_real_records_are_of_a_size():
    files = files_of(documents_of(corpus(500)), Settings())
    sizes = np.array([len(file.data) for file in files if file.path.startswith("find/grams/")])
    assert np.percentile(sizes, 90) < 3 * np.median(sizes)
    assert np.median(sizes) < 2500


def test_another_seed_of_pythons_hashes_gives_the_same_bytes():
    tests = str(Path(__file__).parents[1])
    said = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": tests}
        command = [sys.executable, "-c", FROM_ANOTHER_PROCESS]
        said.add(
            subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=True).stdout
        )
    assert len(said) == 1
