"""What supply came from: rows of the tables of the stage, assumptions, and facts that stand for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacebrief.generation.supply.supply_driver import LINK, RATIO, SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.sampled import tie_rows

LIKELY = "table:case.yaml#generation.likely"


def assumed(model: SupplyModel, names: Iterable[str]) -> Iterator[str]:
    """The rows of sampled numbers, with those that tie them; numbers that the case does without are left out."""
    for name in names:
        if name in model.sampled:
            yield from model.sampled[name].origins


def fact(name: str) -> str:
    """The reason that is another fact of the stage."""
    return f"fact:generation.{name}"


def support_because(model: SupplyModel, contributors: Iterable[str]) -> Iterator[str]:
    """Net support of those who were polled, how it moves chances, and what ties it."""
    polled = [name for name in contributors if name in model.support]
    yield from (fact(f"net_support.{name}") for name in polled)
    for name in polled:
        yield from tie_rows(model.inputs.ties, f"net_support.{name}")
    if polled:
        yield from assumed(model, [LINK])


def chance_because(model: SupplyModel, option: str, us_level: str, contributor: str) -> Iterator[str]:
    """What the chance that one contributor takes part came from."""
    yield from stated_rows(model, option, contributor)
    yield from model.members[option].position_rows(contributor, us_level, model.sampled)
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


def taking_because(model: SupplyModel, option: str, us_level: str) -> Iterator[str]:
    """What decides who takes part, all members together."""
    one = model.members[option]
    yield from (row.origin for row in model.inputs.options if row.id == option)
    yield fact(f"armies.{option}")
    if any(tie_rows(model.inputs.ties, f"position.{name}") for name in one.names):
        yield fact(f"common_will.{option}")
    for name in one.names:
        yield from one.position_rows(name, us_level, model.sampled)
    yield from support_because(model, one.names)


def supply_because(model: SupplyModel, option: str, us_level: str) -> Iterator[str]:
    """What the supply of an option at a level came from, and its central point."""
    yield from taking_because(model, option, us_level)
    yield from assumed(model, (SHARE, RATIO))
    yield LIKELY
