"""The risk register: one row a risk, and draws of which happen, what they cost, and which come together.

A row has its probability by option, what it costs if it happens, and the factor it follows. Whether a risk happens is
a coin with its own uncertain probability (PERT); what it costs is PERT as well, in units people know. Risks that
follow one named factor tend to happen together: their coins are tied by a Gaussian copula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import numpy as np

from peacebrief.feasibility.risk.toll import COMBINED, WAR, chance_within
from peacebrief.uncertainty import Design, Quantity, Tie, design
from peacebrief.uncertainty.arrays import Booleans, Floats, checked_probability
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf

# ASSUME: each risk comes at most once within a year, and what it costs is the same under every option.
# ASSUME: a common factor ties whether risks happen, not how likely or how costly each is judged to be.
# ASSUME: options meet the same draws; a risk differs between them by its probability alone.


class Triple(NamedTuple):
    """Low, most likely and high."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One row of the register: its probability by option within `months`, what it costs by toll, and its factor.

    `loading` (-1 to 1) is the correlation of its normal score with that of the factor. Raises ValueError where a
    number is out of range or out of order.
    """

    id: str
    probability: Mapping[str, Triple]
    consequences: Mapping[str, Triple] = field(default_factory=dict)
    months: float = 12.0
    factor: str = ""
    loading: float = 0.0

    def __post_init__(self) -> None:
        for option, triple in self.probability.items():
            for part in _in_order(triple, f"probability of {self.id} for {option}"):
                checked_probability(part, name=f"probability of {self.id} for {option}")
        for toll, triple in self.consequences.items():
            self._check_toll(toll, _in_order(triple, f"{toll} of {self.id}"))
        if not self.months > 0:
            raise ValueError(f"{self.id} needs a horizon of more than no months, not {self.months:g}")
        if abs(self.loading) > 1 or (self.loading != 0 and not self.factor):
            raise ValueError(f"{self.id} needs a loading between -1 and 1, and a factor where it is not zero")

    def _check_toll(self, toll: str, triple: Triple) -> None:
        if toll not in COMBINED:
            raise ValueError(f"{self.id}: no toll is called {toll}; the tolls are {', '.join(COMBINED)}")
        if triple.low < 0:
            raise ValueError(f"{toll} of {self.id} must not be below zero, but is {triple.low:g}")
        if toll == WAR:
            for part in triple:
                checked_probability(part, name=f"chance that {self.id} is a war")

    def streams(self) -> tuple[str, ...]:
        """The names of all its uniforms."""
        parts = ("event", "probability", *self.consequences, *(("is_war",) if WAR in self.consequences else ()))
        return tuple(map(self.stream, parts))

    def stream(self, part: str) -> str:
        """The name of its uniforms for `event`, `probability`, a toll, or whether it `is_war`."""
        return f"risk:{self.id}:{part}"


def check_links(links: Mapping[str, Sequence[str]]) -> None:
    """Nothing. Raises ValueError where a risk is correlated with itself or with one that is not in the register."""
    for risk, others in sorted(links.items()):
        for other in others:
            if other == risk:
                raise ValueError(f"{risk} is said to be correlated with itself")
            if other not in links:
                raise ValueError(f"{risk} is said to be correlated with {other}, which is not in the register")


def _in_order(triple: Triple, name: str) -> Triple:
    if not triple.low <= triple.mode <= triple.high:
        raise ValueError(f"{name} must rise from low over mode to high, not {', '.join(f'{x:g}' for x in triple)}")
    return triple


class Register:
    """All risks, in the order of their names.

    Raises ValueError for no risk, for a name given twice, and where an option is missing from one of them.
    """

    def __init__(self, risks: Sequence[Risk]) -> None:
        self.risks = sorted(risks, key=lambda risk: risk.id)
        names = [risk.id for risk in self.risks]
        self.options = sorted({option for risk in risks for option in risk.probability})
        if not names or len(set(names)) < len(names):
            raise ValueError("a register needs risks, each with a name of its own")
        for risk in self.risks:
            missing = set(self.options) - set(risk.probability)
            if missing:
                raise ValueError(f"{risk.id} has no probability for {min(missing)}")

    @property
    def tolls(self) -> tuple[str, ...]:
        """The tolls that some risk takes."""
        return tuple(toll for toll in COMBINED if any(toll in risk.consequences for risk in self.risks))

    def design(self, *, draws: int, seed: int) -> Design:
        """The draws of the register. Raises ValueError as `Design` does."""
        ties = {
            risk.stream("event"): Tie(factor=risk.factor, loading=risk.loading, origin=risk.id)
            for risk in self.risks
            if risk.factor
        }
        return design([name for risk in self.risks for name in risk.streams()], draws, seed, ties=ties)

    def chances(self, uniforms: Mapping[str, Floats], *, option: str) -> dict[str, Floats]:
        """By risk, its chance within its own horizon in each draw."""
        return {risk.id: pert(risk.probability[option])(uniforms[risk.stream("probability")]) for risk in self.risks}

    def happenings(
        self, uniforms: Mapping[str, Floats], chances: Mapping[str, Floats], *, months: float | None = None
    ) -> dict[str, Booleans]:
        """Which risks happen in each draw within `months`, each within its own horizon where none are given."""
        found = {}
        for risk in self.risks:
            chance = chance_within(chance=chances[risk.id], horizon=risk.months, months=months or risk.months)
            # The factor is high where risks happen.
            found[risk.id] = np.asarray(uniforms[risk.stream("event")] > 1 - chance)
        return found

    def toll(self, uniforms: Mapping[str, Floats], happening: Mapping[str, Booleans], toll: str) -> Floats:
        """What the risks that happen cost together in each draw; for war, 1 where there is one."""
        combine = COMBINED[toll]
        total: Floats = np.zeros(len(next(iter(happening.values()))))
        for risk in self.risks:
            if toll in risk.consequences:
                total = combine(total, np.where(happening[risk.id], consequence(risk, uniforms, toll), 0.0))
        return total


def consequence(risk: Risk, uniforms: Mapping[str, Floats], toll: str) -> Floats:
    """What a risk costs in each draw if it happens; for war, 1 where it is one."""
    drawn = pert(risk.consequences[toll])(uniforms[risk.stream(toll)])
    return np.asarray(uniforms[risk.stream("is_war")] < drawn, dtype=np.float64) if toll == WAR else drawn


@cache
def pert(triple: Triple) -> Inverse:
    """The distribution of a judged number."""
    low, mode, high = triple
    return inverse_cdf(Quantity(id="", origin="", distribution="pert", low=low, central=mode, high=high))
