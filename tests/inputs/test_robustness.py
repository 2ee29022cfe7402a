"""Whatever stands in a file, the answer is sentences, never a traceback."""

from __future__ import annotations

import random

import pytest

FILES = [
    "sources.bib",
    "island/case.yaml",
    "island/assumptions.csv",
    "island/claims.csv",
    "reference/missions.csv",
    "island/network/links.csv",
]


@pytest.mark.fast_cases(9)
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_random_damage_gives_sentences(folder, file, seed):
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    content = bytearray((folder.root / file).read_bytes())
    for _ in range(chance.choice([1, 3, 30])):
        place = chance.randrange(len(content))
        match chance.randrange(3):
            case 0:
                content[place] = chance.randrange(256)
            case 1:
                del content[place : place + chance.randrange(1, 40)]
            case _:
                content[place:place] = chance.choice([b",", b'"', b"\n", b"{", b"}", b"@", b":", b"\t", b"\xc3", b"=1"])
    (folder.root / file).write_bytes(bytes(content))
    for problem in folder.problems():
        assert problem.isprintable()
        assert len(problem) < 1_000


def test_an_unfinished_copy_of_every_file_gives_sentences(folder):
    for file in FILES:
        content = (folder.root / file).read_bytes()
        (folder.root / file).write_bytes(content[: len(content) // 2])
    assert folder.problems()
