"""Checksums of an edition, in the form that `sha256sum --check` reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"


def sha256sums(sums: Mapping[str, str]) -> str:
    """One line a file, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def listed(file: Path) -> dict[str, str]:
    """The checksums in such a file by name; none where it is gone."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, separator, name in (line.partition("  ") for line in lines) if separator}
