"""Files that are written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


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


def save_folder(target: Path, files: Iterable[Path]) -> list[Path]:
    """Make `target` a folder of copies of `files` and nothing else; the paths of the copies."""
    temporary = target.with_name(f".{os.getpid()}.{target.name}")
    temporary.mkdir(parents=True)
    try:
        copies = [Path(shutil.copyfile(file, temporary / file.name)) for file in files]
        shutil.rmtree(target, ignore_errors=True)
        temporary.replace(target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return [target / copy.name for copy in copies]


def save_text(target: Path, text: str) -> None:
    """Write `text` to `target`, the same bytes on every system."""
    with saved(target) as (temporary,):
        temporary.write_text(text, encoding="utf-8", newline="\n")


def save_json(target: Path, document: Any) -> None:
    """Write `document` to `target` as JSON, one member a line. Raises ValueError for a number JSON cannot hold."""
    save_text(target, json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def read_json(source: Path) -> Any:
    """The document that `save_json` wrote."""
    return json.loads(source.read_text(encoding="utf-8"))
