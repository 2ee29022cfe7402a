"""A page that speaks every sentence that is told."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from peacebrief.telling.rooms import ROOMS

TEMPLATES = Path(__file__).resolve().parents[2] / "workflow" / "templates"
SPOKEN = Path(__file__).with_name("spoken.html.jinja")
# What a function of `telling` may find, where it is a sentence and no cell of a table.
SAID = frozenset({"Said", "Phrase", "Sentences"})


def spoken_folder(folder: Path) -> Path:
    """A folder of templates in which every sentence that is told stands on a page of its own kind."""
    for name in ("css", "csl", "fonts", "js", "parts", "words"):
        (folder / name).symlink_to(TEMPLATES / name)
    (folder / "brief").mkdir()
    (folder / "brief" / SPOKEN.name).symlink_to(SPOKEN)
    return folder


@cache
def told_sentences(*, about_an_option: bool) -> tuple[tuple[str, str], ...]:
    """Room and name of every sentence that can be told knowing an option, or knowing nothing."""
    wanted = ["known", "option"] if about_an_option else ["known"]
    return tuple((room, name) for room, name, asked in telling() if asked == wanted)


def telling() -> Iterator[tuple[str, str, list[str]]]:
    """Room, name and required arguments of every function of `telling` that finds a sentence."""
    for room, module in ROOMS.items():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            told = inspect.signature(function)
            if function.__module__ == module.__name__ and not name.startswith("_") and told.return_annotation in SAID:
                required = [one.name for one in told.parameters.values() if one.default is one.empty]
                yield room, name, required
