"""What the jobs of a rule are made of apart from what other jobs make: modules, templates, settings.

A recipe is a file that lists them with their checksums and is named after its own content: what changes in one of them
gives the recipe another name, whatever date the file bears, and nothing else does.
"""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from peacebrief.rebuilding.contents import Contents, digest_of, sha256
from peacebrief.saving import save_text

DIGITS = 12


def recipe(name: str, files: Iterable[str], *, folder: Path, contents: Contents) -> str:
    """The recipe called `name`, written to `folder` where it is not there yet; `sha256sum --check` reads it."""
    text = "".join(f"{contents.of(file)}  {file}\n" for file in sorted(set(files)))
    path = folder / f"{name}-{digest_of(text)[:DIGITS]}.txt"
    if contents_of(path) != text:
        save_text(path, text)
    return path.as_posix()


def environment() -> str:
    """Python and the libraries that are installed beside it, each with its version."""
    libraries = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return "\n".join([sys.version, *sorted(library.stem for library in libraries), ""])


def contents_of(file: Path) -> str:
    """The text of a file; empty where there is none."""
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    return ""


def forget_bytecode(module: str) -> bool:
    """Have Python compile a module anew."""
    Path(cache_from_source(module)).unlink(missing_ok=True)
    return True


def edited(recipes: Iterable[Path]) -> list[str]:
    """The files listed in `recipes` that no longer hold what they did, sorted."""
    listed = {line for path in recipes for line in path.read_text(encoding="utf-8").splitlines()}
    pairs = (line.split("  ", 1) for line in listed)
    return sorted(name for digest, name in pairs if sha256(name) != digest)
