"""What the jobs of a rule are made of apart from what other jobs make: modules, templates, settings.

A recipe is a file that lists them with their checksums and is named after its own content: what changes in one of them
gives the recipe another name, whatever date the file bears, and nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from peacebrief.rebuilding.contents import Contents, digest_of, sha256
from peacebrief.saving import save_text

DIGITS = 12


def recipe(name: str, files: Iterable[str], *, folder: Path, contents: Contents) -> str:
    """The recipe called `name`, written to `folder` where it is not there yet; `sha256sum --check` reads it."""
    text = "".join(f"{contents.of(file)}  {file}\n" for file in sorted(set(files)))
    path = folder / f"{name}-{digest_of(text)[:DIGITS]}.txt"
    written = ""
    with suppress(OSError, UnicodeDecodeError):
        written = path.read_text(encoding="utf-8")
    if written != text:
        save_text(path, text)
    return path.as_posix()


def edited(recipes: Iterable[Path]) -> list[str]:
    """The files listed in `recipes` that no longer hold what they did, sorted."""
    listed = {line for path in recipes for line in path.read_text(encoding="utf-8").splitlines()}
    pairs = (line.split("  ", 1) for line in listed)
    return sorted(name for digest, name in pairs if sha256(name) != digest)
