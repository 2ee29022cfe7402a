"""What several names or labels have in common, said once, and the rest of each."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile

# Fewer rows keep their labels whole.
FEWEST = 3
EDGES = " ,:;…"


def shared_name(names: Sequence[str]) -> tuple[str, list[str]]:
    """What dotted names have in common, with `…` for the rest, and the rest of each."""
    split = [name.split(".") for name in names]
    if len(split) == 1:
        return names[0], [""]
    head = _same(split)
    tail = _same([parts[head:][::-1] for parts in split])
    rest = [".".join(parts[head : len(parts) - tail]) for parts in split]
    return ".".join([*split[0][:head], "…", *split[0][len(split[0]) - tail :]]), rest


def shared_label(labels: list[str]) -> tuple[str, list[str]]:
    """What three labels or more begin and end with, and the rest of each; nothing where one would be left empty."""
    split = [label.split() for label in labels]
    head = _same(split)
    tail = _same([words[head:][::-1] for words in split])
    rest = [" ".join(words[head : len(words) - tail]).strip(EDGES) for words in split]
    if len(labels) < FEWEST or not all(rest):
        return "", labels
    return _joined([split[0][:head], split[0][len(split[0]) - tail :]]), [text[:1].upper() + text[1:] for text in rest]


def shared_words(labels: Sequence[str]) -> str:
    """What labels have in common, in order, as a label of its own: `…` stands for what differs in their midst."""
    words, *others = [label.split() for label in labels]
    kept = list(range(len(words)))
    for other in others:
        blocks = SequenceMatcher(None, words, other, autojunk=False).get_matching_blocks()
        shared = {place for block in blocks for place in range(block.a, block.a + block.size)}
        kept = [place for place in kept if place in shared]
    runs = [[words[place] for place in run] for run in _runs(kept)]
    if len(labels) > 1 and runs and runs[0][0].endswith(":"):  # the subject was named first
        runs = [runs[0][1:], *runs[1:]]
    return _joined(runs)


def _joined(runs: Sequence[Sequence[str]]) -> str:
    text = " … ".join(part for run in runs if (part := " ".join(run).strip(EDGES)))
    return text[:1].upper() + text[1:]


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Whole numbers in order, as runs of neighbours."""
    return [[place for _, place in run] for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]


def _same(sequences: Sequence[Sequence[str]]) -> int:
    """How many items all sequences begin with."""
    return sum(1 for _ in takewhile(lambda items: len(set(items)) == 1, zip(*sequences, strict=False)))
