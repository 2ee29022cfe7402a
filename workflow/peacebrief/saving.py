"""Files that are written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peacebrief.errors import AnalystError


@contextmanager
def saved(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Temporary names beside `targets`; once the block has succeeded, every file moves to its own name.

    When the block fails, the targets are as they were and the temporary files are gone. Suffixes are kept, and the
    process id keeps two runs apart.
    """
    temporary = tuple(target.with_name(f".{os.getpid()}.{target.name}") for target in targets)
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield temporary
        for source, target in zip(temporary, targets, strict=True):
            source.replace(target)
    finally:
        for source in temporary:
            source.unlink(missing_ok=True)


def save_text(target: Path, text: str) -> None:
    """Write `text` to `target`, the same bytes on every system."""
    with saved(target) as (temporary,):
        temporary.write_text(text, encoding="utf-8", newline="\n")


def save_json(target: Path, document: Any) -> None:
    """Write `document` to `target` as JSON, one member a line. Raises ValueError for a number JSON cannot hold."""
    save_text(target, json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def read_json(source: Path) -> Any:
    """The document that `save_json` wrote. Raises AnalystError where something has happened to the file since."""
    try:
        return json.loads(source.read_text(encoding="utf-8"))
    except ValueError as error:
        raise AnalystError(f"{source} was damaged after it had been written; run it again, which mends it.") from error
