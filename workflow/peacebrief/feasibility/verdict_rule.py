"""The verdict on an option by one rule for all (decision 28). It reads gates only: no score can buy a gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from enum import StrEnum

from peacebrief.reasoning.digits import printed_share


def printed(probability: float) -> float:
    """A probability (0-1) as the whole percentage that is printed."""
    # ASSUME: the verdict judges a probability at the whole percentage that is printed, so that word and number agree.
    return printed_share(probability)


class Ruling(StrEnum):
    """The four verdicts."""

    FEASIBLE = "feasible"
    CONDITIONAL = "conditional"
    NOT_FEASIBLE = "not feasible on current evidence"
    INDETERMINATE = "indeterminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Probabilities (0-1) of the rule: of each gate, and of all together (`joint`).

    Raises ValueError unless 0 < not_feasible <= conditional <= feasible <= 1, and for a joint one outside 0 to 1.
    """

    feasible: float = 0.75
    conditional: float = 0.40
    not_feasible: float = 0.20
    joint: float = 0.50

    def __post_init__(self) -> None:
        if not 0 < self.not_feasible <= self.conditional <= self.feasible <= 1:
            raise ValueError("the thresholds rise from not feasible over conditional to feasible, above 0 and up to 1")
        if not 0 <= self.joint <= 1:
            raise ValueError("the threshold of all gates together lies between 0 and 1")
        if any(printed(threshold) != threshold for threshold in astuple(self)):
            raise ValueError("the thresholds of the verdict are whole percentages")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The ruling, and the gates below the threshold of feasible (weakest first)."""

    ruling: Ruling
    short: tuple[str, ...]


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """P(gate) by gate, and the chance of passing all of them together (0-1)."""

    gates: Mapping[str, float]
    joint: float

    def reach(self, thresholds: Thresholds) -> bool:
        """Whether each gate, and all together, are as likely as a feasible option needs, as printed."""
        enough = printed(min(self.gates.values())) >= thresholds.feasible
        return enough and printed(self.joint) >= thresholds.joint


def verdict(*, chances: Chances, closed: Chances | None = None, thresholds: Thresholds = THRESHOLDS) -> Verdict:
    """The verdict from P(gate), and from P(gate) once the named conditions hold (`closed`, if any are named).

    Not feasible: any gate below `not_feasible`. Feasible: every gate at or above `feasible`, and all together at or
    above `joint`. Conditional: every gate at or above `conditional`, and feasible under the conditions. Otherwise
    indeterminate. Raises ValueError for a number that is no probability, no gate at all, and conditions that name other
    gates.
    """
    _check(chances)
    if closed is not None:
        _check(closed)
        if closed.gates.keys() != chances.gates.keys():
            raise ValueError("the conditions are judged on the same gates as the option")
    gates = chances.gates
    rising = sorted(gates, key=lambda gate: (gates[gate], gate))
    return Verdict(
        ruling=_ruling(chances, closed, thresholds),
        short=tuple(gate for gate in rising if printed(gates[gate]) < thresholds.feasible),
    )


def _ruling(chances: Chances, closed: Chances | None, thresholds: Thresholds) -> Ruling:
    lowest = printed(min(chances.gates.values()))
    if lowest < thresholds.not_feasible:
        return Ruling.NOT_FEASIBLE
    if chances.reach(thresholds):
        return Ruling.FEASIBLE
    if lowest >= thresholds.conditional and closed is not None and closed.reach(thresholds):
        return Ruling.CONDITIONAL
    return Ruling.INDETERMINATE


def _check(chances: Chances) -> None:
    if not chances.gates:
        raise ValueError("a verdict needs at least one gate")
    for gate, probability in {**chances.gates, "all gates together": chances.joint}.items():
        if not 0 <= probability <= 1:
            raise ValueError(f"{gate}: {probability:g} is not a probability")
