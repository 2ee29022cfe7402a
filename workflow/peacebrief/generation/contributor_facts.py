"""Facts about contributors: the chance that each takes part, and what every army could keep deployed."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.drivers import RATIO, SHARE
from peacebrief.generation.findings import Findings
from peacebrief.generation.reasons import LIKELY, assumed, chance_because, fact
from peacebrief.generation.rows import Option
from peacebrief.generation.sustainment import sustained_force
from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.sampled import tie_rows
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty.replicates import standard_error

CHANCE_METHOD = (
    "Chance of its position at the level the option was planned with, moved by net support where polls are comparable; "
    "share of draws."
)
SUSTAIN_METHOD = "Army times deployable share over rotation ratio, draw by draw, if it took part."


def contributor_facts(found: Findings) -> Iterator[Record]:
    """Every member of every option, and every army by itself."""
    for option in found.inputs.options:
        yield from _members(found, option)
        yield from _chances(found, option)
    for state in found.inputs.states.values():
        yield _sustain(found, state.id, state.country, state.army, state.origin)
    for name, army in found.inputs.known_armies.items():
        yield _sustain(found, name, name.replace("_", " "), army, f"table:comparators.csv#{name}")


def _members(found: Findings, option: Option) -> Iterator[Record]:
    inputs, members = found.inputs, found.inputs.members_of(option.id)
    states = [inputs.states[member.contributor] for member in members]
    yield record(
        f"generation.armies.{option.id}",
        label=f"{option.label}: armies of all who may send troops",
        unit="persons",
        method="Strengths of their armies, added.",
        because=[*(state.origin for state in states), *(member.origin for member in members)],
        value=sum(state.army for state in states),
    )
    loadings = [inputs.ties[f"position.{state.id}"] for state in states if f"position.{state.id}" in inputs.ties]
    if loadings:
        rows = [row for state in states for row in tie_rows(inputs.ties, f"position.{state.id}")]
        yield record(
            f"generation.common_will.{option.id}",
            label=f"{option.label}: how strongly contributors decide alike",
            unit="share",
            method="Mean loading of the contributors' decisions on their common factor.",
            because=[fact(f"armies.{option.id}"), *rows],
            value=sum(tie.loading for tie in loadings) / len(loadings),
        )


def _chances(found: Findings, option: Option) -> Iterator[Record]:
    plan = found.planned(option.id)
    for name, shares in plan.chances.items():
        yield record(
            f"generation.chance.{option.id}.{name}",
            label=f"{option.label}: chance that {country_in_sentence(found.inputs.states[name].country)} takes part",
            unit="probability",
            kind="probability",
            method=CHANCE_METHOD,
            because=chance_because(found.model, option.id, option.us_level, name),
            value=plan.chance(name),
            standard_error=standard_error(shares),
        )
    yield record(
        f"generation.contributors.{option.id}",
        label=f"{option.label}: contributors counted on",
        unit="count",
        method="Contributors whose chance at the central point reaches the one from which they are counted on.",
        because=[LIKELY, *(fact(f"chance.{option.id}.{name}") for name in plan.chances)],
        value=len(plan.counted_on),
    )


def _sustain(found: Findings, name: str, called: str, army: float, origin: str) -> Record:
    middle = {quantity: found.model.sampled[quantity].central for quantity in (SHARE, RATIO)}
    return spread_record(
        f"generation.sustain.{name}",
        label=f"{called}: troops its army can keep deployed",
        unit="persons",
        method=SUSTAIN_METHOD,
        because=[origin, *assumed(found.model, (SHARE, RATIO))],
        spread=found.simulation.tally.spread(f"sustain.{name}"),
        central=sustained_force(army=army, share=middle[SHARE], ratio=middle[RATIO]),
    )
