"""Facts about rotation: the simultaneous pool and the troops cycled, never mixed, and shares of armies."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record, spread_record
from peacebrief.reasoning.subject import Named
from peacebrief.sizing.ensemble.sized_force import SizedForce
from peacebrief.sizing.given import Role
from peacebrief.sizing.methods.troop_rotation import ARMY, CONTRIBUTION, army_share, pool

POOL_METHOD = "Force times the rotation ratio, draw by draw: troops tied up at one time. Not the troops cycled."
CYCLED_METHOD = (
    "Force times the months of the horizon divided by the months of a tour, draw by draw: all who serve over the "
    "horizon. Not the simultaneous pool."
)
RULE_METHOD = "Force times the ratio of the rule: troops tied up at one time."
BRITISH_METHOD = (
    "British contribution times the ratio of the rule, divided by the trained strength of the British Army."
)


def rotation_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The simultaneous pool, and the troops cycled over the horizon."""
    told = {
        "pool": ("troops tied up at one time", POOL_METHOD, ("rotation_ratio",)),
        "cycled": ("troops who serve over the horizon", CYCLED_METHOD, ("tour_months", "horizon_months")),
    }
    for name, (label, method, takes) in told.items():
        spread, central = found.mixed(f"{name}.{role.id}")
        rows = [origin for source in takes for origin in found.simulation.sampled[source].origins]
        yield spread_record(
            f"sizing.{name}.{{role}}",
            {"role": role},
            label=f"{{role}}: {label}",
            unit="persons",
            method=method,
            because=[f"fact:sizing.force.{role.id}", *rows],
            spread=spread,
            central=central,
        )


def pool_by_rule_facts(found: SizedForce, role: Role) -> Iterator[Record]:
    """The simultaneous pool by each published rule."""
    spread, central = found.mixed(f"force.{role.id}")
    for rule, ratio in rotation_rules(found).items():
        yield spread_record(
            "sizing.pool_by_rule.{rotation_rule}.{role}",
            {"rotation_rule": Named(rule, f"rule {rule}"), "role": role},
            label="{role}: troops tied up at one time by rotation {rotation_rule}",
            unit="persons",
            method=RULE_METHOD,
            because=[f"fact:sizing.force.{role.id}", *found.simulation.sampled["rotation_ratio"].origins],
            spread=spread.times(ratio),
            central=pool(force=central, ratio=ratio),
        )


def british_facts(found: SizedForce) -> Iterator[Record]:
    """The share of the British Army by each published rotation rule."""
    if "british_share" not in found.plan.steps:
        return
    central = found.simulation.central
    for rule, ratio in rotation_rules(found).items():
        tied_up = pool(force=central[CONTRIBUTION], ratio=ratio)
        yield record(
            "sizing.british_share_by_rule.{rotation_rule}",
            {"rotation_rule": Named(rule, f"rule {rule}")},
            label="share of the trained British Army tied up by rotation {rotation_rule}",
            unit="share",
            method=BRITISH_METHOD,
            because=found.simulation.because("british_share"),
            value=army_share(pool=tied_up, army=central[f"comparator.{ARMY}"]),
        )


def rotation_rules(found: SizedForce) -> dict[str, float]:
    """The published ratios, in the order of the choices of the assumption: ROT1, ROT2 and so on."""
    quantity = next(quantity for quantity in found.inputs.quantities if quantity.id == "rotation_ratio")
    return {f"ROT{number}": value for number, (value, _) in enumerate(quantity.choices, start=1)}
