"""Which gates each option passes: the verdicts on the options as planned, and the gate that is the weakest."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, percent_of_draws
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.feasibility.gate_results import (
    CONDITIONAL,
    FEASIBLE,
    INDETERMINATE,
    NOT_FEASIBLE,
    always_passed,
    briefly,
    gates,
    joint,
    judged,
    odds,
    planned,
    ruling,
    thresholds,
)
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import named, support
from peacebrief.telling.saying.said import NOTHING, Listed, Opening, Phrase, Said, Sentences, phrase

ORDER = (FEASIBLE, CONDITIONAL, INDETERMINATE, NOT_FEASIBLE)


def caption(known: Known) -> SaidCaption:
    """The finding: the verdicts on the options as planned."""
    others = len(judged(known)) - len(planned(known))
    more: Said = phrase("figures_feasibility.matrix_more_rows", rows=str(others)) if others else NOTHING
    return SaidCaption(
        title=finding(known),
        subtitle=phrase(
            "figures_feasibility.matrix_subtitle" if known.graded else "figures_feasibility.matrix_subtitle_alone"
        ),
        source=source(known, draws(known), phrase("figures_feasibility.matrix_source")),
        alt=Sentences([
            phrase("figures_feasibility.matrix_shown" if known.graded else "figures_feasibility.matrix_shown_alone"),
            *(_option(known, option, level) for option, level in planned(known)),
            more,
            _left_out(known),
        ]),
    )  # fmt: skip


def _left_out(known: Known) -> Said:
    """Gates that have no column, since no draw fails them."""
    labels = [uncapitalised(label) for label in always_passed(known)]
    return phrase("figures_feasibility.matrix_left_out", gates=Listed(labels)) if labels else NOTHING


def finding(known: Known) -> Phrase:
    """The verdicts on the options as planned; where all are alike, the gate that is most often the weakest."""
    groups: dict[str, list[Said]] = {}
    for option, level in planned(known):
        groups.setdefault(ruling(known, option, level), []).append(named(known, option))
    if len(groups) > 1:
        told = [_group(verdict, groups[verdict]) for verdict in ORDER if verdict in groups]
        return phrase("figures_feasibility.matrix_apart", verdicts=Listed(told, "; "))
    [(verdict, options)] = groups.items()
    return phrase("figures_feasibility.matrix_alike", verdict=_all_alike(verdict, options), weakest=_weakest(known))


def _group(verdict: str, options: list[Said]) -> Phrase:
    return phrase("figures_feasibility.matrix_group", verdict=briefly(verdict), options=Listed(options))


def _all_alike(verdict: str, options: list[Said]) -> Phrase:
    """One verdict on every option."""
    if len(options) == 1:
        return phrase("figures_feasibility.matrix_alone", option=Opening(options[0]), verdict=briefly(verdict))
    if verdict == NOT_FEASIBLE:
        return phrase("figures_feasibility.matrix_none_feasible")
    return phrase("figures_feasibility.matrix_every", verdict=verdict)


def _weakest(known: Known) -> Phrase:
    """The gates that are weakest for one option or more, with the best chance among those."""
    labels, chances, found = gates(known), odds(known), dict[str, float]()
    for option, level in planned(known):
        gate = min(labels, key=lambda gate: chances[option, level, gate])
        found[gate] = max(found.get(gate, 0.0), chances[option, level, gate])
    weakest, most = Listed([uncapitalised(labels[gate]) for gate in labels if gate in found], "or"), max(found.values())
    return phrase(
        "figures_feasibility.matrix_weakest_of_one" if len(planned(known)) == 1
        else "figures_feasibility.matrix_weakest",
        gates=weakest, chance=percent_of_draws(most),
    )  # fmt: skip


def _option(known: Known, option: str, level: str) -> Phrase:
    """Every chance of an option, the joint pass and the verdict."""
    chances = odds(known)
    told = [
        phrase("figures_feasibility.matrix_gate", gate=uncapitalised(label),
               chance=percent_of_draws(chances[option, level, gate]))
        for gate, label in gates(known).items()
    ]  # fmt: skip
    return phrase(
        "figures_feasibility.matrix_option",
        option=option_labels(known)[option], support=support(known, option, level), gates=Listed(told),
        joint=percent_of_draws(joint(known, option, level)), verdict=ruling(known, option, level),
    )  # fmt: skip


def key(known: Known) -> list[Phrase]:
    """What the looks of cells stand for, from a gate passed to one that rules the option out."""
    feasible, conditional, not_feasible = (percent(threshold) for threshold in thresholds(known))
    return [
        phrase("figures_feasibility.matrix_key_passed", least=feasible),
        phrase("figures_feasibility.matrix_key_between", least=conditional.removesuffix("%"), most=feasible),
        phrase("figures_feasibility.matrix_key_between", least=not_feasible.removesuffix("%"), most=conditional),
        phrase("figures_feasibility.matrix_key_ruled_out", limit=not_feasible),
    ]
