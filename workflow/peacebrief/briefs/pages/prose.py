"""What a page says in any case: phrases by their names, those of its own in files called after its template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from peacebrief.briefs.setting.environment import printable
from peacebrief.briefs.setting.template_code import phrase_of
from peacebrief.telling.saying.voice import Words


def phrases_of(words: Words) -> Callable[..., str]:
    """How a template says a phrase: "layout.skip" is in layout.jinja; slots are of what a template may print."""

    def said(name: str, /, **slots: str) -> str:
        return words.phrase(name, {slot: printable(told) for slot, told in slots.items()})

    return said


def prose_of(template: str, words: Words) -> Callable[..., str]:
    """How the page of `template` says one of its own phrases."""
    page, say = Path(template).name.partition(".")[0], phrases_of(words)

    def said(name: str, /, **slots: str) -> str:
        return say(phrase_of(page, name), **slots)

    return said
