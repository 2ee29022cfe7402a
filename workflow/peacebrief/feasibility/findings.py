"""Everything the facts and tables of gates, scores, rankings and verdicts are written from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.enabler_chain import EnablerChain
from peacebrief.feasibility.gate_odds import GateOdds
from peacebrief.feasibility.information import Worth
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.outlook import Outlook
from peacebrief.feasibility.rankings import Rankings
from peacebrief.feasibility.rows import Option
from peacebrief.feasibility.rulings import OptionRuling
from peacebrief.feasibility.scoring import Scoring
from peacebrief.feasibility.smaa import Acceptability
from peacebrief.feasibility.switch_rows import SwitchRow
from peacebrief.uncertainty import Quantity
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
