"""The words of scripts and styles, which ask for phrases by name: an editor finds them with all others."""

from __future__ import annotations

import re
from pathlib import Path

from peacebrief.telling.saying.voice import Words

# «script.close», or with slots «script.marked mark=${fact.mark}», which the script fills.
ASKED = re.compile(r"«(?P<name>[\w.]+)(?P<slots>(?: \w+=\$\{[^}]*\})*)»")
SLOT = re.compile(r" (\w+)=(\$\{[^}]*\})")
# What would end the text that a phrase stands in, or be taken for code.
UNSAFE = re.compile(r"['\"`\\$\n<]")


def worded(text: str, templates: Path) -> str:
    """A script or a style with its phrases in their places. Raises ValueError where one could be taken for code."""
    words = Words(templates / "words", escaped=False, vocabulary={})

    def said(asked: re.Match[str]) -> str:
        slots = dict(SLOT.findall(asked["slots"]))
        if UNSAFE.search(words.phrase(asked["name"], dict.fromkeys(slots, ""))):
            raise ValueError(f"the phrase {asked['name']} holds a sign that a script or a style would take for its own")
        return words.phrase(asked["name"], slots)

    return ASKED.sub(said, text)
