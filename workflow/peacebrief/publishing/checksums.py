"""Checksums of an edition, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def sha256sums(files: Iterable[Path], *, folder: Path) -> str:
    """One line a file, sorted by name relative to `folder`."""
    names = sorted(file.relative_to(folder).as_posix() for file in files)
    return "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
