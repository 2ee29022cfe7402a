"""The results at the gates, as figures read them: chances, the verdict on each option, the thresholds of the rule.

With them what the gate matrix says: which verdict each option gets, and which gate is its weakest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peacebrief.facts.rounding import percent_of_draws
from peacebrief.figures.reading import value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.shown_option import option_labels, option_phrases, planned_level, us_levels, with_support
from peacebrief.reasoning.wording import listed, uncapitalised

Cell = tuple[str, str, str]


def gates(tables: Tables) -> dict[str, str]:
    """The printed name of each gate, in the order in which they are met."""
    rows = sorted(tables["gate_results"], key=lambda row: (float(row["place"]), str(row["gate"])))
    return {str(row["gate"]): str(row["label"]) for row in rows}


def judged(tables: Tables) -> list[tuple[str, str]]:
    """The options and levels of support there is a row for, both in the order of the case."""
    known = {(str(row["option"]), str(row["us_level"])) for row in tables["gate_results"]}
    return [(option, level) for option in option_labels(tables) for level in us_levels(tables)
            if (option, level) in known]  # fmt: skip


def odds(facts: Facts, tables: Tables) -> dict[Cell, float]:
    """The probability of each gate, by option, level of support and gate."""
    return {
        (option, level, gate): value(facts[f"feasibility.gate.{gate}.{option}.{level}"])
        for option, level in judged(tables)
        for gate in gates(tables)
    }


def joint(facts: Facts, option: str, level: str) -> float:
    """The probability that an option passes every gate at a level of support."""
    return value(facts[f"feasibility.joint.{option}.{level}"])


def verdict(facts: Facts, option: str, level: str) -> str:
    """The verdict on an option at a level of support, in the words of the rule."""
    return str(facts[f"feasibility.verdict.{option}.{level}"].value)


def briefly(words: str) -> str:
    """A verdict without its reservation: "not feasible on current evidence" is "not feasible"."""
    return words.partition(" on ")[0]


def thresholds(tables: Tables) -> tuple[float, float, float]:
    """The rule's thresholds: feasible, conditional, not feasible (0-1)."""
    rule: Mapping[str, Any] = tables["case"][0]["feasibility"]["thresholds"]
    return float(rule["feasible"]), float(rule["conditional"]), float(rule["not_feasible"])


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the verdicts on the options as planned, and the gate that is most often the weakest."""
    names = option_phrases(tables)
    planned = [(option, planned_level(option, tables)) for option in names]
    planned = [cell for cell in planned if cell in judged(tables)]
    groups: dict[str, list[str]] = {}
    for option, level in planned:
        groups.setdefault(briefly(verdict(facts, option, level)), []).append(names[option])
    if len(groups) == 1:
        said = _all_alike(next(iter(groups)), [names[option] for option, _ in planned])
        return f"{said}: {_weakest(facts, tables, planned)}"
    told = [f"{word}: {listed(own)}" for word, own in sorted(groups.items(), key=lambda item: _order(item[0]))]
    return f"As planned, {'; '.join(told)}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Every probability, the joint pass and the verdict, a sentence for each option as planned.

    Who listens hears those first; how many other combinations the data file has is told at the end.
    """
    names, labels, known, told = option_labels(tables), gates(tables), odds(facts, tables), []
    planned = [(option, level) for option, level in judged(tables) if level == planned_level(option, tables)]
    for option, level in planned:
        parts = [
            f"{uncapitalised(label)} {percent_of_draws(known[option, level, gate])}" for gate, label in labels.items()
        ]
        together = percent_of_draws(joint(facts, option, level))
        told.append(f"{names[option]}, {with_support(level, tables)}: {listed(parts)}; all together "
                    f"{together}; verdict: {verdict(facts, option, level)}.")  # fmt: skip
    others = len(judged(tables)) - len(planned)
    return [*told, f"The data file has {others} more rows, for other levels of support."] if others else told


def _all_alike(word: str, names: list[str]) -> str:
    """One verdict on every option, as a sentence."""
    if len(names) == 1:
        return f"{_capital(names[0])} as planned is {word}"
    if word.startswith("not "):
        return f"No option as planned is {word.removeprefix('not ')}"
    return f"Every option as planned is {word}"


def _weakest(facts: Facts, tables: Tables, cells: list[tuple[str, str]]) -> str:
    """The gates that are weakest for one option or more, with the best chance among those."""
    labels, known, found = gates(tables), odds(facts, tables), dict[str, float]()
    for option, level in cells:
        gate = min(labels, key=lambda gate: (known[option, level, gate], list(labels).index(gate)))
        found[gate] = max(found.get(gate, 0.0), known[option, level, gate])
    names = [uncapitalised(labels[gate]) for gate in labels if gate in found]
    most = percent_of_draws(max(found.values()))
    return f"the weakest gate is {listed(names, 'or')}, at {'' if len(cells) == 1 else 'most '}{most}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _order(word: str) -> int:
    known = ("feasible", "conditional", "indeterminate")
    return known.index(word) if word in known else len(known)
