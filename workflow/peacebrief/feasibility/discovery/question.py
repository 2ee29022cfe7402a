"""What is asked of the draws of one option: when both gates of manpower open, when they fail to, by which inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.deciding.input_ends import (
    EVENT,
    MANPOWER,
    MODEL,
    NUMBER,
    armies_of_kinds,
    kept_label,
    kept_together,
)
from peacebrief.feasibility.discovery.box import Box, Draws, class_edges, classes_of
from peacebrief.feasibility.discovery.found_again import found_again
from peacebrief.feasibility.discovery.peeling import LEAST, boxes
from peacebrief.feasibility.gates.gate_model import GateModel, Sample, common_draws, passed
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.gates.planned_strength import PLAN, PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.generation.supply.sampled_position import BRIGADE_STREAM, MODEL_STREAM
from peacebrief.generation.supply.supply_driver import (
    BRIGADE_STRENGTH,
    BY_BRIGADES,
    CHANCE,
    EXIT_RATE,
    LATER_RATIO,
    NAMES,
    RATIO,
    SHARE,
    SURGE,
)
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.subject import Named
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.draws import REPLICATES

# Draws that conditions are looked for in.
LOOKED_AT = 2**14
FAILS = Named("fails", "the gates of manpower fail to open")
OPENS = Named("opens", "the gates of manpower open")
# Assumptions that a condition may restrict.
ASSUMED = (RATIO, LATER_RATIO, EXIT_RATE, SURGE, BRIGADE_STRENGTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One input in every draw: an event is one where it happens, a model one where the count of brigades holds."""

    id: str
    label: str
    values: Floats
    kind: str = NUMBER
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A box that was found: its terms, and in how many of all draws, and of those of interest, it holds."""

    terms: tuple[Term, ...]
    held: int
    hits: int
    stability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One input of a box: at `least` this much, `below` that much; None where that side is free."""

    column: Column
    least: float | None
    below: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is found on one question about an option: draws in all, those of interest, and the conditions."""

    question: Named
    option: Option
    draws: int
    of_interest: int
    conditions: tuple[Condition, ...]


def answers(
    inputs: FeasibilityInputs, supply: SupplyModel, models: Mapping[str, GateModel], *, odds: Odds
) -> list[Answer]:
    """Both questions about the option nearest to passing; none where no option both opens and fails often enough.

    `models` is by option, as planned.
    """
    gates = [gate.id for gate in inputs.gates if gate.kind in MANPOWER]
    if not gates:
        return []
    sample = common_draws(models.values(), draws=min(inputs.draws, LOOKED_AT), seed=inputs.seed)
    opens = {name: _opens(model, sample, gates) for name, model in models.items()}
    asked = [one for one in inputs.options if LEAST <= opens[one.id].mean() <= 1 - LEAST]
    if not asked:
        return []
    option = max(asked, key=lambda one: odds[one.id, one.support_level].joint)
    columns = list(drawn_columns(inputs, supply, option, sample))
    outcomes = ((FAILS, ~opens[option.id]), (OPENS, opens[option.id]))
    return [_answer(question, option, columns, of_interest, inputs.seed) for question, of_interest in outcomes]


def _opens(model: GateModel, sample: Sample, gates: list[str]) -> Booleans:
    found = passed(model, sample, only=gates)
    return np.asarray(np.logical_and.reduce([found[gate] for gate in gates]), dtype=np.bool_)


def drawn_columns(inputs: FeasibilityInputs, supply: SupplyModel, option: Option, sample: Sample) -> Iterator[Column]:
    """The inputs of the gates of manpower, in every draw; those that never vary are left out."""
    yield from _taking_part(supply, option, sample)
    yield from _armies(supply, option, sample)
    member, uniforms, drawn = supply.members[option.id], sample.uniforms, supply.drawn(sample.uniforms)
    for name in ASSUMED:
        if name in supply.sampled and supply.sampled[name].inverse is not None:
            label, unit = NAMES[name]
            yield Column(id=name, label=label, values=drawn.value(name), unit=unit)
    plan = PlannedStrength.of(inputs, option.id)
    if plan.rows:
        share = plan.share(plan.horizon, uniforms)
        yield Column(id=PLAN, label="the share of its strength that the plan keeps", values=share, unit="share")
    if BY_BRIGADES in member.models:
        counts = drawn.brigades(option.id).sum(axis=0)
        label = "the brigades that states could keep up"
        yield Column(id=BRIGADE_STREAM, label=label, values=counts, unit="brigades")
        holds = drawn.by_brigades(option.id).astype(np.float64)
        yield Column(id=MODEL_STREAM, label="which of the two models of supply holds", values=holds, kind=MODEL)


def _taking_part(supply: SupplyModel, option: Option, sample: Sample) -> Iterator[Column]:
    taking = supply.drawn(sample.uniforms).taking_part(option.id, option.support_level)
    for name, values in zip(supply.members[option.id].names, taking, strict=True):
        country = country_in_sentence(supply.inputs.states[name].country)
        yield Column(id=f"{CHANCE}{name}", label=country, values=values, kind=EVENT)


def _armies(supply: SupplyModel, option: Option, sample: Sample) -> Iterator[Column]:
    """What the armies of each kind keep deployed, and all of them together where there are several kinds."""
    kinds = armies_of_kinds(supply, supply.members[option.id])
    for kind, armies in kinds.items():
        values = kept_together(supply, armies, sample.uniforms)
        yield Column(id=f"{SHARE}.{kind}", label=kept_label(kind), values=values, unit="share")
    if len(kinds) > 1:
        everyone = {name: army for armies in kinds.values() for name, army in armies.items()}
        values = kept_together(supply, everyone, sample.uniforms)
        yield Column(id=SHARE, label=NAMES[SHARE][0], values=values, unit="share")


def _answer(question: Named, option: Option, columns: list[Column], of_interest: Booleans, seed: int) -> Answer:
    edges = [class_edges(column.values) for column in columns]
    codes = np.array([classes_of(one.values, own) for one, own in zip(columns, edges, strict=True)])
    draws = Draws(codes, tuple(len(own) for own in edges), of_interest)
    found = boxes(draws, replicate=of_interest.size // REPLICATES)
    again = found_again(draws, found, seed=seed)
    conditions, left = [], draws
    for box, stability in zip(found, again, strict=True):
        held, hits = box.counted(left)
        terms = _terms(box, columns, edges)
        conditions.append(Condition(terms=terms, held=held, hits=hits, stability=stability))
        left = left.only(~box.within(left))
    size, interesting = draws.counted
    return Answer(question=question, option=option, draws=size, of_interest=interesting, conditions=tuple(conditions))


def _terms(box: Box, columns: list[Column], edges: list[Floats]) -> tuple[Term, ...]:
    """The terms of a box, in the order of the inputs; a class begins where the edge below it lies."""
    found = []
    for place, (lowest, highest) in sorted(box.limits.items()):
        own = edges[place].tolist()
        least = own[lowest - 1] if lowest > 0 else None
        below = own[highest] if highest < len(own) else None
        found.append(Term(column=columns[place], least=least, below=below))
    return tuple(found)
