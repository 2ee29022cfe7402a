"""An option as figures show it: its names, its levels of support, its rows as planned, its line."""

from __future__ import annotations

from typing import Any

from peacebrief.figures.drawing import style
from peacebrief.figures.registry import Tables

# Colour, dashes and marker differ together, so that lines stay apart in print without colour.
LINES: tuple[dict[str, Any], ...] = (
    {"color": style.BLUE, "ls": "-", "marker": "o"},
    {"color": style.PURPLE, "ls": (0, (5, 1.5)), "marker": "s"},
    {"color": style.GREEN, "ls": (0, (1.2, 1.2)), "marker": "^"},
    {"color": style.INK, "ls": (0, (6, 1.5, 1.2, 1.5)), "marker": "D"},
    {"color": style.MUTED, "ls": "-", "marker": "v"},
    {"color": style.BLUE, "ls": (0, (1.2, 1.2)), "marker": "P"},
)


def option_labels(tables: Tables) -> dict[str, str]:
    """The short name of each option, in the order of the case; where it has none, its name up to the colon."""
    return {str(row["id"]): str(row.get("short_label") or row["label"]).partition(":")[0] for row in tables["options"]}


def option_phrases(tables: Tables) -> dict[str, str]:
    """Each option as it stands in a sentence: "a NATO-led force"; where that is not told, its short name."""
    names = option_labels(tables)
    return {str(row["id"]): str(row.get("in_sentence") or names[str(row["id"])]) for row in tables["options"]}


def planned_level(option: str, tables: Tables) -> str:
    """The level of United States support that an option was planned with; the base level where none is named."""
    row = next(row for row in tables["options"] if row["id"] == option)
    return str(row.get("us_level") or next(iter(us_levels(tables))))


def us_levels(tables: Tables) -> dict[str, str]:
    """The printed name of each level of United States support, base level first."""
    levels = tables["case"][0].get("us_levels", {})
    return {str(level): str(words["label"]) for level, words in levels.items()}


def short_levels(tables: Tables) -> dict[str, str]:
    """The levels of support without the words that all of them share: "Enablers" for "American enablers"."""
    labels = us_levels(tables)
    shared = set.intersection(*(set(label.split()) for label in labels.values())) if len(labels) > 1 else set[str]()
    short = {level: " ".join(word for word in label.split() if word not in shared) for level, label in labels.items()}
    return {level: (words[:1].upper() + words[1:]) or labels[level] for level, words in short.items()}


def with_support(level: str, tables: Tables) -> str:
    """A level of United States support as it stands in a sentence: "with American enablers"."""
    return str(tables["case"][0]["us_levels"][level]["phrase"])


def planned_rows(name: str, tables: Tables) -> dict[str, list[dict[str, Any]]]:
    """The rows of a table at the level each option was planned with, by option; options without any are left out."""
    known = {option: planned_level(option, tables) for option in option_labels(tables)}
    found: dict[str, list[dict[str, Any]]] = {}
    for option, level in known.items():
        own = [dict(row) for row in tables.get(name, ()) if row["option"] == option and row["us_level"] == level]
        if own:
            found[option] = own
    return found


def line_of(option: str, tables: Tables) -> dict[str, Any]:
    """The look of an option's line, the same in every figure."""
    return LINES[list(option_labels(tables)).index(option) % len(LINES)]


def middle_mark(look: dict[str, Any]) -> dict[str, Any]:
    """The mark at the middle of an option's curve: its own shape, hollow."""
    return {"marker": look["marker"], "ms": 5.5, "mfc": "white", "mec": look["color"], "mew": 1.4, "ls": "none"}
