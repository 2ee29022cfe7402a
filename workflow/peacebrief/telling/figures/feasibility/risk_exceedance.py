"""How many soldiers could be killed in a year: how likely so many or more are, and how far options lie apart."""

from __future__ import annotations

from peacebrief.facts.rounding import percent_of_draws, significant
from peacebrief.reasoning.digits import whole_percent
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import option_labels, planned_rows
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import named, support
from peacebrief.telling.saying.said import Listed, Phrase, Said, Sentences, phrase

TOLL = "killed"
REACHED = f"feasibility.risk_at_least.{TOLL}."
# The number of soldiers that the title speaks of, and those named beside the curves.
MANY, NAMED = 10, (10, 100)
# Chances that lie within so many points are told as much the same.
LITTLE_APART = 2


def caption(known: Known) -> SaidCaption:
    """The finding: under which option it is likeliest that so many are killed."""
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_feasibility.risks_subtitle"),
        source=source(known, draws(known), _counted(known)),
        alt=Sentences([
            phrase("figures_feasibility.risks_shown"),
            *(_option(known, option) for option in curves(known)),
        ]),
    )  # fmt: skip


def _counted(known: Known) -> Phrase:
    """The risks that may cost lives and are counted."""
    rows = known.tables.get("risk_consequences", ())
    risks = {str(row["risk"]) for row in rows if row["toll"] == TOLL and int(row["in_toll"])}
    if not risks:
        return phrase("figures_feasibility.risks_source")
    return phrase("figures_feasibility.risks_counted", risks=str(len(risks)))


def finding(known: Known) -> Phrase:
    """The options under which it is likeliest and least likely that so many are killed, or that they are alike."""
    chances = {option: reached(known, option, MANY) for option in curves(known)}
    order = sorted(chances, key=lambda option: (chances[option], option))
    least, most = order[0], order[-1]
    low, high = percent_of_draws(chances[least]), percent_of_draws(chances[most])
    many: Said = significant(MANY)
    if len(order) == 1:
        return phrase("figures_feasibility.risks_of_one", many=many, chance=low, option=named(known, least))
    if low == high:
        return phrase("figures_feasibility.risks_same", many=many, chance=high)
    if whole_percent(chances[most]) - whole_percent(chances[least]) <= LITTLE_APART:
        return phrase("figures_feasibility.risks_alike", many=many, low=low, high=high)
    told = {"most": named(known, most), "least": named(known, least)}
    return phrase("figures_feasibility.risks_apart", **told, many=many, low=low, high=high)


def _option(known: Known, option: str) -> Phrase:
    told: dict[str, Said] = {"option": option_labels(known)[option], "support": support(known, option)}
    thresholds = sorted(
        int(name.removeprefix(f"{REACHED}{option}.")) for name in known.facts if name.startswith(f"{REACHED}{option}.")
    )
    return phrase("figures_feasibility.risks_option", **told, total=Listed(_chances(known, option, thresholds), ", "))


def _chances(known: Known, option: str, thresholds: list[int]) -> list[Phrase]:
    return [
        phrase(
            "figures_feasibility.risks_reached",
            threshold=f"{threshold:,}",
            chance=percent_of_draws(reached(known, option, threshold)),
        )
        for threshold in thresholds
    ]


def told_beside(known: Known, option: str) -> Listed:
    """What stands beside the curve of an option: the chance of so many soldiers or more."""
    return Listed(_chances(known, option, list(NAMED)), ", ")


def reached(known: Known, option: str, threshold: int) -> float:
    """The chance that so many soldiers or more are killed within a year."""
    return known.number(f"{REACHED}{option}.{threshold}")


def curves(known: Known) -> dict[str, list[tuple[float, float]]]:
    """For each option as planned the numbers of soldiers and the chance of reaching each, smallest first."""
    found = {
        option: sorted((float(row["threshold"]), float(row["probability"])) for row in rows if row["toll"] == TOLL)
        for option, rows in planned_rows(known, "risk_exceedance").items()
    }
    return {option: curve for option, curve in found.items() if curve}
