"""Facts about who sends what: the allocation as planned, shares of armies, quotas, and gaps by type of force."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.generation.findings import Findings
from peacebrief.generation.reasons import allocation_because, fact
from peacebrief.generation.rows import Option
from peacebrief.reasoning.record import Record, record

ALLOCATED_METHOD = (
    "Largest force up to the size that those counted on can keep deployed, within limits by type, smallest contingents "
    "and framework nations: a program solved to proven optimality at the central share and ratio."
)
DEPLOYED_METHOD = "The fairest way to share that force: the largest share of an army as small as can be, then the next."
SHARE_METHOD = "Troops deployed times the rotation ratio over the army: deployed, preparing and recovering together."
QUOTA_METHOD = "Size of the option shared in proportion to the armies by largest remainders, within their limits."


def burden_facts(found: Findings) -> Iterator[Record]:
    """Every option at the level it was planned with."""
    for option in found.inputs.options:
        yield from _force(found, option)
        yield from _contingents(found, option)


def _force(found: Findings, option: Option) -> Iterator[Record]:
    allocation = found.planned(option.id).allocation
    yield record(
        f"generation.allocated.{option.id}",
        label=f"{option.label}: troops of those counted on",
        unit="persons",
        method=ALLOCATED_METHOD,
        because=allocation_because(found.model, option.id),
        value=allocation.force,
    )
    for force_type, missing in allocation.gaps().items():
        yield record(
            f"generation.type_gap.{option.id}.{force_type}",
            label=f"{option.label}: missing {force_type}",
            unit="persons",
            method="Troops of the type that the option asks for less those allocated, once the gaps are levelled.",
            because=[fact(f"allocated.{option.id}")],
            value=missing,
        )


def _contingents(found: Findings, option: Option) -> Iterator[Record]:
    plan, states = found.planned(option.id), found.inputs.states
    for row in plan.burden():
        if row.contributor not in plan.counted_on:
            continue
        said = f"{option.label}: {states[row.contributor].country}"
        because = [fact(f"allocated.{option.id}"), states[row.contributor].origin]
        told = {
            "deployed": (f"{said}, troops deployed", "persons", DEPLOYED_METHOD, row.deployed),
            "army_share": (f"{said}, share of its army tied up", "share", SHARE_METHOD, row.army_share),
            "quota": (f"{said}, quota in proportion to its army", "persons", QUOTA_METHOD, row.quota),
        }
        for name, (label, unit, method, value) in told.items():
            yield record(
                f"generation.{name}.{option.id}.{row.contributor}",
                label=label,
                unit=unit,
                method=method,
                because=because,
                value=value,
            )
