"""What either end of each input would make of an option as planned: its chances, all else as drawn, and its word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from peacebrief.feasibility.deciding.input_ends import Asked, End, InputEnds, input_ends
from peacebrief.feasibility.gates.gate_model import GateModel, Sample, common_draws, passed
from peacebrief.feasibility.gates.gate_odds import GateOdds, Odds
from peacebrief.feasibility.gates.option_gates import FedAfterLoss, Judged
from peacebrief.feasibility.gates.pass_patterns import pattern
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.verdict.ruling import ruling
from peacebrief.feasibility.verdict_rule import printed
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty.arrays import Booleans
from peacebrief.uncertainty.draws import REPLICATES
from peacebrief.uncertainty.replicates import standard_error

# Draws on which ends are tried: the difference of two of them on common draws has an error well below a point.
LOOKED_AT = 2**13
# Inputs that are named of an option.
NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AtEnd:
    """The chance that every gate is passed where an input is held at one end, its error, and the word of the verdict.

    `gates` has the chance of each gate there.
    """

    joint: float
    error: float
    word: str
    gates: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What an input makes of an option at its low and at its high end; `named` where it decides."""

    option: str
    place: int
    input: InputEnds
    low: AtEnd
    high: AtEnd
    named: bool

    @property
    def spread(self) -> float:
        """How far the joint chance at one end lies from that at the other."""
        return abs(self.high.joint - self.low.joint)


def moved_verdicts(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    models: Mapping[str, GateModel],
    *,
    fed: FedAfterLoss,
    judged: Judged,
    odds: Odds,
) -> list[Moved]:
    """Every input of every option as planned, those first whose ends lie furthest apart.

    `models` and `odds` are those published; an end moves them by the difference that it makes on common draws.
    """
    sample = common_draws(models.values(), draws=min(inputs.draws, LOOKED_AT), seed=inputs.seed)
    asked = Asked(inputs=inputs, supply=supply, fed=fed, judged=judged, luck=sample.uniforms)
    found: list[Moved] = []
    for option in inputs.options:
        tried = list(input_ends(asked, option))
        # Ends that only hold numbers come first: they work from the same arrays of supply.
        tried.sort(key=lambda one: bool(one.ends[0].placed))
        trial = _Trial(inputs, models[option.id], option, odds[option.id, option.support_level], sample)
        found += _ranked(trial, [(one, trial.at(one, one.ends[0]), trial.at(one, one.ends[1])) for one in tried])
    return found


class _Trial:
    """One option, whose gates are passed again with an input held."""

    def __init__(
        self, inputs: FeasibilityInputs, model: GateModel, option: Option, odds: GateOdds, sample: Sample
    ) -> None:
        self._inputs, self._model, self.option, self._odds, self._sample = inputs, model, option, odds, sample
        self._usual = passed(model, sample)
        self.word = self._word(odds)

    def at(self, one: InputEnds, end: End) -> AtEnd:
        """What holds at one end of an input."""
        found = {**self._usual, **self._passed(one.gates, end)}
        gates = {gate: _moved(chance, found[gate], self._usual[gate])[0] for gate, chance in self._odds.gates.items()}
        joint, error = _moved(self._odds.joint, _all(found), _all(self._usual))
        passes = pattern(np.array([found[gate] for gate in gates]))
        shares = np.bincount(passes, minlength=2 ** len(gates)) / len(passes)
        word = self._word(replace(self._odds, gates=gates, joint=joint, patterns=tuple(shares.tolist())))
        return AtEnd(joint=joint, error=error, word=word, gates=gates)

    def is_moved_by(self, ends: Sequence[AtEnd]) -> bool:
        """Whether the chance or the word prints otherwise at one end."""
        usual = printed(self._odds.joint), self.word
        return any((printed(end.joint), end.word) != usual for end in ends)

    def _passed(self, gates: Sequence[str], end: End) -> Mapping[str, Booleans]:
        if not gates:
            return {}
        uniforms = self._sample.uniforms
        if end.placed:
            uniforms = {**uniforms, **{name: np.full_like(uniforms[name], at) for name, at in end.placed.items()}}
        return passed(self._model, Sample(0, uniforms), held=end.held, only=gates)

    def _word(self, odds: GateOdds) -> str:
        level = self.option.support_level
        return str(ruling(self._inputs, odds, option=self.option.id, level=level).verdict.ruling)


def _ranked(trial: _Trial, found: Sequence[tuple[InputEnds, AtEnd, AtEnd]]) -> Iterator[Moved]:
    ordered = sorted(found, key=lambda one: (-abs(one[2].joint - one[1].joint), one[0].id))
    left = NAMED
    for place, (one, low, high) in enumerate(ordered, start=1):
        named = left > 0 and trial.is_moved_by((low, high))
        left -= named
        yield Moved(option=trial.option.id, place=place, input=one, low=low, high=high, named=named)


def _all(gates: Mapping[str, Booleans]) -> Booleans:
    return np.asarray(np.logical_and.reduce(list(gates.values())), dtype=np.bool_)


def _moved(published: float, there: Booleans, usual: Booleans) -> tuple[float, float]:
    """The published chance moved by the difference of the shares of draws, and the error of the difference."""
    rises = (there.astype(np.int64) - usual.astype(np.int64)).reshape(REPLICATES, -1)
    shares = (rises.sum(axis=1) / rises.shape[1]).tolist()
    difference = int(rises.sum()) / rises.size
    return min(max(published + difference, 0.0), 1.0), standard_error(shares)


def named_by_option(moved: Sequence[Moved]) -> dict[str, list[Moved]]:
    """The inputs that are named, by option, with their places among them."""
    found: dict[str, list[Moved]] = {}
    for one in moved:
        if one.named:
            own = found.setdefault(one.option, [])
            own.append(replace(one, place=len(own) + 1))
    return found
