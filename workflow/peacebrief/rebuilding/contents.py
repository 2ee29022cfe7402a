"""What files hold, as SHA-256, read again only where the file system cannot rule a change out."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from peacebrief.saving import save_text

Value = TypeVar("Value")
# Two changes within one tick of a file system's clock leave the same time behind; FAT ticks every two seconds.
COARSEST_TICK_NS = 3_000_000_000
CHUNK = 1 << 20


class Contents:
    """Digests of files, remembered from run to run in the file `memory`.

    A digest is remembered with size, inode and both times of its file. The time of change (ctime) is the kernel's: no
    program sets it, whatever date a restored or copied file bears. A file that changed just before it was read is read
    again the next time. The memory may be lost or spoilt at any moment; all is then read anew.
    """

    def __init__(self, memory: Path | None = None) -> None:
        self._memory = memory
        self._read: dict[str, tuple[list[int], str]] = {}
        self._values: dict[str, tuple[str, Any]] = {}
        self._changed = False
        self._seen: dict[str, str] = {}
        self._planning = memory is not None
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads((memory or Path(os.devnull)).read_text(encoding="utf-8"))
            self._read = {str(file): (list(state), str(digest)) for file, (state, digest) in kept["files"].items()}
            self._values = {str(name): (str(of), value) for name, (of, value) in kept["values"].items()}

    def of(self, file: str | Path) -> str:
        """The SHA-256 of a file; of a folder, one of the names and contents in it; empty where there is neither."""
        name = os.fspath(file)
        if (seen := self._seen.get(name)) is not None:
            return seen
        digest = self._now(name)
        if self._planning:
            self._seen[name] = digest
        return digest

    def planned(self) -> None:
        """Look at every file anew from now on; until then one look at each is enough."""
        self._planning = False
        self._seen.clear()

    def _now(self, name: str) -> str:
        found = _stat(name)
        if found is None:
            return ""
        if stat.S_ISDIR(found.st_mode):
            return self._of_folder(name)
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe would never end
            return ""
        state = _state(found)
        known = self._read.get(name)
        if known is not None and known[0] == state:
            return known[1]
        begun = time.time_ns()
        digest = sha256(name)
        self._read.pop(name, None)
        if state[3] < begun - COARSEST_TICK_NS:
            self._read[name] = (state, digest)
            self._changed = True
        return digest

    def of_all(self, files: Iterable[str]) -> str:
        """One digest of many files: of their names and what they hold."""
        return _listing((file, self.of(file)) for file in files)

    def remembered(self, name: str, *, of: Iterable[str], make: Callable[[], Value]) -> Value:
        """What `make` returns, a JSON value; from memory as long as the files `of` which it is made stay the same.

        What was made while one of the files changed is not kept.
        """
        files = list(of)
        state = self.of_all(files)
        known = self._values.get(name)
        if known is not None and known[0] == state:
            return cast("Value", known[1])
        value = make()
        self._values.pop(name, None)
        if _listing((file, self._now(file)) for file in files) == state:
            self._values[name] = (state, value)
        self._changed = True
        return value

    def save(self) -> None:
        """Keep what was read for the next run. A disk without room costs the next run time and nothing else."""
        if self._changed and self._memory:
            with suppress(OSError):
                save_text(self._memory, json.dumps({"files": self._read, "values": self._values}))
            self._changed = False

    def _of_folder(self, folder: str) -> str:
        names = sorted(
            f"{path}/{name}"
            for path, _, names in os.walk(folder)
            for name in names
            if name[0] != "." and not path.endswith("__pycache__")
        )
        return _listing((name[len(folder) :], self.of(name)) for name in names)


def states(files: Iterable[str]) -> list[tuple[int, ...]]:
    """What changes whenever somebody writes to one of the files, even where it then holds what it held before."""
    return [tuple(_state(found)) if (found := _stat(file)) else () for file in files]


def _stat(file: str) -> os.stat_result | None:
    try:
        return os.stat(file)  # noqa: PTH116 - called for every file of a project, and ten times faster
    except OSError:
        return None


def _state(found: os.stat_result) -> list[int]:
    return [found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns]


def digest_of(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _listing(named: Iterable[tuple[str, str]]) -> str:
    return digest_of("".join(f"{digest}  {name}\n" for name, digest in named))


def sha256(file: str | Path) -> str:
    """The SHA-256 of a file as it is now; empty where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with open(file, "rb") as content:  # noqa: PTH123 - called for every file of a project
            while part := content.read(CHUNK):
                digest.update(part)
    except OSError:
        return ""
    return digest.hexdigest()
