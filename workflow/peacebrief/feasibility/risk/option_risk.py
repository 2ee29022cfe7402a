"""What draws of the register say of each option: totals, critical risks, and the challenges of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.risk.risk_register import HIGHEST_SEVERITY, Register
from peacebrief.uncertainty.arrays import Floats, Integers
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.exceedance import Exceedance, ExceedanceCurve
from peacebrief.uncertainty.replicates import Spread, Tally, standard_error

THRESHOLDS = (20.0, 30.0, 40.0, 50.0)
CRITICAL = (1, 2, 3, 4, 5)
STEP = 2.0
SEVERE = 4.0
TOTAL = "total"

# ASSUME: a risk counts as critical from a severity of 4 on the scale from 1 to 5.
# ASSUME: options are compared by the sum of severities and the number of critical risks, because the worst single
# risk is grave under every option and tells none of them apart.


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRisks:
    """One option: the curve of totals and its quantiles, that of the number of critical risks, and the challenges.

    `challenges` has the probability that at least one risk of each challenge happens, and its standard error.
    """

    total: ExceedanceCurve
    total_spread: Spread
    critical: ExceedanceCurve
    challenges: Mapping[str, tuple[float, float]]

    def at_least(self, threshold: float) -> tuple[float, float]:
        """The probability of a total of at least `threshold`, one of those counted, and its standard error."""
        if threshold not in self.total.thresholds:
            return 0.0, 0.0
        place = self.total.thresholds.index(threshold)
        return float(self.total.probability[place]), float(self.total.standard_error[place])


class _Counts:
    def __init__(self, places: Sequence[int], groups: Mapping[str, Sequence[int]], totals: Sequence[float]) -> None:
        self._places, self._groups = list(places), {name: list(rows) for name, rows in groups.items()}
        self._totals = Exceedance(totals)
        self._critical = Exceedance([float(count) for count in CRITICAL])
        self._any = {name: np.zeros(REPLICATES, dtype=np.int64) for name in groups}
        self._draws = np.zeros(REPLICATES, dtype=np.int64)
        self._tally = Tally()

    def add(self, replicate: int, severities: Floats) -> None:
        total, critical = np.zeros(severities.shape[1]), np.zeros(severities.shape[1])
        for place in self._places:
            total += severities[place]
            critical += severities[place] >= SEVERE
        self._totals.add(replicate, total)
        self._tally.add(replicate, {TOTAL: total})
        self._critical.add(replicate, critical)
        self._draws[replicate] += len(total)
        happens = severities > 0
        for name, rows in self._groups.items():
            together = happens[rows[0]].copy()
            for row in rows[1:]:
                together |= happens[row]
            self._any[name][replicate] += int(np.count_nonzero(together))

    def result(self) -> OptionRisks:
        return OptionRisks(
            total=self._totals.curve(),
            total_spread=self._tally.spread(TOTAL),
            critical=self._critical.curve(),
            challenges={name: self._share(counts) for name, counts in self._any.items()},
        )

    def _share(self, counts: Integers) -> tuple[float, float]:
        return float(counts.sum() / self._draws.sum()), standard_error((counts / self._draws).tolist())


def risk_draws(
    register: Register,
    *,
    counted: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    draws: int,
    seed: int,
    totals: Sequence[float] = (),
    rows: int = ROWS,
) -> dict[str, OptionRisks]:
    """Every option of the register, over the same draws; totals take in the risks that are `counted`.

    `groups` has the risks of each challenge, `totals` the thresholds of the curve. Raises ValueError as `Design` does.
    """
    order = {risk.id: place for place, risk in enumerate(register.risks)}
    places = [order[name] for name in counted]
    members = {name: [order[one] for one in names] for name, names in groups.items()}
    thresholds = totals or even_thresholds(len(places))
    counts = {option: _Counts(places, members, thresholds) for option in register.options}
    for replicate, uniforms in register.design(draws=draws, seed=seed).chunks(rows):
        for option, severities in register.severities(uniforms).items():
            counts[option].add(replicate, severities)
    return {option: one.result() for option, one in counts.items()}


def even_thresholds(risks: int) -> list[float]:
    """Thresholds of the sum of severities, from zero to the largest that so many risks can reach."""
    highest = max(HIGHEST_SEVERITY * risks, THRESHOLDS[-1])
    thresholds: list[float] = np.arange(0.0, highest + STEP, STEP).tolist()
    return thresholds
