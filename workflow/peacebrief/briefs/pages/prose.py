"""What a page says in any case: phrases of its own, in the file of words that is called after its template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from peacebrief.briefs.setting.environment import printable
from peacebrief.briefs.setting.template_code import phrase_of
from peacebrief.telling.saying.voice import Words


def prose_of(template: str, words: Words) -> Callable[..., str]:
    """How the page of `template` says one of its phrases: by name, with slots of what a template may print."""
    page = Path(template).name.partition(".")[0]

    def said(name: str, **slots: str) -> str:
        return words.phrase(phrase_of(page, name), {slot: printable(told) for slot, told in slots.items()})

    return said
