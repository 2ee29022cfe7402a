"""Where the gates of one option are passed in each version, in one chunk of draws.

Everything is drawn once and combined: who takes part at each loading and level of chances, what each would send by each
model, the two ratios and the surge, and with or without the largest contributor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from peacebrief.feasibility.gates.gate_model import Numbers
from peacebrief.feasibility.gates.option_gates import (
    FED,
    GENERATION,
    JUDGED,
    SUPPLY,
    FedAfterLoss,
    Judged,
    chance_stream,
    event_passes,
    event_stream,
    margin_passes,
)
from peacebrief.feasibility.gates.pass_patterns import pattern
from peacebrief.feasibility.gates.planned_strength import PlannedStrength, size_reached
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option
from peacebrief.feasibility.turning_points.driver_range import largest_contributors
from peacebrief.feasibility.versions.factorial import (
    CHANCES,
    DRAWN,
    FULL,
    LARGEST,
    LOADING_FACTOR,
    NONE,
    POINTS,
    RATIO_RULE,
    STRENGTH,
    SUPPLY_MODEL,
    SUPPORT,
    USUAL,
    WITHOUT,
    Version,
)
from peacebrief.generation.supply.contribution import led
from peacebrief.generation.supply.drawn_supply import DrawnSupply
from peacebrief.generation.supply.sampled_position import POSITION_CHANCE
from peacebrief.generation.supply.supply_driver import BY_BRIGADES, BY_SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.attitude import LOADING
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Booleans, Floats, Integers
from peacebrief.uncertainty.distributions import inverse_cdf
from peacebrief.uncertainty.draws import Retied

# ASSUME: the largest single contributor is the one that could keep most troops deployed by its army, whether it is
# likely to take part or not; without it, it takes part in no draw.
# ASSUME: judged chances at one end are those of gates and those of positions, all at that end of their ranges; what
# polls add to positions is drawn as ever.

# Troops by contributor: at the start and after years.
START, LATER = "start", "later"


@dataclass(frozen=True, kw_only=True)
class VersionModel:
    """What versions of one option are worked out from, at any level of support."""

    inputs: FeasibilityInputs
    supply: SupplyModel
    option: Option
    fed: FedAfterLoss
    judged: Judged

    @cached_property
    def plan(self) -> PlannedStrength:
        """The strength planned by year."""
        return PlannedStrength.of(self.inputs, self.option.id)

    @cached_property
    def largest(self) -> int:
        """The place of the contributor that could keep most troops deployed."""
        members = self.supply.members[self.option.id]
        return members.names.index(largest_contributors(self.supply, self.option.id)[0])

    def loading(self, level: str) -> float:
        """The loading at a level: none, or a point of its range, no higher than one."""
        if level == NONE or LOADING not in {one.id for one in self.inputs.quantities}:
            return 0.0
        return _point(self.inputs.quantity(LOADING), level)

    def position_chances(self, point: str) -> dict[str, float]:
        """The chance of every position at every level of support, at a point of its range."""
        place = POINTS.index(point)
        rows = self.supply.inputs.position_chances
        return {f"{POSITION_CHANCE}{row.position}.{row.support_level}": row.span[place] for row in rows}


@dataclass(slots=True, kw_only=True)
class VersionPasses:
    """One option in one chunk: `counts` says how many draws pass which gates in a version."""

    model: VersionModel
    drawn: DrawnSupply
    uniforms: Numbers
    _gates: dict[tuple[str, ...], Integers] = field(default_factory=dict)
    _troops: dict[tuple[str, ...], Floats] = field(default_factory=dict)
    _held: dict[tuple[str, str], DrawnSupply] = field(default_factory=dict)
    _planned: dict[int, Floats] = field(default_factory=dict)
    _leads: dict[tuple[str, ...], Floats] = field(default_factory=dict)
    _loaded: dict[str, DrawnSupply] = field(default_factory=dict)
    _sums: dict[tuple[str, ...], tuple[Floats, Floats]] = field(default_factory=dict)

    def counts(self, version: Version) -> Integers:
        """Draws by the gates that they pass: (patterns)."""
        gates = self.model.inputs.gates
        return np.bincount(
            sum(self._worth(gate, place, version) for place, gate in enumerate(gates)), minlength=2 ** len(gates)
        )

    def _worth(self, gate: Gate, place: int, version: Version) -> Integers:
        """What a gate adds to the pattern of each draw: nothing where it is not passed."""
        by = {
            JUDGED: (SUPPORT, LOADING_FACTOR, CHANCES),
            SUPPLY: (),
            GENERATION: (SUPPORT, SUPPLY_MODEL, LOADING_FACTOR, CHANCES, STRENGTH, LARGEST),
        }.get(gate.kind, (SUPPORT, SUPPLY_MODEL, LOADING_FACTOR, CHANCES, STRENGTH, RATIO_RULE, LARGEST))
        key = (gate.id, *(version[name] for name in by))
        if key not in self._gates:
            self._gates[key] = pattern(self._decided(gate, version)[None, :]) << place
        return self._gates[key]

    def _decided(self, gate: Gate, version: Version) -> Booleans:
        option = self.model.option
        if gate.kind == JUDGED:
            return self._opened(gate, version)
        if gate.kind == SUPPLY:
            troops = self.model.fed.drawn(option.fighting_posture, self.uniforms[FED])
            return margin_passes(available=troops, required=option.size)
        available = self._at_start(version) if gate.kind == GENERATION else self._kept_up(version)
        return margin_passes(available=available, required=option.size)

    def _opened(self, gate: Gate, version: Version) -> Booleans:
        chance = self.model.judged[gate.id, self.model.option.id, version[SUPPORT]]
        stream, points = event_stream(gate.id), version[CHANCES]
        uniforms = self.uniforms[stream]
        if version[LOADING_FACTOR] != DRAWN:
            retied = Retied(self.uniforms, self.model.inputs.ties)
            uniforms = retied.at(stream, loading=self.model.loading(version[LOADING_FACTOR]))
        drawn = points == DRAWN
        wanted = inverse_cdf(chance)(self.uniforms[chance_stream(gate.id)]) if drawn else _point(chance, points)
        return event_passes(uniforms=uniforms, probability=wanted)

    def _at_start(self, version: Version) -> Floats:
        return self._by_model(version, {BY_SHARE: START, BY_BRIGADES: START}, full=version[STRENGTH] == FULL)

    def _kept_up(self, version: Version) -> Floats:
        """The size of force whose strength is kept up: what stricter or usual ratios leave, with those who stay."""
        # What brigades carry is rotation included: no ratio changes it.
        usual = version[RATIO_RULE] == USUAL
        later = self._by_model(version, {BY_SHARE: START if usual else LATER, BY_BRIGADES: START}, full=True)
        plan = self.model.plan
        if version[STRENGTH] == FULL:
            return self.drawn.after(later, years=plan.horizon)
        for year in plan.asked():
            if year not in self._planned:
                self._planned[year] = plan.share(year, self.uniforms)
        return size_reached({year: self.drawn.after(later, years=year) for year in plan.asked()}, self._planned)

    def _by_model(self, version: Version, stage: Mapping[str, str], *, full: bool) -> Floats:
        models = self.model.supply.members[self.model.option.id].models
        chosen = version[SUPPLY_MODEL]
        if chosen != DRAWN:
            return self._sent(version, chosen, stage[chosen], full=full)
        by_share = self._sent(version, BY_SHARE, stage[BY_SHARE], full=full)
        if BY_BRIGADES not in models:
            return by_share
        by_brigades = self._sent(version, BY_BRIGADES, stage[BY_BRIGADES], full=full)
        return np.where(self.drawn.by_brigades(self.model.option.id), by_brigades, by_share)

    def _sent(self, version: Version, by: str, stage: str, *, full: bool) -> Floats:
        """Troops of those who take part, by one model; the sum over all, less the largest where it stays away."""
        key = (version[SUPPORT], version[LOADING_FACTOR], version[CHANCES], by, stage, str(full))
        taking = self._taking(version)
        if key not in self._sums:
            troops = self._kept(by, stage, full=full)
            place = self.model.largest
            self._sums[key] = np.einsum("ij,ij->j", troops, taking), troops[place] * taking[place]
        whole, largest = self._sums[key]
        without = version[LARGEST] == WITHOUT
        return (whole - largest if without else whole) * self._led(version, taking, without=without)

    def _led(self, version: Version, taking: Floats, *, without: bool) -> Floats:
        key = (version[SUPPORT], version[LOADING_FACTOR], version[CHANCES], str(without))
        if key not in self._leads:
            self._leads[key] = self._with_leaders(taking, without=without)
        return self._leads[key]

    def _with_leaders(self, taking: Floats, *, without: bool) -> Floats:
        """One in each draw in which framework nations enough take part, otherwise zero."""
        one = self.model.supply.members[self.model.option.id]
        leads = [
            row for row, leading in enumerate(one.framework) if leading and not (without and row == self.model.largest)
        ]
        return led(taking_part=taking[leads], framework=[True] * len(leads), needed=one.needed)

    def _kept(self, by: str, stage: str, *, full: bool) -> Floats:
        """What each contributor would send if it took part: (contributors, draws)."""
        option, plan, key = self.model.option.id, self.model.plan, (by, stage, str(full))
        if key not in self._troops:
            troops = self.drawn.carried(option) if by == BY_BRIGADES else self.drawn.troops(option)
            if stage == LATER:
                troops = self.drawn.kept_later(option)
            elif not full and plan.row(1) is not None:
                troops = self.drawn.surged(option, troops, most_times=1.0 / plan.share(1, self.uniforms))
            self._troops[key] = troops
        return self._troops[key]

    def _taking(self, version: Version) -> Floats:
        """Who takes part at a loading and at a level of chances: (contributors, draws)."""
        loading, points = version[LOADING_FACTOR], version[CHANCES]
        if loading not in self._loaded:
            held = {} if loading == DRAWN else {LOADING: self.model.loading(loading)}
            self._loaded[loading] = self.drawn.holding(held) if held else self.drawn
        if (loading, points) not in self._held:
            chances = {} if points == DRAWN else self.model.position_chances(points)
            own = self._loaded[loading]
            self._held[loading, points] = own.holding(chances) if chances else own
        return self._held[loading, points].taking_part(self.model.option.id, version[SUPPORT])


def _point(quantity: Quantity, level: str) -> float:
    """A point of the range of a judged number."""
    low, high = quantity.range()
    return {"low": low, "central": quantity.central_point(), "high": high}[level]
