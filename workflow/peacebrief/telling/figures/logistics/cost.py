"""What each option costs, a year and once: from the cheapest to the dearest, and what makes up most of it."""

from __future__ import annotations

from collections.abc import Mapping

from peacebrief.facts.rounding import middle_and_range, percent, significant, spell_range
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.logistics.supplied_force import posture_label
from peacebrief.telling.figures.reading import cell, option_labels, span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Phrase, Said, Sentences, phrase

BILLION, PRICES_OF = 1e9, "2025"
# ASSUME: a part of the yearly cost is called most of it from half of the whole upwards, at the percentage printed.
MOST = 0.5
YEAR, ONCE = "year", "once"
WHOLES = {YEAR: "logistics.cost_per_year.", ONCE: "logistics.deployment_cost."}
PARTS: Mapping[str, tuple[str, ...]] = {YEAR: ("soldiers", "line_haul", "fuel_burden"), ONCE: ("deployment", "camps")}

Spread = tuple[float, float, float]


def caption(known: Known) -> SaidCaption:
    """The finding: how far apart the options lie, and what makes up most of the cost."""
    counted = phrase("figures_logistics.cost_source", options=str(len(options(known))))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_logistics.cost_subtitle", year=PRICES_OF),
        source=source(known, draws(known), counted),
        alt=Sentences([
            phrase("figures_logistics.cost_shown"),
            *(_option(known, option, name) for option, name in options(known).items()),
        ]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """From the cheapest option to the dearest, and the part that makes up most of it."""
    middles = {option: whole(known, option, YEAR)[1] for option in options(known)}
    dear = max(middles, key=lambda option: (middles[option], option))
    part, share = largest_part(known, dear)
    if printed_share(share) < MOST:
        return _from_to(known, middles, dear)
    return phrase("figures_logistics.cost_mostly", cost=_from_to(known, middles, dear), part=part_label(part))


def _from_to(known: Known, middles: Mapping[str, float], dear: str) -> Phrase:
    """Where several options cost the same at the digits printed, naming one as the cheapest would split a tie."""
    names, costs = options(known), {option: significant(middle) for option, middle in middles.items()}
    cheap = min(middles, key=lambda option: (middles[option], option))
    if costs[cheap] == costs[dear]:
        return phrase("figures_logistics.cost_alike", cost=costs[dear])
    told: dict[str, Said] = {"least": costs[cheap], "most": costs[dear], "dearest": names[dear]}
    if list(costs.values()).count(costs[cheap]) > 1:
        return phrase("figures_logistics.cost_from_several", **told)
    return phrase("figures_logistics.cost_from", **told, cheapest=names[cheap])


def _option(known: Known, option: str, name: str) -> Phrase:
    """Cost a year with its range and largest part, and cost once."""
    between, ends = middle_and_range(*whole(known, option, YEAR))
    part, share = largest_part(known, option)
    told: dict[str, Said] = {"option": name, "middle": between, "range": ends, "part": part_label(part)}
    once = significant(whole(known, option, ONCE)[1])
    return phrase("figures_logistics.cost_option", **told, share=percent(share), once=once)


def part_label(part: str) -> Phrase:
    """What a part of the cost is called."""
    return phrase(f"figures_logistics.cost_part_{part}")


def when(paid: str) -> Phrase:
    """When a cost is paid: "a year" or "once"."""
    return phrase(f"figures_logistics.cost_paid_{paid}")


def options(known: Known) -> dict[str, str]:
    """The printed name of each option that has a cost, in the order of the case."""
    costed = {str(row["option"]) for row in known.tables["cost"]}
    return {option: label for option, label in option_labels(known).items() if option in costed}


def force_of(known: Known, option: str) -> Phrase:
    """The force of an option in words: "25,000 to 100,000, elevated"."""
    row = known.row("options", id=option)
    low, high = force_range(known, option)
    posture = uncapitalised(posture_label(known, str(row["posture"])))
    return phrase("figures_logistics.cost_force", force=spell_range(low or 0.0, high or 0.0), posture=posture)


def force_range(known: Known, option: str) -> tuple[float | None, float | None]:
    """The smallest and largest force of an option."""
    row = known.row("options", id=option)
    return cell(row, "force_low"), cell(row, "force_high")


def whole(known: Known, option: str, paid: str) -> Spread:
    """What an option costs a year or once: p5, p50 and p95 in billions of euros."""
    return _in_billions(span(known, f"{WHOLES[paid]}{option}"))


def parts(known: Known, option: str, paid: str) -> dict[str, Spread]:
    """The parts of what an option costs a year or once, in billions of euros."""
    names = {part: f"logistics.cost_part.{part}.{option}" for part in PARTS[paid]}
    return {part: _in_billions(span(known, name)) for part, name in names.items() if known.has(name)}


def _in_billions(ends: Spread) -> Spread:
    low, middle, high = ends
    return low / BILLION, middle / BILLION, high / BILLION


def largest_part(known: Known, option: str) -> tuple[str, float]:
    """The largest part of an option's yearly cost, and its share of the sum of all, each at its middle."""
    sizes = {part: spread[1] for part, spread in parts(known, option, YEAR).items()}
    first = max(sizes, key=lambda part: (sizes[part], part))
    return first, sizes[first] / sum(sizes.values())
