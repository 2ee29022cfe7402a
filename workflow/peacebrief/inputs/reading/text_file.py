"""Reading a text file, with plain words for what is not text."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from peacebrief.inputs.cells.problem import Problem

LARGEST = 20_000_000
# Left by a version control that could not join two changes.
MERGE = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, *, file: str) -> tuple[str | None, list[Problem]]:
    """The text of `path`, or None and the problem. A byte order mark is tolerated."""
    try:
        content = _content(path)
    except FileNotFoundError:
        return None, [Problem(file=file, message="the file is missing; add it, or copy it from another case.")]
    except OSError as error:
        return None, [Problem(file=file, message=f"the file cannot be read ({error.strerror}); check what it is.")]
    if len(content) > LARGEST:
        return None, [Problem(file=file, message=f"the file has more than {LARGEST:,} bytes; is it the right one?")]
    refusal = _refusal(content, "CSV UTF-8" if file.endswith(".csv") else "UTF-8")
    if refusal:
        return None, [Problem(file=file, message=refusal)]
    return content.decode("utf-8-sig"), []


def _content(path: Path) -> bytes:
    """The bytes of `path`, one more than the limit at most. Raises OSError for what is no file: a device never ends."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "Not a regular file")
    with path.open("rb") as source:
        return source.read(LARGEST + 1)


def _refusal(content: bytes, encoding: str) -> str:
    """Why `content` is no text to work with; empty where it is. `encoding` is what to save it as."""
    if content.startswith(UTF16):
        return f"the file is encoded as UTF-16; save it as {encoding}."
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return f"line {line} is not encoded as UTF-8 (byte 0x{content[error.start]:02x}); save the file as {encoding}."
    if "\0" in text:
        return f"the file holds a zero byte, so it is not text; save it as {encoding}."
    merge = MERGE.search(text)
    if merge:
        line = text.count("\n", 0, merge.start()) + 1
        return f"line {line} holds the mark of an unfinished merge; keep one of the two versions and remove the marks."
    return "" if text.strip() else "the file is empty; restore it from an earlier version."
