"""Modelling choices made in code, found by their mark, so that the annex can list them."""

from __future__ import annotations

import re
from pathlib import Path

MARK = re.compile(r"^\s*# ASSUME:?\s*(?P<text>.*)$")
CONTINUED = re.compile(r"^\s*#\s?(?P<text>.*)$")


def modelling_choices(package: Path) -> list[dict[str, str]]:
    """Every comment that starts with the mark, with the module it stands in; sorted by module, then by place."""
    return [
        {"module": path.relative_to(package).as_posix(), "choice": choice}
        for path in sorted(package.rglob("*.py"))
        if path != Path(__file__).resolve()
        for choice in choices_in(path.read_text(encoding="utf-8"))
    ]


def choices_in(source: str) -> list[str]:
    """The marked comments of one source text, each joined over the comment lines that continue it."""
    if "# ASSUME" not in source:  # most modules; each start of the workflow reads them all
        return []
    found: list[str] = []
    open_choice = False
    for line in source.splitlines():
        marked, continued = MARK.match(line), CONTINUED.match(line)
        if marked:
            found.append(marked["text"].strip())
        elif open_choice and continued:
            found[-1] += f" {continued['text'].strip()}"
        open_choice = bool(marked or (open_choice and continued))
    return found
