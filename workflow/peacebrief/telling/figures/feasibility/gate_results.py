"""The results at the gates, as figures read them: chances, the verdict on each option, the thresholds of the rule."""

from __future__ import annotations

from peacebrief.telling.answers.verdict import RULINGS
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import planned_level
from peacebrief.telling.saying.said import Said, phrase

Cell = tuple[str, str, str]
FEASIBLE, CONDITIONAL, NOT_FEASIBLE, INDETERMINATE = RULINGS


def gates(known: Known) -> dict[str, str]:
    """The printed name of each gate that can fail, in the order in which they are met; of all where none can."""
    rows = sorted(known.tables["gate_results"], key=lambda row: (float(row["place"]), str(row["gate"])))
    kept = {str(row["gate"]) for row in rows if known.number(_chance_of(row)) < 1.0}
    return {str(row["gate"]): str(row["label"]) for row in rows if row["gate"] in kept or not kept}


def always_passed(known: Known) -> list[str]:
    """The printed names of the gates that no draw fails and that are left out."""
    shown = gates(known)
    labels = {str(row["gate"]): str(row["label"]) for row in known.tables["gate_results"]}
    return [label for gate, label in labels.items() if gate not in shown]


def _chance_of(row: Record) -> str:
    return f"feasibility.gate.{row['gate']}.{row['option']}.{row['support_level']}"


def judged(known: Known) -> list[tuple[str, str]]:
    """The options and levels of support there is a row for, both in the order of the case."""
    rows = {(str(row["option"]), str(row["support_level"])) for row in known.tables["gate_results"]}
    return [(option, level) for option in option_labels(known) for level in known.levels if (option, level) in rows]


def planned(known: Known) -> list[tuple[str, str]]:
    """Those of them with the level of support that the option was planned with."""
    return [(option, level) for option, level in judged(known) if level == planned_level(known, option)]


def odds(known: Known) -> dict[Cell, float]:
    """The probability of each gate, by option, level of support and gate."""
    return {
        (option, level, gate): known.number(f"feasibility.gate.{gate}.{option}.{level}")
        for option, level in judged(known)
        for gate in gates(known)
    }


def joint(known: Known, option: str, level: str) -> float:
    """The probability that an option passes every gate at a level of support."""
    return known.number(f"feasibility.joint.{option}.{level}")


def ruling(known: Known, option: str, level: str) -> str:
    """The verdict on an option at a level of support, in the words of the rule."""
    return known.words(f"feasibility.verdict.{option}.{level}")


def briefly(words: str) -> Said:
    """A verdict without its reservation: "not feasible on current evidence" is "not feasible"."""
    return phrase("figures_feasibility.not_feasible") if words == NOT_FEASIBLE else words


def thresholds(known: Known) -> tuple[float, float, float]:
    """The rule's thresholds: feasible, conditional, not feasible (0-1)."""
    rule: Record = known.case["feasibility"]["thresholds"]
    return float(rule["feasible"]), float(rule["conditional"]), float(rule["not_feasible"])
