"""A past mission as it was judged beforehand, and the word that the rule gives it. What came of it is not read here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peacebrief.feasibility.given import FeasibilityInputs, judged, mean
from peacebrief.feasibility.past_missions.past_chance import joint_chance
from peacebrief.feasibility.verdict_rule import Chances, Ruling, Thresholds, verdict
from peacebrief.reasoning.subject import Named
from peacebrief.uncertainty import Quantity

ROTATION, FULL_STRENGTH = "rotation", "full_strength"
LOADING = "attitude_loading"
# ASSUME: of the gates of a past mission, mandate, ceasefire and force generation follow the attitude of the adversary,
# as Council votes, acquiescence and positions of states do in the case.
FOLLOWING = ("mandate", "ceasefire", "generation")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMission:
    """A mission that was asked for: size (persons), planned term (months), and the judged chances of its gates.

    `gates` are those of the rule; `lasting` is the chance of full strength for five years, which only the
    earlier rule asks for. `origin` and `origins` are the rows they stand in.
    """

    id: str
    label: str
    asked_on: str
    size: float
    lead: str
    term_months: int
    gates: Mapping[str, Quantity]
    lasting: Quantity
    origin: str

    @property
    def subject(self) -> Named:
        """The mission as the label of a fact names it."""
        return Named(self.id, self.label)

    @property
    def origins(self) -> list[str]:
        """The rows of its gates."""
        return [gate.origin for gate in self.gates.values()]

    def chances(self) -> dict[str, float]:
        """P(gate), 0-1: the means of the judged ranges."""
        return {gate: mean(chance) for gate, chance in self.gates.items()}

    def joint(self, loading: Quantity | None) -> float:
        """P(every gate opens), 0-1."""
        return joint_chance(self.gates, tied=FOLLOWING, loading=loading)

    def word(self, thresholds: Thresholds, joint: float) -> Ruling:
        """The word by the rule of the verdict. No conditions were named for a past mission, so none is conditional."""
        chances = Chances(gates=self.chances(), joint=joint)
        return verdict(chances=chances, thresholds=thresholds).ruling

    def old_word(self, thresholds: Thresholds) -> Ruling:
        """The word by the earlier rule: gates alone, and rotation at full strength after five years."""
        gates = {**self.chances(), ROTATION: mean(self.lasting)}
        return verdict(chances=Chances(gates=gates, joint=0.0), thresholds=replace(thresholds, joint=0.0)).ruling


def past_missions(inputs: FeasibilityInputs) -> tuple[PastMission, ...]:
    """The past missions of the inputs, in the order of the table; none where there is no such table."""
    return tuple(_mission(inputs, str(row["id"])) for row in inputs.rows("past_verdicts"))


def loading_of(inputs: FeasibilityInputs) -> Quantity | None:
    """How closely what follows the adversary's attitude is tied to it; None where the case has no such number."""
    return next((quantity for quantity in inputs.quantities if quantity.id == LOADING), None)


def _mission(inputs: FeasibilityInputs, name: str) -> PastMission:
    row = next(row for row in inputs.rows("past_verdicts") if row["id"] == name)
    own = [gate for gate in inputs.rows("past_gates") if gate["mission"] == name]
    gates = {str(gate["gate"]): judged(gate, name=f"past.{name}.{gate['gate']}") for gate in own}
    return PastMission(
        id=name,
        label=str(row["in_sentence"]),
        asked_on=str(row["asked_on"]),
        size=float(row["size"]),
        lead=str(row["lead"]),
        term_months=int(row["term_months"]),
        lasting=gates.pop(FULL_STRENGTH),
        gates=gates,
        origin=str(row["origin"]),
    )
