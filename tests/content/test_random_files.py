from __future__ import annotations

import random

import pytest

from .folder import GOOD_STAR, read


def _broken(rng: random.Random) -> bytes:
    data = bytearray(GOOD_STAR.encode())
    match rng.randrange(4):
        case 0:
            return rng.randbytes(rng.randrange(400))
        case 1:
            return bytes(data[: rng.randrange(len(data))])
        case 2:
            for _ in range(rng.randrange(1, 9)):
                data[rng.randrange(len(data))] = rng.randrange(256)
        case _:
            at, token = (
                rng.randrange(len(data)),
                rng.choice(["<<: ", "---\n", *"[]{}:,-?&*!|>'\"%@`#\n\t "]),
            )
            data[at:at] = token.encode()
    return bytes(data)


def test_300_files_broken_at_random_never_raise(tmp_path):
    rng = random.Random(2024)
    files = {f"content/stars/2024/henan/{at:03}.md": _broken(rng) for at in range(1, 301)}
    library, problems = read(tmp_path, files)
    spoiled = {problem.file for problem in problems}
    assert len(library.stars) + len(spoiled) >= 300
    assert len(spoiled) > 200
    assert all(problem.fix and problem.message for problem in problems)


@pytest.mark.parametrize(
    "name",
    [
        "content/weeks/2024/campaign.yml",
        "content/weeks/2024/henan.md",
        "content/events/2024/2024-09-12-school.md",
        "content/announcements/2025-henan-list.md",
        "content/lists/2024-provincial-henan.csv",
        "content/rulebooks/henan-2024.yml",
        "content/bodies.yml",
        "content/withdrawn.yml",
    ],
)
def test_every_kind_of_file_may_be_nonsense(tmp_path, name):
    rng = random.Random(name)
    for at in range(40):
        _, problems = read(tmp_path / str(at), {name: _broken(rng)})
        assert {problem.file for problem in problems} <= {name}
    for at, data in enumerate(
        [b"", b"[]", b"{}", b"- x", b"x: [", b"---\n---\n", b"\xff", b"a: &a b", b"? {}"]
    ):
        read(tmp_path / f"few{at}", {name: data})
