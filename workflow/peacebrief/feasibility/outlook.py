"""The outlook: what is said of a case beside gates and scores, which is risks, durations and durability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.durability.durability_facts import BREAK_EVEN, break_even_rows, durability_facts
from peacebrief.feasibility.durability.simulated_durability import Durability, durability
from peacebrief.feasibility.duration.duration_facts import (
    GARRISONS,
    STILL_THERE,
    SURVIVAL,
    duration_facts,
    garrison_rows,
    still_there_rows,
    survival_rows,
)
from peacebrief.feasibility.duration.exit_by_accession import accession_facts
from peacebrief.feasibility.duration.past_operation import Durations, durations
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.risk.option_risk import OptionRisks, risk_draws
from peacebrief.feasibility.risk.risk_facts import EXCEEDANCE, RISKS, exceedance_rows, risk_facts, risk_rows
from peacebrief.feasibility.risk.risk_scenario import Scenarios, scenarios
from peacebrief.feasibility.size_outcome.risk_by_size import (
    BY_SIZE,
    OF_MODELS,
    model_rows,
    raises_fact,
    size_facts,
    size_rows,
    studied_fact,
)
from peacebrief.reasoning.record import Record, Table, table, told_by
from peacebrief.uncertainty.draws import ROWS


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """Everything that the facts and tables of the outlook are written from."""

    inputs: FeasibilityInputs
    durations: Durations
    durability: Durability
    scenarios: Scenarios
    risks: Mapping[str, OptionRisks]


def outlook(inputs: FeasibilityInputs, *, costs: Mapping[str, Mapping[str, Any]], rows: int = ROWS) -> Outlook:
    """The outlook of a case; `costs` has by option the fact of its cost a year.

    Raises ValueError where an input cannot be used.
    """
    lasting = durations(inputs.rows("durations"), settings=inputs.settings)
    register = scenarios(inputs)
    return Outlook(
        inputs=inputs,
        durations=lasting,
        durability=durability(inputs, costs=costs, horizon=lasting.horizon, rows=rows),
        scenarios=register,
        risks=risk_draws(
            register.register,
            groups=register.of_challenge(),
            draws=inputs.draws,
            seed=inputs.seed,
            rows=rows,
        ),
    )


def outlook_facts(found: Outlook) -> Iterator[Record]:
    """Every fact of the outlook; indicators are written last, from the facts of all stages."""
    yield from told_by(duration_facts, found.durations)
    yield from told_by(accession_facts, found.inputs, found.durations)
    yield from told_by(durability_facts, found.inputs, found.durability, years_present=found.durations.years_present)
    drawn, raises = found.durability.simulation, found.durability.raises
    yield from told_by(raises_fact, found.inputs, drawn, raises=raises)
    yield from told_by(studied_fact, found.inputs)
    yield from told_by(size_facts, found.inputs)
    yield from told_by(risk_facts, found.inputs, found.scenarios, found.risks)


def outlook_tables(found: Outlook) -> dict[str, Table]:
    """Every table of the outlook, by name."""
    return {
        "risk_results": table(RISKS, risk_rows(found.inputs, found.scenarios)),
        "risk_exceedance": table(EXCEEDANCE, exceedance_rows(found.inputs, found.scenarios, found.risks)),
        "survival": table(SURVIVAL, survival_rows(found.durations)),
        "still_there": table(STILL_THERE, still_there_rows(found.durations)),
        "garrisons": table(GARRISONS, garrison_rows(found.durations)),
        "war_risk_by_size": table(BY_SIZE, size_rows(found.inputs, found.durability.simulation)),
        "war_risk_by_model": table(OF_MODELS, model_rows(found.inputs, found.durability.simulation)),
        "break_even": table(BREAK_EVEN, break_even_rows(found.inputs, found.durability)),
    }
