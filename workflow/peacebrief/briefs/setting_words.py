"""What the settings of a case are called where a number rests on them, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.briefs.quantities import SHARES, published, with_unit
from peacebrief.facts.rounding import percent

# The name of each setting that results rest on, and the unit of its numbers.
SETTINGS = {
    "claims.close_share": ("How close is close to the best figure", "share"),
    "claims.leading_places": ("Places that count as among the biggest", "count"),
    "claims.rounding_share": ("Allowance for rounding", "share"),
    "draws": ("Number of draws", "count"),
    "feasibility.critical_from": ("Need from which an enabler is critical", "rating"),
    "feasibility.planning_horizon": ("Planning horizon", "years"),
    "feasibility.thresholds.conditional": ("Chance that every gate of a conditional option has at least", "share"),
    "feasibility.thresholds.feasible": ("Chance from which every gate makes an option feasible", "share"),
    "feasibility.thresholds.not_feasible": ("Chance below which any gate rules an option out", "share"),
    "feasibility.years": ("Years asked for", "years"),
    "force_sizes": ("Size of force in question", "persons"),
    "generation.closing_years": ("Time in which recruiting is asked to close a gap", "years"),
    "generation.largest_size": ("Largest size of force looked at", "persons"),
    "generation.likely": ("Chance from which a state is counted on", "share"),
    "generation.longest_wait": ("Time after which recruiting counts as never closing a gap", "years"),
    "generation.size_step": ("Step between the sizes of force looked at", "persons"),
    "logistics.loss_days": ("How long a loss lasts", "days"),
    "logistics.reference_size": ("Size of force that losses are tried on", "persons"),
    "logistics.sizes": ("Sizes of force looked at", "persons"),
}
GROUPS = {
    "claims": "Rule for claims",
    "feasibility": "Settings of feasibility",
    "feasibility.thresholds": "Rule of the verdict",
    "generation": "Settings of force generation",
    "logistics": "Settings of logistics",
}


def settings(case: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every setting of a case: its dotted name, what it is called, and what it says where that is short."""
    for name, value in case.items():
        yield from _setting(name, value)


def _setting(name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    label, unit = SETTINGS.get(name, (GROUPS.get(name, f"Setting: {name.replace('.', ', ').replace('_', ' ')}"), ""))
    if not isinstance(value, Mapping):
        yield name, label, _told(value if isinstance(value, list) else [value], unit)
        return
    inner = [told for key, one in value.items() for told in _setting(f"{name}.{key}", one)]
    own = [f"{words[:1].lower()}{words[1:]} {said}" for one, words, said in inner if one in SETTINGS]
    yield name, label, "; ".join(own) if name in GROUPS else ""
    yield from inner


def _told(values: list[Any], unit: str) -> str:
    numbers = [one for one in values if isinstance(one, int | float) and not isinstance(one, bool)]
    if not unit or len(numbers) < len(values):
        return ", ".join(published(one) if one in numbers else str(one) for one in values)
    spelt = [percent(one) if unit in SHARES else published(one) for one in numbers]
    return with_unit(", ".join(spelt), "", unit)
