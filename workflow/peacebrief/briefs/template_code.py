"""What templates do, apart from the words that they say.

Called while the workflow is being parsed: standard library only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def code_digest(templates: Iterable[Path]) -> str:
    """A digest of what stands between the delimiters of Jinja, and in which file; comments do not count.

    Facts are printed there and nowhere else: templates of one digest print the same facts, whatever the words between.
    """
    digest = hashlib.sha256()
    for template in sorted(templates):
        text = COMMENT.sub("", template.read_text(encoding="utf-8", errors="replace"))
        digest.update("\0".join([template.as_posix(), *CODE.findall(text), ""]).encode())
    return digest.hexdigest()
