"""Everything the facts and tables are written from: gates, scores, rankings and verdicts, and the outlook beside them.

The outlook is what is said of a case beside gates and scores: risks, durations and durability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from peacebrief.feasibility.enablers.enabler_chain import EnablerChain
from peacebrief.feasibility.gates.gate_odds import GateOdds
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.ranking.measures import Scoring
from peacebrief.feasibility.ranking.option_ranking import Rankings
from peacebrief.feasibility.ranking.smaa import Acceptability
from peacebrief.feasibility.risk.option_risk import OptionRisks, risk_draws
from peacebrief.feasibility.risk.risk_facts import EXCEEDANCE, RISKS, exceedance_rows, risk_facts, risk_rows
from peacebrief.feasibility.risk.risk_scenario import Scenarios, scenarios
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow
from peacebrief.feasibility.turning_points.worth_of_knowing import Worth
from peacebrief.feasibility.verdict.ruling import OptionRuling
from peacebrief.reasoning.record import Record, Table, table, told_by
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Spread


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What was found; `place` in the comments is an option and a level of support by the United States.

    `known` has the facts of earlier stages by id. By place: `odds`, `rulings`, `chains`, `sizes` (persons). `judged` is
    by gate and place. `scoring` and `at_level` are the scores as planned, and with every option at one level; `spreads`
    are of the measures as planned, `levelled` the ranking at one level. `switches` is nearest first by option.
    """

    inputs: FeasibilityInputs
    known: Mapping[str, Mapping[str, Any]]
    outlook: Outlook
    judged: Mapping[tuple[str, str, str], Quantity]
    odds: Mapping[tuple[str, str], GateOdds]
    rulings: Mapping[tuple[str, str], OptionRuling]
    chains: Mapping[tuple[str, str], EnablerChain]
    scoring: Scoring
    spreads: Mapping[tuple[str, str], Spread]
    at_level: Mapping[str, Scoring]
    ranked: Rankings
    levelled: Mapping[str, Acceptability]
    sizes: Mapping[tuple[str, str], Mapping[str, float]]
    switches: Sequence[SwitchRow]
    worth: Sequence[Worth]

    def planned(self, option: Option) -> GateOdds:
        """The odds of an option at the level that it was planned with."""
        return self.odds[option.id, option.us_level]


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
            counted=register.counted,
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
    yield from told_by(risk_facts, found.inputs, found.scenarios, found.risks)


def outlook_tables(found: Outlook) -> dict[str, Table]:
    """Every table of the outlook, by name."""
    return {
        "risk_results": table(RISKS, risk_rows(found.inputs, found.scenarios)),
        "risk_exceedance": table(EXCEEDANCE, exceedance_rows(found.inputs, found.scenarios, found.risks)),
        "survival": table(SURVIVAL, survival_rows(found.durations)),
        "still_there": table(STILL_THERE, still_there_rows(found.durations)),
        "garrisons": table(GARRISONS, garrison_rows(found.durations)),
        "break_even": table(BREAK_EVEN, break_even_rows(found.inputs, found.durability)),
    }
