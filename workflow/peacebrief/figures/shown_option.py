"""An option as figures show it: its levels of support in few words, its line."""

from __future__ import annotations

from typing import Any

from peacebrief.figures.drawing import style
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known

# Colour, dashes and marker differ together, so that lines stay apart in print without colour.
LINES: tuple[dict[str, Any], ...] = (
    {"color": style.BLUE, "ls": "-", "marker": "o"},
    {"color": style.PURPLE, "ls": (0, (5, 1.5)), "marker": "s"},
    {"color": style.GREEN, "ls": (0, (1.2, 1.2)), "marker": "^"},
    {"color": style.INK, "ls": (0, (6, 1.5, 1.2, 1.5)), "marker": "D"},
    {"color": style.MUTED, "ls": "-", "marker": "v"},
    {"color": style.BLUE, "ls": (0, (1.2, 1.2)), "marker": "P"},
)


def short_levels(known: Known) -> dict[str, str]:
    """The levels of support without the words that all of them share, with a capital: "Enablers" of "our enablers"."""
    labels = {level: str(meant["label"]) for level, meant in known.case["support_levels"].items()}
    shared = set.intersection(*(set(label.split()) for label in labels.values())) if len(labels) > 1 else set[str]()
    short = {level: " ".join(word for word in label.split() if word not in shared) for level, label in labels.items()}
    return {level: (words[:1].upper() + words[1:]) or labels[level] for level, words in short.items()}


def line_of(known: Known, option: str) -> dict[str, Any]:
    """The look of an option's line, the same in every figure."""
    return LINES[list(option_labels(known)).index(option) % len(LINES)]


def middle_mark(look: dict[str, Any]) -> dict[str, Any]:
    """The mark at the middle of an option's curve: its own shape, hollow."""
    return {"marker": look["marker"], "ms": 5.5, "mfc": "white", "mec": look["color"], "mew": 1.4, "ls": "none"}
