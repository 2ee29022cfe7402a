"""What each criterion is measured by: a judged score, the chance of a risk, or a result of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from peacebrief.feasibility.model_measures import (
    cost_measure,
    coverage_measure,
    durability_measure,
    exit_measure,
    margin_measure,
)
from peacebrief.feasibility.public_measure import support_measure
from peacebrief.feasibility.rows import Criterion, Option, judged
from peacebrief.feasibility.score_sources import Scored, Sources, from_quantity, stream_of

RISK = "risk:"
COMPUTED: Mapping[str, Callable[[Sources, Criterion, Option, str], Scored]] = {
    "enabler_coverage": coverage_measure,
    "supply_margin": margin_measure,
    "cost_share": cost_measure,
    "net_support": support_measure,
    "exit_by_horizon": exit_measure,
    "hazard_ratio": durability_measure,
}


def scored(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    """The measure of an option at a level. Raises ValueError where nothing gives one."""
    name = criterion.computed_by
    if name.startswith(RISK):
        return _risk(sources, criterion, option, level)
    if name and name not in COMPUTED:
        raise ValueError(f"{criterion.id}: no result of the model is called {name}")
    return COMPUTED[name](sources, criterion, option, level) if name else _judged(sources, criterion, option, level)


def _judged(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    # ASSUME: judged scores of two options on one criterion err apart from each other.
    row = sources.inputs.row_at("scores", option=option.id, criterion=criterion.id, level=level)
    if row is None:
        raise ValueError(f"no score is given for {option.id} on {criterion.id} at the level {level}")
    return from_quantity(criterion, option, judged(row, name=f"{stream_of(criterion)}.{option.id}"))


def _risk(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    # ASSUME: the doubt about the chance of a risk is common to all options.
    name = criterion.computed_by.removeprefix(RISK)
    row = sources.inputs.row_at("risk_chances", risk=name, option=option.id, level=level)
    if row is None:
        raise ValueError(f"no chance of the risk {name} is given for {option.id} at the level {level}")
    return from_quantity(criterion, option, judged(row, name=f"risk:{name}:probability"))
