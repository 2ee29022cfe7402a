"""The chances of the gates of every option at every level in every version, over common draws, and the word of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np

from peacebrief.feasibility.gates.gate_model import GateModel, common_draws
from peacebrief.feasibility.gates.option_gates import FedAfterLoss, Judged, Place
from peacebrief.feasibility.gates.pass_patterns import patterns
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.verdict.ruling import chances_given, named_conditions
from peacebrief.feasibility.verdict_rule import Chances, Ruling, verdict
from peacebrief.feasibility.versions.factorial import SUPPORT, Factorial, Version, by_loading
from peacebrief.feasibility.versions.version_passes import VersionModel, VersionPasses
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty.arrays import Floats

# Draws that versions are counted on: with twice as many the words of some two versions in two thousand are others.
MOST_DRAWS = 2**14


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionResult:
    """One version: the level of each factor, its chances, and the word that the rule gives."""

    version: Version
    chances: Chances
    ruling: Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionVersions:
    """The versions of one option at one level, and as planned the chance of all gates together by loading."""

    versions: tuple[VersionResult, ...]
    joint_by_loading: Mapping[str, float]


# Chances and the word from counts of draws by the gates that they pass.
RuledByCounts: TypeAlias = Callable[[tuple[int, ...]], tuple[Chances, Ruling]]
# By option and level of support.
Versions: TypeAlias = Mapping[Place, OptionVersions]


def version_odds(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    models: Mapping[str, GateModel],
    *,
    fed: FedAfterLoss,
    judged: Judged,
) -> dict[Place, OptionVersions]:
    """Every version of every option at every level, on the draws of the `models` of options as planned."""
    factorial, found = Factorial.of(inputs), {}
    sample = common_draws(models.values(), draws=min(inputs.draws, MOST_DRAWS), seed=inputs.seed)
    drawn = supply.drawn(sample.uniforms)
    for option in inputs.options:
        model = VersionModel(inputs=inputs, supply=supply, option=option, fed=fed, judged=judged)
        passes = VersionPasses(model=model, drawn=drawn, uniforms=sample.uniforms)
        versions = factorial.versions(supply.members[option.id].models)
        for level in inputs.support_levels:
            ruled = _ruled_by_counts(inputs, option.id, level)
            results = tuple(_result(ruled, level, one, passes) for one in versions)
            loadings = by_loading() if level == option.support_level else {}
            joint = {name: _result(ruled, level, one, passes).chances.joint for name, one in loadings.items()}
            found[option.id, level] = OptionVersions(versions=results, joint_by_loading=joint)
    return found


def _result(ruled: RuledByCounts, level: str, version: Version, passes: VersionPasses) -> VersionResult:
    chances, ruling = ruled(tuple(passes.counts({**version, SUPPORT: level}).tolist()))
    return VersionResult(version=version, chances=chances, ruling=ruling)


def _ruled_by_counts(inputs: FeasibilityInputs, option: str, level: str) -> RuledByCounts:
    """The chances of an option at a level, and its word, by counts of draws: many versions have the same ones."""
    named = list(named_conditions(inputs, option, level))
    passing = patterns(len(inputs.gates))

    @cache
    def ruled(counted: tuple[int, ...]) -> tuple[Chances, Ruling]:
        counts = np.asarray(counted)
        shares: Floats = counts / counts.sum()
        passed = (passing @ shares).tolist()
        gates = {gate.id: min(chance, 1.0) for gate, chance in zip(inputs.gates, passed, strict=True)}
        chances = Chances(gates=gates, joint=float(shares[-1]))
        closed = chances_given(gates, shares.tolist(), named) if named else None
        return chances, verdict(chances=chances, closed=closed, thresholds=inputs.thresholds).ruling

    return ruled
