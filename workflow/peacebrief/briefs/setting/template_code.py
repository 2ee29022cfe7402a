"""What templates do, apart from the words that they say.

Called while the workflow is being parsed: standard library only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
ANNEX = "annex"
DIGITS = 12


def code_digest(templates: Iterable[Path]) -> str:
    """A digest of what stands between the delimiters of Jinja, and in which file; comments do not count.

    Facts are printed there and nowhere else: templates of one digest print the same facts, whatever the words between.
    """
    digest = hashlib.sha256()
    for template in sorted(templates):
        text = COMMENT.sub("", template.read_text(encoding="utf-8", errors="replace"))
        digest.update("\0".join([template.as_posix(), *CODE.findall(text), ""]).encode())
    return digest.hexdigest()


def printing_digest(folder: Path) -> str:
    """The start of a digest of what decides which facts the briefs print, the annex apart; `folder` of templates."""
    pages = [file for file in folder.glob("brief/**/*.jinja") if not is_part_of(file, ANNEX, folder)]
    return code_digest([*pages, *folder.glob("parts/*.jinja")])[:DIGITS]


def is_part_of(file: Path, page: str, folder: Path) -> bool:
    """Whether a template of `folder` belongs to one page alone."""
    return file.relative_to(folder / "brief").parts[0] in {page, f"{page}.html.jinja"}
