"""What supply came from: rows of the tables of the stage, assumptions, and facts that stand for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacebrief.generation.given import GenerationInputs
from peacebrief.generation.supply.membership import are_brigades_counted, brigade_rows
from peacebrief.generation.supply.sampled_position import BRIGADES, SHARES
from peacebrief.generation.supply.supply_driver import BRIGADE_STRENGTH, BRIGADE_WEIGHT, BY_BRIGADES, LINK
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.attitude import POSITION
from peacebrief.reasoning.sampled import tie_rows
from peacebrief.uncertainty import Tie

LIKELY = "table:case.yaml#generation.likely"


def assumed(model: SupplyModel, names: Iterable[str]) -> Iterator[str]:
    """The rows of sampled numbers, with those that tie them; numbers that the case does without are left out."""
    for name in names:
        if name in model.sampled:
            yield from model.sampled[name].origins


def fact(name: str) -> str:
    """The reason that is another fact of the stage."""
    return f"fact:generation.{name}"


def kept_because(model: SupplyModel, contributors: Iterable[str]) -> Iterator[str]:
    """What the troops that contributors keep deployed came from, but for their armies: shares, and what is bound."""
    for name in contributors:
        yield from assumed(model, [f"{SHARES}{name}"])
        yield from bound_because(model, name)


def middle_because(model: SupplyModel, contributors: Iterable[str]) -> Iterator[str]:
    """The same at the central point, which nothing that ties draws can move."""
    for name in contributors:
        yield model.sampled[f"{SHARES}{name}"].origins[0]
        yield from bound_because(model, name)


def bound_because(model: SupplyModel, contributor: str) -> Iterator[str]:
    """What a contributor has bound elsewhere."""
    if model.inputs.committed(contributor):
        yield fact(f"committed.{contributor}")


def support_because(model: SupplyModel, contributors: Iterable[str]) -> Iterator[str]:
    """Net support of those who were polled, how it moves chances, and what ties it."""
    polled = [name for name in contributors if name in model.support]
    yield from (fact(f"net_support.{name}") for name in polled)
    for name in polled:
        yield from tie_rows(model.inputs.ties, f"net_support.{name}")
    if polled:
        yield from assumed(model, [LINK])


def will_of(inputs: GenerationInputs, contributor: str) -> Tie | None:
    """The tie of a contributor's decision to those of others, beside the adversary's attitude that they all follow."""
    tie = inputs.ties.get(f"{POSITION}{contributor}")
    return next((one for one in (tie.chain if tie else ()) if one.drawn is None), None)


def attitude_rows(inputs: GenerationInputs, contributor: str) -> Iterator[str]:
    """The rows that tie a contributor's decision to the adversary's attitude."""
    tie = inputs.ties.get(f"{POSITION}{contributor}")
    for one in tie.chain if tie else ():
        if one.drawn is not None:
            yield from (one.origin, one.drawn.origin)


def chance_because(model: SupplyModel, option: str, support_level: str, contributor: str) -> Iterator[str]:
    """What the chance that one contributor takes part came from."""
    yield from stated_rows(model, option, contributor)
    yield from model.members[option].position_rows(contributor, support_level, model.sampled)
    yield from tie_rows(model.inputs.ties, f"position.{contributor}")
    yield from support_because(model, [contributor])


def stated_rows(model: SupplyModel, option: str, contributor: str) -> Iterator[str]:
    """The rows that a contributor's position is read from: that of the state only where the option has none."""
    own = next(one for one in model.inputs.members_of(option) if one.contributor == contributor)
    yield own.origin
    if not own.position:
        yield model.inputs.states[contributor].origin


def counting_because(model: SupplyModel, option: str) -> Iterator[str]:
    """What decides who is counted on: chances at the central point, which nothing that ties draws can move."""
    yield LIKELY
    for name in model.members[option].names:
        yield from stated_rows(model, option, name)
        yield model.members[option].position_rows(name, model.planned[option], model.sampled)[0]
        if name in model.support:
            yield from (fact(f"net_support.{name}"), model.sampled[LINK].origins[0])


def taking_because(model: SupplyModel, option: str, support_level: str) -> Iterator[str]:
    """What decides who takes part, all members together."""
    one = model.members[option]
    yield from (row.origin for row in model.inputs.options if row.id == option)
    yield fact(f"armies.{option}")
    if any(will_of(model.inputs, name) for name in one.names):
        yield fact(f"common_will.{option}")
    for name in one.names:
        yield from attitude_rows(model.inputs, name)
    for name in one.names:
        yield from one.position_rows(name, support_level, model.sampled)
    yield from support_because(model, one.names)


def supply_because(model: SupplyModel, option: str, support_level: str) -> Iterator[str]:
    """What the supply of an option at a level came from, and its central point."""
    yield from taking_because(model, option, support_level)
    yield from mixed_because(model, option)
    yield LIKELY


def supply_under_because(model: SupplyModel, option: str, support_level: str, by: str) -> Iterator[str]:
    """What the supply of an option at a level came from if one model held in all draws."""
    yield from taking_because(model, option, support_level)
    yield from (
        carried_because(model, option) if by == BY_BRIGADES else kept_because(model, model.members[option].names)
    )


def mixed_because(model: SupplyModel, option: str, by_share: Iterable[str] = ()) -> Iterator[str]:
    """What contributors keep deployed came from under both models; `by_share` are more assumptions of the first."""
    yield from kept_because(model, model.members[option].names)
    yield from assumed(model, by_share)
    if BY_BRIGADES in model.members[option].models:
        yield from carried_because(model, option)
        yield from assumed(model, [BRIGADE_WEIGHT])
    if are_brigades_counted(model.inputs, option):
        # That there are none in the force decides as well.
        yield from (row.origin for row in brigade_rows(model.inputs, option))


def carried_because(model: SupplyModel, option: str) -> Iterator[str]:
    """What the brigades of an option's contributors carry came from."""
    yield from brigades_because(model, option)
    yield from assumed(model, [BRIGADE_STRENGTH])
    yield from (row.origin for row in brigade_rows(model.inputs, option))


def brigades_because(model: SupplyModel, option: str) -> Iterator[str]:
    """The rows that count the brigades of the contributors."""
    return assumed(model, (f"{BRIGADES}{name}" for name in model.members[option].names))


def counted_because(model: SupplyModel, option: str) -> Iterator[str]:
    """The rows that say whether an option has brigades, and whether those of its contributors are counted."""
    states = [model.inputs.states[name] for name in model.members[option].names]
    unknown = {state.id for state in states if state.brigades is None}
    yield from (row.origin for row in brigade_rows(model.inputs, option))
    yield from (state.origin for state in states)
    yield from (row.origin for row in model.inputs.members_of(option) if row.contributor in unknown)
