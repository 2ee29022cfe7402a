"""Which option comes first: how often, under every mix of weights and under named ones, and what the weights are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peacebrief.facts.rounding import adds_to_whole, percent, percent_of_draws
from peacebrief.reasoning.digits import printed_share
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.feasibility.gate_results import CONDITIONAL, FEASIBLE, ruling
from peacebrief.telling.figures.reading import cell, option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import named, planned_level
from peacebrief.telling.saying.said import NOTHING, Listed, Opening, Phrase, Said, Sentences, phrase

RANK, DRAWS = "feasibility.rank_acceptability.", "feasibility.ranking_draws"
PASSED = (FEASIBLE, CONDITIONAL)
WORDED = 8  # ranks up to this one are told in words

Shares = Mapping[tuple[str, str], list[float]]


def caption(known: Known) -> SaidCaption:
    """The finding: the option most often first, whatever the weights, and where another one leads."""
    _, *others = weightings(known)
    criteria = phrase("figures_feasibility.ranks_source", criteria=str(len(known.tables.get("criteria", ()))))
    rounded = not all(map(adds_to_whole, shares(known).values()))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase(
            "figures_feasibility.ranks_subtitle_with_named" if others else "figures_feasibility.ranks_subtitle"
        ),
        source=Sentences([
            source(known, draws(known, known.number(DRAWS)), criteria),
            phrase("figures_feasibility.ranks_rounded") if rounded else NOTHING,
            phrase("figures_feasibility.ranks_weights", weights=Listed(weights_in_words(known), ". ")),
        ]),
        alt=Sentences([phrase("figures_feasibility.ranks_shown"), *sentences(known)]),
    )  # fmt: skip


def finding(known: Known) -> Phrase:
    """The option most often first over every mix of weights; its verdict, or where another one leads."""
    whole, *_ = weightings(known)
    first, found = leaders(known, whole), shares(known)
    share = percent_of_draws(max(found[whole, option][0] for option in options(known)))
    options_first = Opening(Listed([named(known, option) for option in first]))
    if len(options(known)) == 1:
        return _with_reserve(known, first, phrase("figures_feasibility.ranks_only", option=options_first))
    if len(first) > 1:
        tie = phrase("figures_feasibility.ranks_tie", options=options_first, share=share)
        return _with_reserve(known, first, tie)
    if shut(known, first):
        often = phrase("figures_feasibility.ranks_often", option=options_first, share=share)
        return _with_reserve(known, first, often)
    return _elsewhere(known, first, phrase("figures_feasibility.ranks_first", option=options_first, share=share))


def _elsewhere(known: Known, first: list[str], said: Phrase) -> Phrase:
    """Whether the option that comes first does so under every named set of weights."""
    _, *others = weightings(known)
    apart = [weighting for weighting in others if leaders(known, weighting) != first]
    if not others:
        return said
    if not apart:
        return phrase("figures_feasibility.ranks_throughout", finding=said)
    return phrase(
        "figures_feasibility.ranks_but", finding=said, weights=Listed([_quoted(known, one) for one in apart], "or")
    )


def _quoted(known: Known, weighting: str) -> Phrase:
    return phrase("figures_feasibility.ranks_quoted", weights=uncapitalised(weightings(known)[weighting]))


def _with_reserve(known: Known, first: list[str], said: Phrase) -> Phrase:
    """The verdicts on options that come first and yet are neither feasible nor conditional."""
    verdicts = shut(known, first)
    if not verdicts:
        return said
    if len(verdicts) == len(first) and len(set(verdicts.values())) == 1:
        return phrase("figures_feasibility.ranks_yet", finding=said, verdicts=verdicts[first[0]])
    told = [
        phrase("figures_feasibility.ranks_ruled", option=named(known, option), verdict=verdict)
        for option, verdict in verdicts.items()
    ]
    return phrase("figures_feasibility.ranks_yet", finding=said, verdicts=Listed(told))


def shut(known: Known, first: Iterable[str]) -> dict[str, str]:
    """Those of the options that are neither feasible nor conditional, with their verdicts."""
    verdicts = {option: ruling(known, option, planned_level(known, option)) for option in first}
    return {option: verdict for option, verdict in verdicts.items() if verdict not in PASSED}


def sentences(known: Known) -> list[Phrase]:
    """How often each option takes each rank, then who leads under each named set of weights."""
    names, found = options(known), shares(known)
    whole, *others = weightings(known)
    ranks = [_ranks(name, found[whole, option]) for option, name in names.items()]
    return [*ranks, *(_firsts(known, weighting, found) for weighting in others)]


def _ranks(name: str, own: list[float]) -> Phrase:
    told = [
        phrase("figures_feasibility.ranks_share", share=percent_of_draws(share), rank=_ordinal(rank))
        for rank, share in enumerate(own, start=1)
    ]
    return phrase("figures_feasibility.ranks_option", option=name, ranks=Listed(told))


def _firsts(known: Known, weighting: str, found: Shares) -> Phrase:
    told = [
        phrase("figures_feasibility.ranks_first_share", option=name,
               share=percent_of_draws(found[weighting, option][0]))
        for option, name in options(known).items()
    ]  # fmt: skip
    return phrase("figures_feasibility.ranks_firsts", weights=_quoted(known, weighting), options=Listed(told))


def _ordinal(rank: int) -> Phrase:
    if rank > WORDED:
        return phrase("figures_feasibility.ranks_lower", rank=str(rank))
    return phrase(f"figures_feasibility.ranks_place_{rank}")


def options(known: Known) -> dict[str, str]:
    """The options that are ranked, in the order of the case, by their printed names."""
    ranked = {str(row["option"]) for row in known.tables["ranks"]}
    return {option: label for option, label in option_labels(known).items() if option in ranked}


def weightings(known: Known) -> dict[str, str]:
    """The ways of weighting and their printed names; the whole simplex, every mix of weights, comes first."""
    return {str(row["weighting"]): str(row["label"]) for row in known.tables["ranks"]}


def shares(known: Known) -> dict[tuple[str, str], list[float]]:
    """By weighting and option the share of the draws in which the option takes each rank, best rank first."""
    whole, found = next(iter(weightings(known))), dict[tuple[str, str], list[float]]()
    for row in sorted(known.tables["ranks"], key=lambda row: int(row["rank"])):
        fact = f"{RANK}{row['option']}.{row['rank']}"
        told = row["weighting"] == whole and known.has(fact)
        share = known.number(fact) if told else float(row["share"])
        found.setdefault((str(row["weighting"]), str(row["option"])), []).append(share)
    return found


def weights_in_words(known: Known) -> list[Said]:
    """The weights behind each ranking, for each way of weighting."""
    labels = {str(row["id"]): str(row["label"]) for row in known.tables.get("criteria", ())}
    whole, *others = weightings(known)
    first = phrase(
        "figures_feasibility.ranks_every_mix", weights=Opening(weightings(known)[whole]), count=str(len(labels))
    )
    return [first, *(_weights(known, weighting, labels) for weighting in others)]


def _weights(known: Known, weighting: str, labels: Mapping[str, str]) -> Said:
    """Which criteria outweigh the others, or the bounds of each weight; nothing where neither is known."""
    name = Opening(weightings(known)[weighting])
    rows = [row for row in known.tables.get("viewpoints", ()) if str(row["viewpoint"]) == weighting]
    if rows:
        most = Listed([uncapitalised(labels[str(row["criterion"])]) for row in rows])
        return phrase(
            "figures_feasibility.ranks_outweighs" if len(rows) == 1 else "figures_feasibility.ranks_outweigh",
            weights=name, criteria=most,
        )  # fmt: skip
    spans = _spans(known, weighting, labels)
    return phrase("figures_feasibility.ranks_bounds", weights=name, spans=Listed(spans, "; ")) if spans else NOTHING


def _spans(known: Known, weighting: str, labels: Mapping[str, str]) -> list[Phrase]:
    """The bounds of each weight, the heaviest first: "deterrence 10 to 35%"."""
    rows = [row for row in known.tables.get("weights", ()) if str(row["viewpoint"]) == weighting]
    rows.sort(key=lambda row: (-(cell(row, "high") or 0.0), str(row["criterion"])))
    return [
        phrase(
            "figures_feasibility.ranks_span",
            criterion=uncapitalised(labels[str(row["criterion"])]),
            low=f"{100 * (cell(row, 'low') or 0):.0f}", high=percent(cell(row, "high") or 0.0),
        )
        for row in rows
    ]  # fmt: skip


def leaders(known: Known, weighting: str) -> list[str]:
    """The options first most often at the whole percentage that is printed."""
    found = shares(known)
    firsts = {option: printed_share(found[weighting, option][0]) for option in options(known)}
    return [option for option, share in firsts.items() if share == max(firsts.values())]
