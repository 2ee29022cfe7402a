"""The risk register: one row a risk, and draws of which happen, how severe they are, and which come together.

A row has its probability by option, its severity and the factor it follows. Whether a risk happens is a coin with its
own uncertain probability (PERT); how severe it is, if it does, is PERT as well. Risks that follow one named factor
tend to happen together: their coins are tied by a Gaussian copula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from peacebrief.uncertainty import Design, Quantity, Tie, design
from peacebrief.uncertainty.arrays import Booleans, Floats, checked_probability
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf

LOWEST_SEVERITY, HIGHEST_SEVERITY = 1.0, 5.0

# ASSUME: severities of all kinds, from lives to money, are added on one scale from 1 to 5.
# ASSUME: each risk counts once within the horizon its row states; the horizons differ and are not made alike.
# ASSUME: a common factor ties whether risks happen, not how likely or how severe each is judged to be.
# ASSUME: options meet the same draws; a risk differs between them by its probability alone, never by its severity.


class Triple(NamedTuple):
    """Low, most likely and high."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One row of the register: its probability by option, its severity (1 to 5), and the factor it follows, if any.

    `loading` (-1 to 1) is the correlation of its normal score with that of the factor. Raises ValueError where a
    number is out of range or out of order.
    """

    id: str
    probability: Mapping[str, Triple]
    severity: Triple
    factor: str = ""
    loading: float = 0.0

    def __post_init__(self) -> None:
        for option, triple in self.probability.items():
            for part in _in_order(triple, f"probability of {self.id} for {option}"):
                checked_probability(part, name=f"probability of {self.id} for {option}")
        low, _, high = _in_order(self.severity, f"severity of {self.id}")
        if low < LOWEST_SEVERITY or high > HIGHEST_SEVERITY:
            raise ValueError(f"severity of {self.id} must be between 1 and 5, not {low:g} to {high:g}")
        if not -1 <= self.loading <= 1 or (self.loading != 0 and not self.factor):
            raise ValueError(f"{self.id} needs a loading between -1 and 1, and a factor where it is not zero")

    def stream(self, part: str) -> str:
        """The name of its uniforms for `event`, `probability` or `severity`."""
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

    def design(self, *, draws: int, seed: int) -> Design:
        """The draws of the register. Raises ValueError as `Design` does."""
        names = [risk.stream(part) for risk in self.risks for part in ("event", "probability", "severity")]
        ties = {
            risk.stream("event"): Tie(factor=risk.factor, loading=risk.loading, origin=risk.id)
            for risk in self.risks
            if risk.factor
        }
        return design(names, draws, seed, ties=ties)

    def severities(self, uniforms: Mapping[str, Floats]) -> dict[str, Floats]:
        """By option, the severity of each risk in each draw (risks, draws), zero where it does not happen."""
        rows: dict[str, list[Floats]] = {option: [] for option in self.options}
        for risk in self.risks:
            severity = self._inverse(risk.severity)(uniforms[risk.stream("severity")])
            known: dict[Triple, Floats] = {}
            for option, row in rows.items():
                triple = risk.probability[option]
                if triple not in known:
                    known[triple] = np.where(self._happens(risk, triple, uniforms), severity, 0.0)
                row.append(known[triple])
        return {option: np.stack(row) for option, row in rows.items()}

    def _happens(self, risk: Risk, triple: Triple, uniforms: Mapping[str, Floats]) -> Booleans:
        probability = self._inverse(triple)(uniforms[risk.stream("probability")])
        # The factor is high where risks happen.
        return np.asarray(uniforms[risk.stream("event")] > 1 - probability)

    @staticmethod
    def _inverse(triple: Triple) -> Inverse:
        low, mode, high = triple
        return inverse_cdf(Quantity(id="", origin="", distribution="pert", low=low, central=mode, high=high))
