"""What the figure of losses says: whether the force of reference outlives the loss of one country, or of two."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import exact, percent, significant, spell_range
from peacebrief.figures.reading import cell, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.supply_words import in_posture, reference_size, settings
from peacebrief.reasoning.wording import listed

FORCE, CENTRAL, CASES = "logistics.largest_force.", "central", ("low", "central", "high")
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one loss leaves in one capacity case: a share of the largest force, and the troops that makes."""

    loss: str
    label: str
    parts: tuple[str, ...]
    case: str
    share: float
    troops: float


def posture_shown(facts: Facts, tables: Tables) -> str:
    """The hardest posture in which the force of reference is fed while nothing is lost, or else the easiest one."""
    postures, size = [str(name) for name in settings(tables)["postures"]], reference_size(tables)
    fed = [name for name in postures if value(facts[f"{FORCE}{CENTRAL}.{name}"]) >= size]
    return fed[-1] if fed else postures[0]


def countries(facts: Facts, tables: Tables) -> dict[str, str]:
    """The countries shown with their names: those whose loss leaves least, worst first."""
    posture = posture_shown(facts, tables)
    rows = [row for row in tables["losses"] if row["kind"] == "country" and row["posture"] == posture
            and row["capacity_case"] == CENTRAL]  # fmt: skip
    ordered = sorted(rows, key=lambda row: (cell(row, "remaining") or 0.0, str(row["loss"])))
    return {str(row["loss"]): str(row["label"]) for row in ordered[:MOST_SHOWN]}


def losses(facts: Facts, tables: Tables) -> list[Left]:
    """Losses of one and of two of the countries shown, in each capacity case."""
    posture, known, found = posture_shown(facts, tables), countries(facts, tables), []
    for row in tables["losses"]:
        parts, case = tuple(str(row["loss"]).split("+")), str(row["capacity_case"])
        if row["posture"] == posture and len(parts) <= 2 and set(parts) <= set(known):
            share = cell(row, "remaining") or 0.0
            troops = share * value(facts[f"{FORCE}{case}.{posture}"])
            found.append(Left(loss=str(row["loss"]), label=str(row["label"]), parts=parts, case=case, share=share,
                              troops=troops))  # fmt: skip
    return found


def too_few(left: Left, tables: Tables) -> bool:
    """Whether what is left is smaller than the force of reference, at the digits printed."""
    return left.troops < reference_size(tables) and significant(left.troops) != significant(reference_size(tables))


def finding(facts: Facts, tables: Tables) -> str:
    """The title: whether any one country, or any two, can be lost before the force of reference goes short."""
    force = f"{exact(reference_size(tables))} troops {in_posture(posture_shown(facts, tables), tables)}"
    if value(facts[f"{FORCE}{CENTRAL}.{posture_shown(facts, tables)}"]) < reference_size(tables):
        return f"Even with every country open, {force} cannot be fed by central capacities"
    return f"With central capacities {_told(facts, tables, force)}"


def _told(facts: Facts, tables: Tables, force: str) -> str:
    central = sorted((left for left in losses(facts, tables) if left.case == CENTRAL), key=lambda left: left.share)
    alone, pairs = ([left for left in central if len(left.parts) == count] for count in (1, 2))
    short, short_pairs = ([left for left in group if too_few(left, tables)] for group in (alone, pairs))
    if short and len(short) == len(alone):
        return f"the loss of any one country leaves too little for {force}"
    if short:
        return f"losing {listed([left.label for left in short], 'or')} leaves too little for {force}"
    if short_pairs:
        others = len(short_pairs) - 1
        more = f" or {others} other {'pair' if others == 1 else 'pairs'}" if others else ""
        return f"{force} can be fed without any one country, but not without {short_pairs[0].label} together{more}"
    return f"{force} can be fed without any one country" + (", or any two" if pairs else "")


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """What each loss of one country leaves: share, troops, troops by capacity; then the pairs, the worst first."""
    told, known = [], losses(facts, tables)
    central = sorted((left for left in known if left.case == CENTRAL), key=lambda left: (left.share, left.loss))
    for left in (left for left in central if len(left.parts) == 1):
        cases = [other.troops for other in known if other.loss == left.loss]
        told.append(
            f"Without {left.label}: {percent(left.share)} left, {significant(left.troops)} troops "
            f"({spell_range(min(cases), max(cases))} by capacity)."
        )
    pairs = [f"{left.label} {significant(left.troops)}" for left in central if len(left.parts) > 1]
    return [*told, f"Troops without two: {', '.join(pairs)}."] if pairs else told
