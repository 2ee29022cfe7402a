"""Facts about enablers: the weakest link of every option at every level, and the gap of each capability.

The gaps as a table: by capability, option and level.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from peacebrief.feasibility.enablers.enabler_chain import Chains, years_in_words
from peacebrief.feasibility.enablers.enabler_gap import WIDEST_GAP
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.record import Record, Rows, Table, record, table
from peacebrief.reasoning.subject import Named

COVERAGE = "One less the widest gap of a critical enabler over the widest possible: enablers complete each other."
GAP = "Widest gap, 0 none to 5 nothing there, of a critical enabler of the capability that is not lent at the level."
ENABLERS = (
    "capability", "label", "option", "support_level", "gap", "years_low", "years_high", "years", "weakest",
    "item",
)  # fmt: skip


def enabler_facts(inputs: FeasibilityInputs, *, chains: Chains) -> Iterator[Record]:
    """Coverage by option and level; the gap of each capability by option, as planned."""
    for option in inputs.options:
        for level in inputs.support_levels:
            chain = chains.get((option.id, level))
            if chain is None:
                continue
            yield record(
                "feasibility.enabler_coverage.{option}.{level}",
                inputs.at_level(option, level),
                label="coverage of the weakest enabler, {option}, {level}",
                unit="share",
                method=COVERAGE,
                because=[one for rows in chain.origins.values() for one in rows],
                value=chain.whole.coverage,
            )
            if level != option.support_level:
                continue
            for capability, gap in chain.capabilities.items():
                yield record(
                    "feasibility.enabler_gap.{capability}.{option}",
                    {"capability": Named(capability, capability.replace("_", " ")), "option": option},
                    label="gap in {capability}, {option}",
                    unit="rating",
                    method=GAP,
                    because=chain.origins[capability],
                    value=WIDEST_GAP * (1 - gap.coverage),
                )


def enabler_table(inputs: FeasibilityInputs, *, chains: Chains) -> Table:
    """The gap of each capability, for every option at every level."""
    return table(ENABLERS, _rows(inputs, chains))


def _rows(inputs: FeasibilityInputs, chains: Chains) -> Rows:
    """Gap, years to close it in numbers and in words, the weakest enablers by name, and the item of the vocabulary."""
    rows = {str(row["id"]): row for row in inputs.rows("enablers")}
    for (option, level), chain in chains.items():
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
                str(weakest[0]["item"]),
            ]
