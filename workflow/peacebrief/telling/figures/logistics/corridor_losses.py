"""What is left when one country is lost to supplies, or two: whether the force of reference outlives that."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.facts.rounding import exact, percent, significant, spell_range
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.figures.logistics.supplied_force import (
    in_posture,
    postures,
    reference_size,
    troops_in_posture,
)
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Phrase, Said, Sentences, phrase

FORCE, CENTRAL = "logistics.largest_force.", "central"
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


def caption(known: Known) -> SaidCaption:
    """The finding: whether the force of reference outlives the loss of one country, or of two."""
    force, size = in_posture(known, posture_shown(known)), exact(reference_size(known))
    counted = phrase("figures_logistics.losses_source", countries=str(len(countries(known))))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_logistics.losses_subtitle", posture=force, size=size),
        source=source(known, counted),
        alt=Sentences([phrase("figures_logistics.losses_shown"), *_alone(known), _in_pairs(known)]),
    )


def finding(known: Known) -> Phrase:
    """Whether any one country, or any two, can be lost before the force of reference goes short."""
    force = troops_in_posture(known, reference_size(known), posture_shown(known))
    if known.number(f"{FORCE}{CENTRAL}.{posture_shown(known)}") < reference_size(known):
        return phrase("figures_logistics.losses_unfed", force=force)
    alone, pairs = (_central(known, count) for count in (1, 2))
    short, short_pairs = ([left for left in group if too_few(known, left)] for group in (alone, pairs))
    if short and len(short) == len(alone):
        return phrase("figures_logistics.losses_any", force=force)
    if short:
        return phrase("figures_logistics.losses_some", losses=Listed([left.label for left in short], "or"), force=force)
    if short_pairs:
        return _not_without(force, short_pairs)
    return phrase("figures_logistics.losses_not_even_two" if pairs else "figures_logistics.losses_not_one", force=force)


def _not_without(force: Said, short: list[Left]) -> Phrase:
    """Pairs that cannot be lost: the worst by its name."""
    worst, *others = short
    if not others:
        return phrase("figures_logistics.losses_of_a_pair", force=force, pair=worst.label)
    return phrase(
        "figures_logistics.losses_of_two_pairs" if len(others) == 1 else "figures_logistics.losses_of_pairs",
        force=force, pair=worst.label, others=str(len(others)),
    )  # fmt: skip


def _central(known: Known, count: int) -> list[Left]:
    """What is left with central capacities after the loss of so many countries at once, the worst first."""
    central = [left for left in losses(known) if left.case == CENTRAL and len(left.parts) == count]
    return sorted(central, key=lambda left: (left.share, left.loss))


def _alone(known: Known) -> list[Phrase]:
    """What each loss of one country leaves: share, troops, troops by capacity; the worst first."""
    return [_without(known, left) for left in _central(known, 1)]


def _without(known: Known, left: Left) -> Phrase:
    cases = [other.troops for other in losses(known) if other.loss == left.loss]
    told: dict[str, Said] = {"loss": left.label, "share": percent(left.share), "troops": significant(left.troops)}
    return phrase("figures_logistics.losses_without", **told, cases=spell_range(min(cases), max(cases)))


def _in_pairs(known: Known) -> Said:
    """The troops that the loss of two countries leaves, the worst first."""
    pairs = [
        phrase("figures_logistics.losses_pair", pair=left.label, troops=significant(left.troops))
        for left in _central(known, 2)
    ]
    return phrase("figures_logistics.losses_without_two", pairs=Listed(pairs, ", ")) if pairs else NOTHING


def posture_shown(known: Known) -> str:
    """The hardest posture in which the force of reference is fed while nothing is lost, or else the easiest one."""
    every, size = [str(name) for name in postures(known)], reference_size(known)
    fed = [name for name in every if known.number(f"{FORCE}{CENTRAL}.{name}") >= size]
    return fed[-1] if fed else every[0]


def countries(known: Known) -> dict[str, str]:
    """The countries shown with their names: those whose loss leaves least, worst first."""
    rows = known.rows("losses", kind="country", posture=posture_shown(known), capacity_case=CENTRAL)
    ordered = sorted(rows, key=lambda row: (cell(row, "remaining") or 0.0, str(row["loss"])))
    return {str(row["loss"]): str(row["label"]) for row in ordered[:MOST_SHOWN]}


def losses(known: Known) -> list[Left]:
    """Losses of one and of two of the countries shown, in each capacity case."""
    posture, shown, found = posture_shown(known), countries(known), []
    for row in known.rows("losses", posture=posture):
        parts, case = tuple(str(row["loss"]).split("+")), str(row["capacity_case"])
        if len(parts) <= 2 and set(parts) <= set(shown):
            share = cell(row, "remaining") or 0.0
            troops = share * known.number(f"{FORCE}{case}.{posture}")
            found.append(Left(loss=str(row["loss"]), label=str(row["label"]), parts=parts, case=case, share=share,
                              troops=troops))  # fmt: skip
    return found


def too_few(known: Known, left: Left) -> bool:
    """Whether what is left is smaller than the force of reference, at the digits printed."""
    size = reference_size(known)
    return left.troops < size and significant(left.troops) != significant(size)
