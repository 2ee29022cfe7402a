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
# How the name of a file ends that has the words of one page.
PROSE = "_prose.jinja"
TELLING = Path(__file__).parents[2] / "telling"
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
    rooms = ("brief/**/*.jinja", "parts/*.jinja", "words/*.jinja")
    files = [file for room in rooms for file in folder.glob(room) if not is_part_of(file, ANNEX, folder)]
    said = hashlib.sha256(code_digest(files).encode())
    for module in _choosing_modules():
        said.update(module.read_bytes())
    return said.hexdigest()[:DIGITS]


def _choosing_modules() -> list[Path]:
    """The modules that decide what other pages than the annex say."""
    return sorted(file for file in TELLING.rglob("*.py") if file.parent.name != ANNEX)


def is_part_of(file: Path, page: str, folder: Path) -> bool:
    """Whether a template of `folder` belongs to one page alone; what the page says in any case is its prose."""
    room, own = file.relative_to(folder).parts[:2]
    of_page = own in {page, f"{page}.html.jinja", f"{page}{PROSE}"}
    return room in {"brief", "words"} and (of_page or (own.startswith(f"{page}_") and own.endswith(PROSE)))


def phrase_of(page: str, name: str) -> str:
    """Which phrase a page means: of the annex "name" is in `annex_prose`, and "heads.name" in `annex_heads_prose`."""
    file, _, phrase = name.rpartition(".")
    return f"{page}_{file}_prose.{phrase}" if file else f"{page}_prose.{phrase}"
