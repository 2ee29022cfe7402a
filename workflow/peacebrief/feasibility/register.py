"""Draws of the risk register: which risks happen, how severe they are, and which of them come together.

Whether a risk happens is a coin with its own uncertain probability (PERT); how severe it is, if it does, is PERT as
well. Risks that follow one named factor tend to happen together: their coins are tied by a Gaussian copula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from peacebrief.feasibility.risks import Risk, Triple
from peacebrief.uncertainty import Design, Quantity, Tie, design
from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf

# ASSUME: severities of all kinds, from lives to money, are added on one scale from 1 to 5.
# ASSUME: each risk counts once within the horizon its row states; the horizons differ and are not made alike.
# ASSUME: a common factor ties whether risks happen, not how likely or how severe each is judged to be.
# ASSUME: options meet the same draws; a risk differs between them by its probability alone, never by its severity.


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
