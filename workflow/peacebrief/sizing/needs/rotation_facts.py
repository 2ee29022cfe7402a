"""Facts about rotation: the simultaneous pool and the troops cycled, never mixed, and shares of armies."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named
from peacebrief.sizing.given import Role
from peacebrief.sizing.methods.troop_rotation import CONTRIBUTION, army_share, pool
from peacebrief.sizing.needs.sized_force import SizedForce

POOL_METHOD = (
    "Force of each method that fits times the rotation ratio, draw by draw: troops tied up at one time, as the range "
    "of the methods. Not the troops cycled."
)
CYCLED_METHOD = (
    "Force of each method that fits times the months of the horizon divided by the months of a tour, draw by draw: all "
    "who serve over the horizon, as the range of the methods. Not the simultaneous pool."
)
RULE_METHOD = "Force times the ratio of the rule: troops tied up at one time."
COMPARED_METHOD = (
    "Contribution times the ratio of the rule, divided by the trained strength of the army it is compared with."
)


def rotation_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The simultaneous pool, and the troops cycled over the horizon."""
    measures = {
        "pool": ("troops tied up at one time", POOL_METHOD, ("rotation_ratio",)),
        "cycled": ("troops who serve over the horizon", CYCLED_METHOD, ("tour_months", "horizon_months")),
    }
    for name, (label, method, takes) in measures.items():
        told = found.told_range(name, role)
        rows = [origin for source in takes for origin in found.simulation.sampled[source].origins]
        yield spread_record(
            f"sizing.{name}.{{role}}",
            {"role": role},
            label=f"{{role}}: {label}",
            unit="persons",
            method=method,
            because=[f"fact:sizing.force.{role.id}", *rows],
            spread=told.spread,
            central=told.central,
        )


def pool_by_rule_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The simultaneous pool by each published rule."""
    told = found.told_range("force", role)
    for rule, ratio in rotation_rules(found).items():
        yield spread_record(
            "sizing.pool_by_rule.{rotation_rule}.{role}",
            {"rotation_rule": Named(rule, f"rule {rule}"), "role": role},
            label="{role}: troops tied up at one time by rotation {rotation_rule}",
            unit="persons",
            method=RULE_METHOD,
            because=[f"fact:sizing.force.{role.id}", *found.simulation.sampled["rotation_ratio"].origins],
            spread=told.spread.times(ratio),
            central=pool(force=told.central, ratio=ratio),
        )


def compared_facts(found: SizedForce) -> Iterator[Record]:
    """The share of the compared army by each published rotation rule; nothing where the case compares none."""
    army = found.inputs.compared_army
    if army is None:
        return
    central = found.simulation.central
    for rule, ratio in rotation_rules(found).items():
        tied_up = pool(force=central[CONTRIBUTION], ratio=ratio)
        yield record(
            "sizing.compared_share_by_rule.{rotation_rule}",
            {"rotation_rule": Named(rule, f"rule {rule}"), "army": army},
            label="share of the trained {army} army tied up by rotation {rotation_rule}",
            unit="share",
            method=COMPARED_METHOD,
            because=found.simulation.because("compared_share"),
            value=army_share(pool=tied_up, army=central[f"comparator.{army.comparator}"]),
        )


def rotation_rules(found: SizedForce) -> dict[str, float]:
    """The published ratios, in the order of the choices of the assumption: ROT1, ROT2 and so on."""
    quantity = next(quantity for quantity in found.inputs.quantities if quantity.id == "rotation_ratio")
    return {f"ROT{number}": value for number, (value, _) in enumerate(quantity.choices, start=1)}
