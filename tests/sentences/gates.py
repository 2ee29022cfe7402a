"""Gates and verdicts worked out again from the facts, the thresholds and the table of conditions."""

from __future__ import annotations

from sentences.numbers import whole
from sentences.world import Page, World

NOT_FEASIBLE = "not feasible on current evidence"


def thresholds(world: World) -> tuple[int, int, int]:
    """The thresholds of the rule in per cent: feasible, conditional, not feasible."""
    rule = world.case["feasibility"]["thresholds"]
    feasible, conditional, out = (whole(float(rule[name])) for name in ("feasible", "conditional", "not_feasible"))
    return feasible, conditional, out


def odds(world: World, at: str) -> dict[str, int]:
    """The chance of each gate for an option at a level (`option.level`), in the whole per cent printed."""
    return {row["id"]: whole(world.number(f"feasibility.gate.{row['id']}.{at}")) for row in gates(world)}


def gates(world: World) -> list[dict[str, str]]:
    """The gates in the order in which they are met."""
    return [dict(row) for row in sorted(world.tables["gates"], key=lambda row: row["place"])]


def given_conditions(world: World, at: str) -> dict[str, int]:
    """The chance of each gate once every condition for an option at a level holds, in whole per cent."""
    option, _, level = at.partition(".")
    best = {gate["id"]: world.number(f"feasibility.gate.{gate['id']}.{at}") for gate in gates(world)}
    for row in world.tables["conditions"]:
        if row["option"] == option and (row["support_level"] or level) == level:
            mean = (row["low"] + 4 * row["central"] + row["high"]) / 6
            best[row["gate"]] = max(best[row["gate"]], mean)
    return {gate: whole(chance) for gate, chance in best.items()}


def has_conditions(world: World, at: str) -> bool:
    """Whether any condition is named for an option at a level."""
    option, _, level = at.partition(".")
    return any(
        row["option"] == option and (row["support_level"] or level) == level for row in world.tables["conditions"]
    )


def together(world: World, at: str) -> tuple[int, int]:
    """The chance of all gates together in whole per cent, and what a feasible option needs."""
    asked = whole(float(world.case["feasibility"]["thresholds"]["joint"]))
    return whole(world.number(f"feasibility.joint.{at}")), asked


def closes(world: World, at: str) -> bool:
    """Whether all conditions bring every gate to feasible, and all gates together, as the fact on conditions says."""
    met = has_conditions(world, at) and min(given_conditions(world, at).values()) >= thresholds(world)[0]
    return met and not world.words(f"feasibility.closing.{at}").startswith("none")


def verdict(world: World, at: str) -> str:
    """The verdict by the rule."""
    feasible, conditional, out = thresholds(world)
    least = min(odds(world, at).values())
    if least < out:
        return NOT_FEASIBLE
    joint, asked = together(world, at)
    if least >= feasible and joint >= asked:
        return "feasible"
    return "conditional" if least >= conditional and closes(world, at) else "indeterminate"


def weakest(world: World, at: str) -> dict[str, str]:
    """The gate with the smallest chance; of equal ones the first."""
    return min(gates(world), key=lambda gate: world.number(f"feasibility.gate.{gate['id']}.{at}"))


def told_of(page: Page) -> list[str]:
    """The options that a page gives verdicts on."""
    own = page.name.partition("_")[2]
    return [own] if own else list(page.world.options)


def option_of(page: Page) -> str:
    """The option that a page is about; empty where it is about all of them."""
    return page.name.partition("_")[2]
