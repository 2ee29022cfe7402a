"""A claim that a force of some size or more is needed: beside what the methods say, and beside what was proposed.

A proposal that names the claimed number itself may be where the claim comes from, so that the verdict is told without
such proposals as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from peacebrief.facts.claims import NUMBER_RULE, PARTS, Verdict, about_claim, number_fact, row_of, verdict_on_number
from peacebrief.facts.confidence import fitting
from peacebrief.facts.evidence import counted_proposals, size
from peacebrief.facts.fact import Fact, fact_about

METHODS_RULE = (
    "Supported: the whole range of the methods lies at or above the number in every role, with the allowance for "
    "rounding. Contradicted: it reaches it in none. Partly supported: anything between."
)
BOTH_RULE = (
    "What the methods and the published proposals say of the number, where they say the same; partly supported, where "
    "they do not."
)
ENDS = {"low": "smallest", "central": "median", "high": "largest"}
Roles = Mapping[str, Fact]


def verdict_on_least(*, claimed: float, ranges: Sequence[tuple[float, float]], rounding_share: float) -> Verdict:
    """The verdict on a size that is claimed to be needed at least, from the range of each role, as `METHODS_RULE`."""
    if all(low >= claimed * (1 - rounding_share) for low, _ in ranges):
        return "supported"
    return "partly supported" if any(high >= claimed * (1 - rounding_share) for _, high in ranges) else "contradicted"


def both(one: Verdict, other: Verdict) -> Verdict:
    """One verdict from two, as `BOTH_RULE` says."""
    return one if one == other else "partly supported"


def size_claim_facts(
    claim: Mapping[str, Any],
    *,
    facts: Mapping[str, Fact],
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    roles: Sequence[str],
    rules: Mapping[str, float],
) -> list[Fact]:
    """The verdict on a claimed size from methods and proposals, the verdict without proposals of just that size, and
    what both rest on.
    """
    forces = {role: facts[f"sizing.force.{role}"] for role in roles}
    sizes = {str(row["id"]): float(size(row) or 0) for row in counted_proposals(tables["proposals"])}
    claimed = float(claim["claimed"])
    others = {name: number for name, number in sizes.items() if number != claimed}
    by_methods = verdict_on_least(
        claimed=claimed,
        ranges=[(float(one.p5 or 0), float(one.p95 or 0)) for one in forces.values()],
        rounding_share=rules["rounding_share"],
    )
    told = _told(claim, _by_proposals(claimed, sizes, rules), by_methods, forces, sizes)
    without = both(by_methods, _by_proposals(claimed, others, rules) if others else by_methods)
    return [
        *_numbers(claim, facts),
        *_counts(claim, facts, tables["role_methods"], roles, sizes),
        *told,
        _words(claim, "verdict_without", "verdict without proposals of just that size", without, rule=BOTH_RULE,
               because=(*_rows(claim, sizes), *(f"fact:{one.id}" for one in forces.values()))),
    ]  # fmt: skip


def _by_proposals(claimed: float, sizes: Mapping[str, float], rules: Mapping[str, float]) -> Verdict:
    numbers = sizes.values()
    return verdict_on_number(
        claimed=claimed,
        low=min(numbers),
        central=median(numbers),
        high=max(numbers),
        close_share=rules["close_share"],
        rounding_share=rules["rounding_share"],
    )


def _numbers(claim: Mapping[str, Any], facts: Mapping[str, Fact]) -> list[Fact]:
    found = {part: facts[f"evidence.proposals.{name}"] for part, name in ENDS.items()}
    numbers = [
        number_fact(claim, part, PARTS[part], float(one.value or 0), (f"fact:{one.id}",)) for part, one in found.items()
    ]
    return [number_fact(claim, "claimed", PARTS["claimed"], float(claim["claimed"])), *numbers]


def _counts(
    claim: Mapping[str, Any],
    facts: Mapping[str, Fact],
    methods: Sequence[Mapping[str, Any]],
    roles: Sequence[str],
    sizes: Mapping[str, float],
) -> list[Fact]:
    """How many answers of methods reach the number, of how many, and how many proposals name just that number."""
    answers = [facts[f"sizing.method.{name}.{role}"] for role in roles for name in fitting(methods, role)]
    claimed = float(claim["claimed"])
    because = (row_of(claim), *(f"fact:{one.id}" for one in answers))
    rows = tuple(f"table:role_methods.csv#{row['role']}/{row['method']}" for row in methods)
    counts = {
        "answers": (len(answers), "answers of methods, one for each role that a method fits", rows),
        "answers_reaching": (
            sum(float(one.p50 or 0) >= claimed for one in answers),
            "answers of methods that reach the number",
            (*because, *rows),
        ),
        "proposals_exactly": (
            sum(number == claimed for number in sizes.values()),
            "published proposals of just that size",
            _rows(claim, sizes),
        ),
        "proposals_reaching": (
            sum(number >= claimed for number in sizes.values()),
            "published proposals of that size or more",
            _rows(claim, sizes),
        ),
    }
    return [
        fact_about(
            f"claims.{{claim}}.{name}",
            about_claim(claim),
            label=f"{{claim}}: {label}",
            unit="count",
            kind="number",
            value=float(count),
            method="Count.",
            because=origins,
        )
        for name, (count, label, origins) in counts.items()
    ]


def _told(
    claim: Mapping[str, Any], by_proposals: Verdict, by_methods: Verdict, forces: Roles, sizes: Mapping[str, float]
) -> list[Fact]:
    ranges = tuple(f"fact:{one.id}" for one in forces.values())
    ruled = (row_of(claim), "table:case.yaml#claims")
    proposed = tuple(f"fact:evidence.proposals.{name}" for name in ENDS.values()) if sizes else ()
    verdict = both(by_methods, by_proposals)
    return [
        _words(claim, "by_methods", "verdict by the methods", by_methods, rule=METHODS_RULE, because=(*ruled, *ranges)),
        _words(
            claim,
            "by_proposals",
            "verdict by the proposals",
            by_proposals,
            rule=NUMBER_RULE,
            because=(*ruled, *proposed),
        ),
        _words(claim, "verdict", "verdict", verdict, rule=BOTH_RULE, because=(*ruled, *ranges, *proposed)),
    ]


def _rows(claim: Mapping[str, Any], sizes: Mapping[str, float]) -> tuple[str, ...]:
    return (row_of(claim), "table:case.yaml#claims", *(f"table:proposals.csv#{name}" for name in sizes))


def _words(
    claim: Mapping[str, Any], name: str, label: str, verdict: Verdict, *, rule: str, because: tuple[str, ...]
) -> Fact:
    return fact_about(
        f"claims.{{claim}}.{name}",
        about_claim(claim),
        label=f"{{claim}}: {label}",
        unit="words",
        kind="words",
        value=verdict,
        method=rule,
        because=because,
    )
