"""What the figure on ranks says: how often each option is first, under every mix of weights and under named ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from peacebrief.facts.labels import uncapitalised
from peacebrief.facts.rounding import percent, percent_of_draws
from peacebrief.figures.gate_matrix_words import verdict
from peacebrief.figures.option_words import option_labels, option_phrases, planned_level
from peacebrief.figures.reading import cell, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

RANK = "feasibility.rank_acceptability."
PASSED = ("feasible", "conditional")


def options(tables: Tables) -> dict[str, str]:
    """The options that are ranked, in the order of the case, by their printed names."""
    known = {str(row["option"]) for row in tables["ranks"]}
    return {option: label for option, label in option_labels(tables).items() if option in known}


def weightings(tables: Tables) -> dict[str, str]:
    """The ways of weighting and their printed names; the whole simplex, every mix of weights, comes first."""
    return {str(row["weighting"]): str(row["label"]) for row in tables["ranks"]}


def shares(facts: Facts, tables: Tables) -> dict[tuple[str, str], list[float]]:
    """By weighting and option the share of the draws in which the option takes each rank, best rank first."""
    whole, found = next(iter(weightings(tables))), dict[tuple[str, str], list[float]]()
    for row in sorted(tables["ranks"], key=lambda row: int(row["rank"])):
        fact = facts.get(f"{RANK}{row['option']}.{row['rank']}") if row["weighting"] == whole else None
        share = float(row["share"]) if fact is None else value(fact)
        found.setdefault((str(row["weighting"]), str(row["option"])), []).append(share)
    return found


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the option most often first over every mix of weights; its verdict, or where another one leads."""
    names, known = {option: option_phrases(tables)[option] for option in options(tables)}, shares(facts, tables)
    leading = {weighting: leaders(names, weighting, known) for weighting in weightings(tables)}
    whole, *others = weightings(tables)
    first = leading[whole]
    share = percent_of_draws(max(known[whole, option][0] for option in names))
    reserve = _reserve(facts, tables, names, first)
    if len(names) == 1:
        return f"{capital(names[first[0]])} is the only option, and so first under any weights{reserve}"
    if len(first) > 1:
        together = capital(listed([names[option] for option in first]))
        return f"{together} are first equally often, {share} of the time each{reserve}"
    if reserve:
        return f"{capital(names[first[0]])} is most often first ({share}){reserve}"
    said = f"{capital(names[first[0]])} is most often first, {share} over every mix of weights"
    apart = {weighting: leading[weighting] for weighting in others if leading[weighting] != first}
    if not others:
        return said
    if not apart:
        return f"{said}, and under every named set of weights"
    labels = [f"\u201c{uncapitalised(weightings(tables)[weighting])}\u201d" for weighting in apart]
    return f"{said}, but not under {listed(labels, 'or')}"


def _reserve(facts: Facts, tables: Tables, names: Mapping[str, str], first: Sequence[str]) -> str:
    """The verdicts on options that come first and yet are neither feasible nor conditional; empty where all are."""
    ruled = {option: verdict(facts, option, planned_level(option, tables)) for option in first}
    shut = {option: word for option, word in ruled.items() if word not in PASSED}
    if len(shut) == len(ruled) and len(set(shut.values())) == 1:
        return f", yet {next(iter(shut.values()))}"
    told = listed([f"{names[option]} is {word}" for option, word in shut.items()])
    return f", yet {told}" if shut else ""


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """How often each option takes each rank, then who leads under each named set of weights, a sentence each."""
    names, known = options(tables), shares(facts, tables)
    whole, *others = weightings(tables)
    told = []
    for option, name in names.items():
        parts = [
            f"{percent_of_draws(share)} {_ordinal(rank)}" for rank, share in enumerate(known[whole, option], start=1)
        ]
        told.append(f"{name}: {listed(parts)}.")
    for weighting in others:
        parts = [f"{name} {percent_of_draws(known[weighting, option][0])}" for option, name in names.items()]
        told.append(f"First under \u201c{uncapitalised(weightings(tables)[weighting])}\u201d: {listed(parts)}.")
    return told


def weights_in_words(tables: Tables) -> list[str]:
    """The weights behind each ranking, a line for each way of weighting."""
    labels = {str(row["id"]): str(row["label"]) for row in tables.get("criteria", ())}
    whole, *others = weightings(tables)
    named = weightings(tables)
    told = [f"{named[whole].capitalize()}: every mix of {len(labels)} weights counts alike"]
    for weighting in others:
        first = [labels[str(row["criterion"])] for row in tables.get("viewpoints", ())
                 if str(row["viewpoint"]) == weighting]  # fmt: skip
        if first:
            most = listed([uncapitalised(one) for one in first])
            told.append(
                f"{capital(named[weighting])}: {most} {'outweighs' if len(first) == 1 else 'outweigh'} the others"
            )
        elif spans := _spans(weighting, labels, tables):
            told.append(f"{capital(named[weighting])}: {'; '.join(spans)}")
    return told


def _spans(weighting: str, labels: dict[str, str], tables: Tables) -> list[str]:
    """The bounds of each weight, the heaviest first: "deterrence 10 to 35%"."""
    rows = [row for row in tables.get("weights", ()) if str(row["viewpoint"]) == weighting]
    rows.sort(key=lambda row: (-(cell(row, "high") or 0.0), str(row["criterion"])))
    return [f"{uncapitalised(labels[str(row['criterion'])])} {100 * (cell(row, 'low') or 0):.0f}\u2013"
            f"{percent(cell(row, 'high') or 0.0)}" for row in rows]  # fmt: skip


def leaders(names: Iterable[str], weighting: str, known: dict[tuple[str, str], list[float]]) -> list[str]:
    """The options first most often at the whole percentage that is printed."""
    firsts = {option: round(known[weighting, option][0], 2) for option in names}
    return [option for option in names if firsts[option] == max(firsts.values())]


def _ordinal(rank: int) -> str:
    words: Sequence[str] = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    return words[rank - 1] if rank <= len(words) else f"rank {rank}"


def capital(label: str) -> str:
    """A label with a capital letter at its start."""
    return label[:1].upper() + label[1:]
