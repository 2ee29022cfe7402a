"""The gaps in enablers as a table: by capability, option and level."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf
from typing import Any

from peacebrief.feasibility.enabler_chain import years_in_words
from peacebrief.feasibility.enablers import WIDEST_GAP
from peacebrief.feasibility.findings import Findings


def enabler_rows(found: Findings) -> Iterator[list[Any]]:
    """Gap, years to close it in numbers and in words, the weakest enablers by name, and what the article calls them."""
    rows = {str(row["id"]): row for row in found.inputs.rows("enablers")}
    for (option, level), chain in found.chains.items():
        for capability, gap in chain.capabilities.items():
            weakest = [rows[name] for name in gap.weakest]
            years = [gap.years_low, None if isinf(gap.years_high) else gap.years_high]
            names = "; ".join(str(row["name"]) for row in weakest) if gap.coverage < 1 else ""
            yield [
                capability,
                capability.replace("_", " "),
                option,
                level,
                WIDEST_GAP * (1 - gap.coverage),
                *years,
                years_in_words(gap),
                names,
                str(weakest[0]["article_item"]),
            ]
