"""The script of the web pages: our own, inline, and the one that the content-security policy of a page lets run."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from peacebrief.briefs.setting.worded import worded

# In the order in which they build on each other; all share one scope and leave nothing behind outside it.
FILES = (
    "making", "trails", "provenance", "placing", "panel", "sorting", "comparing", "downloading", "citing", "starting",
)  # fmt: skip
MARKUP = ("</", "<!--", "<script")


def script(templates: Path) -> str:
    """The script of every page, as it stands between its tags.

    Raises ValueError where a part holds what would end the element early.
    """
    parts = [worded((templates / "js" / f"{name}.js").read_text(encoding="utf-8"), templates) for name in FILES]
    for name, text in zip(FILES, parts, strict=True):
        if any(sign in text.lower() for sign in MARKUP):
            raise ValueError(f"js/{name}.js holds markup, which would end the script early.")
    return "\n".join(["", "(() => {", "'use strict';", *parts, "})();", ""])


def script_policy(text: str) -> str:
    """The source expression that lets exactly this text run."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
