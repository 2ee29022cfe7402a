"""What a fact is called in a panel: as in the registers, but with the short names of options, levels and rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

LEVEL = re.compile(r"(?:United States support|support by the United States): (?P<level>[a-z0-9 ]+)")


def panel_labels(evidence: Mapping[str, Any]) -> Callable[[str], str]:
    """A function that makes the label of a fact short enough for a panel; what it does not know stays as it is."""
    tables = evidence["tables"]
    names = {row["label"]: row["short_label"] for row in tables.get("options", ()) if row.get("short_label")}
    names |= {f"rule {row['id']}": f"rule “{row['name']}”" for row in tables.get("sizing_methods", ())}
    levels = {
        name.replace("_", " "): str(told["phrase"]) for name, told in evidence["case"].get("us_levels", {}).items()
    }

    def short(label: str) -> str:
        for long in sorted(names, key=len, reverse=True):
            label = label.replace(long, names[long])
        return LEVEL.sub(lambda found: levels.get(found["level"], found[0]), label)

    return short
