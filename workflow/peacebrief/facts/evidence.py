"""What the published proposals say, as facts: how many, how large, by role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from peacebrief.facts.fact import Fact

# ASSUME: proposals made before 2022 and allegations by an adversary are listed but not counted.
NOT_COUNTED = frozenset({"pre_2022", "other"})


def counted_proposals(proposals: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The proposals with a number for the present case."""
    return [row for row in proposals if row["role_class"] not in NOT_COUNTED and size(row) is not None]


def size(proposal: Mapping[str, Any]) -> float | None:
    """The central number of a proposal; its only bound where no central number was given."""
    for part in ("force_central", "force_low", "force_high"):
        if proposal[part] is not None:
            return float(proposal[part])
    return None


def proposal_facts(proposals: Sequence[Mapping[str, Any]], *, thresholds: Sequence[int]) -> list[Fact]:
    """Counts, median and quartiles of the published proposals, over all and by role class."""
    counted = counted_proposals(proposals)
    facts = _spread("evidence.proposals", "all counted proposals", counted)
    for threshold in thresholds:
        facts += _threshold_facts(threshold, counted)
    for role_class in sorted({row["role_class"] for row in counted}):
        rows = [row for row in counted if row["role_class"] == role_class]
        prefix, label = f"evidence.proposals.{role_class}", f"proposals for {role_class.replace('_', ' ')}"
        facts += _spread(prefix, label, rows)
        facts += [_reaching(prefix, label, threshold, rows) for threshold in thresholds]
    return facts


def _threshold_facts(threshold: int, counted: Sequence[Mapping[str, Any]]) -> list[Fact]:
    asked = Fact(
        id=f"evidence.force_size.{threshold}",
        label="Size of force in question",
        unit="persons",
        kind="number",
        value=float(threshold),
        method="Chosen for the case: the size that the article names.",
        because=("table:case.yaml#force_sizes",),
    )
    return [asked, _reaching("evidence.proposals", "proposals", threshold, counted)]


def _reaching(prefix: str, label: str, threshold: int, rows: Sequence[Mapping[str, Any]]) -> Fact:
    reaching = sum((size(row) or 0) >= threshold for row in rows)
    method = "Count of central numbers at or above the size in question."
    name, told = f"{prefix}.at_least.{threshold}", f"{label} of {threshold:,} or more"
    return _fact(name, told, "count", value=reaching, method=method, rows=rows)


def _spread(prefix: str, label: str, rows: Sequence[Mapping[str, Any]]) -> list[Fact]:
    sizes = sorted(size(row) or 0.0 for row in rows)
    quarters = quantiles(sizes, n=4, method="inclusive") if len(sizes) > 1 else [sizes[0]] * 3
    numbers = {
        "count": (len(sizes), "count", "Number of proposals with a number."),
        "median": (median(sizes), "persons", "Median of central numbers."),
        "lower_quartile": (quarters[0], "persons", "Lower quartile of central numbers."),
        "upper_quartile": (quarters[2], "persons", "Upper quartile of central numbers."),
        "smallest": (sizes[0], "persons", "Smallest central number."),
        "largest": (sizes[-1], "persons", "Largest central number."),
    }
    return [
        _fact(f"{prefix}.{part}", f"{label}: {part.replace('_', ' ')}", unit, value=value, method=method, rows=rows)
        for part, (value, unit, method) in numbers.items()
    ]


def _fact(fact_id: str, label: str, unit: str, *, value: float, method: str, rows: Sequence[Mapping[str, Any]]) -> Fact:
    because = tuple(f"table:proposals.csv#{row['id']}" for row in rows)
    return Fact(id=fact_id, label=label, unit=unit, kind="number", value=float(value), method=method, because=because)
