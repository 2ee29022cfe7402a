"""What draws of the register say of each option: tolls of a year, war or no war, and the challenges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.risk.risk_register import Register, Risk, pert
from peacebrief.feasibility.risk.toll import WAR, YEAR, chance_within, curve_thresholds
from peacebrief.uncertainty.arrays import Booleans, Floats, Integers
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.exceedance import Exceedance, ExceedanceCurve
from peacebrief.uncertainty.replicates import Spread, Tally, standard_error

# Points in the middle of equal parts, for means over a distribution.
MIDPOINTS = (np.arange(4096) + 0.5) / 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRisks:
    """One option: of each toll of a year the curve, the quantiles and the mean; the chance of war; the challenges.

    `war` is the chance of a war within the year, None where no risk is one, `challenges` has the chance that at least
    one risk of each happens, within its own horizon; both with the standard error.
    """

    curves: Mapping[str, ExceedanceCurve]
    spreads: Mapping[str, Spread]
    means: Mapping[str, float]
    war: tuple[float, float] | None
    challenges: Mapping[str, tuple[float, float]]

    def at_least(self, toll: str, threshold: float) -> tuple[float, float]:
        """The probability of a toll of at least `threshold`, one of those counted, and its standard error."""
        curve = self.curves[toll]
        place = curve.thresholds.index(threshold)
        return float(curve.probability[place]), float(curve.standard_error[place])


class _Shares:
    """Shares of draws in which named things are so, with their standard errors."""

    def __init__(self) -> None:
        self._counts: dict[object, Integers] = {}
        self._draws = np.zeros(REPLICATES, dtype=np.int64)

    def add(self, replicate: int, found: Mapping[object, Booleans], draws: int) -> None:
        self._draws[replicate] += draws
        for name, drawn in found.items():
            counts = self._counts.setdefault(name, np.zeros(REPLICATES, dtype=np.int64))
            counts[replicate] += int(np.count_nonzero(drawn))

    def share(self, name: object) -> tuple[float, float]:
        counts = self._counts[name]
        return float(counts.sum() / self._draws.sum()), standard_error((counts / self._draws).tolist())


class _Counts:
    def __init__(self, register: Register, option: str, groups: Mapping[str, Sequence[str]]) -> None:
        self._register, self._option, self._groups = register, option, groups
        self._tolls = [toll for toll in register.tolls if toll != WAR]
        self._curves = {toll: Exceedance(curve_thresholds(toll)) for toll in self._tolls}
        self._tally, self._shares = Tally(), _Shares()

    def add(self, replicate: int, uniforms: Mapping[str, Floats]) -> None:
        register = self._register
        chances = register.chances(uniforms, option=self._option)
        year = register.happenings(uniforms, chances, months=YEAR)
        for toll in self._tolls:
            drawn = register.toll(uniforms, year, toll)
            self._curves[toll].add(replicate, drawn)
            self._tally.add(replicate, {toll: drawn})
        found: dict[object, Booleans] = {}
        if WAR in register.tolls:
            found[WAR,] = register.toll(uniforms, year, WAR) > 0
        own = register.happenings(uniforms, chances)
        found |= {name: np.any([own[risk] for risk in risks], axis=0) for name, risks in self._groups.items()}
        self._shares.add(replicate, found, len(next(iter(own.values()))))

    def result(self) -> OptionRisks:
        return OptionRisks(
            curves={toll: curve.curve() for toll, curve in self._curves.items()},
            spreads={toll: self._tally.spread(toll) for toll in self._tolls},
            means={toll: mean_toll(self._register.risks, self._option, toll) for toll in self._tolls},
            war=self._shares.share((WAR,)) if WAR in self._register.tolls else None,
            challenges={name: self._shares.share(name) for name in self._groups},
        )


def mean_toll(risks: Sequence[Risk], option: str, toll: str) -> float:
    """The mean over a year of a toll that is added up: of each risk the mean chance times the mean cost, summed."""
    return sum(
        float(chance_within(chance=pert(risk.probability[option])(MIDPOINTS), horizon=risk.months, months=YEAR).mean())
        * (risk.consequences[toll].low + 4 * risk.consequences[toll].mode + risk.consequences[toll].high)
        / 6
        for risk in risks
        if toll in risk.consequences
    )


def risk_draws(
    register: Register,
    *,
    groups: Mapping[str, Sequence[str]],
    draws: int,
    seed: int,
    rows: int = ROWS,
) -> dict[str, OptionRisks]:
    """Every option of the register, over the same draws.

    `groups` has the risks of each challenge. Raises ValueError as `Design` does.
    """
    counts = {option: _Counts(register, option, groups) for option in register.options}
    for replicate, uniforms in register.design(draws=draws, seed=seed).chunks(rows):
        for one in counts.values():
            one.add(replicate, uniforms)
    return {option: one.result() for option, one in counts.items()}
