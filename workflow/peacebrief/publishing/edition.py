"""An edition in its folder: exchanged whole with the one before, and compared with what was published."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from peacebrief.briefs.setting.brief_page import PER_OPTION
from peacebrief.errors import AnalystError
from peacebrief.publishing.contents import SUMS, listed, sha256sums
from peacebrief.rebuilding.contents import Contents, digest_of, sha256
from peacebrief.saving import read_json

# From the headers of Linux and macOS: exchange the two names.
AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2
ABOUT_OPTION = re.compile(rf"{PER_OPTION}_\w+\.(html|pdf)")


def exchanged(edition: Path, *, files: Mapping[str, Path], sums: Mapping[str, str]) -> None:
    """Put the `files`, by their names in the edition, with their checksums `sums` in the place of `edition`.

    What somebody else laid there is taken along.

    Everything is copied beside the edition first. Then the two folders change places at one stroke, where the system
    has that. Raises OSError, and AnalystError where a file changed on the way; the last edition then is as it was.
    """
    new = staged(edition)
    _clear(new)
    try:
        for name, file in kept_by_others(edition, files).items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, new / name, follow_symlinks=False)
        for name, file in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, new / name)
            if sha256(new / name) != sums[name]:
                raise AnalystError(f"{file} changed while it was published; run it again.")
        (new / SUMS).write_text(sha256sums(sums), encoding="utf-8", newline="\n")
        _exchange(new, edition)
    finally:
        _clear(new)


def staged(edition: Path) -> Path:
    """Where an edition is put together."""
    return edition.with_name(f".{edition.name}.new")


def restored(edition: Path) -> None:
    """Clear away what a killed run left beside an edition; where it had only just moved the old one, move it back."""
    old = _aside(edition)
    if old.exists() and not edition.exists():
        old.rename(edition)
    for left in (staged(edition), old):
        _clear(left)


def _clear(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _aside(edition: Path) -> Path:
    return edition.with_name(f".{edition.name}.old")


def _exchange(new: Path, edition: Path) -> None:
    if not edition.exists():
        new.rename(edition)
        return
    if _exchanged_at_once(new, edition):
        return
    # A file system without that: for an instant there is no edition, and the next run restores it.
    old = _aside(edition)
    _clear(old)
    edition.rename(old)
    try:
        new.rename(edition)
    finally:
        restored(edition)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, RENAME_SWAP) == 0)
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
    return False


def kept_by_others(edition: Path, files: Collection[str]) -> dict[str, Path]:
    """What lies in the folder of an edition, was not published there and is none of the new `files`: somebody else's.

    A brief about an option that the case no longer has is ours, also where the old checksums are lost.
    """
    ours = {*files, SUMS, *listed(edition / SUMS)}
    found = {
        file.relative_to(edition).as_posix(): file for file in edition.rglob("*") if file.is_file() or file.is_symlink()
    }
    return {name: file for name, file in found.items() if name not in ours and not ABOUT_OPTION.fullmatch(name)}


def damage(edition: Path, record: Path, contents: Contents) -> list[str]:
    """The files of an edition that are not as they were published, sorted; that of the checksums is one of them.

    None where nothing is on record, or the `record` is damaged itself: then the edition is published again anyway.
    """
    try:
        sums = dict(read_json(record)["files"])
    except (OSError, AnalystError, KeyError, TypeError, ValueError):
        return []
    expected = {**sums, SUMS: digest_of(sha256sums(sums))}
    return sorted(str(edition / name) for name, digest in expected.items() if contents.of(edition / name) != digest)
