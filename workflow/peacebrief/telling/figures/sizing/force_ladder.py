"""How large a force: which roles reach the size under test, and what each option can sustain at the start."""

from __future__ import annotations

from peacebrief.facts.evidence import counted_proposals, size
from peacebrief.facts.rounding import exact, middle_and_range, significant, spell_range
from peacebrief.reasoning.digits import rounded
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import (
    ASKING,
    FITTING,
    middle,
    option_labels,
    planned_rows,
    role_labels,
    size_under_test,
    span,
)
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place, support
from peacebrief.telling.saying.said import Listed, Number, Phrase, Said, Sentences, phrase

SUSTAINED = "generation.sustainable"


def caption(known: Known) -> SaidCaption:
    """The finding: for which roles the range of the methods, or all of it, reaches the size under test."""
    claim = size_under_test(known)
    sizes = [size(row) or 0.0 for role in known.tables["roles"] for row in proposals(known, role)]
    reaching = sum(central >= claim for central in sizes)
    counted = {"proposals": str(len(sizes)), "reaching": str(reaching), "size": exact(claim)}
    return SaidCaption(
        title=title(known),
        subtitle=phrase(
            "figures_sizing.ladder_subtitle_with_supply" if supply_known(known) else "figures_sizing.ladder_subtitle"
        ),
        source=source(known, draws(known), phrase("figures_sizing.ladder_source", proposals=counted["proposals"])),
        alt=Sentences([
            phrase("figures_sizing.ladder_shown", size=exact(claim)),
            *(_role(known, role, label) for role, label in role_labels(known).items()),
            phrase("figures_sizing.ladder_proposals", **counted),
            *(_option(known, option) for option in supply_known(known)),
        ]),
    )  # fmt: skip


def title(known: Known) -> Phrase:
    """The finding on the roles, and what the options can sustain at the middle of their draws, where that is known."""
    middles = [supply_of(known, option)[1] for option in supply_known(known)]
    if not middles:
        return finding(known)
    if rounded(max(middles)) == 0:
        return phrase("figures_sizing.ladder_nothing_sustained", finding=finding(known))
    told: dict[str, Said] = {"finding": finding(known), "sizes": spell_range(min(middles), max(middles))}
    several = len(middles) > 1
    return phrase(
        "figures_sizing.ladder_options_sustain" if several else "figures_sizing.ladder_option_sustains", **told
    )


def finding(known: Known) -> Phrase:
    """For which roles some method, or every method, asks for the size under test."""
    claim, labels = size_under_test(known), role_labels(known)
    told = {"size": exact(claim)}
    spans = {label.lower(): span(known, f"sizing.force.{role}") for role, label in labels.items()}
    reached = [label for label, (_, _, high) in spans.items() if high >= claim]
    above = [label for label, (low, _, _) in spans.items() if low >= claim]
    if not reached:
        return phrase("figures_sizing.ladder_unreached", **told)
    if len(above) == len(spans):
        return phrase("figures_sizing.ladder_every", **told)
    if above:
        return phrase("figures_sizing.ladder_some", **told, roles=Listed(above))
    if len(reached) == len(spans):
        return phrase("figures_sizing.ladder_within_every", **told)
    return phrase("figures_sizing.ladder_within", **told, roles=Listed(reached))


def _role(known: Known, role: str, label: str) -> Phrase:
    """Range of the methods, and how many of them ask for the size under test."""
    low, _, high = span(known, f"sizing.force.{role}")
    told: dict[str, Said] = {"role": label, "range": spell_range(low, high), "asking": asking(known, role)}
    return phrase("figures_sizing.ladder_role", **told, size=exact(size_under_test(known)))


def asking(known: Known, role: str) -> Phrase:
    """How many of the methods that fit a role ask for the size under test."""
    part, whole = _asking(known, role), Number(f"{FITTING}{role}", "exact")
    return phrase("figures_sizing.ladder_of", part=part, whole=whole)


def share_asking(known: Known, role: str) -> float:
    """The share of the methods that fit a role that ask for the size under test (0-1)."""
    return known.number(_asking(known, role).fact) / known.number(f"{FITTING}{role}")


def _asking(known: Known, role: str) -> Number:
    return Number(f"{ASKING}{size_under_test(known)}.{role}", "exact")


def methods(known: Known, role: str) -> dict[str, float]:
    """The middle result of each method that fits a role, by method (persons)."""
    rows = known.tables["role_methods"]
    fitting = [str(row["method"]) for row in rows if row["role"] == role and row["fits"] == "yes"]
    return {name: middle(known, f"sizing.method.{name}.{role}") for name in fitting}


def _option(known: Known, option: str) -> Phrase:
    """What an option can sustain at the level of support it was planned with."""
    between, ends = middle_and_range(*supply_of(known, option))
    told: dict[str, Said] = {"option": option_labels(known)[option], "support": support(known, option)}
    told |= {"middle": between, "range": ends, "size": exact(size_under_test(known))}
    return phrase("figures_sizing.ladder_option", **told, chance=chance_of(known, option))


def proposals(known: Known, role: Record) -> list[Record]:
    """The published proposals for a role that are counted."""
    return [row for row in counted_proposals(known.tables["proposals"]) if row["role_class"] == role["proposal_class"]]


def supply_known(known: Known) -> list[str]:
    """The options with a supply curve at the level they were planned with, in the order of the case."""
    return [option for option in planned_rows(known, "supply_curve") if known.has(_sustained(known, option))]


def supply_of(known: Known, option: str) -> tuple[float, float, float]:
    """What an option can sustain as planned: p5, p50 and p95 in persons."""
    return span(known, _sustained(known, option))


def sustained_middle(known: Known, option: str) -> str:
    """What an option can sustain as planned at the middle of its draws."""
    return significant(middle(known, _sustained(known, option)))


def _sustained(known: Known, option: str) -> str:
    return f"{SUSTAINED}{place(known, option)}"


def chance_of(known: Known, option: str) -> Number:
    """The chance that an option as planned can sustain the size under test."""
    return Number(f"generation.curve{place(known, option)}.{size_under_test(known)}", "percent")
