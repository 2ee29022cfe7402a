"""Reading a text file, with plain words for what is not text."""

from __future__ import annotations

from pathlib import Path

from peacebrief.inputs.problem import Problem

LARGEST = 20_000_000
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, *, file: str) -> tuple[str | None, list[Problem]]:
    """The text of `path`, or None and the problem. A byte order mark is tolerated."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except FileNotFoundError:
        return None, [Problem(file=file, message="the file is missing; add it, or copy it from another case.")]
    except OSError as error:
        return None, [Problem(file=file, message=f"the file cannot be read ({error.strerror}); check what it is.")]
    if content is None:
        return None, [Problem(file=file, message=f"the file has more than {LARGEST:,} bytes; is it the right one?")]
    refusal = _refusal(content)
    if refusal:
        return None, [Problem(file=file, message=refusal)]
    return content.decode("utf-8-sig"), []


def _refusal(content: bytes) -> str:
    """Why `content` is no text to work with; empty where it is."""
    if content.startswith(UTF16):
        return "the file is encoded as UTF-16; save it as CSV UTF-8."
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return f"line {line} is not encoded as UTF-8 (byte 0x{content[error.start]:02x}); save the file as CSV UTF-8."
    if "\0" in text:
        return "the file holds a zero byte, so it is not text; save it as CSV UTF-8."
    return "" if text.strip() else "the file is empty; restore it from an earlier version."
