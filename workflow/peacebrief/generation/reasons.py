"""What a result of the stage came from: rows of its tables, assumptions, and facts that stand for many rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peacebrief.generation.drivers import LINK, RATIO, SHARE
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.generation.tasks import CONTINGENT, limit_name, requirement
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
    yield model.inputs.states[contributor].origin
    yield from (one.origin for one in model.inputs.members_of(option) if one.contributor == contributor)
    yield from model.members[option].position_rows(contributor, us_level, model.sampled)
    yield from tie_rows(model.inputs.ties, f"position.{contributor}")
    yield from support_because(model, [contributor])


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


def allocation_because(model: SupplyModel, option: str) -> Iterator[str]:
    """What the allocation of an option as planned came from."""
    yield from (row.origin for row in model.inputs.options if row.id == option)
    yield from (fact(f"chance.{option}.{name}") for name in model.members[option].names)
    yield from (fact(f"armies.{option}"), fact(f"size.{option}"), LIKELY)
    yield from (row.origin for row in model.inputs.requirements if row.option == option)
    chosen = next(row for row in model.inputs.options if row.id == option)
    limits = (limit_name(force_type) for force_type in requirement(model.inputs, chosen))
    yield from assumed(model, (SHARE, RATIO, CONTINGENT, *limits))
